/**
 * Whose conduct it is said to be, and whether the clause binds them. Accusations are claims: alternatives, rivals,
 * suspicions and the word of an enemy alone leave the limb unknown; a denial by the accused is told, but decides nothing.
 */
import type { Clause } from '../../../model/agreement.ts';
import type { Accused, Facts } from '../facts.ts';
import { perFacts } from '../per-facts.ts';
import { type PlainCode, type Said, say } from '../reason.ts';
import type { Terms } from '../terms.ts';
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
  const weighed: Weighed[] = [];
  const answers: PartyAnswer[] = [];
  for (const accused of facts.accused) {
    if (accused.certainty === 'denied_by_itself') continue;
    const { actor, spans } = accused;
    const answer = actor === null ? null : partyAnswer(actor, clause.bearers, clause, facts, terms, spans);
    weighed.push({ accused, answer });
    if (answer !== null) answers.push(answer);
  }
  const limb = decide(weighed, facts, terms);
  return {
    limb: weighed.length === facts.accused.length ? limb : withDenial(limb, facts),
    bearers: bearersOf(answers, limb.value === 'met'),
    hasCandidate: answers.some((one) => one.limb.value !== 'not-met'),
    isOfAnotherSide: limb.value === 'not-met' && answers.length > 0 && answers.every((one) => one.isOfAnotherSide),
  };
}

/** Each once; where the limb is met, only those who are bound. */
function bearersOf(answers: readonly PartyAnswer[], isMet: boolean): string[] {
  const bearers: string[] = [];
  for (const { limb, standing } of answers)
    if ((!isMet || limb.value === 'met') && !bearers.includes(standing.actor)) bearers.push(standing.actor);
  return bearers;
}

function spansOf(weighed: readonly Weighed[]): readonly Evidence[] {
  const [only] = weighed;
  return only !== undefined && weighed.length === 1
    ? only.accused.spans
    : weighed.flatMap(({ accused }) => accused.spans);
}

function decide(weighed: readonly Weighed[], facts: Facts, terms: Terms): Limb {
  if (weighed.length === 0) return unknown('bearer/nobody-named', NAMED_CULPRIT, facts.spans.act);
  const spans = spansOf(weighed);
  // If none of those who may have done it is bound, it does not matter which of them it was.
  if (weighed.every(({ answer }) => answer?.limb.value === 'not-met')) return notMet(reasons(weighed), spans);
  const firm = weighed.filter(({ accused }) => accused.certainty !== 'suspected');
  const single = firm.filter(({ accused }) => accused.either === null);
  return doubtOf(weighed, firm, single, spans, terms) ?? settled(single, spans);
}

/** Reasons for which the words do not say who did it, whoever is bound. */
function doubtOf(
  weighed: readonly Weighed[],
  firm: readonly Weighed[],
  single: readonly Weighed[],
  spans: readonly Evidence[],
  terms: Terms,
): Limb | null {
  if (firm.length === 0)
    return unknown(
      say(weighed.length === 1 ? 'bearer/one-suspected' : 'bearer/several-suspected', { names: namesOf(weighed) }),
      NAMED_CULPRIT,
      spans,
    );
  if (single.length === 0)
    return unknown(say('bearer/one-of-several', { names: namesOf(firm) }), 'settle/tell-apart', spans);
  const rivals = single.length === 1 ? null : rivalsAmong(single);
  if (rivals !== null) return unknown(say('bearer/rivals', { names: namesOf(rivals) }), 'settle/independent', spans);
  return partisan(single, spans, terms);
}

const namesOf = (weighed: readonly Weighed[]): string =>
  [...new Set(weighed.map(({ accused }) => `"${accused.name}"`))].join(', ');

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

/** Where nobody but opponents of the accused says so, or unnamed bodies that may be opponents. */
function partisan(single: readonly Weighed[], spans: readonly Evidence[], terms: Terms): Limb | null {
  const voices = single.map(({ accused, answer }) => voiceOf(accused, answer, terms));
  if (voices.includes('apart')) return null;
  if (!voices.includes('possible-party'))
    return unknown(say('bearer/only-opponent', { names: namesOf(single) }), 'settle/not-a-party', spans);
  const sayers = new Set(single.flatMap(({ accused }) => accused.saidBy.map(({ name }) => `"${name}"`)));
  return unknown(
    say('bearer/only-possible-party', { names: namesOf(single), sayers: [...sayers].join(', ') }),
    'settle/not-a-party',
    spans,
  );
}

/** Whether those who say so are opponents of the accused, may be parties, or one at least stands apart. */
function voiceOf(
  { certainty, saidBy }: Accused,
  answer: PartyAnswer | null,
  terms: Terms,
): 'opponent' | 'possible-party' | 'apart' {
  const own = answer?.standing.side;
  if (saidBy.length === 0 || own === undefined || own === null || certainty === 'claimed_by_itself') return 'apart';
  const isOpponent = (actor: string): boolean => {
    const { side } = terms.standing(actor);
    return side !== null && side.id !== own.id;
  };
  if (saidBy.every(({ actor }) => actor !== null && isOpponent(actor))) return 'opponent';
  return saidBy.every(({ actor, name }) => (actor === null ? terms.wording(name).mayBeParty : isOpponent(actor)))
    ? 'possible-party'
    : 'apart';
}

/** Of accusations that are neither suspicions nor alternatives. */
function settled(firm: readonly Weighed[], spans: readonly Evidence[]): Limb {
  const [first] = firm;
  const named = firm.find(({ answer }) => answer !== null);
  if (first?.answer === null && named !== undefined) {
    const both = { first: first.accused.name, second: named.accused.name };
    return unknown(say('bearer/first-nameless', both), 'settle/which-group', spans);
  }
  const bound = firm.filter(({ answer }) => answer?.limb.value === 'met');
  if (bound.length > 0) return met(reasons(bound), spansOf(bound));
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
  const names = [...new Set(denials.map((one) => `"${one.name}"`))].join(', ');
  return {
    ...withReason(limb, say('bearer/denied', { answer: saidBy(limb), names })),
    spans: [...limb.spans, ...denials.flatMap((one) => one.spans)],
  };
}
