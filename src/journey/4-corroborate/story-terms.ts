/** The words by which a story is known: names and figures more than common words, rare ones more than frequent ones. */

export interface StoryText {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
}

/** Sparse vector of unit length, by term number. */
export interface TermVector {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
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
  count: number;
  boost: number;
}

/** Vectors of all texts over one vocabulary, weighted by how few of the texts hold a term. */
export function termVectors(texts: readonly StoryText[]): TermVector[] {
  const vocabulary: Vocabulary = { numbers: new Map(), holders: [] };
  // Numbers and weights only: the words themselves would take ten times the memory.
  const counted = texts.map((text) => countTerms(text, vocabulary));
  return counted.map(({ terms, weights }) => weighed(terms, weights, vocabulary.holders, texts.length));
}

interface Vocabulary {
  readonly numbers: Map<string, number>;
  /** How many texts hold a term, by its number. */
  readonly holders: number[];
}

function weighed(terms: Int32Array, weights: Float32Array, holders: readonly number[], texts: number): TermVector {
  const rows: [number, number][] = [];
  terms.forEach((term, index) => {
    const held = holders[term] ?? 1;
    if (texts > 20 && held / texts > COMMON_SHARE) return;
    rows.push([term, (weights[index] ?? 0) * Math.max(0.01, Math.log((texts + 2) / (held + 1)))]);
  });
  rows.sort((a, b) => a[0] - b[0]);
  const length = Math.sqrt(rows.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    terms: Int32Array.from(rows, ([term]) => term),
    weights: Float32Array.from(rows, ([, weight]) => weight / length),
  };
}

function countTerms(text: StoryText, { numbers, holders }: Vocabulary): { terms: Int32Array; weights: Float32Array } {
  const counted = countedWords(text);
  const terms = new Int32Array(counted.size);
  const weights = new Float32Array(counted.size);
  let at = 0;
  for (const [word, { count, boost }] of counted) {
    const term = numbers.get(word) ?? numbers.size;
    numbers.set(word, term);
    holders[term] = (holders[term] ?? 0) + 1;
    terms[at] = term;
    weights[at] = (1 + Math.log(count)) * boost;
    at += 1;
  }
  return { terms, weights };
}

function countedWords({ title, text }: StoryText): Map<string, Counted> {
  const counted = new Map<string, Counted>();
  const take = (source: string, share: number): void => {
    let words = 0;
    for (const match of source.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu)) {
      const word = match[0];
      words += 1;
      if (words > WORDS_AT_MOST) return;
      const term = stem(word);
      if (term.length < 2) continue;
      const isName = /^\p{Lu}/u.test(word) && !opensSentence(source, match.index);
      const boost = /\d/.test(word) ? FIGURE : isName ? NAME : 1;
      const known = counted.get(term);
      if (known === undefined) counted.set(term, { count: share, boost });
      else {
        known.count += share;
        known.boost = Math.max(known.boost, boost);
      }
    }
  };
  take(text, 1);
  if (title !== null && !text.startsWith(title)) take(title, TITLE);
  return counted;
}

/** Only white space and quotation marks between the word and the end of the sentence before. */
function opensSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at).replace(/(?<![\s"'“‘(])[\s"'“‘(]+$/u, '');
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
