/** The words by which a story is known: names and figures more than common words, rare ones more than frequent ones. */
import { grown } from './flat-arrays.ts';
import { CAPITAL, classOf, FIGURE, findWords, lowerCase, opensSentence, wordPlaces } from './words.ts';

export interface StoryText {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
}

/**
 * Sparse vectors of unit length, one after the other: those of text `n` stand from `ends[n - 1]` to `ends[n]`, its strongest terms first.
 * An entry holds the number of a term and how it stands in the text; what it weighs is `strengthOf` the entry times the scale of the text.
 */
export interface TermVectors {
  readonly ends: Uint32Array;
  readonly entries: Uint32Array;
  /** By text. */
  readonly scales: Float32Array;
  /** How much a term says because few texts hold it; the terms are numbered from 0. */
  readonly rarity: Float32Array;
}

/** So many terms of a text stand first, the strongest of them first; others are found by these. */
export const STRONGEST = 25;

export const termOf = (entry: number): number => entry >>> STANDING_BITS;
/** How much the way in which a term stands in a text makes it weigh. */
export const standingOf = (entry: number): number => STANDINGS[entry & STANDING_MASK] ?? 1;

/** A story is told in its beginning; the rest of a long report often goes on to others. */
const WORDS_AT_MOST = 400;
/** How much more a name and a figure say than a common word. */
const NAME = 2.5;
const FIGURE_WEIGHT = 2;
/** Words in more than this share of a large collection tell no story. */
const COMMON_SHARE = 0.25;
/** From so many texts on a collection is large. */
const LARGE = 20;

/** Bits of an entry that say how the term stands: how often, and whether as a name or figure; above them its number. */
const STANDING_BITS = 8;
const STANDING_MASK = (1 << STANDING_BITS) - 1;
const BOOSTS = [1, FIGURE_WEIGHT, NAME] as const;
const BOOST_BITS = 2;
const MOST_OFTEN = STANDING_MASK >> BOOST_BITS;
const STANDINGS = Float64Array.from({ length: STANDING_MASK + 1 }, (_, standing) => {
  const often = standing >> BOOST_BITS;
  return often === 0 ? 0 : (1 + Math.log(often)) * (BOOSTS[standing & 3] ?? 1);
});
/** Words beyond the sixteen millionth different one tell no story. */
const TERMS_AT_MOST = 2 ** (32 - STANDING_BITS);

/** Vectors of all texts over one vocabulary, weighted by how few of the texts hold a term. */
export function termVectors(texts: readonly StoryText[]): TermVectors {
  const counter = new TermCounter();
  const ends = new Uint32Array(texts.length);
  texts.forEach((text, index) => {
    ends[index] = counter.count(text);
  });
  return weighed(ends, counter);
}

/** Entries are moved together. A word that one text alone holds ties it to none: it is weighed and left out. */
function weighed(ends: Uint32Array, { entries, holders, size }: TermCounter): TermVectors {
  const texts = ends.length;
  const scales = new Float32Array(texts);
  const rarity = Float32Array.from({ length: size }, (_, term) =>
    Math.max(0.01, Math.log((texts + 2) / ((holders[term] ?? 0) + 1))),
  );
  let to = 0;
  let from = 0;
  for (let text = 0; text < texts; text += 1) {
    const [begin, end] = [to, ends[text] ?? 0];
    let squares = 0;
    for (let at = from; at < end; at += 1) {
      const entry = entries[at] ?? 0;
      const held = holders[termOf(entry)] ?? 1;
      if (texts > LARGE && held / texts > COMMON_SHARE) continue;
      squares += (standingOf(entry) * (rarity[termOf(entry)] ?? 0)) ** 2;
      if (held === 1) continue;
      entries[to] = entry;
      to += 1;
    }
    scales[text] = 1 / (Math.sqrt(squares) || 1);
    strongestFirst(entries, rarity, begin, to);
    from = end;
    ends[text] = to;
  }
  return { ends, entries: entries.slice(0, to), scales, rarity };
}

/** Of equals the first stays first. */
function strongestFirst(entries: Uint32Array, rarity: Float32Array, from: number, to: number): void {
  const strengthAt = (at: number): number => standingOf(entries[at] ?? 0) * (rarity[termOf(entries[at] ?? 0)] ?? 0);
  for (let next = from; next < to; next += 1) {
    const entry = entries[next] ?? 0;
    const strength = strengthAt(next);
    const last = Math.min(next, from + STRONGEST);
    // The weakest of the strongest leaves to where the new one stood.
    if (next > last) {
      if (strength <= strengthAt(last - 1)) continue;
      entries[next] = entries[last - 1] ?? 0;
    }
    let rank = next > last ? last - 1 : last;
    for (; rank > from && strengthAt(rank - 1) < strength; rank -= 1) entries[rank] = entries[rank - 1] ?? 0;
    entries[rank] = entry;
  }
}

/** Numbers the words of one text after the other and notes how often and how each stands in it. */
class TermCounter {
  entries = new Uint32Array(4096);
  holders = new Int32Array(1024);
  private used = 0;
  private readonly vocabulary = new Vocabulary();
  private readonly places = wordPlaces(WORDS_AT_MOST);
  /** Where a term stands in the text that is counted now, beyond `begin`; older places are of other texts. */
  private standsAt = new Int32Array(1024).fill(-1);
  private begin = 0;

  get size(): number {
    return this.vocabulary.size;
  }

  /** Takes in a text; the answer is where the next one begins. */
  count({ title, text }: StoryText): number {
    this.begin = this.used;
    this.take(text);
    if (title !== null && !text.startsWith(title)) this.take(title);
    return this.used;
  }

  private take(source: string): void {
    const { places } = this;
    findWords(source, places, true);
    for (let word = 0; word < places.count; word += 1) {
      const [start, end] = [places.starts[word] ?? 0, places.ends[word] ?? 0];
      const stem = stemLength(source, start, end);
      if (stem < 2) continue;
      const term = this.vocabulary.numberOf(source, start, stem);
      if (term < TERMS_AT_MOST) this.note(term, boostOf(source, start, end));
    }
  }

  private note(term: number, boost: number): void {
    if (term >= this.holders.length) {
      this.holders = grown(this.holders, term + 1, Int32Array);
      const longer = new Int32Array(this.holders.length).fill(-1);
      longer.set(this.standsAt);
      this.standsAt = longer;
    }
    const known = this.standsAt[term] ?? -1;
    if (known >= this.begin) {
      const entry = this.entries[known] ?? 0;
      const often = Math.min(MOST_OFTEN, ((entry & STANDING_MASK) >> BOOST_BITS) + 1);
      this.entries[known] = entryOf(term, often, Math.max(entry & 3, boost));
      return;
    }
    this.entries = grown(this.entries, this.used + 1, Uint32Array);
    this.holders[term] = (this.holders[term] ?? 0) + 1;
    this.standsAt[term] = this.used;
    this.entries[this.used] = entryOf(term, 1, boost);
    this.used += 1;
  }
}

const entryOf = (term: number, often: number, boost: number): number =>
  ((term << STANDING_BITS) | (often << BOOST_BITS) | boost) >>> 0;

/** Which of `BOOSTS`: names and figures say more; a capital at the beginning of a sentence says nothing. */
function boostOf(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) if ((classOf(text.charCodeAt(at)) & FIGURE) !== 0) return 1;
  return (classOf(text.charCodeAt(start)) & CAPITAL) !== 0 && !opensSentence(text, start) ? 2 : 0;
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
  size = 0;

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
