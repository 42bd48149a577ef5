/** The words by which a story is known: names and figures more than common words, rare ones more than frequent ones. */
import { doubled } from './run-index.ts';
import { CAPITAL, classOf, FIGURE, findWords, lowerCase, opensSentence, wordPlaces } from './words.ts';

export interface StoryText {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
}

/** Sparse vectors of unit length, one after the other: those of text `n` stand from `ends[n - 1]` to `ends[n]`. */
export interface TermVectors {
  readonly ends: Uint32Array;
  readonly terms: Int32Array;
  readonly weights: Float32Array;
  /** How many texts hold a term; the terms are numbered from 0. */
  readonly holders: Int32Array;
}

/** A story is told in its beginning; the rest of a long report often goes on to others. */
const WORDS_AT_MOST = 400;
/** How much more a name and a figure say than a common word, and a word of the title than one of the text. */
const NAME = 2.5;
const FIGURE_WEIGHT = 2;
const TITLE = 1;
/** Words in more than this share of a large collection tell no story. */
const COMMON_SHARE = 0.25;
/** From so many texts on a collection is large. */
const LARGE = 20;

/** Vectors of all texts over one vocabulary, weighted by how few of the texts hold a term. */
export function termVectors(texts: readonly StoryText[]): TermVectors {
  const counter = new TermCounter();
  const ends = new Uint32Array(texts.length);
  texts.forEach((text, index) => {
    ends[index] = counter.count(text);
  });
  return weighed(ends, counter, texts.length);
}

/** Counts become weights where they stand. A word that one text alone holds ties it to none: it is weighed and left out. */
function weighed(ends: Uint32Array, { terms, weights, holders }: TermCounter, texts: number): TermVectors {
  let to = 0;
  let from = 0;
  for (let text = 0; text < texts; text += 1) {
    const [begin, end] = [to, ends[text] ?? 0];
    let squares = 0;
    for (let at = from; at < end; at += 1) {
      const term = terms[at] ?? 0;
      const held = holders[term] ?? 1;
      if (texts > LARGE && held / texts > COMMON_SHARE) continue;
      const weight = (weights[at] ?? 0) * Math.max(0.01, Math.log((texts + 2) / (held + 1)));
      squares += weight * weight;
      if (held === 1) continue;
      terms[to] = term;
      weights[to] = weight;
      to += 1;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = begin; at < to; at += 1) weights[at] = (weights[at] ?? 0) / length;
    from = end;
    ends[text] = to;
  }
  return { ends, terms: terms.slice(0, to), weights: weights.slice(0, to), holders };
}

/** Numbers the words of one text after the other and notes how often and how each stands in it. */
class TermCounter {
  terms = new Int32Array(4096);
  weights = new Float32Array(4096);
  holders = new Int32Array(1024);
  private used = 0;
  private readonly vocabulary = new Vocabulary();
  private readonly places = wordPlaces(WORDS_AT_MOST);
  /** Where a term stands in the text that is counted now, beyond `begin`; older places are of other texts. */
  private standsAt = new Int32Array(1024).fill(-1);
  private readonly boosts = new Float32Array(2 * WORDS_AT_MOST);
  private begin = 0;

  /** Takes in a text; the answer is where the next one begins. */
  count({ title, text }: StoryText): number {
    this.begin = this.used;
    this.take(text, 1);
    if (title !== null && !text.startsWith(title)) this.take(title, TITLE);
    for (let at = this.begin; at < this.used; at += 1)
      this.weights[at] = (1 + Math.log(this.weights[at] ?? 1)) * (this.boosts[at - this.begin] ?? 1);
    return this.used;
  }

  private take(source: string, share: number): void {
    const { places } = this;
    findWords(source, places, true);
    for (let word = 0; word < places.count; word += 1) {
      const [start, end] = [places.starts[word] ?? 0, places.ends[word] ?? 0];
      const stem = stemLength(source, start, end);
      if (stem < 2) continue;
      this.note(this.vocabulary.numberOf(source, start, stem), share, boostOf(source, start, end));
    }
  }

  private note(term: number, share: number, boost: number): void {
    while (term >= this.holders.length) {
      this.holders = doubled(this.holders, Int32Array);
      const longer = new Int32Array(this.holders.length).fill(-1);
      longer.set(this.standsAt);
      this.standsAt = longer;
    }
    const known = this.standsAt[term] ?? -1;
    if (known >= this.begin) {
      this.weights[known] = (this.weights[known] ?? 0) + share;
      this.boosts[known - this.begin] = Math.max(this.boosts[known - this.begin] ?? 0, boost);
      return;
    }
    if (this.used === this.terms.length) {
      this.terms = doubled(this.terms, Int32Array);
      this.weights = doubled(this.weights, Float32Array);
    }
    this.holders[term] = (this.holders[term] ?? 0) + 1;
    this.standsAt[term] = this.used;
    this.terms[this.used] = term;
    this.weights[this.used] = share;
    this.boosts[this.used - this.begin] = boost;
    this.used += 1;
  }
}

/** Names and figures say more; a capital at the beginning of a sentence says nothing. */
function boostOf(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) if ((classOf(text.charCodeAt(at)) & FIGURE) !== 0) return FIGURE_WEIGHT;
  return (classOf(text.charCodeAt(start)) & CAPITAL) !== 0 && !opensSentence(text, start) ? NAME : 1;
}

const [APOSTROPHE, TYPESET_APOSTROPHE] = [0x27, 0x2019];
const [D, E, G, I, N, S, Y] = [0x64, 0x65, 0x67, 0x69, 0x6e, 0x73, 0x79];

/** Length without a possessive or plural ending: enough to let forms of one word meet. */
function stemLength(text: string, start: number, end: number): number {
  const last = (back: number): number => lowerCase(text.charCodeAt(start + length - back));
  const isApostrophe = (code: number): boolean => code === APOSTROPHE || code === TYPESET_APOSTROPHE;
  let length = end - start;
  if (isApostrophe(last(1))) length -= 1;
  else if (length > 2 && last(1) === S && isApostrophe(last(2))) length -= 2;
  // "cities" is left as "citi", and an "i" at the end is taken for a "y".
  if (length > 4 && last(1) === S && last(2) === E && last(3) === I) return length - 2;
  if (length > 5 && last(1) === G && last(2) === N && last(3) === I) return length - 3;
  if (length > 4 && last(1) === D && last(2) === E) return length - 2;
  return length > 3 && last(1) === S && last(2) !== S ? length - 1 : length;
}

/** Numbers words in the order in which they are met, by a hash of 53 bits: of millions of words no two are likely to share one. */
class Vocabulary {
  private keys = new Float64Array(4096).fill(-1);
  private numbers = new Int32Array(4096);
  private size = 0;

  numberOf(text: string, start: number, length: number): number {
    let low = 0x811c9dc5;
    let high = 0x2f0b4a27;
    for (let at = start; at < start + length; at += 1) {
      const letter = lowerCase(text.charCodeAt(at));
      const code = letter === I && at === start + length - 1 ? Y : letter;
      low = Math.imul(low ^ code, 16777619);
      high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 13);
    }
    const key = (high & 0x1fffff) * 4_294_967_296 + (low >>> 0);
    const slot = this.slotOf(key);
    if (this.keys[slot] === key) return this.numbers[slot] ?? 0;
    this.keys[slot] = key;
    this.numbers[slot] = this.size;
    this.size += 1;
    if (this.size * 10 > this.keys.length * 7) this.widen();
    return this.size - 1;
  }

  /** Where the word stands, or would. */
  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(key >>> 0, 0x9e3779b1) >>> 9) & mask;
    while (this.keys[slot] !== -1 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private widen(): void {
    const { keys, numbers } = this;
    this.keys = new Float64Array(keys.length * 2).fill(-1);
    this.numbers = new Int32Array(keys.length * 2);
    for (let old = 0; old < keys.length; old += 1) {
      const key = keys[old] ?? -1;
      if (key === -1) continue;
      const slot = this.slotOf(key);
      this.keys[slot] = key;
      this.numbers[slot] = numbers[old] ?? 0;
    }
  }
}
