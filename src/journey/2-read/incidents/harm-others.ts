/** Numbers of people who come on top of those told of in a sentence before ("A third died on Sunday", "two of his guards were also killed"). */
import type { Quantity } from '../../../model/quantity.ts';
import type { HarmFact } from './event-mention.ts';
import type { Page } from './page.ts';
import { isAlso, type Victim } from './victims.ts';

/** Facts that add up, with their sum. */
export interface Added {
  readonly n: number;
  readonly facts: readonly HarmFact[];
}

/** "The minister was killed. … Two of his guards were also killed.": the number is of others than those told of before it. */
export function withOthers(page: Page, deaths: readonly HarmFact[], dead: readonly Victim[]): Added[] {
  return deaths.flatMap((fact) => {
    const n = exactly(fact) ?? 0;
    if (n < 2 || !isAlso(page, fact)) return [];
    const before = dead.filter(({ facts: [first] }) => first !== undefined && isBefore(first, fact));
    if (before.length === 0) return [];
    return [{ n: n + before.length, facts: [...before.flatMap((victim) => victim.facts.slice(0, 1)), fact] }];
  });
}

/** "Two soldiers were killed. … A third died in hospital.", "Another two died of their wounds on Monday." */
export function withFurther(facts: readonly HarmFact[]): Added[] {
  if (facts.some(({ total }) => total)) return [];
  return facts.flatMap((fact) => {
    const n = exactly(fact);
    if (n === null || fact.quantity?.relation !== 'further') return [];
    const whole = facts.findLast((other) => isWhole(other, fact));
    const before = whole === undefined ? null : exactly(whole);
    if (whole === undefined || before === null) return [];
    const place = NTH.get(fact.quantity.text.toLowerCase());
    const fits = place === undefined ? !tellsParts(facts, whole, fact) : place === before + 1;
    return fits ? [{ n: before + n, facts: [whole, fact] }] : [];
  });
}

const NTH: ReadonlyMap<string, number> = new Map(
  ['third', 'fourth', 'fifth', 'sixth', 'seventh'].map((word, index) => [word, index + 3]),
);

/** So many sentences on, those told of more come on top. */
const REACH = 4;

const isWhole = (other: HarmFact, { sentence }: HarmFact): boolean =>
  other.sentence < sentence &&
  sentence - other.sentence <= REACH &&
  (exactly(other) ?? 0) > 1 &&
  other.quantity?.relation !== 'subset' &&
  other.quantity?.relation !== 'further';

/** "One died at the scene, another in hospital": those counted before, told of one by one. */
const tellsParts = (facts: readonly HarmFact[], whole: HarmFact, further: HarmFact): boolean =>
  facts.some(
    (other) =>
      other !== further && other !== whole && other.sentence > whole.sentence && other.sentence <= further.sentence,
  );

/** "One of the wounded died": one more dead, unless those he is one of are told to have died. */
export function laterDeaths(page: Page, facts: readonly HarmFact[]): HarmFact[] {
  const deaths = facts.filter(({ measure }) => measure === 'killed');
  const whole = (fact: HarmFact): Quantity | undefined => page.quantities[fact.quantity?.of ?? -1];
  return deaths.filter(
    (fact) => fact.isOfTold && !deaths.some(({ quantity }) => quantity !== null && quantity === whole(fact)),
  );
}

const exactly = ({ quantity }: HarmFact): number | null =>
  quantity?.claim.op === '=' ? (quantity.claim.n ?? null) : null;

/** In order of text. */
export const isBefore = (a: HarmFact, b: HarmFact): boolean =>
  a.sentence < b.sentence || (a.sentence === b.sentence && a.token < b.token);
