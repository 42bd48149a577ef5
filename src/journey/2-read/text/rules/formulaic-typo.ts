/** Near misses of the field's formulaic words: "beaches of the ceasefire" speaks of breaches. */
import { type FormulaicWord, wordShape } from '../../../../knowledge/furniture-words.ts';
import type { MessFound, MessInput, MessRule } from '../mess-rule.ts';

/** How many words on either side may hold the company that a near miss needs. */
const reach = 3;

/** Where runs of ASCII letters stand: longer ones cut, shorter ones left out. */
interface Runs {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export const formulaicTypo: MessRule = {
  id: 'formulaic-typo',
  sentence: "A word is one letter away from a formulaic word of the lexicon and stands in that word's company.",
  examples: [
    { text: 'Both sides reported beaches of the ceasefire.', finds: ['beaches'] },
    { text: 'It spoke of contineous violations.', finds: ['contineous'] },
    { text: 'The cesation of hostilities began.', finds: ['cesation'] },
  ],
  misses: [
    'Families went to the beaches near the city.',
    'Breaches of the ceasefire continue.',
    'Ceasefires were agreed.',
    'He continues violations of it.',
  ],
  find,
};

function find({ text, words }: MessInput): MessFound[] {
  const runs = runsOf(text);
  const found: MessFound[] = [];
  runs.starts.forEach((start, index) => {
    const end = runs.ends[index] ?? start;
    // Letters of ASCII alone stand in runs: one bit makes them lower case.
    if (words.formulaicShapes[wordShape(text.charCodeAt(start) | 32, end - start)] !== 1) return;
    const candidates = words.formulaic.get(text.charAt(start).toLowerCase()) ?? [];
    const lower = text.slice(start, end).toLowerCase();
    const right = nearMiss(lower, candidates, text, runs, index);
    if (right === null) return;
    found.push({ start, end, message: `"${lower}" may stand for "${right}".`, isFurniture: false });
  });
  return found;
}

const SHORTEST = 3;
const LONGEST = 40;

function runsOf(text: string): Runs {
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const isInside = isLetter(text.charCodeAt(at));
    if (isInside && at - start < LONGEST) continue;
    if (at - start >= SHORTEST) {
      starts.push(start);
      ends.push(at);
    }
    start = isInside ? at : at + 1;
  }
  return { starts, ends };
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

function nearMiss(
  word: string,
  candidates: readonly FormulaicWord[],
  text: string,
  { starts, ends }: Runs,
  index: number,
): string | null {
  for (const { right, beside } of candidates) {
    if (Math.abs(word.length - right.length) > 1 || isSameWord(word, right) || !isOneEditAway(word, right)) continue;
    if (beside.length === 0) return right;
    for (let other = Math.max(0, index - reach); other <= Math.min(starts.length - 1, index + reach); other++)
      if (beside.includes(text.slice(starts[other], ends[other]).toLowerCase())) return right;
  }
  return null;
}

/** Inflections differ in their last two letters only ("violation", "violations"; "besieged", "besieges"). */
const isSameWord = (word: string, right: string): boolean => word.startsWith(right.slice(0, right.length - 2));

/** One letter added, left out, exchanged, or two neighbours swapped. */
function isOneEditAway(a: string, b: string): boolean {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return a !== b;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
