/** The words by which a story is known: names and figures more than common words, rare ones more than frequent ones. */

export interface StoryText {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
}

/** Sparse vector of unit length, by term number. */
export interface TermVector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** A story is told in its beginning; the rest of a long report often goes on to others. */
const WORDS_AT_MOST = 400;
/** How much more a name and a figure say than a common word, and a word of the title than one of the text. */
const NAME = 2.5;
const FIGURE = 2;
const TITLE = 1;
/** Words in more than this share of a large collection tell no story. */
const COMMON_SHARE = 0.25;

interface Counted {
  readonly counts: Map<string, number>;
  readonly boosts: Map<string, number>;
}

/** Vectors of all texts over one vocabulary, weighted by how few of the texts hold a term. */
export function termVectors(texts: readonly StoryText[]): TermVector[] {
  const counted = texts.map(countTerms);
  const holders = new Map<string, number>();
  for (const { counts } of counted) for (const term of counts.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const numbers = new Map<string, number>();
  const numberOf = (term: string): number => {
    const known = numbers.get(term) ?? numbers.size;
    numbers.set(term, known);
    return known;
  };
  return counted.map(({ counts, boosts }) => {
    const rows: [number, number][] = [];
    for (const [term, count] of counts) {
      const share = (holders.get(term) ?? 1) / texts.length;
      if (texts.length > 20 && share > COMMON_SHARE) continue;
      const rarity = Math.log((texts.length + 2) / ((holders.get(term) ?? 1) + 1));
      rows.push([numberOf(term), (1 + Math.log(count)) * Math.max(0.01, rarity) * (boosts.get(term) ?? 1)]);
    }
    return unit(rows);
  });
}

function unit(rows: [number, number][]): TermVector {
  rows.sort((a, b) => a[0] - b[0]);
  const length = Math.sqrt(rows.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    terms: Int32Array.from(rows, ([term]) => term),
    weights: Float64Array.from(rows, ([, weight]) => weight / length),
  };
}

function countTerms({ title, text }: StoryText): Counted {
  const counts = new Map<string, number>();
  const boosts = new Map<string, number>();
  const take = (source: string, share: number): void => {
    let words = 0;
    for (const match of source.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)) {
      const word = match[0];
      words += 1;
      if (words > WORDS_AT_MOST) return;
      const term = stem(word);
      if (term.length < 2) continue;
      counts.set(term, (counts.get(term) ?? 0) + share);
      const isName = /^\p{Lu}/u.test(word) && !opensSentence(source, match.index);
      const boost = /\d/.test(word) ? FIGURE : isName ? NAME : 1;
      boosts.set(term, Math.max(boosts.get(term) ?? 1, boost));
    }
  };
  take(text, 1);
  if (title !== null && !text.startsWith(title)) take(title, TITLE);
  return { counts, boosts };
}

/** Only white space and quotation marks between the word and the end of the sentence before. */
function opensSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at).replace(/[\s"'“‘(]+$/u, '');
  return before === '' || /[.!?:]$/.test(before);
}

/** Lower case, without a possessive or plural ending: enough to let forms of one word meet. */
function stem(word: string): string {
  const lower = word.toLowerCase().replace(/['’]s?$/, '');
  if (lower.length > 4 && lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (lower.length > 5 && lower.endsWith('ing')) return lower.slice(0, -3);
  if (lower.length > 4 && lower.endsWith('ed')) return lower.slice(0, -2);
  return lower.length > 3 && lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower;
}

/** Cosine of two unit vectors: 0 to 1. */
export function cosine(a: TermVector, b: TermVector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.terms.length && j < b.terms.length) {
    const left = a.terms[i] ?? 0;
    const right = b.terms[j] ?? 0;
    if (left === right) {
      sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
      i += 1;
      j += 1;
    } else if (left < right) i += 1;
    else j += 1;
  }
  return sum;
}
