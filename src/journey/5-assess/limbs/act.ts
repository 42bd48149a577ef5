/** Whether what happened is what the clause forbids or asks for. Only what is said to have happened can be either. */
import type { Clause } from '../../../model/agreement.ts';
import type { CodedIncident } from '../../../model/coded-report.ts';
import type { Facts } from '../facts.ts';
import type { Terms } from '../terms.ts';
import { type Limb, met, notMet, unknown } from '../three-valued.ts';

const NOT_YET: Record<
  Exclude<CodedIncident['modality'], 'asserted'>,
  readonly [because: string, wouldSettle: string]
> = {
  alleged: ['it is alleged, not stated as having happened', 'a source that states it from what it saw or recorded'],
  denied: [
    'the report tells only that it is denied',
    'a source that states that it happened, or shows that it did not',
  ],
  threatened: ['it is threatened, not reported as done', 'a report that it was carried out'],
  planned: ['it is planned, not reported as done', 'a report that it was carried out'],
  hypothetical: ['it is supposed, not reported as done', 'a report that it happened'],
};

/** Words for an incident type: "air strike". */
export const typeName = (type: CodedIncident['type']): string => type.replaceAll('_', ' ');

export function act(facts: Facts, clause: Clause, terms: Terms): Limb {
  const { incident, spans } = facts;
  const name = typeName(incident.type);
  if (incident.aggregate)
    return unknown(
      'a total over several events cannot be tested as one act',
      'the single events, each with its own place and time',
      spans.act,
    );
  if (incident.modality !== 'asserted') {
    const [because, wouldSettle] = NOT_YET[incident.modality];
    return unknown(because, wouldSettle, spans.act);
  }
  if (!clause.acts.includes(incident.type))
    return notMet(`${name} is what the clause asks for, not what it forbids`, spans.act);
  const isAttemptCounted = clause.type === 'prohibited-act' && clause.details.attempts;
  if (!incident.completed && !isAttemptCounted)
    return unknown(
      'it was tried and failed or was prevented; the clause does not say whether an attempt counts',
      'how the parties or the monitoring body treat attempts',
      spans.act,
    );
  const undecided = terms.codebook.undecidedActs.get(incident.type);
  if (undecided) return unknown(undecided.because, undecided.settles, spans.act);
  return met(`${name} is among the acts that the clause names`, spans.act);
}
