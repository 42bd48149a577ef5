/** What the letters of a token say: capitals, hyphens, the small words inside names, and where a run of capitals ends. */
import type { Sentence, Token } from '../../../model/sentence.ts';

const ARTICLES = new Set([
  'al',
  'el',
  'ar',
  'as',
  'ash',
  'at',
  'ad',
  'az',
  'an',
  'ez',
  'ed',
  'er',
  'es',
  'et',
  'ul',
  'la',
  'le',
  'les',
  'los',
  'las',
  'els',
]);
const JOINING = new Set([
  ...ARTICLES,
  'of',
  'the',
  'de',
  'du',
  'des',
  'da',
  'do',
  'dos',
  'das',
  'del',
  'della',
  'di',
  'e',
  'y',
  'i',
  'and',
  'on',
  'upon',
  'sur',
  'sous',
  'en',
  'in',
  'am',
  'im',
  'ob',
  'bei',
  'van',
  'von',
  'der',
  'den',
  'au',
  'aux',
  'à',
  'l',
  'd',
  'o',
  'ou',
  "'s",
]);

/** Arabic and Romance articles inside names. */
const isArticle = (lower: string): boolean => ARTICLES.has(lower);

const OPENING = new Set(['al', 'el', 'ar', 'ash', 'ad', 'az', 'ez', 'ed']);

/** An article that may open a name in lower case: "al-Bab", "el Fasher"; those that are English words only with a hyphen: "as-Suwayda". */
export const opensName = (lower: string, isHyphenated: boolean): boolean =>
  isHyphenated ? ARTICLES.has(lower) : OPENING.has(lower);

/** True for the article of a longer name, tied to its next word: no town by itself ("Ål" in "al-Janina"). */
export function isLoneArticle(sentence: Sentence, at: number): boolean {
  const [token, next] = [sentence.tokens[at], sentence.tokens[at + 1]];
  return token !== undefined && next !== undefined && isArticle(token.lower) && isTied(token, next);
}

/** True for a hyphen or word that follows without a space. */
const isTied = (before: Token, after: Token): boolean => before.end === after.start;

/** A particle tied by hyphens on both sides: the "e" of "Dasht-e-Laila". */
function isTiedParticle(sentence: Sentence, at: number): boolean {
  const [before, token, after] = [sentence.tokens[at - 1], sentence.tokens[at], sentence.tokens[at + 1]];
  return (
    before !== undefined &&
    token !== undefined &&
    after !== undefined &&
    token.text.length <= LONGEST_PARTICLE &&
    isHyphen(before.text) &&
    isHyphen(after.text) &&
    isTied(before, token) &&
    isTied(token, after)
  );
}
const LONGEST_PARTICLE = 3;

/** True when a name that starts here is the end of a longer one tied by a particle: "Laila" in "Dasht-e-Laila". */
export const endsTiedName = (sentence: Sentence, at: number): boolean =>
  at >= 3 && isTiedParticle(sentence, at - 2) && sentence.tokens[at - 1]?.end === sentence.tokens[at]?.start;

/** A point of the compass shortened before a name: "W. Aleppo", "SE Idlib". */
export const isShortCompass = (lower: string): boolean => SHORT_COMPASS.has(lower);
const SHORT_COMPASS = new Set(['n.', 's.', 'e.', 'w.', 'ne', 'nw', 'se', 'sw', 'n.e.', 'n.w.', 's.e.', 's.w.']);

/** Small words that may stand inside a name: "Trinidad and Tobago", "Deir al-Zour". */
export const joinsNames = (lower: string): boolean => JOINING.has(lower);

export const isHyphen = (text: string): boolean => text === '-' || text === '–' || text === '‐' || text === '‑';

/** True for a capital letter, and for a letter of a script without case, where any word may be a name. */
export function isCapital(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const code = token.text.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  return /^['‘’ʻʿ]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(token.text);
}

/** True when nothing but one space or hyphen stands between two neighbouring tokens: a new line ends a name. */
export function isAdjacent(text: string, before: Token, after: Token): boolean {
  const gap = after.start - before.end;
  return gap === 0 || (gap === 1 && text.charCodeAt(before.end) !== 10);
}

/** True for a name with a French or Italian article tied to it: "d'Ivoire", "l'Aquila". */
export const hasTiedArticle = ({ text }: Token): boolean => /^[dl]['’]\p{Lu}/u.test(text);

/** True for a word of a script without capitals: Arabic, Hebrew, Chinese. */
export const isCaseless = (token: Token): boolean =>
  token.text.charCodeAt(0) >= FIRST_CASELESS && /^\p{Lo}/u.test(token.text);

/** Hebrew is the first of the scripts without case. */
const FIRST_CASELESS = 0x590;

/** Longer runs of capitals are headlines or lists, not names; they are cut here, so that reading stays linear. */
const longestRun = 12;

/** Index of the last capitalised token of the run that starts at `at`: capitals joined by a space or hyphens. */
export function nameRunEnd(text: string, sentence: Sentence, at: number): number {
  let end = at;
  const last = Math.min(sentence.tokens.length - 1, at + longestRun);
  for (let to = at + 1; to <= last; to++) {
    const [before, token] = [sentence.tokens[to - 1], sentence.tokens[to]];
    if (before === undefined || token === undefined || !isAdjacent(text, before, token)) break;
    if (isCapital(token)) end = to;
    else if (
      !isHyphen(token.text) &&
      !(isArticle(token.lower) && isJoined(sentence, to)) &&
      !isTiedParticle(sentence, to)
    )
      break;
  }
  return end;
}

/** True when the article is tied to the next word by a hyphen, or both stand inside one name. */
function isJoined(sentence: Sentence, at: number): boolean {
  const next = sentence.tokens[at + 1];
  return next !== undefined && (isHyphen(next.text) || isCapital(next));
}

/** The token before `at` when it belongs to the same run of capitals: nothing but a space or a hyphen between. */
export function capitalBefore(text: string, sentence: Sentence, at: number): Token | null {
  const [token, before] = [sentence.tokens[at], sentence.tokens[at - 1]];
  if (token === undefined || before === undefined || !isAdjacent(text, before, token)) return null;
  if (isHyphen(before.text) && before.end === token.start) return capitalOrNull(sentence.tokens[at - 2]);
  return capitalOrNull(before);
}

export function capitalAfter(text: string, sentence: Sentence, last: number): Token | null {
  const [token, next] = [sentence.tokens[last], sentence.tokens[last + 1]];
  return token === undefined || next === undefined || !isAdjacent(text, token, next) ? null : capitalOrNull(next);
}

const capitalOrNull = (token: Token | undefined): Token | null =>
  token !== undefined && isCapital(token) ? token : null;
