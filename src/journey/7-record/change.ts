/** A change of state that somebody or something wants to make; `record.ts` turns it into an entry. */
import type { CodedReport } from '../../model/coded-report.ts';
import type { CorroboratedReport } from '../../model/corroborated-report.ts';
import type { CounterList } from '../../model/counter-list.ts';
import type { Decision } from '../../model/decision.ts';
import type { Finding } from '../../model/finding.ts';
import type { Incident } from '../../model/incident.ts';
import { keySubject, type PersonKey } from '../../model/person-key.ts';
import type { Report } from '../../model/report.ts';
import type { Capture } from './capture.ts';
import type { EntryKind } from './entry.ts';
import type { RecordedRefusal } from './refusal.ts';
import type { Sealed } from './sealed.ts';

/** A report with its place among the reports of its capture: the document that is sealed when a capture was read. */
export interface ReadReport {
  capture: string;
  /** From 0. */
  ordinal: number;
  report: Report;
}

export type Change =
  | { kind: 'captured'; capture: Capture }
  /** `sealed` spares making the canonical form again where it was made already. */
  | { kind: 'read'; read: ReadReport; sealed?: Sealed }
  /** `marks` find its translations; they are no part of the record. */
  | {
      kind: 'coded';
      coding: CodedReport;
      sealed?: Sealed;
      marks?: { language: string; marks: readonly number[] } | null;
    }
  | { kind: 'refused'; refusal: RecordedRefusal }
  /** The refused stage has passed since. */
  | { kind: 'refusal-lifted'; id: string }
  | { kind: 'corroborated'; corroborated: CorroboratedReport }
  | { kind: 'linked'; incident: Incident }
  /** All its links were moved elsewhere. */
  | { kind: 'incident-dissolved'; id: string }
  | { kind: 'assessed'; incident: string; findings: readonly Finding[] }
  | { kind: 'decided'; decision: Decision }
  /** Another monitor's list was taken in. */
  | { kind: 'listed'; list: CounterList }
  /** A person's key was registered, or retired. */
  | { kind: 'registered'; key: PersonKey };

/** What a change is about, what its entry is called, and the document that is sealed (null = the subject is no more). */
export function described(change: Change): { kind: EntryKind; subject: string; document: unknown } {
  switch (change.kind) {
    case 'captured':
      return { kind: 'captured', subject: `capture:${change.capture.sha256}`, document: change.capture };
    case 'read':
      return { kind: 'read', subject: `report:${change.read.report.id}`, document: change.read };
    case 'coded':
      return { kind: 'coded', subject: `coding:${change.coding.id}`, document: change.coding };
    case 'refused':
      return { kind: 'refused', subject: `refusal:${change.refusal.id}`, document: change.refusal };
    case 'refusal-lifted':
      return { kind: 'refused', subject: `refusal:${change.id}`, document: null };
    case 'corroborated':
      return {
        kind: 'corroborated',
        subject: `corroboration:${change.corroborated.id}`,
        document: change.corroborated,
      };
    case 'linked':
      return { kind: 'linked', subject: `incident:${change.incident.id}`, document: change.incident };
    case 'incident-dissolved':
      return { kind: 'linked', subject: `incident:${change.id}`, document: null };
    case 'assessed':
      return { kind: 'assessed', subject: `findings:${change.incident}`, document: inClauseOrder(change.findings) };
    case 'decided':
      return { kind: 'decided', subject: `decision:${change.decision.id}`, document: change.decision };
    case 'registered':
      return { kind: 'registered', subject: keySubject(change.key.fingerprint), document: change.key };
    case 'listed':
      return { kind: 'listed', subject: `list:${change.list.id}`, document: change.list };
    default:
      return change satisfies never;
  }
}

/** The order of clauses is no fact, so it must not change the hash. No findings at all is the same as none any more. */
export function inClauseOrder(findings: readonly Finding[]): readonly Finding[] | null {
  const key = (finding: Finding): string => `${finding.agreement}\n${finding.clause}`;
  return findings.length === 0 ? null : findings.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** An incident that is no more has no findings either: said here, so that nobody who dissolves one can forget it. */
export function withConsequences(changes: readonly Change[]): readonly Change[] {
  const assessed = new Set(changes.flatMap((change) => (change.kind === 'assessed' ? [change.incident] : [])));
  return changes.flatMap((change): Change[] =>
    change.kind === 'incident-dissolved' && !assessed.has(change.id)
      ? [change, { kind: 'assessed', incident: change.id, findings: [] }]
      : [change],
  );
}
