/** From a worded number to min, best and max, by the published table in knowledge/codebook/count-wording.yaml. */
import type { Claim } from '../model/quantity.ts';

export interface CountRange {
  readonly min: number;
  readonly best: number | null;
  /** null = open above. */
  readonly max: number | null;
}

export type CountProfile = 'acled' | 'literal';

/** The table: relative widths are fractions of the number, word ranges are [min, max]. */
export interface CountWording {
  readonly version: string;
  readonly about: number;
  readonly nearly: number;
  readonly plural: { readonly min: number; readonly max: number | null };
  readonly words: ReadonlyMap<string, Readonly<Record<CountProfile, readonly [number, number | null]>>>;
  readonly otherwise: readonly [number, number | null];
}

const below = (n: number, part: number): number => Math.min(n, Math.max(0, Math.ceil(n - n * part - 1e-9)));
const above = (n: number, part: number): number => Math.max(n, Math.floor(n + n * part + 1e-9));

/**
 * The interval that a claim stands for. min <= best <= max holds for every claim with n >= 0 and n2 >= n.
 * "Up to 12" has no best: the ceiling is never used as the figure.
 */
export function rangeOf(claim: Claim, wording: CountWording, profile: CountProfile = 'acled'): CountRange {
  const n = claim.n ?? 0;
  switch (claim.op) {
    case '=':
      return { min: n, best: n, max: n };
    case '>=':
      return { min: n, best: n, max: null };
    case '>':
      return { min: Math.floor(n) + 1, best: Math.floor(n) + 1, max: null };
    case '<=':
      return { min: Math.min(1, n), best: null, max: n };
    case '<':
      return { min: n > 1 ? 1 : 0, best: null, max: Math.max(0, Math.ceil(n) - 1) };
    case '~':
      return { min: below(n, wording.about), best: n, max: above(n, wording.about) };
    case '<~':
      return { min: below(n, wording.nearly), best: n, max: n };
    case 'range':
      return { min: n, best: n, max: claim.n2 ?? n };
    case 'plural':
      return { min: wording.plural.min, best: null, max: wording.plural.max };
    case 'word':
      return rangeOfWord(claim, wording, profile);
  }
}

/** "Two dozen" never comes here (it is "= 24"); "more than a few" keeps the word and the word's floor. */
function rangeOfWord(claim: Claim, wording: CountWording, profile: CountProfile): CountRange {
  const [min, max] = wording.words.get(claim.word ?? '')?.[profile] ?? wording.otherwise;
  return { min, best: min, max };
}
