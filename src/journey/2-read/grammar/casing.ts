/** How a stretch of words is written, since capitals stop telling names apart in titles and wire copy. */
import { isLetter, kindOf, lowerLetter, upperLetter } from './characters.ts';
import type { TokenBounds } from './word-splits.ts';

export type Casing = 'mixed' | 'upper' | 'lower' | 'title';

/** Words this long are capitalised in titles even if they are not names. */
const longWord = 4;

/** Casing of tokens `from` to `to` (exclusive). */
export function casingOf(text: string, bounds: TokenBounds, from: number, to: number): Casing {
  let allUpper = 0;
  let loneCapitals = 0;
  let capitalised = 0;
  let small = 0;
  let longSmall = 0;
  let longCapitalised = 0;
  for (let i = from; i < to; i++) {
    const start = bounds.starts[i] ?? 0;
    const end = bounds.ends[i] ?? 0;
    const first = kindOf(text.charCodeAt(start));
    if (end - start < 2) {
      if (first === upperLetter) loneCapitals++;
      continue;
    }
    if (!isLetter(first)) continue;
    if (first === lowerLetter) {
      small++;
      if (end - start >= longWord) longSmall++;
    } else if (isAllUpper(text, start, end)) allUpper++;
    else {
      capitalised++;
      if (end - start >= longWord) longCapitalised++;
    }
  }
  const words = allUpper + capitalised + small;
  if (words === 0) return 'mixed';
  if (allUpper >= 0.7 * words && small <= 0.15 * words) return 'upper';
  if (allUpper + capitalised + loneCapitals === 0) return words >= 2 ? 'lower' : 'mixed';
  const isTitle = longSmall === 0 && longCapitalised >= 3 && capitalised + allUpper >= small;
  return isTitle ? 'title' : 'mixed';
}

function isAllUpper(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const kind = kindOf(text.charCodeAt(i));
    if (kind === lowerLetter) return false;
  }
  return kindOf(text.charCodeAt(start)) === upperLetter;
}
