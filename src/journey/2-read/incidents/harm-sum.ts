/**
 * One count per measure out of the harm facts of a group. Facts of one wording add up ("two soldiers and a child"); facts of
 * different sentences are retellings, so the largest stands; single people told of one by one are counted each once; a part is a
 * constraint on its whole and never added.
 */

import type { HarmKind } from '../../../knowledge/harm-words.ts';
import { ARMED } from '../../../model/armed-roles.ts';
import type { HarmMeasure } from '../../../model/incident.ts';
import type { Claim, Quantity } from '../../../model/quantity.ts';
import type { Span } from '../../../model/span.ts';
import type { WordedHarm, WordedIncident, WordedParticipant } from '../../../model/worded-incident.ts';
import type { HarmFact } from './event-mention.ts';
import { isOfNamed } from './harm-collector.ts';
import { type Added, isBefore, laterDeaths, withFurther, withOthers } from './harm-others.ts';
import type { Page } from './page.ts';
import { isBeside, type Victim, victimsOf } from './victims.ts';

interface Sum {
  claim: Claim;
  spans: Span[];
  facts: readonly HarmFact[];
  total: boolean;
}

/** Measures that are of their own: whoever is abducted may also be killed. */
const APART: readonly HarmMeasure[] = ['casualties', 'abducted', 'missing', 'displaced'];

/** `doers` are the chains of those who did it. */
export function combinedHarm(
  page: Page,
  all: readonly HarmFact[],
  { isSum, doers }: { isSum: boolean; doers: ReadonlySet<number> },
): WordedIncident['harm'] {
  const harm: WordedIncident['harm'] = {};
  if (all.length === 0) return harm;
  const facts = ofTheNews(page, isSum ? all : all.filter((fact) => !fact.isSum));
  const victims = victimsOf(
    page,
    facts.filter(({ measure }) => BODILY.has(measure)),
    doers,
  );
  const killed = killedOf(page, withoutOwnDeaths(page, facts, doers), victims);
  if (killed !== null) harm.killed = worded(page, facts, killed);
  const injured = injuredOf(page, facts, victims, killed);
  if (injured !== null) harm.injured = worded(page, facts, injured);
  for (const measure of APART) {
    const own = facts.filter(
      (fact) => fact.measure === measure && !(measure === 'displaced' && getsAway(page, fact, doers)),
    );
    const sum = largest([...countedSums(page, own), ...onePerPerson(victimsOf(page, own, doers))]);
    if (sum !== null) harm[measure] = worded(page, own, sum);
  }
  return withZeroes(harm);
}

/** "A bomber blew himself up; 19 people died": whoever died by their own hand is not added to a number that is told of others. */
function withoutOwnDeaths(page: Page, facts: readonly HarmFact[], doers: ReadonlySet<number>): readonly HarmFact[] {
  const isOwn = ({ measure, sufferers, quantity }: HarmFact): boolean =>
    measure === 'killed' &&
    (quantity === null || quantity.claim.n === 1) &&
    sufferers.some((one) => isDoer(page, one, doers));
  const isOfOthers = (fact: HarmFact): boolean => fact.measure === 'killed' && (fact.quantity?.claim.n ?? 0) > 1;
  return facts.some(isOfOthers) ? facts.filter((fact) => !isOwn(fact)) : facts;
}

/** "The gunman shot two men and fled", "the rebels fled": who did it, or bears arms, is nobody displaced. */
const getsAway = (page: Page, { sufferers }: HarmFact, doers: ReadonlySet<number>): boolean =>
  sufferers.length > 0 && sufferers.every((one) => ARMED.has(one.role) || isDoer(page, one, doers));

const isDoer = ({ chains }: Page, { mention }: WordedParticipant, doers: ReadonlySet<number>): boolean =>
  mention !== null && doers.has(chains.representative[mention] ?? mention);

/** "No casualties": nobody killed and nobody injured; "nobody was hurt": nobody killed either. */
function withZeroes(harm: WordedIncident['harm']): WordedIncident['harm'] {
  const none = [harm.casualties, harm.injured].find((count) => count?.claim.n === 0);
  if (none === undefined || harm.killed !== undefined) return harm;
  return { ...harm, killed: none, injured: harm.injured ?? none };
}

/**
 * Harm of a time well before the report is another event's, unless nothing else is told, or the rest says no number, or it came
 * to the same people.
 */
function ofTheNews(page: Page, facts: readonly HarmFact[]): readonly HarmFact[] {
  const fresh = facts.filter(({ isEarlier }) => !isEarlier);
  if (!fresh.some((fact) => fact.quantity?.claim.op !== 'plural')) return facts;
  const chains = new Set(fresh.flatMap((fact) => chainsOf(page, fact)));
  return facts.filter((fact) => !fact.isEarlier || chainsOf(page, fact).some((chain) => chains.has(chain)));
}

const chainsOf = ({ chains }: Page, { sufferers }: HarmFact): number[] =>
  sufferers.flatMap(({ mention }) => (mention === null ? [] : [chains.representative[mention] ?? mention]));

const worded = (page: Page, facts: readonly HarmFact[], sum: Sum): WordedHarm => ({
  claim: sum.claim,
  spans: sum.spans,
  parts: partsOf(page, facts, sum),
});

const BODILY: ReadonlySet<HarmKind> = new Set(['killed', 'injured', 'hit']);

function killedOf(page: Page, facts: readonly HarmFact[], victims: readonly Victim[]): Sum | null {
  const late = laterDeaths(page, facts);
  const deaths = facts.filter((fact) => fact.measure === 'killed' && !fact.isOfTold);
  const dead = victims.filter(({ outcome }) => outcome === 'killed');
  const first = largest([
    ...countedSums(page, deaths),
    ...onePerPerson(dead),
    ...[...withOthers(page, deaths, dead), ...withFurther(deaths)].map(sumOfAdded),
  ]);
  const later = largest(countedSums(page, late));
  if (first === null || later === null) return first ?? later;
  // "One of them was killed" at the head of a report is told again below.
  if (!dead.some(isBeside) && late.every((fact) => !first.facts.some((death) => isBefore(death, fact))))
    return largest([first, later]);
  const [n, more] = [first.claim.n, later.claim.n];
  // One person's death told again is that of the part itself ("one of them died … the boy, 7, died").
  if (n === undefined || more === undefined || first.total || (n <= more && !dead.some(isBeside))) return first;
  return { ...first, claim: { ...first.claim, n: n + more }, spans: [...first.spans, ...later.spans] };
}

const sumOfAdded = ({ n, facts }: Added): Sum => ({
  claim: { op: '=', n },
  spans: facts.map(spanOf),
  facts,
  total: false,
});

/** Told outright; or those struck by a weapon who are not told to have died; or the people who lived, one by one. */
function injuredOf(page: Page, facts: readonly HarmFact[], victims: readonly Victim[], killed: Sum | null): Sum | null {
  const dead = new Set(victims.filter(({ outcome }) => outcome === 'killed').flatMap((victim) => victim.facts));
  const deaths = facts.filter(({ measure }) => measure === 'killed');
  const hurt = facts.filter(
    (fact) => fact.measure === 'injured' && !dead.has(fact) && !deaths.some((death) => isSameNumber(death, fact)),
  );
  const struck = facts.filter(({ measure }) => measure === 'hit');
  const alive = allDied(page, deaths, victims)
    ? victims.filter(({ outcome }) => outcome === 'injured')
    : victims.filter(({ outcome }) => outcome !== 'killed');
  const survivors = countedSums(page, struck).flatMap((sum) => withoutDead(sum, killed));
  const late = laterDeaths(page, facts);
  const later = largest(countedSums(page, late));
  // "One of the four was killed … three others were injured": those told of behind the death live.
  const alone = (sum: Sum): Sum =>
    late.some((death) => sum.facts.some((fact) => isBefore(fact, death))) ? withoutLaterDead(sum, later) : sum;
  const told = countedSums(page, hurt).map(alone);
  const further = withFurther(hurt).map((added) => alone(sumOfAdded(added)));
  return largest([...told, ...further, ...survivors, ...onePerPerson(alive)]);
}

/** "A man shot his wife and then himself. The two were pronounced dead.": those told of one by one are those who died. */
const allDied = (page: Page, deaths: readonly HarmFact[], victims: readonly Victim[]): boolean =>
  deaths.some(({ quantity }) => {
    if (quantity === null || quantity.claim.op !== '=' || (quantity.claim.n ?? 0) < victims.length) return false;
    const { tokens = [] } = page.parsed.sentences[quantity.sentence] ?? {};
    return isOfNamed(quantity) || (quantity.counted === null && tokens[quantity.firstToken - 1]?.lower === 'the');
  });

/** "The two were taken to a clinic and died": the words are the same. */
const isSameNumber = (a: HarmFact, b: HarmFact): boolean => a.quantity !== null && a.quantity === b.quantity;

/** Of 12 that were hit, whoever is told to have died is not among the injured. */
function withoutDead(hit: Sum, killed: Sum | null): Sum[] {
  const struck = hit.claim.n;
  if (killed === null) return [hit];
  const dead = killed.claim.n ?? 1;
  if (struck === undefined || struck <= dead) return [];
  return [{ ...hit, claim: { op: hit.claim.op, n: struck - dead }, spans: [...hit.spans, ...killed.spans], facts: [] }];
}

/** "Five were wounded. One of them died later." */
function withoutLaterDead(hurt: Sum, later: Sum | null): Sum {
  const [n, dead] = [hurt.claim.n, later?.claim.n];
  if (later === null || n === undefined || dead === undefined || n <= dead) return hurt;
  return { ...hurt, claim: { ...hurt.claim, n: n - dead }, spans: [...hurt.spans, ...later.spans] };
}

/** The people told of one by one, as a count. */
function onePerPerson(victims: readonly Victim[]): Sum[] {
  if (victims.length === 0) return [];
  const facts = victims.flatMap(({ facts: [first] }) => (first === undefined ? [] : [first]));
  return [{ claim: { op: '=', n: victims.length }, spans: facts.map(spanOf), facts, total: false }];
}

function largest(sums: readonly Sum[]): Sum | null {
  const sorted = [...sums].sort(
    (a, b) => size(b) - size(a) || Number(b.total) - Number(a.total) || b.spans.length - a.spans.length,
  );
  return sorted[0] ?? null;
}

/** A plural without a number is smaller than any number but none; an explicit zero is the least. */
const size = (sum: Sum): number =>
  sum.claim.op === 'plural' ? 0.5 : (sum.claim.n ?? (sum.claim.op === 'word' ? 3 : 0));

const countedSums = (page: Page, facts: readonly HarmFact[]): Sum[] =>
  addable(facts).flatMap((group) => {
    const sum = sumOf(page, group);
    return sum === null ? [] : [sum];
  });

/** Facts that add up: those of one word, and those of one sentence that count different people ("a soldier … and three nurses …"). */
function addable(facts: readonly HarmFact[]): HarmFact[][] {
  const groups: HarmFact[][] = [];
  for (const fact of facts) {
    const group = groups.find((others) =>
      others.every(
        (other) => other.sentence === fact.sentence && (other.token === fact.token || countsOthers(other, fact)),
      ),
    );
    if (group === undefined) groups.push([fact]);
    else group.push(fact);
  }
  return groups;
}

function countsOthers(a: HarmFact, b: HarmFact): boolean {
  const further = [a, b].filter(({ quantity }) => quantity?.relation === 'further').length;
  if (further > 0) return further === 1;
  if ([a, b].some(({ quantity }) => quantity !== null && isOfNamed(quantity))) return false;
  const noun = (fact: HarmFact): string | null => fact.quantity?.noun ?? fact.sufferers[0]?.head ?? null;
  const one = noun(a);
  const other = noun(b);
  return one !== null && other !== null && one !== other && a.quantity !== null && b.quantity !== null;
}

function sumOf(page: Page, facts: readonly HarmFact[]): Sum | null {
  const whole = facts.find((fact) => fact.total);
  const counted = (whole === undefined ? facts : [whole]).flatMap((fact) => {
    const claim = claimOf(page, fact);
    return claim === null ? [] : [{ fact, claim }];
  });
  const distinct = counted.filter(
    (one, index) => counted.findIndex((other) => sameWords(one.fact, other.fact)) === index,
  );
  const first = distinct[0];
  if (first === undefined) return null;
  const spans = distinct.map(({ fact }) => spanOf(fact));
  const numbers = distinct.map(({ claim }) => claim.n);
  if (
    distinct.length === 1 ||
    numbers.some((n) => n === undefined) ||
    distinct.some(({ claim }) => claim.op === 'range')
  ) {
    return { claim: first.claim, spans: [spanOf(first.fact)], facts: [first.fact], total: whole !== undefined };
  }
  const n = numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0);
  const open = distinct.find(({ claim }) => claim.op !== '=');
  return { claim: { op: open?.claim.op ?? '=', n }, spans, facts: distinct.map(({ fact }) => fact), total: false };
}

function sameWords(a: HarmFact, b: HarmFact): boolean {
  const one = spanOf(a);
  const other = spanOf(b);
  return one.start < other.end && other.start < one.end;
}

function spanOf(fact: HarmFact): Span {
  if (fact.quantity !== null) return { start: fact.quantity.start, end: fact.quantity.end };
  return fact.sufferers[0]?.spans[0] ?? fact.span;
}

/** The claim as worded; a single person without a number is one, several people without a number are a plural. */
function claimOf(page: Page, fact: HarmFact): Claim | null {
  if (fact.quantity !== null) return fact.quantity.claim;
  const sufferer = fact.sufferers[0];
  if (sufferer === undefined) return null;
  const mention = sufferer.mention === null ? undefined : page.actors[sufferer.mention];
  if (mention === undefined) return sufferer.kind === 'person' ? { op: '=', n: 1 } : { op: 'plural' };
  if (mention.kind === 'organisation') return null;
  return mention.number === 'plural' ? { op: 'plural' } : { op: '=', n: 1 };
}

/** Parts named with the count: "five of them children", "12 soldiers and a child". */
function partsOf(page: Page, facts: readonly HarmFact[], sum: Sum): WordedHarm['parts'] {
  const parts: WordedHarm['parts'] = [];
  const wholes = new Set(sum.facts.flatMap((fact) => (fact.quantity === null ? [] : [fact.quantity])));
  for (const quantity of page.quantities) {
    if (quantity.relation !== 'subset' || quantity.who === null || quantity.of === null) continue;
    const whole: Quantity | undefined = page.quantities[quantity.of];
    if (whole !== undefined && wholes.has(whole))
      parts.push({ who: quantity.who, claim: quantity.claim, spans: [{ start: quantity.start, end: quantity.end }] });
  }
  for (const fact of sum.facts) {
    const who = fact.quantity?.who ?? fact.sufferers[0]?.subset ?? null;
    const claim = sum.facts.length === 1 ? sum.claim : claimOf(page, fact);
    if (who !== null && claim !== null) parts.push({ who, claim, spans: [spanOf(fact)] });
  }
  return parts
    .filter((part) => part.who !== 'people')
    .filter(
      (part, index) =>
        parts.findIndex((other) => other.who === part.who && other.spans[0]?.start === part.spans[0]?.start) ===
          index && facts.length > 0,
    );
}
