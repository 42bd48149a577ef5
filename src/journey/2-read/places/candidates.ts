/** Stretches of a sentence that may be place names: what the gazetteer knows, and what the words beside it say is a place. */
import { NAME_FLAG } from '../../../knowledge/gazetteer.ts';
import type { PlaceWords } from '../../../knowledge/place-words.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import type { Candidate, Search, WordSearch } from './candidate.ts';
import { knownAt } from './known-names.ts';
import { endsTiedName, isCapital, isCaseless, isHyphen, isLoneArticle, nameRunEnd, opensName } from './names.ts';
import { placeNounBefore, statedAfter } from './stated.ts';
import { isTag, taggedAt } from './tagged-names.ts';
import { standsClose, wordedAt } from './worded-names.ts';

/** Candidates of one sentence from left to right; they do not overlap. */
export function candidatesIn(sentence: Sentence, search: WordSearch): Candidate[] {
  const found: Candidate[] = [];
  const { tokens } = sentence;
  let free = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !mayStart(token, at, sentence, search.words)) continue;
    const candidate = isTag(token) ? taggedAt(at, sentence, search) : candidateAt(at, sentence, search);
    if (candidate === null || (isLowerCase(token, sentence) && !isUnmistakable(candidate, search))) continue;
    at = candidate.last;
    if (!search.words.notPlaces.has(candidate.key)) found.push(withCompass(candidate, free, search.words));
    free = candidate.last + 1;
  }
  return found;
}

const isLowerCase = (token: Token, sentence: Sentence): boolean =>
  sentence.casing === 'mixed' && !isTag(token) && !isCapital(token) && !opensName(token.lower, true);

/** In lower case only a name that is no word and no person's, and of a big city or our own list, is taken. */
function isUnmistakable(candidate: Candidate, { gazetteer }: Search): boolean {
  const isWord = candidate.matches.some(
    (match) => (match.flags & (NAME_FLAG.word | NAME_FLAG.person | NAME_FLAG.demonym | NAME_FLAG.abbreviation)) !== 0,
  );
  const { sentence, first, last } = candidate;
  if (candidate.via !== 'exact' || isWord || sentence.tokens.slice(first, last + 1).some(isCapital)) return false;
  return candidate.matches.some(({ place, flags }) => {
    if (place < FIRST_OF_WORLD) return true;
    return (flags & NAME_FLAG.primary) !== 0 && gazetteer.population(place) >= BIG_CITY;
  });
}
const BIG_CITY = 150_000;
/** References below this are of our own layer. */
const FIRST_OF_WORLD = 1 << 24;

/** A known name, unless it is a mere by-name of some village and the words make it a name of another kind: "Lake X", "X County". */
function candidateAt(at: number, sentence: Sentence, search: WordSearch): Candidate | null {
  const known = knownAt(at, sentence, search);
  if (known === null) return wordedAt(at, sentence, search);
  const whole = unlistedWhole(known, search);
  if (whole !== null) return whole;
  const isMainName = known.matches.some(
    (match) => (match.flags & (NAME_FLAG.primary | NAME_FLAG.demonym | NAME_FLAG.abbreviation)) !== 0,
  );
  if (isMainName || known.last > at || known.hasHead) return known;
  const named = wordedAt(at, sentence, search);
  return named?.hasHead === true ? named : known;
}

/** No village, however small, is called by the first word of "Let Yet Kone village": the whole run is the name. */
function unlistedWhole(known: Candidate, search: WordSearch): Candidate | null {
  const { sentence, first, last, matches, hasHead } = known;
  if (hasHead || sentence.casing !== 'mixed') return null;
  const end = nameRunEnd(search.text, sentence, first);
  if (end <= last || end - first > LONGEST_VILLAGE || !isWordedWhole(known, end, search.words)) return null;
  const isBig = matches.some(
    ({ place }) => search.gazetteer.kind(place) !== 'settlement' || search.gazetteer.population(place) >= BIG_CITY,
  );
  return isBig ? null : wordedAt(first, sentence, search);
}
const isWordedWhole = ({ sentence, first, last }: Candidate, end: number, words: PlaceWords): boolean => {
  const stated = statedAfter(sentence, end, words);
  if (stated === 'settlement' || stated === 'quarter' || stated === 'district') return true;
  return isLoneArticle(sentence, last + 1) || standsClose(sentence, first);
};

/** In tokens after the first. */
const LONGEST_VILLAGE = 4;

function mayStart(token: Token, at: number, sentence: Sentence, words: PlaceWords): boolean {
  if (isCaseless(token) || isTag(token)) return true;
  if (endsTiedName(sentence, at)) return false;
  if (sentence.casing === 'lower') return token.lower.length >= 4 && !words.notAtStart.has(token.lower);
  if (isCapital(token)) {
    const isAcronym = token.text.length > 1 && token.text === token.text.toUpperCase() && sentence.casing === 'mixed';
    return (
      !words.notAtStart.has(token.lower) ||
      isAcronym ||
      isLoneArticle(sentence, at) ||
      isPlacedWord(at, sentence, words)
    );
  }
  if (isInformal(token, at, sentence, words)) return true;
  const next = sentence.tokens[at + 1];
  const isHyphenated = next !== undefined && isHyphen(next.text) && next.start === token.end;
  return isCapital(isHyphenated ? sentence.tokens[at + 2] : next) && opensName(token.lower, isHyphenated);
}

/** A small word with a capital after "in" or "near" opens a name: "in Let Yet Kone". */
const isPlacedWord = (at: number, sentence: Sentence, words: PlaceWords): boolean =>
  sentence.casing === 'mixed' &&
  isCapital(sentence.tokens[at + 1]) &&
  (words.strongPrepositions.has(sentence.tokens[at - 1]?.lower ?? '') || placeNounBefore(sentence, at, words) !== null);

/** A lower-case word after a preposition, as short messages write place names: "airstrike on douma". */
function isInformal(token: Token, at: number, sentence: Sentence, words: PlaceWords): boolean {
  if (token.lower.length < 4 || (token.pos !== 'PROPN' && token.pos !== 'NOUN') || words.notAtStart.has(token.lower))
    return false;
  const before = sentence.tokens[at - 1]?.lower ?? '';
  return words.strongPrepositions.has(before) || before === 'on' || before === 'at' || before === 'from';
}

/** Takes in a capitalised point of the compass that is part of the name: "the Western Ghouta", not at a sentence's start. */
function withCompass(candidate: Candidate, free: number, words: PlaceWords): Candidate {
  const { sentence, first } = candidate;
  const before = sentence.tokens[first - 1];
  if (
    before === undefined ||
    first - 1 < Math.max(1, free) ||
    sentence.casing !== 'mixed' ||
    !isCapital(before) ||
    !words.compass.has(before.lower)
  )
    return candidate;
  if (candidate.matches.some((match) => (match.flags & NAME_FLAG.demonym) !== 0)) return candidate;
  return { ...candidate, first: first - 1, key: `${before.lower} ${candidate.key}` };
}
