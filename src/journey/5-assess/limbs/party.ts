/** Whether one actor is among the parties that a clause names, and bound or protected by the agreement at the time. */
import type { Clause } from '../../../model/agreement.ts';
import type { Facts } from '../facts.ts';
import type { Standing, Terms } from '../terms.ts';
import { type Evidence, type Limb, met, notMet, unknown } from '../three-valued.ts';
import { adherence } from './adherence.ts';

export interface PartyAnswer {
  readonly limb: Limb;
  readonly standing: Standing;
  /** True when it is of a side of the agreement, but not of one that the clause names. */
  readonly isOfAnotherSide: boolean;
}

export function partyAnswer(
  actor: string,
  named: readonly string[],
  clause: Clause,
  facts: Facts,
  terms: Terms,
  spans: readonly Evidence[],
): PartyAnswer {
  const standing = terms.standing(actor);
  const isNamed =
    (standing.side !== null && named.includes(standing.side.id)) || standing.chain.some((id) => named.includes(id));
  return {
    standing,
    isOfAnotherSide: !isNamed && standing.side !== null,
    limb: withSpans(
      excludedAnswer(standing, facts, clause) ??
        unsettledAnswer(standing, isNamed) ??
        (isNamed ? namedAnswer(standing, clause, facts, terms) : strangerAnswer(standing, named, terms)),
      spans,
    ),
  };
}

const withSpans = (limb: Limb, spans: readonly Evidence[]): Limb => ({ ...limb, spans: [...spans] });

function excludedAnswer(standing: Standing, { time }: Facts, clause: Clause): Limb | null {
  const entry = standing.excluded[0];
  if (entry === undefined || !clause.needsAdherence) return null;
  const isThen = time === null || (entry.fromMs <= time.startMs && time.endMs <= entry.untilMs);
  const touches = time === null || (entry.fromMs < time.endMs && time.startMs < entry.untilMs);
  if (isThen) return notMet(`${standing.name} is excluded from the agreement by ${entry.authority}`);
  return touches
    ? unknown(`${standing.name} was excluded for a part of the time only`, 'the time of the incident, to the day')
    : null;
}

function unsettledAnswer({ unsettled, name }: Standing, isNamed: boolean): Limb | null {
  return unsettled === null || isNamed ? null : unknown(`${name}: ${unsettled.because}`, unsettled.wouldSettle);
}

function namedAnswer(standing: Standing, clause: Clause, facts: Facts, terms: Terms): Limb {
  const side = standing.side === null ? 'named by the clause' : `of ${standing.side.name}`;
  if (!clause.needsAdherence)
    return met(`${standing.name} is ${side}; the clause binds whether or not a party accepted`);
  const bound = adherence(standing, facts, terms);
  return {
    ...bound,
    because:
      bound.value === 'unknown'
        ? `${standing.name} is ${side}, but ${bound.because}`
        : `${standing.name} is ${side} and ${bound.because}`,
  };
}

function strangerAnswer(standing: Standing, named: readonly string[], { agreement }: Terms): Limb {
  const sides = named.map((id) => agreement.sides.find((side) => side.id === id)?.name ?? id).join(' or ');
  const what = standing.side === null ? 'is not a party to the agreement' : `is of ${standing.side.name}`;
  return notMet(`${standing.name} ${what}; the clause names ${sides}`);
}
