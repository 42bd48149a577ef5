/** Whether what happened is what the clause forbids or asks for. Only what is said to have happened can be either. */
import type { Clause } from '../../../model/agreement.ts';
import type { CodedIncident } from '../../../model/coded-report.ts';
import type { Facts } from '../facts.ts';
import { type PlainCode, say } from '../reason.ts';
import type { Terms } from '../terms.ts';
import { type Limb, met, notMet, unknown } from '../three-valued.ts';

const NOT_YET: Record<
  Exclude<CodedIncident['modality'], 'asserted'>,
  readonly [because: PlainCode, settles: PlainCode]
> = {
  alleged: ['act/alleged', 'settle/seen'],
  denied: ['act/denied', 'settle/seen-or-not'],
  threatened: ['act/threatened', 'settle/carried-out'],
  planned: ['act/planned', 'settle/carried-out'],
  hypothetical: ['act/supposed', 'settle/happened'],
};

/** Words for an incident type: "air strike". */
export const typeName = (type: CodedIncident['type']): string => type.replaceAll('_', ' ');

export function act(facts: Facts, clause: Clause, terms: Terms): Limb {
  const { incident, spans } = facts;
  if (incident.aggregate) return unknown('act/total', 'settle/single-events', spans.act);
  if (incident.modality !== 'asserted') {
    const [because, settles] = NOT_YET[incident.modality];
    return unknown(because, settles, spans.act);
  }
  if (!clause.acts.includes(incident.type))
    return notMet(say('act/asked-for', { act: { type: incident.type } }), spans.act);
  const isAttemptCounted = clause.type === 'prohibited-act' && clause.details.attempts;
  if (!incident.completed && !isAttemptCounted) return unknown('act/tried', 'settle/attempts', spans.act);
  const undecided = terms.codebook.undecidedActs.get(incident.type);
  if (undecided) {
    const { because, settles } = undecided;
    return unknown(say('given/words', { words: because }), say('given/words', { words: settles }), spans.act);
  }
  return met(say('act/named', { act: { type: incident.type } }), spans.act);
}
