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

export function combinedHarm(page: Page, facts: readonly HarmFact[]): WordedIncident['harm'] {
  const harm: WordedIncident['harm'] = {};
  const measures = new Set(facts.map((fact) => fact.measure));
  for (const measure of measures) {
    const combined = combine(page, facts.filter((fact) => fact.measure === measure));
    if (combined !== null) harm[measure] = combined;
  }
  return harm satisfies Partial<Record<HarmMeasure, WordedHarm>>;
}

function combine(page: Page, facts: readonly HarmFact[]): WordedHarm | null {
  const sums = bySentence(facts).flatMap((group) => { const sum = sumOf(page, group); return sum === null ? [] : [sum]; });
  const people = individuals(page, facts);
  if (people !== null) sums.push(people);
  sums.sort((a, b) => size(b) - size(a) || Number(b.total) - Number(a.total) || b.spans.length - a.spans.length);
  const best = sums[0];
  if (best === undefined) return null;
  return { claim: best.claim, spans: best.spans, parts: partsOf(page, facts, best) };
}

/** A plural without a number is smaller than any number but none; an explicit zero is the least. */
const size = (sum: Sum): number => (sum.claim.op === 'plural' ? 0.5 : (sum.claim.n ?? (sum.claim.op === 'word' ? 3 : 0)));

function bySentence(facts: readonly HarmFact[]): HarmFact[][] {
  const groups = new Map<number, HarmFact[]>();
  for (const fact of facts) groups.set(fact.sentence, [...(groups.get(fact.sentence) ?? []), fact]);
  return [...groups.values()];
}

function sumOf(page: Page, facts: readonly HarmFact[]): Sum | null {
  const whole = facts.find((fact) => fact.total);
  const counted = (whole === undefined ? facts : [whole]).flatMap((fact) => {
    const claim = claimOf(page, fact);
    return claim === null ? [] : [{ fact, claim }];
  });
  const distinct = counted.filter((one, index) => counted.findIndex((other) => sameWords(one.fact, other.fact)) === index);
  const first = distinct[0];
  if (first === undefined) return null;
  const spans = distinct.map(({ fact }) => spanOf(fact));
  const numbers = distinct.map(({ claim }) => claim.n);
  if (distinct.length === 1 || numbers.some((n) => n === undefined) || distinct.some(({ claim }) => claim.op === 'range')) {
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
    if (fact.quantity !== null || mention === null || mention === undefined || name === undefined || name.number !== 'singular' || name.form !== 'name') continue;
    people.set(page.chains.representative[mention] ?? mention, fact);
  }
  if (people.size < 2) return null;
  return { claim: { op: '=', n: people.size }, spans: [...people.values()].map(spanOf), facts: [...people.values()], total: false };
}

/** Parts named with the count: "five of them children", "12 soldiers and a child". */
function partsOf(page: Page, facts: readonly HarmFact[], sum: Sum): WordedHarm['parts'] {
  const parts: WordedHarm['parts'] = [];
  const wholes = new Set(sum.facts.flatMap((fact) => (fact.quantity === null ? [] : [fact.quantity])));
  for (const quantity of page.quantities) {
    if (quantity.relation !== 'subset' || quantity.who === null || quantity.of === null) continue;
    const whole: Quantity | undefined = page.quantities[quantity.of];
    if (whole !== undefined && wholes.has(whole)) parts.push({ who: quantity.who, claim: quantity.claim, spans: [{ start: quantity.start, end: quantity.end }] });
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
  return parts.filter((part, index) => parts.findIndex((other) => other.who === part.who && other.spans[0]?.start === part.spans[0]?.start) === index && facts.length > 0);
}
