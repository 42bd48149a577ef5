/**
 * One count per measure out of the harm facts of a group. Facts of one wording add up ("two soldiers and a child"); facts of
 * different sentences are retellings, so the largest stands; a part is a constraint on its whole and never added.
 */
import type { HarmMeasure } from '../../../model/incident.ts';
import type { Claim, Quantity } from '../../../model/quantity.ts';
import type { Span } from '../../../model/span.ts';
import type { WordedHarm, WordedIncident } from '../../../model/worded-incident.ts';
import type { HarmFact } from './event-mention.ts';
import type { Page } from './page.ts';

interface Sum {
  claim: Claim;
  spans: Span[];
  facts: HarmFact[];
  total: boolean;
}

const MEASURES: readonly HarmMeasure[] = ['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced'];

export function combinedHarm(page: Page, all: readonly HarmFact[], isSum: boolean): WordedIncident['harm'] {
  const harm: WordedIncident['harm'] = {};
  const facts = isSum ? all : all.filter((fact) => !fact.isSum);
  for (const measure of MEASURES) {
    const combined = combine(
      page,
      facts.filter((fact) => fact.measure === measure),
    );
    if (combined !== null) harm[measure] = combined;
  }
  const hit = combine(
    page,
    facts.filter((fact) => fact.measure === 'hit'),
  );
  if (hit !== null) addSurvivors(harm, hit);
  return harm;
}

/** Of those struck by a weapon, whoever is not told to have died is injured; a larger number of injured told outright stands. */
function addSurvivors(harm: WordedIncident['harm'], hit: WordedHarm): void {
  const struck = hit.claim.n;
  const killed = harm.killed?.claim.n ?? (harm.killed === undefined ? 0 : 1);
  if (struck === undefined) {
    if (harm.killed === undefined) harm.injured ??= hit;
    return;
  }
  const alive = struck - killed;
  if (alive <= (harm.injured?.claim.n ?? 0)) return;
  harm.injured = {
    claim: { op: hit.claim.op, n: alive },
    spans: [...hit.spans, ...(harm.killed?.spans ?? [])],
    parts: killed === 0 ? hit.parts : [],
  };
}

function combine(page: Page, facts: readonly HarmFact[]): WordedHarm | null {
  const sums = addable(facts).flatMap((group) => {
    const sum = sumOf(page, group);
    return sum === null ? [] : [sum];
  });
  const people = individuals(page, facts);
  if (people !== null) sums.push(people);
  sums.sort((a, b) => size(b) - size(a) || Number(b.total) - Number(a.total) || b.spans.length - a.spans.length);
  const best = sums[0];
  if (best === undefined) return null;
  return { claim: best.claim, spans: best.spans, parts: partsOf(page, facts, best) };
}

/** A plural without a number is smaller than any number but none; an explicit zero is the least. */
const size = (sum: Sum): number =>
  sum.claim.op === 'plural' ? 0.5 : (sum.claim.n ?? (sum.claim.op === 'word' ? 3 : 0));

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
  if (a.quantity?.relation === 'further' || b.quantity?.relation === 'further') return true;
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
  if (mention === undefined) return sufferer.kind === 'person' ? { op: '=', n: 1 } : null;
  if (mention.kind === 'organisation') return null;
  return mention.number === 'plural' ? { op: 'plural' } : { op: '=', n: 1 };
}

/** Distinct single people named over several sentences. */
function individuals(page: Page, facts: readonly HarmFact[]): Sum | null {
  const people = new Map<number, HarmFact>();
  for (const fact of facts) {
    const mention = fact.sufferers[0]?.mention;
    const name = mention === null || mention === undefined ? undefined : page.actors[mention];
    if (
      fact.quantity !== null ||
      mention === null ||
      mention === undefined ||
      name === undefined ||
      name.number !== 'singular' ||
      name.form !== 'name'
    )
      continue;
    people.set(page.chains.representative[mention] ?? mention, fact);
  }
  if (people.size < 2) return null;
  return {
    claim: { op: '=', n: people.size },
    spans: [...people.values()].map(spanOf),
    facts: [...people.values()],
    total: false,
  };
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
  if (sum.facts.length > 1) {
    for (const fact of sum.facts) {
      const who = fact.quantity?.who ?? fact.sufferers[0]?.subset ?? null;
      const claim = claimOf(page, fact);
      if (who !== null && claim !== null) parts.push({ who, claim, spans: [spanOf(fact)] });
    }
  } else if (sum.facts[0] !== undefined) {
    const who = sum.facts[0].quantity?.who ?? sum.facts[0].sufferers[0]?.subset ?? null;
    if (who !== null) parts.push({ who, claim: sum.claim, spans: sum.spans });
  }
  return parts
    .filter((part) => part.who !== 'people')
    .filter(
      (part, index) =>
        parts.findIndex((other) => other.who === part.who && other.spans[0]?.start === part.spans[0]?.start) ===
          index && facts.length > 0,
    );
}
