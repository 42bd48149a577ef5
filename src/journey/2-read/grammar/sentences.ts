/**
 * Cuts the tokens of a paragraph into sentences: at full stops that do not belong to short forms, at the end of quoted
 * sentences, after datelines and "[TEXT]" marks, and where a sentence grows beyond what any rule should have to read.
 */
import { sayingVerbs, shortened, starters, startersInCapitals, titles } from './abbreviations.ts';
import { digit, isLetter, isWordKind, kindOf, lowerLetter, upperLetter } from './characters.ts';
import type { TokenBounds } from './word-splits.ts';

/** Longer sentences are cut into pieces, so that every later step stays linear in the length of the report. */
export const maxSentenceTokens = 200;
const leastPieceTokens = 100;
const maxDatelineTokens = 24;

/** Tokens `from` to `to`, exclusive. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

const charSet = (characters: string): ReadonlySet<string> => new Set([...characters]);
const terminals = charSet('.!?…؟。！？।');
const closers = charSet('"”’\')]}»');
const openers = charSet('"“‘\'([{«`');
const dashes = new Set(['-', '--', '---', '–', '—']);
const timeWords = new Set(
  'sun mon tue wed thu fri sat jan feb mar apr may jun jul aug sep oct nov dec loc eas pac cen mou'.split(' '),
);
/** After a full stop within marks these begin a sentence: "It is “over.” He said …". */
const pronouns = new Set(['He', 'She', 'They', 'It', 'We', 'I']);
const markWords = new Set(['TEXT', 'PASSAGE', 'EXCERPT', 'EXCERPTS']);

/** Sentences of the tokens `first` to `last` (exclusive), which form one paragraph. */
export function splitSentences(text: string, bounds: TokenBounds, first: number, last: number): TokenRange[] {
  const words = new Words(text, bounds, first, last);
  const ranges: TokenRange[] = [];
  let from = first;
  const cut = (to: number) => {
    if (to > from) ranges.push({ from, to });
    from = to;
  };
  const dateline = datelineEnd(words, first, last);
  for (let i = first; i < last; i++) {
    if (i + 1 === dateline || endsMark(words, i)) cut(i + 1);
    else if (words.endsSentence(i)) {
      let to = i + 1;
      while (to < last && words.closesAfter(to)) to++;
      if (to === last || words.startsAnew(i, to)) cut(to);
      i = to - 1;
    }
    if (i + 1 - from >= maxSentenceTokens) cut(pieceEnd(words, from, i + 1));
  }
  cut(last);
  return ranges;
}

/** Reading access to the tokens of one paragraph. A class only to keep what the questions share in one place. */
class Words {
  readonly inCapitals: boolean;
  readonly inSmall: boolean;
  readonly text: string;
  readonly bounds: TokenBounds;
  readonly first: number;
  readonly last: number;

  constructor(text: string, bounds: TokenBounds, first: number, last: number) {
    this.text = text;
    this.bounds = bounds;
    this.first = first;
    this.last = last;
    const cases = countCases(text, bounds.starts[first] ?? 0, bounds.ends[last - 1] ?? 0);
    this.inCapitals = cases.upper > 4 * cases.lower;
    this.inSmall = cases.upper === 0;
  }

  start(i: number): number {
    return this.bounds.starts[i] ?? this.text.length;
  }

  end(i: number): number {
    return this.bounds.ends[i] ?? this.text.length;
  }

  /** The token, or "" outside the paragraph and for tokens too long to be in any list. */
  word(i: number): string {
    if (i < this.first || i >= this.last) return '';
    const start = this.start(i);
    const end = this.end(i);
    return end - start > 40 ? '' : this.text.slice(start, end);
  }

  lower(i: number): string {
    return this.word(i).toLowerCase();
  }

  hasGapBefore(i: number): boolean {
    return i >= this.last || this.start(i) > this.end(i - 1);
  }

  kind(i: number): number {
    return i < this.last ? kindOf(this.text.charCodeAt(this.start(i))) : 0;
  }

  isTerminal(i: number): boolean {
    const first = this.text[this.start(i)];
    return first !== undefined && !isWordKind(this.kind(i)) && terminals.has(first);
  }

  /** Ends with the full stop of a short form ("U.S.", "Dr."). */
  isShortForm(i: number): boolean {
    const end = this.end(i);
    return end - this.start(i) > 1 && this.text[end - 1] === '.' && isLetter(this.kind(i));
  }

  endsSentence(i: number): boolean {
    if (this.isTerminal(i)) return !this.isNumbering(i);
    return this.isShortForm(i) && this.mayEnd(i);
  }

  /** "1." at the beginning of a list item. */
  isNumbering(i: number): boolean {
    return (
      i === this.first + 1 && this.kind(this.first) === digit && this.end(this.first) - this.start(this.first) <= 2
    );
  }

  mayEnd(i: number): boolean {
    const stem = this.lower(i).slice(0, -1);
    if (titles.has(stem)) return false;
    const next = this.lower(i + 1);
    if (this.inSmall) return starters.has(next) && shortened.has(stem) && stem !== 'u.s' && stem !== 'u.n';
    if (openers.has(next) && this.hasGapBefore(i + 1)) return stem.length > 1;
    if (this.kind(i + 1) !== upperLetter) return i + 1 >= this.last;
    if ((stem === 'a.m' || stem === 'p.m') && !this.inCapitals) return !this.isTimeWord(i + 1);
    return this.inCapitals ? startersInCapitals.has(next) : starters.has(next);
  }

  /** "5 p.m. Monday", "9 a.m. GMT": what goes on after a clock time. */
  isTimeWord(i: number): boolean {
    const word = this.word(i);
    return timeWords.has(word.toLowerCase().slice(0, 3)) || (word.length > 1 && word === word.toUpperCase());
  }

  /** Quotation marks and brackets that close what the sentence before them opened. */
  closesAfter(i: number): boolean {
    const word = this.word(i);
    const mark = word[0];
    if (mark === undefined || !closers.has(mark)) return this.isTerminal(i) && !this.hasGapBefore(i);
    if (word === "'" || word === '"') return !this.hasGapBefore(i) || this.nothingFollowsClosely(i);
    return true;
  }

  /** A straight quotation mark after a space closes if white space or the end follows it too. */
  nothingFollowsClosely(i: number): boolean {
    return i + 1 >= this.last || this.hasGapBefore(i + 1);
  }

  /** Whether a new sentence starts with token `next`, after the end mark at token `mark`. */
  startsAnew(mark: number, next: number): boolean {
    const kind = this.kind(next);
    const gap = this.hasGapBefore(next);
    const isDots = this.text.startsWith('..', this.start(mark)) || this.text[this.start(mark)] === '…';
    if (kind === lowerLetter) return gap && !isDots && this.isUncased(next) && !this.isQuoteTail(mark, next);
    if (kind === digit) return gap;
    if (kind === upperLetter) return (gap || this.text[this.start(mark)] === '.') && !this.isQuoteTail(mark, next);
    const word = this.word(next);
    if (word[0] !== undefined && openers.has(word[0])) return gap && !this.isAside(next);
    return dashes.has(word) || word[0] === '[' || word[0] === '#' || word[0] === '@' || kind === 5;
  }

  /** An aside in brackets that goes on in small letters. */
  isAside(i: number): boolean {
    return !this.inSmall && this.kind(i + 1) === lowerLetter;
  }

  /** In text without capitals, and in scripts without case, a small letter may open a sentence. */
  isUncased(i: number): boolean {
    const unit = this.text[this.start(i)] ?? '';
    return this.inSmall || unit.toUpperCase() === unit;
  }

  /** `"Stop!" he said`: the saying goes on after the quotation. */
  isQuoteTail(mark: number, next: number): boolean {
    if (next === mark + 1 || (this.text[this.start(mark)] === '.' && pronouns.has(this.word(next)))) return false;
    for (let i = next; i < Math.min(this.last, next + 5); i++) {
      if (sayingVerbs.has(this.lower(i))) return this.text[this.start(mark)] !== '.' || i <= next + 1;
      if (this.isTerminal(i) || this.word(i) === ',') return false;
    }
    return false;
  }
}

function countCases(text: string, start: number, end: number): { upper: number; lower: number } {
  let upper = 0;
  let lower = 0;
  for (let i = start; i < Math.min(end, start + 2000); i++) {
    const kind = kindOf(text.charCodeAt(i));
    if (kind === upperLetter) upper++;
    else if (kind === lowerLetter) lower++;
  }
  return { upper, lower };
}

/** "[TEXT]", as agencies mark where the report proper begins. */
const endsMark = (words: Words, i: number): boolean =>
  words.word(i) === ']' && words.word(i - 2) === '[' && markWords.has(words.word(i - 1));

/**
 * End of a dateline ("SAN MATEO, 3 JAN 90 (AGENCY) --", "NORTHTOWN, March 3 (Agency) -"): capitals at the paragraph's
 * start up to a dash that stands free. 0 if there is none.
 */
function datelineEnd(words: Words, first: number, last: number): number {
  const opening = words.word(first);
  if (opening.length < 2 || opening !== opening.toUpperCase() || words.kind(first) !== upperLetter) return 0;
  let evidence = !words.inCapitals;
  for (let i = first + 1; i < Math.min(last - 1, first + maxDatelineTokens); i++) {
    const word = words.word(i);
    if (word === ')' || words.kind(i) === digit) evidence = true;
    if (words.kind(i) === lowerLetter && i > first + 1 && !isDatelineWord(word)) return 0;
    if (words.isTerminal(i)) return 0;
    const free = dashes.has(word) && (word.length > 1 || words.hasGapBefore(i)) && words.hasGapBefore(i + 1);
    if (!free) continue;
    if (words.word(i + 1) === '[') continue;
    return evidence ? i + 1 : 0;
  }
  return 0;
}

const isDatelineWord = (word: string): boolean => word.length <= 3;

/** Best place to cut an endless sentence: after its last semicolon or comma, else where the limit stands. */
function pieceEnd(words: Words, from: number, to: number): number {
  for (let i = to - 1; i > from + leastPieceTokens; i--) {
    const word = words.word(i);
    if (word === ';' || word === ',' || word === ':') return i + 1;
  }
  return to;
}
