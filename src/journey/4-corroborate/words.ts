/**
 * Where the words of a text stand, and what a character is. Every word of millions of reports is looked at here, so characters
 * are known by a table and not by a regular expression, and no word is copied out of its text.
 */

/** Bits of a character's class. */
export const WORD = 1;
const MARK = 2;
export const CAPITAL = 4;
export const FIGURE = 8;
const SPACE_OR_QUOTE = 16;
const APOSTROPHE = 32;
const KNOWN = 128;

/** Classes of the characters met so far; the same for all texts. */
const classes = new Uint8Array(65_536);
const lowered = new Uint16Array(65_536);

function learn(code: number): number {
  const character = String.fromCharCode(code);
  const found =
    KNOWN |
    (/[\p{L}\p{N}]/u.test(character) ? WORD : 0) |
    (/\p{M}/u.test(character) ? MARK : 0) |
    (/\p{Lu}/u.test(character) ? CAPITAL : 0) |
    (/[0-9]/.test(character) ? FIGURE : 0) |
    (/[\s"'“‘(]/.test(character) ? SPACE_OR_QUOTE : 0) |
    (/['’]/.test(character) ? APOSTROPHE : 0);
  lowered[code] = character.toLowerCase().charCodeAt(0);
  classes[code] = found;
  return found;
}

/** Class of a UTF-16 code unit. Letters outside of the first plane are taken for none. */
export function classOf(code: number): number {
  const known = classes[code] ?? 0;
  return known === 0 ? learn(code) : known;
}

export function lowerCase(code: number): number {
  if ((classes[code] ?? 0) === 0) learn(code);
  return lowered[code] ?? code;
}

export interface WordPlaces {
  /** Offsets, end exclusive; only the first `count` of each are of this text. */
  starts: Int32Array;
  ends: Int32Array;
  count: number;
}

export const wordPlaces = (atMost: number): WordPlaces => ({
  starts: new Int32Array(atMost),
  ends: new Int32Array(atMost),
  count: 0,
});

/** Fills `places` with the first words of `text`: letters and figures with their marks, and apostrophes within when `withApostrophes`. */
export function findWords(text: string, places: WordPlaces, withApostrophes: boolean): void {
  const { starts, ends } = places;
  const going = WORD | MARK | (withApostrophes ? APOSTROPHE : 0);
  const beginning = withApostrophes ? WORD : WORD | MARK;
  let count = 0;
  for (let at = 0; at < text.length && count < starts.length; at += 1) {
    if ((classOf(text.charCodeAt(at)) & beginning) === 0) continue;
    starts[count] = at;
    do at += 1;
    while (at < text.length && (classOf(text.charCodeAt(at)) & going) !== 0);
    ends[count] = at;
    count += 1;
  }
  places.count = count;
}

/** Only white space and quotation marks between the word and the end of the sentence before, as far as four characters show. */
export function opensSentence(text: string, at: number): boolean {
  const least = Math.max(0, at - 4);
  let before = at - 1;
  while (before >= least && (classOf(text.charCodeAt(before)) & SPACE_OR_QUOTE) !== 0) before -= 1;
  return before < least || '.!?:'.includes(text.charAt(before));
}

export function hasWords(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if ((classOf(text.charCodeAt(at)) & WORD) !== 0) return true;
  return false;
}
