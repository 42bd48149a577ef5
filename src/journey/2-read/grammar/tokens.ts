/**
 * Cuts text into tokens as the English Web Treebank does: clitics and possessives apart ("did|n't", "rebels|'"), hyphens
 * apart except after prefixes ("41|-|year|-|old", "anti-government"), numbers, times, dates and addresses whole.
 * One pass by character kind; every character that is not white space is in exactly one token.
 */
import { hyphenPrefixes, shortened, shortenedBeforeNumber, titles } from './abbreviations.ts';
import {
  digit,
  isLetter,
  isWordKind,
  kindOf,
  lowerLetter,
  other,
  space,
  surrogate,
  upperLetter,
} from './characters.ts';
import { add, addWord, isApostrophe, type TokenBounds } from './word-splits.ts';

const code = (character: string): number => character.charCodeAt(0);
const codes = (characters: string): ReadonlySet<number> => new Set([...characters].map(code));

const dot = code('.');
const hyphen = code('-');
const slash = code('/');
const atSign = code('@');
const plus = code('+');
const hash = code('#');
const ampersand = code('&');
const currencies = codes('$£€¥₹₪');
const emphatic = codes('!?');
const betweenDigits = codes(',:');
const addressEnds = codes('.,;:!?)]}>"\'”’');
/** An address longer than this is cut like any other text. */
const maxAddressLength = 2000;

/** Tokens of `text` from `start` to `end`. Linear in the length. */
export function tokenize(text: string, start = 0, end = text.length): TokenBounds {
  const bounds: TokenBounds = { starts: [], ends: [] };
  let at = start;
  while (at < end) {
    while (at < end && kindOf(text.charCodeAt(at)) === space) at++;
    if (at >= end) break;
    const from = at;
    let plain = true;
    for (; at < end; at++) {
      const kind = kindOf(text.charCodeAt(at));
      if (kind === space) break;
      if (kind !== lowerLetter && kind !== upperLetter) plain = false;
    }
    if (plain) addWord(text, from, at, bounds);
    else addChunk(text, from, at, end, bounds);
  }
  return bounds;
}

/** A stretch without white space: opening punctuation, a core, closing punctuation. */
function addChunk(text: string, from: number, to: number, textEnd: number, bounds: TokenBounds): void {
  let start = from;
  while (start < to && opensChunk(text, start, to)) {
    const next = punctuationEnd(text, start, to);
    add(bounds, start, next);
    start = next;
  }
  if (start >= to) return;
  if (isAddress(text, start, to)) {
    addAddress(text, start, to, bounds);
    return;
  }
  const closing: number[] = [];
  let end = to;
  while (end > start && closesChunk(text, start, end, textEnd)) {
    const runStart = punctuationStart(text, start, end);
    closing.push(end, runStart);
    end = runStart;
  }
  addCore(text, start, end, textEnd, bounds);
  while (closing.length > 0) add(bounds, closing.pop() ?? to, closing.pop() ?? to);
}

function opensChunk(text: string, at: number, to: number): boolean {
  const unit = text.charCodeAt(at);
  if (kindOf(unit) !== other) return false;
  const next = at + 1 < to ? text.charCodeAt(at + 1) : 0;
  const nextKind = next === 0 ? other : kindOf(next);
  if (unit === hash || unit === atSign) return !isLetter(nextKind);
  // "'80s", ".5" and "+44" are one token.
  if ((isApostrophe(unit) || unit === dot || unit === plus) && nextKind === digit) return false;
  return true;
}

function closesChunk(text: string, start: number, end: number, textEnd: number): boolean {
  const unit = text.charCodeAt(end - 1);
  if (kindOf(unit) !== other) return false;
  if (currencies.has(unit)) return !isLetter(kindOf(text.charCodeAt(end - 2)));
  if (unit !== dot || end - 1 === start) return true;
  if (text.charCodeAt(end - 2) === dot) return true;
  return !ownsFullStop(text, start, end - 1, textEnd);
}

/** End of the run of like punctuation that starts at `at` ("...", "--", "?!", "''"). */
function punctuationEnd(text: string, at: number, to: number): number {
  const unit = text.charCodeAt(at);
  let end = at + 1;
  while (end < to && joins(unit, text.charCodeAt(end))) end++;
  return end;
}

function punctuationStart(text: string, from: number, end: number): number {
  const unit = text.charCodeAt(end - 1);
  let start = end - 1;
  while (start > from && joins(unit, text.charCodeAt(start - 1))) start--;
  return start;
}

const isBracket = codes('()[]{}"“”');
const joins = (a: number, b: number): boolean =>
  emphatic.has(a) ? emphatic.has(b) : a === b && !isBracket.has(a) && !currencies.has(a);

/** Whether the full stop at `end` belongs to the word before it, which lies at or after `start`. */
function ownsFullStop(text: string, start: number, end: number, textEnd: number): boolean {
  const wordStart = lastWordStart(text, start, end);
  const length = end - wordStart;
  if (length === 0 || length > 8) return false;
  const word = text.slice(wordStart, end).toLowerCase();
  // The "s" of "1970s." is no initial.
  if (length === 1 && wordStart > 0 && kindOf(text.charCodeAt(wordStart - 1)) === digit) return false;
  if (length === 1) return isLetter(kindOf(text.charCodeAt(wordStart))) && followedByMore(text, end + 1, textEnd);
  if (titles.has(word) || shortened.has(word)) return true;
  if (shortenedBeforeNumber.has(word)) return numberFollows(text, end + 1, textEnd);
  return isDottedLetters(word);
}

/** "u.s", "p.k.k": single letters with full stops between. */
function isDottedLetters(word: string): boolean {
  if (word.length < 3 || word.length % 2 === 0) return false;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (i % 2 === 1 ? unit !== dot : !isLetter(kindOf(unit))) return false;
  }
  return true;
}

/** A lone letter's full stop is an initial's unless the text ends with it. */
function followedByMore(text: string, at: number, textEnd: number): boolean {
  for (let i = at; i < Math.min(textEnd, at + 4); i++) if (isWordKind(kindOf(text.charCodeAt(i)))) return true;
  return false;
}

function numberFollows(text: string, at: number, textEnd: number): boolean {
  for (let i = at; i < Math.min(textEnd, at + 3); i++) {
    const kind = kindOf(text.charCodeAt(i));
    if (kind !== space) return kind === digit;
  }
  return false;
}

/** Start of the last letters-and-dots word before `end`, looking back nine characters at most. */
function lastWordStart(text: string, start: number, end: number): number {
  const least = Math.max(start, end - 9);
  let at = end;
  while (at > least) {
    const unit = text.charCodeAt(at - 1);
    if (!isLetter(kindOf(unit)) && unit !== dot) break;
    at--;
  }
  return at;
}

/** Web and mail addresses and file paths: "https://…", "www.…", "name@host". */
function isAddress(text: string, start: number, end: number): boolean {
  if (end - start > maxAddressLength || end - start < 5) return false;
  const chunk = text.slice(start, end);
  if (chunk.includes('://') || chunk.startsWith('www.')) return true;
  const atIndex = chunk.indexOf('@');
  return atIndex > 0 && chunk.indexOf('.', atIndex) > atIndex + 1;
}

function addAddress(text: string, start: number, to: number, bounds: TokenBounds): void {
  let end = to;
  while (end > start + 1 && addressEnds.has(text.charCodeAt(end - 1))) end--;
  add(bounds, start, end);
  for (let i = end; i < to; ) {
    const next = punctuationEnd(text, i, to);
    add(bounds, i, next);
    i = next;
  }
}

/** The inside of a chunk, cut at inner punctuation that does not belong to a number, name or short form. */
function addCore(text: string, start: number, end: number, textEnd: number, bounds: TokenBounds): void {
  let from = start;
  let i = start;
  while (i < end) {
    const unit = text.charCodeAt(i);
    const kind = kindOf(unit);
    if (kind === surrogate) {
      addWord(text, from, i, bounds);
      const first = i;
      while (i < end && kindOf(text.charCodeAt(i)) === surrogate) i++;
      add(bounds, first, i);
      from = i;
    } else if (kind !== other || keepsTogether(text, start, from, i, end)) {
      i++;
    } else if (currencies.has(unit) && isShortLetters(text, from, i)) {
      add(bounds, from, i + 1);
      from = ++i;
    } else if (unit === dot && ownsFullStop(text, from, i, textEnd)) {
      add(bounds, from, i + 1);
      from = ++i;
    } else {
      addWord(text, from, i, bounds);
      const next = Math.min(end, punctuationEnd(text, i, end));
      add(bounds, i, next);
      i = next;
      from = next;
    }
  }
  addWord(text, from, end, bounds);
}

/** "US" of "US$". */
function isShortLetters(text: string, from: number, to: number): boolean {
  if (to - from < 1 || to - from > 3) return false;
  for (let i = from; i < to; i++) if (kindOf(text.charCodeAt(i)) !== upperLetter) return false;
  return true;
}

/** Whether the punctuation at `i` stays inside its token. `from` is where the token began, `start` the core. */
function keepsTogether(text: string, start: number, from: number, i: number, end: number): boolean {
  const unit = text.charCodeAt(i);
  const next = i + 1 < end ? text.charCodeAt(i + 1) : 0;
  const nextKind = next === 0 ? other : kindOf(next);
  const previousKind = i > from ? kindOf(text.charCodeAt(i - 1)) : other;
  if (i === from)
    return (unit === hash || unit === atSign || isApostrophe(unit) || unit === dot || unit === plus) && i === start;
  if (isApostrophe(unit)) return isWordKind(previousKind) && isWordKind(nextKind);
  if (unit === hyphen) return keepsHyphen(text, start, from, i, end);
  if (unit === dot) return keepsDot(text, from, i, end, previousKind, nextKind);
  if (betweenDigits.has(unit)) return previousKind === digit && nextKind === digit;
  if (unit === slash) return (previousKind === digit && nextKind === digit) || isSlashForm(text, from, i, end);
  if (unit === ampersand) return isLetter(previousKind) && isLetter(nextKind);
  return false;
}

/** "w/o", "l/c": one letter, a slash, few letters. */
const isSlashForm = (text: string, from: number, i: number, end: number): boolean =>
  i - from === 1 &&
  isLetter(kindOf(text.charCodeAt(from))) &&
  end - i <= 4 &&
  end - i > 1 &&
  isLetter(kindOf(text.charCodeAt(i + 1)));

function keepsDot(text: string, from: number, i: number, end: number, previousKind: number, nextKind: number): boolean {
  if (!isWordKind(nextKind)) {
    // "U.S.-backed": the full stop of dotted letters before other punctuation.
    return isLetter(previousKind) && isDottedLetters(text.slice(Math.max(from, i - 8), i).toLowerCase());
  }
  if (previousKind === digit && nextKind === digit) return true;
  if (!isLetter(previousKind)) return nextKind === lowerLetter && isLetter(kindOf(text.charCodeAt(from)));
  if (i - from === 1 || text.charCodeAt(i - 2) === dot) return true; // "U.S", "U.S.A"
  if (nextKind === digit) return false;
  // "report.pdf", "news.example" are names of things; "killed.The" lacks a space.
  if (nextKind === upperLetter) return false;
  const word = text.slice(from, i).toLowerCase();
  return !titles.has(word) && !shortened.has(word) && end - i > 2;
}

function keepsHyphen(text: string, start: number, from: number, i: number, end: number): boolean {
  if (i + 1 >= end || text.charCodeAt(i + 1) === hyphen || text.charCodeAt(i - 1) === hyphen) return false;
  if (isDigitGroups(text, start, end)) return true;
  if (i - from > 8 || from !== start) return false;
  return hyphenPrefixes.has(text.slice(from, i).toLowerCase()) && isWordKind(kindOf(text.charCodeAt(i + 1)));
}

/** Telephone numbers and ISO dates: at least three groups of digits. */
function isDigitGroups(text: string, start: number, end: number): boolean {
  if (end - start > 20) return false;
  let hyphens = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === hyphen) hyphens++;
    else if (kindOf(unit) !== digit) return false;
  }
  return hyphens >= 2;
}
