/** Near misses of the field's formulaic words: "beaches of the ceasefire" speaks of breaches. */
import type { FormulaicWord, FurnitureWords } from '../../../../knowledge/furniture-words.ts';
import type { MessFound, MessInput, MessRule } from '../mess-rule.ts';

/** How many words on either side may hold the company that a near miss needs. */
const reach = 3;

interface Word {
  readonly lower: string;
  readonly start: number;
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
  const all: Word[] = Array.from(text.matchAll(/[A-Za-z]{3,40}/g), (match) => ({
    lower: match[0].toLowerCase(),
    start: match.index,
  }));
  const table = byFirstLetter(words);
  return all.flatMap((word, index) => {
    const right = nearMiss(word.lower, table.get(word.lower.charAt(0)) ?? [], all, index);
    if (right === null) return [];
    return [
      {
        start: word.start,
        end: word.start + word.lower.length,
        message: `"${word.lower}" may stand for "${right}".`,
        isFurniture: false,
      },
    ];
  });
}

function byFirstLetter({ formulaic }: FurnitureWords): Map<string, FormulaicWord[]> {
  const table = new Map<string, FormulaicWord[]>();
  for (const word of formulaic) table.set(word.right.charAt(0), [...(table.get(word.right.charAt(0)) ?? []), word]);
  return table;
}

function nearMiss(
  word: string,
  candidates: readonly FormulaicWord[],
  all: readonly Word[],
  index: number,
): string | null {
  for (const { right, beside } of candidates) {
    if (Math.abs(word.length - right.length) > 1 || isSameWord(word, right) || !isOneEditAway(word, right)) continue;
    const near = all.slice(Math.max(0, index - reach), index + reach + 1);
    if (beside.length === 0 || near.some((other) => beside.includes(other.lower))) return right;
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
