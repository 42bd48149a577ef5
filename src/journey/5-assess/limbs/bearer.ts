/**
 * Whose conduct it is said to be, and whether the clause binds them. Accusations are claims: alternatives, rivals,
 * suspicions and the word of an enemy alone leave the limb unknown; a denial by the accused is told, but decides nothing.
 */
import type { Clause } from '../../../model/agreement.ts';
import type { Accused, Facts } from '../facts.ts';
import { perFacts } from '../per-facts.ts';
import type { Terms } from '../terms.ts';
import { type PlainCode, type Said, say } from '../reason.ts';
import { type Evidence, type Limb, met, notMet, saidBy, unknown } from '../three-valued.ts';
import { type PartyAnswer, partyAnswer } from './party.ts';

export interface BearerAnswer {
  readonly limb: Limb;
  /** Actor ids whose conduct the finding is about. */
  readonly bearers: readonly string[];
  /** True when somebody who is accused is, or may be, of those whom the clause binds. */
  readonly hasCandidate: boolean;
  /** True when all who are accused are of a side that the clause does not bind: its mirror is the clause to look at. */
  readonly isOfAnotherSide: boolean;
}

interface Weighed {
  readonly accused: Accused;
  /** Null when the name is not in the register. */
  readonly answer: PartyAnswer | null;
}

const NAMED_CULPRIT: PlainCode = 'settle/named-culprit';

const shared = perFacts<BearerAnswer>();

export function bearer(facts: Facts, clause: Clause, terms: Terms): BearerAnswer {
  const key = terms.keys(clause).bearers;
  return shared.get(facts, key) ?? shared.keep(facts, key, answerOf(facts, clause, terms));
}

function answerOf(facts: Facts, clause: Clause, terms: Terms): BearerAnswer {
  const accusations = facts.accused.filter((one) => one.certainty !== 'denied_by_itself');
  const weighed = accusations.map((accused) => ({
    accused,
    answer:
      accused.actor === null ? null : partyAnswer(accused.actor, clause.bearers, clause, facts, terms, accused.spans),
  }));
  const limb = decide(weighed, facts, terms);
  const answers = weighed.flatMap(({ answer }) => (answer === null ? [] : [answer]));
  const about = limb.value === 'met' ? answers.filter((one) => one.limb.value === 'met') : answers;
  return {
    limb: withDenial(limb, facts),
    bearers: [...new Set(about.map((one) => one.standing.actor))],
    hasCandidate: answers.some((one) => one.limb.value !== 'not-met'),
    isOfAnotherSide: limb.value === 'not-met' && answers.length > 0 && answers.every((one) => one.isOfAnotherSide),
  };
}

function decide(weighed: readonly Weighed[], facts: Facts, terms: Terms): Limb {
  const spans = weighed.flatMap(({ accused }) => accused.spans);
  if (weighed.length === 0) return unknown('bearer/nobody-named', NAMED_CULPRIT, facts.spans.act);
  const values = new Set(weighed.map(({ answer }) => answer?.limb.value ?? 'unknown'));
  // If none of those who may have done it is bound, it does not matter which of them it was.
  if (values.size === 1 && values.has('not-met')) return notMet(reasons(weighed), spans);
  return doubtOf(weighed, spans, terms) ?? settled(weighed, spans);
}

/** Reasons for which the words do not say who did it, whoever is bound. */
function doubtOf(weighed: readonly Weighed[], spans: Evidence[], terms: Terms): Limb | null {
  const firm = weighed.filter(({ accused }) => accused.certainty !== 'suspected');
  const names = (some: readonly Weighed[]): string =>
    [...new Set(some.map(({ accused }) => `"${accused.name}"`))].join(', ');
  if (firm.length === 0)
    return unknown(
      say(weighed.length === 1 ? 'bearer/one-suspected' : 'bearer/several-suspected', { names: names(weighed) }),
      NAMED_CULPRIT,
      spans,
    );
  const single = firm.filter(({ accused }) => accused.either === null);
  if (single.length === 0)
    return unknown(say('bearer/one-of-several', { names: names(firm) }), 'settle/tell-apart', spans);
  const rivals = rivalsAmong(single);
  if (rivals !== null)
    return unknown(say('bearer/rivals', { names: names(rivals) }), 'settle/independent', spans);
  const enemies = single.every(({ accused, answer }) => isEnemyWord(accused, answer, terms));
  if (enemies)
    return unknown(say('bearer/only-opponent', { names: names(single) }), 'settle/not-a-party', spans);
  return null;
}

/** Accusations of different origins none of which includes the other's culprit or one above or below it. */
function rivalsAmong(weighed: readonly Weighed[]): readonly Weighed[] | null {
  const known = weighed.filter(({ answer }) => answer !== null);
  const isKin = (a: Weighed, b: Weighed): boolean => {
    const [one, other] = [a.answer?.standing.chain ?? [], b.answer?.standing.chain ?? []];
    return one.some((id) => other.includes(id));
  };
  const origins = [...new Set(known.map(({ accused }) => accused.origin))];
  for (const [index, origin] of origins.entries()) {
    const own = known.filter(({ accused }) => accused.origin === origin);
    for (const rival of origins.slice(index + 1)) {
      const others = known.filter(({ accused }) => accused.origin === rival);
      if (!own.some((a) => others.some((b) => isKin(a, b)))) return [...own, ...others];
    }
  }
  return null;
}

/** True when everybody who says so is of a side opposed to the accused. */
function isEnemyWord(accused: Accused, answer: PartyAnswer | null, terms: Terms): boolean {
  const own = answer?.standing.side;
  if (accused.saidBy.length === 0 || own === undefined || own === null) return false;
  return accused.saidBy.every((sayer) => {
    const side = sayer === null ? null : terms.standing(sayer).side;
    return side !== null && side.id !== own.id;
  });
}

function settled(weighed: readonly Weighed[], spans: Evidence[]): Limb {
  const firm = weighed.filter(({ accused }) => accused.certainty !== 'suspected' && accused.either === null);
  const [first] = firm;
  const named = firm.find(({ answer }) => answer !== null);
  if (first?.answer === null && named !== undefined) {
    const both = { first: first.accused.name, second: named.accused.name };
    return unknown(say('bearer/first-nameless', both), 'settle/which-group', spans);
  }
  const bound = firm.filter(({ answer }) => answer?.limb.value === 'met');
  if (bound.length > 0)
    return met(
      reasons(bound),
      bound.flatMap(({ accused }) => accused.spans),
    );
  const open = firm.find(({ answer }) => answer?.limb.value === 'unknown');
  if (open?.answer) return withReason(open.answer.limb, answerSaid(open));
  const nameless = firm.find(({ answer }) => answer === null);
  if (nameless)
    return unknown(
      say('bearer/of-no-party', { name: nameless.accused.name }),
      'settle/which-group',
      nameless.accused.spans,
    );
  return notMet(reasons(firm), spans);
}

const withReason = (limb: Limb, { text, reason }: Said): Limb => ({ ...limb, because: text, reason });

const answerSaid = ({ accused, answer }: Weighed): Said =>
  answer === null
    ? say('bearer/not-registered', { name: accused.name })
    : say('bearer/answer', { name: accused.name, answer: saidBy(answer.limb) });

/** Each answer once, in order. */
function reasons(weighed: readonly Weighed[]): Said {
  const [only] = weighed;
  if (only !== undefined && weighed.length === 1) return answerSaid(only);
  const byText = new Map(weighed.map(answerSaid).map((said) => [said.text, said]));
  return say('bearer/answers', { answers: [...byText.values()] });
}

/** A denial is shown beside the accusation it answers; nearly every accusation is denied, so it does not outweigh one. */
function withDenial(limb: Limb, facts: Facts): Limb {
  const denials = facts.accused.filter((one) => one.certainty === 'denied_by_itself');
  if (denials.length === 0) return limb;
  const names = [...new Set(denials.map((one) => `"${one.name}"`))].join(', ');
  return {
    ...withReason(limb, say('bearer/denied', { answer: saidBy(limb), names })),
    spans: [...limb.spans, ...denials.flatMap((one) => one.spans)],
  };
}
