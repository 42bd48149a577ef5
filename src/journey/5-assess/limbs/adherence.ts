/** Whether an actor was bound (or protected) by the agreement at the time, by what the registrars recorded. */
import type { AdherenceFact } from '../../../model/agreement.ts';
import type { Facts } from '../facts.ts';
import { say } from '../reason.ts';
import type { Standing, Terms } from '../terms.ts';
import { type Limb, met, notMet, unknown } from '../three-valued.ts';

/**
 * Asked for the time of the incident; for one before the agreement began, for its beginning, since nobody was bound sooner
 * and the limb of time says that it was too early.
 */
export function adherence(standing: Standing, facts: Facts, terms: Terms): Limb {
  const { side, name } = standing;
  const answers = answersOf(standing, facts, terms);
  if (answers.length === 0) {
    if (side?.bindsBy === 'association') return met(say('adherence/with-side', { side: side.name }));
    return unknown(say('adherence/not-recorded', { name }), say('settle/registrar-entry', { name }));
  }
  const names = (value: Limb['value']): string =>
    answers
      .filter((one) => one.value === value)
      .map((one) => one.registrar)
      .join(', ');
  if (answers.every((one) => one.value === 'met')) return met(say('adherence/accepted', { registrars: names('met') }));
  if (answers.every((one) => one.value === 'not-met'))
    return notMet(say('adherence/not-in', { registrars: names('not-met') }));
  if (answers.some((one) => one.value === 'met') && answers.some((one) => one.value === 'not-met')) {
    const rivals = { name, in: names('met'), out: names('not-met') };
    return unknown(say('adherence/registrars-differ', rivals), 'settle/decisive-list');
  }
  return unknown(say('adherence/time-open', { name }), 'settle/day-or-hour');
}

/** What each registrar that recorded anything about the actor says of the time of the incident. */
function answersOf(
  { adherence: all }: Standing,
  facts: Facts,
  { agreement, hypothesis, inForceMs }: Terms,
): { registrar: string; value: Limb['value'] }[] {
  return agreement.registrars
    .filter(({ id }) => hypothesis.registrar === undefined || hypothesis.registrar === id)
    .flatMap(({ id, name }) => {
      const recorded = all.filter((fact) => fact.registrar === id);
      const value = recorded.length === 0 ? null : statusBy(recorded, timeInForce(facts, inForceMs));
      return value === null ? [] : [{ registrar: name, value }];
    });
}

interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

function timeInForce({ time }: Facts, inForceMs: number): Stretch | null {
  if (time === null) return null;
  const startMs = Math.max(time.startMs, inForceMs);
  return { startMs, endMs: Math.max(time.endMs, startMs + 1) };
}

/** One registrar's answer over the whole time of the incident; null when it had recorded nothing about that time. */
function statusBy(recorded: readonly AdherenceFact[], time: Stretch | null): Limb['value'] | null {
  const accepted = recorded.filter((fact) => fact.status === 'accepted');
  const other = recorded.filter((fact) => fact.status !== 'accepted');
  if (time === null) return other.length === 0 ? 'met' : accepted.length === 0 ? 'not-met' : 'unknown';
  const covers = (fact: AdherenceFact): boolean => fact.fromMs <= time.startMs && time.endMs <= fact.untilMs;
  const touches = (fact: AdherenceFact): boolean => fact.fromMs < time.endMs && time.startMs < fact.untilMs;
  if (other.some(covers)) return 'not-met';
  if (other.some(touches)) return 'unknown';
  if (accepted.some(covers)) return 'met';
  if (accepted.some(touches)) return 'unknown';
  return accepted.length === 0 ? null : 'not-met';
}
