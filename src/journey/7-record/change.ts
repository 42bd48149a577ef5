/** A change of state that somebody or something wants to make; `record.ts` turns it into an entry. */
import type { CodedReport } from '../../model/coded-report.ts';
import type { CorroboratedReport } from '../../model/corroborated-report.ts';
import type { Finding } from '../../model/finding.ts';
import type { Incident } from '../../model/incident.ts';
import type { Report } from '../../model/report.ts';
import type { Decision } from './decision.ts';
import type { RecordedRefusal } from './refusal.ts';

export type Change =
  | { kind: 'read'; report: Report; capture: string /** Position among the reports of its capture. */; ordinal: number }
  | { kind: 'coded'; coding: CodedReport }
  | { kind: 'refused'; refusal: RecordedRefusal }
  /** The refused stage has passed since. */
  | { kind: 'refusal-lifted'; id: string }
  | { kind: 'corroborated'; report: CorroboratedReport }
  | { kind: 'linked'; incident: Incident }
  /** Its links were moved elsewhere. */
  | { kind: 'incident-dissolved'; id: string }
  | { kind: 'assessed'; incident: string; findings: Finding[] }
  | { kind: 'decided'; decision: Decision };
