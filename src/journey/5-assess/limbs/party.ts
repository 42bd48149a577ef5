/** Whether one actor is among the parties that a clause names, and bound or protected by the agreement at the time. */
import type { Clause } from '../../../model/agreement.ts';
import type { Facts } from '../facts.ts';
import { say } from '../reason.ts';
import type { Standing, Terms } from '../terms.ts';
import { type Evidence, type Limb, met, notMet, saidBy, unknown } from '../three-valued.ts';
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

const withSpans = (limb: Limb, spans: readonly Evidence[]): Limb => ({ ...limb, spans });

function excludedAnswer(standing: Standing, { time }: Facts, clause: Clause): Limb | null {
  const entry = standing.excluded[0];
  if (entry === undefined || !clause.needsAdherence) return null;
  const isThen = time === null || (entry.fromMs <= time.startMs && time.endMs <= entry.untilMs);
  const touches = time === null || (entry.fromMs < time.endMs && time.startMs < entry.untilMs);
  if (isThen) return notMet(say('party/excluded', { name: standing.name, authority: entry.authority }));
  return touches ? unknown(say('party/excluded-in-part', { name: standing.name }), 'settle/to-the-day') : null;
}

function unsettledAnswer({ unsettled, name }: Standing, isNamed: boolean): Limb | null {
  if (unsettled === null || isNamed) return null;
  const { because, wouldSettle } = unsettled;
  return unknown(say('party/unsettled', { name, words: because }), say('given/words', { words: wouldSettle }));
}

function namedAnswer(standing: Standing, clause: Clause, facts: Facts, terms: Terms): Limb {
  const { name } = standing;
  const side = standing.side?.name;
  if (!clause.needsAdherence)
    return met(side === undefined ? say('party/named-bound', { name }) : say('party/of-side-bound', { name, side }));
  const bound = adherence(standing, facts, terms);
  const answer = { name, adherence: saidBy(bound) };
  const isOpen = bound.value === 'unknown';
  const { text, reason } =
    side === undefined
      ? say(isOpen ? 'party/named-but' : 'party/named-and', answer)
      : say(isOpen ? 'party/of-side-but' : 'party/of-side-and', { ...answer, side });
  return { ...bound, because: text, reason };
}

function strangerAnswer({ name, side }: Standing, named: readonly string[], { agreement }: Terms): Limb {
  const sides = named.map((id) => agreement.sides.find((one) => one.id === id)?.name ?? id).join(' or ');
  return notMet(
    side === null ? say('party/stranger', { name, sides }) : say('party/other-side', { name, side: side.name, sides }),
  );
}
