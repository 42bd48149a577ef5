/** Stretches of a sentence that may be place names: what the gazetteer knows, and what the words beside it say is a place. */
import { extendHash, type Gazetteer, NAME_FLAG, type NameMatch, startHash } from '../../../knowledge/gazetteer.ts';
import { wordKey } from '../../../knowledge/name-key.ts';
import type { PlaceWords, StatedKind } from '../../../knowledge/place-words.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import { isArticle, isCapital, isHyphen, joinsNames, nameRunEnd } from './names.ts';

export interface Candidate {
  readonly sentence: Sentence;
  readonly first: number;
  /** Inclusive. */
  readonly last: number;
  /** Lower-cased words, to compare names within a text. */
  readonly key: string;
  readonly matches: readonly NameMatch[];
  readonly via: 'exact' | 'loose' | 'worded';
  readonly stated: StatedKind | null;
  /** True when a capitalised head or lead noun is part of the name: "Orange County", "Lake Assad". */
  readonly hasHead: boolean;
}

/** No name of the gazetteer that reports use is longer. */
const longestNameTokens = 8;

/** Candidates of one sentence from left to right; they do not overlap. */
export function candidatesIn(sentence: Sentence, gazetteer: Gazetteer, words: PlaceWords): Candidate[] {
  const found: Candidate[] = [];
  const { tokens } = sentence;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !mayStart(token, at, sentence, words)) continue;
    const candidate = knownAt(at, sentence, gazetteer, words) ?? wordedAt(at, sentence, gazetteer, words);
    if (candidate === null) continue;
    found.push(candidate);
    at = candidate.last;
  }
  return found;
}

function mayStart(token: Token, at: number, sentence: Sentence, words: PlaceWords): boolean {
  if (sentence.casing === 'lower') return token.lower.length >= 4 && !words.notAtStart.has(token.lower);
  if (isCapital(token))
    return (
      !words.notAtStart.has(token.lower) ||
      (token.text.length > 1 && token.text === token.text.toUpperCase() && sentence.casing === 'mixed')
    );
  if (!isArticle(token.lower)) return false;
  const next = sentence.tokens[at + 1];
  const after = next !== undefined && isHyphen(next.text) ? sentence.tokens[at + 2] : next;
  return after !== undefined && isCapital(after);
}

/** The longest name of the gazetteer that starts here, with a head noun that follows it. */
function knownAt(at: number, sentence: Sentence, gazetteer: Gazetteer, words: PlaceWords): Candidate | null {
  const { tokens } = sentence;
  const hash = startHash();
  let best: { last: number; matches: readonly NameMatch[] } | null = null;
  let isFirst = true;
  for (let to = at; to < tokens.length && to < at + longestNameTokens; to++) {
    const token = tokens[to];
    if (token === undefined) break;
    if (to > at && isHyphen(token.text)) continue;
    if (to > at && !(isCapital(token) || joinsNames(token.lower) || sentence.casing === 'lower')) break;
    const key = token.lower === "'s" ? 's' : wordKey(token.lower);
    if (key === '') break;
    extendHash(hash, key, isFirst || token.lower === "'s");
    isFirst = false;
    const matches = gazetteer.matches(hash);
    const fitting = matches === null ? null : fittingHere(matches, at, to, sentence, words);
    if (fitting !== null) best = { last: to, matches: fitting };
  }
  if (best === null) return null;
  return withHead(
    {
      sentence,
      first: at,
      last: best.last,
      key: keyOf(sentence, at, best.last),
      matches: best.matches,
      via: 'exact',
      stated: null,
      hasHead: false,
    },
    words,
  );
}

const keyOf = (sentence: Sentence, first: number, last: number): string => {
  let key = sentence.tokens[first]?.lower ?? '';
  for (let at = first + 1; at <= last; at++) key += ` ${sentence.tokens[at]?.lower ?? ''}`;
  return key;
};

/** Drops matches that the way of writing rules out: abbreviations not in capitals, months, acronyms that are no city. */
function fittingHere(
  matches: readonly NameMatch[],
  first: number,
  last: number,
  sentence: Sentence,
  words: PlaceWords,
): readonly NameMatch[] | null {
  const token = sentence.tokens[first];
  if (token === undefined) return null;
  if (first === last && (words.calendar.has(token.lower) || token.text.length < 2)) return null;
  const written = first === last ? token.text : '';
  const isAcronym =
    written !== '' && sentence.casing !== 'upper' && written.length <= 5 && written === written.toUpperCase();
  const kept = matches.filter((match) => {
    if ((match.flags & NAME_FLAG.abbreviation) !== 0)
      return written === '' || fitsAbbreviation(written, match, first, sentence);
    return !isAcronym || (first <= 1 && written.length >= 4) || written.includes('.');
  });
  return kept.length === 0 ? null : kept;
}

/** "US" and "UAE" hold in capitals; "Ky." with its full stop; a bare postal code only after "town,". */
function fitsAbbreviation(written: string, match: NameMatch, first: number, sentence: Sentence): boolean {
  if (written.includes('.')) return isUpperOrTitle(written);
  if (written !== written.toUpperCase()) return false;
  if (sentence.casing === 'upper' && written.length === 2) return sentence.tokens[first - 1]?.text === ',';
  const isOwn = match.place < 1 << 24;
  return isOwn || (sentence.tokens[first - 1]?.text === ',' && isCapital(sentence.tokens[first - 2]));
}

const isUpperOrTitle = (written: string): boolean => /^\p{Lu}/u.test(written);

/** Takes in a capitalised head noun: "Idlib Province", "Orange County"; what it heads is then no town. */
function withHead(candidate: Candidate, words: PlaceWords): Candidate {
  const { sentence, last } = candidate;
  const next = sentence.tokens[last + 1];
  if (next === undefined || sentence.casing !== 'mixed' || !isCapital(next)) return candidate;
  const kind = words.headNouns.get(next.lower);
  if (kind === undefined || isOrganisationAfter(sentence, last + 2, words)) return candidate;
  return { ...candidate, last: last + 1, key: `${candidate.key} ${next.lower}`, stated: kind, hasHead: true };
}

function isOrganisationAfter(sentence: Sentence, from: number, words: PlaceWords): boolean {
  for (let at = from; at < from + 3; at++) {
    const token = sentence.tokens[at];
    if (token === undefined || !isCapital(token)) return false;
    if (words.organisations.has(token.lower)) return true;
  }
  return false;
}

/** A name no list holds exactly, but that is worded as a place: "the village of X", "X village", "Lake X", "in X". */
function wordedAt(at: number, sentence: Sentence, gazetteer: Gazetteer, words: PlaceWords): Candidate | null {
  if (sentence.casing !== 'mixed' || words.calendar.has(sentence.tokens[at]?.lower ?? '')) return null;
  const end = nameRunEnd(sentence, at);
  const before = statedBefore(sentence, at, words);
  const after = statedAfter(sentence, end, words);
  const isPlaced = words.strongPrepositions.has(sentence.tokens[at - 1]?.lower ?? '');
  if (before !== null || after !== null || isPlaced) {
    const loose = looselyAt(at, end, sentence, gazetteer);
    if (loose !== null) return { ...loose, stated: before ?? after };
  }
  const lead = words.leadNouns.get(sentence.tokens[at]?.lower ?? '');
  if (lead !== undefined && end > at) return worded(at, end, sentence, lead, true);
  const head = end > at ? words.headNouns.get(sentence.tokens[end]?.lower ?? '') : undefined;
  if (head !== undefined && !startsLongerName(sentence, at, words)) return worded(at, end, sentence, head, true);
  if (before !== null) return worded(at, end, sentence, before, false);
  return after !== null && at > 0 && end - at <= 2 ? worded(at, end, sentence, after, false) : null;
}

const worded = (first: number, last: number, sentence: Sentence, stated: StatedKind, hasHead: boolean): Candidate => ({
  sentence,
  first,
  last,
  key: keyOf(sentence, first, last),
  matches: [],
  via: 'worded',
  stated,
  hasHead,
});

const startsLongerName = (sentence: Sentence, at: number, words: PlaceWords): boolean => {
  const token = sentence.tokens[at];
  return (
    token === undefined ||
    words.titles.has(token.lower) ||
    words.organisations.has(token.lower) ||
    (at === 0 && words.compass.has(token.lower))
  );
};

/** The longest part of the run that a loose key finds; a key with many places tells too little. */
function looselyAt(at: number, end: number, sentence: Sentence, gazetteer: Gazetteer): Candidate | null {
  const text = (to: number): string =>
    sentence.tokens
      .slice(at, to + 1)
      .map((token) => token.text)
      .join(' ');
  for (let to = Math.min(end, at + 4); to >= at; to--) {
    const token = sentence.tokens[to];
    if (token === undefined || !isCapital(token)) continue;
    const matches = gazetteer.findLoosely(text(to));
    if (matches.length > 0 && matches.length <= mostLooseMatches)
      return {
        sentence,
        first: at,
        last: to,
        key: keyOf(sentence, at, to),
        matches,
        via: 'loose',
        stated: null,
        hasHead: false,
      };
  }
  return null;
}
const mostLooseMatches = 12;

/** "the village of X", "the town X": the kind that the words before the name give. */
export function statedBefore(sentence: Sentence, at: number, words: PlaceWords): StatedKind | null {
  const before = sentence.tokens[at - 1]?.lower ?? '';
  const noun = before === 'of' ? (sentence.tokens[at - 2]?.lower ?? '') : before;
  const token = sentence.tokens[before === 'of' ? at - 2 : at - 1];
  if (token === undefined || (isCapital(token) && sentence.casing === 'mixed')) return null;
  const kind = words.placeNouns.get(noun);
  return kind === undefined || (before !== 'of' && kind !== 'settlement' && kind !== 'province' && kind !== 'district')
    ? null
    : kind;
}

/** "X village", "X and Y provinces": the kind that the lower-case noun after the name gives. */
export function statedAfter(sentence: Sentence, last: number, words: PlaceWords): StatedKind | null {
  const next = sentence.tokens[last + 1];
  return next === undefined || next.start !== (sentence.tokens[last]?.end ?? -1) + 1
    ? null
    : (words.placeNouns.get(next.lower) ?? null);
}
