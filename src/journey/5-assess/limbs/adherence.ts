/** Whether an actor was bound (or protected) by the agreement at the time, by what the registrars recorded. */
import type { AdherenceFact } from '../../../model/agreement.ts';
import type { Facts } from '../facts.ts';
import type { Standing, Terms } from '../terms.ts';
import { type Limb, met, notMet, unknown } from '../three-valued.ts';

export function adherence(standing: Standing, facts: Facts, terms: Terms): Limb {
  const { side, name } = standing;
  const { registrar } = terms.hypothesis;
  const recorded =
    registrar === undefined ? standing.adherence : standing.adherence.filter((fact) => fact.registrar === registrar);
  if (recorded.length === 0) {
    if (side?.bindsBy === 'association') return met(`bound with the ${side.name}`);
    return unknown(
      `whether ${name} had accepted is not recorded`,
      `a registrar's dated entry that ${name} accepted, or did not`,
    );
  }
  const answers = [...new Set(recorded.map((fact) => fact.registrar))].map((id) => ({
    id,
    value: statusBy(
      recorded.filter((fact) => fact.registrar === id),
      facts,
    ),
  }));
  const names = (value: Limb['value']): string =>
    answers
      .filter((one) => one.value === value)
      .map((one) => registrarName(one.id, terms))
      .join(', ');
  if (answers.every((one) => one.value === 'met')) return met(`had accepted, according to ${names('met')}`);
  if (answers.every((one) => one.value === 'not-met'))
    return notMet(`was not in the agreement then, according to ${names('not-met')}`);
  if (answers.some((one) => one.value === 'met') && answers.some((one) => one.value === 'not-met')) {
    return unknown(
      `registrars differ on ${name}: in the agreement according to ${names('met')}, not according to ${names('not-met')}`,
      "which registrar's list the parties treat as decisive",
    );
  }
  return unknown(
    `the time does not tell whether ${name} was in the agreement yet or still`,
    'the time of the incident, to the day or hour',
  );
}

/** One registrar's answer over the whole time of the incident. A time that straddles a change is unknown. */
function statusBy(recorded: readonly AdherenceFact[], { time }: Facts): Limb['value'] {
  const accepted = recorded.filter((fact) => fact.status === 'accepted');
  if (time === null) return accepted.length === recorded.length ? 'met' : accepted.length === 0 ? 'not-met' : 'unknown';
  const covers = (fact: AdherenceFact): boolean => fact.fromMs <= time.startMs && time.endMs <= fact.untilMs;
  const touches = (fact: AdherenceFact): boolean => fact.fromMs < time.endMs && time.startMs < fact.untilMs;
  const other = recorded.filter((fact) => fact.status !== 'accepted');
  if (other.some(covers)) return 'not-met';
  if (other.some(touches)) return 'unknown';
  if (accepted.some(covers)) return 'met';
  return accepted.some(touches) ? 'unknown' : 'not-met';
}

const registrarName = (id: string, { agreement }: Terms): string =>
  agreement.registrars.find((one) => one.id === id)?.name ?? id;
