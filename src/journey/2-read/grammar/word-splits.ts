/** Splits of a single word: clitics ("did|n't"), fused words ("can|not") and units after numbers ("10|km"). */
import { fused } from './abbreviations.ts';
import { digit, isLetter, kindOf } from './characters.ts';

/** Token i is `text.slice(starts[i], ends[i])`; offsets are UTF-16 units of the whole text, in rising order. */
export interface TokenBounds {
  readonly starts: number[];
  readonly ends: number[];
}

export function add(bounds: TokenBounds, start: number, end: number): void {
  if (start >= end) return;
  bounds.starts.push(start);
  bounds.ends.push(end);
}

const straightApostrophe = "'".charCodeAt(0);
const curlyApostrophe = '’'.charCodeAt(0);

export const isApostrophe = (unit: number): boolean => unit === straightApostrophe || unit === curlyApostrophe;

/** Ends of words that are tokens of their own, longest first. */
const clitics = ['ll', 're', 've', 's', 'm', 'd'];

/** A word without inner punctuation except apostrophes: clitics and fused words are split off. */
export function addWord(text: string, start: number, end: number, bounds: TokenBounds): void {
  const length = end - start;
  if (length <= 0) return;
  const split = length <= 40 ? cliticStart(text, start, end) : -1;
  if (split > start) {
    add(bounds, start, split);
    add(bounds, split, end);
    return;
  }
  const firstPart = mayBeFused(text, start, end) ? fused.get(text.slice(start, end).toLowerCase()) : undefined;
  if (firstPart === undefined) {
    addUnits(text, start, end, bounds);
    return;
  }
  add(bounds, start, start + firstPart);
  add(bounds, start + firstPart, end);
}

/** The last two letters as a small number, in any case; other characters may agree with letters. */
const endOf = (text: string, end: number): number =>
  ((text.charCodeAt(end - 2) & 31) << 5) | (text.charCodeAt(end - 1) & 31);

const fusedEnds = new Uint8Array(1024);
for (const word of fused.keys()) fusedEnds[endOf(word, word.length)] = 1;

/** Asked of every word, so that nearly all are not cut out. */
const mayBeFused = (text: string, start: number, end: number): boolean =>
  end - start >= 4 && end - start <= 7 && fusedEnds[endOf(text, end)] === 1;

/** Numbers are split from a unit that follows them without a space ("10km", "5pm"), but not "4th", "1990s", "40k". */
const unitsAfterNumber = new Set(['km', 'pm', 'am', 'kg', 'mm', 'cm', 'hrs', 'mins', 'years', 'yrs', 'hours']);

function addUnits(text: string, start: number, end: number, bounds: TokenBounds): void {
  let at = end;
  while (at > start && end - at < 6 && isLetter(kindOf(text.charCodeAt(at - 1)))) at--;
  const splits =
    at > start && at < end && kindOf(text.charCodeAt(at - 1)) === digit && kindOf(text.charCodeAt(start)) === digit;
  if (splits && unitsAfterNumber.has(text.slice(at, end).toLowerCase())) {
    add(bounds, start, at);
    add(bounds, at, end);
  } else add(bounds, start, end);
}

function cliticStart(text: string, start: number, end: number): number {
  for (let back = 2; back <= 3 && end - back > start; back++) {
    const apostrophe = end - back;
    if (!isApostrophe(text.charCodeAt(apostrophe))) continue;
    const tail = text.slice(apostrophe + 1, end).toLowerCase();
    if (tail === 't') {
      const n = text.charCodeAt(apostrophe - 1) | 32;
      return n === 110 && apostrophe - 1 > start ? apostrophe - 1 : -1;
    }
    return clitics.includes(tail) ? apostrophe : -1;
  }
  return -1;
}
