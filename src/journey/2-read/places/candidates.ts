/** Stretches of a sentence that may be place names: what the gazetteer knows, and what the words beside it say is a place. */
import { extendHash, type Gazetteer, NAME_FLAG, type NameMatch, startHash } from '../../../knowledge/gazetteer.ts';
import { wordKey } from '../../../knowledge/name-key.ts';
import type { PlaceWords, StatedKind } from '../../../knowledge/place-words.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import {
  hasTiedArticle,
  isAdjacent,
  isCapital,
  isCaseless,
  isHyphen,
  joinsNames,
  nameRunEnd,
  opensName,
} from './names.ts';

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

/** What candidates are sought with: the text, its place words and the gazetteer. */
export interface Search {
  readonly text: string;
  readonly gazetteer: Gazetteer;
  readonly words: PlaceWords;
}

/** No name of the gazetteer that reports use is longer. */
const longestNameTokens = 8;

/** Candidates of one sentence from left to right; they do not overlap. */
export function candidatesIn(sentence: Sentence, search: Search): Candidate[] {
  const found: Candidate[] = [];
  const { tokens } = sentence;
  let free = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !mayStart(token, at, sentence, search.words)) continue;
    const candidate = candidateAt(at, sentence, search);
    if (candidate === null) continue;
    at = candidate.last;
    if (!search.words.notPlaces.has(candidate.key)) found.push(withCompass(candidate, free, search.words));
    free = candidate.last + 1;
  }
  return found;
}

/** A known name, unless it is a mere by-name of some village and the words make it a name of another kind: "Lake X", "X County". */
function candidateAt(at: number, sentence: Sentence, search: Search): Candidate | null {
  const known = knownAt(at, sentence, search);
  if (known === null) return wordedAt(at, sentence, search);
  const isMainName = known.matches.some(
    (match) => (match.flags & (NAME_FLAG.primary | NAME_FLAG.demonym | NAME_FLAG.abbreviation)) !== 0,
  );
  if (isMainName || known.last > at || known.hasHead) return known;
  const named = wordedAt(at, sentence, search);
  return named?.hasHead === true ? named : known;
}

function mayStart(token: Token, at: number, sentence: Sentence, words: PlaceWords): boolean {
  if (isCaseless(token)) return true;
  if (sentence.casing === 'lower') return token.lower.length >= 4 && !words.notAtStart.has(token.lower);
  if (isCapital(token)) {
    const isAcronym = token.text.length > 1 && token.text === token.text.toUpperCase() && sentence.casing === 'mixed';
    return !words.notAtStart.has(token.lower) || isAcronym;
  }
  const next = sentence.tokens[at + 1];
  const isHyphenated = next !== undefined && isHyphen(next.text) && next.start === token.end;
  return opensName(token.lower, isHyphenated) && isCapital(isHyphenated ? sentence.tokens[at + 2] : next);
}

/** The longest name of the gazetteer that starts here, with a head noun that follows it. */
function knownAt(at: number, sentence: Sentence, search: Search): Candidate | null {
  const { tokens } = sentence;
  const hash = startHash();
  let best: { last: number; matches: readonly NameMatch[] } | null = null;
  for (let to = at; to < tokens.length && to < at + longestNameTokens; to++) {
    const token = tokens[to];
    if (token === undefined) break;
    if (to > at && isHyphen(token.text)) continue;
    if (
      to > at &&
      !(isCapital(token) || joinsNames(token.lower) || hasTiedArticle(token) || sentence.casing === 'lower')
    )
      break;
    const isPossessive = token.lower === "'s";
    const key = isPossessive ? 's' : wordKey(token.lower);
    if (key === '') break;
    extendHash(hash, key, to === at || isPossessive);
    const matches = search.gazetteer.matches(hash);
    if (matches === null) continue;
    const fitting = fittingHere(matches, { first: at, last: to, sentence, isPossessive }, search.words);
    if (fitting === null) continue;
    const isMainName = fitting.some((match) => (match.flags & NAME_FLAG.primary) !== 0);
    if (best !== null && !isMainName && isBodyOfTown(token, to, sentence, search)) break;
    best = { last: to, matches: fitting };
  }
  if (best === null) return null;
  const key = keyOf(sentence, at, best.last);
  return withHead(
    { sentence, first: at, last: best.last, key, matches: best.matches, via: 'exact', stated: null, hasHead: false },
    search,
  );
}

/** "Aleppo City Council" is a council of Aleppo, though "Aleppo City" is also a name of the city. */
function isBodyOfTown(token: Token, at: number, sentence: Sentence, { words, text }: Search): boolean {
  const kind = words.headNouns.get(token.lower);
  const next = sentence.tokens[at + 1];
  return (
    (kind === 'settlement' || kind === 'province') &&
    next !== undefined &&
    isCapital(next) &&
    isAdjacent(text, token, next)
  );
}

const keyOf = (sentence: Sentence, first: number, last: number): string => {
  let key = sentence.tokens[first]?.lower ?? '';
  for (let at = first + 1; at <= last; at++) key += ` ${sentence.tokens[at]?.lower ?? ''}`;
  return key;
};

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly sentence: Sentence;
  /** True when it ends in "'s", which belongs to few names ("St. John's"). */
  readonly isPossessive: boolean;
}

/** Drops matches that the way of writing rules out: abbreviations not in capitals, months, acronyms that are no city. */
function fittingHere(matches: readonly NameMatch[], stretch: Stretch, words: PlaceWords): readonly NameMatch[] | null {
  const { first, last, sentence, isPossessive } = stretch;
  const token = sentence.tokens[first];
  if (token === undefined) return null;
  if (isSaintsName(stretch)) return null;
  if (isPossessive) return keptOrNull(matches.filter((match) => (match.flags & NAME_FLAG.primary) !== 0));
  if (first !== last) return matches;
  if (words.placeNouns.has(token.lower) || isNoName(token, sentence.tokens[last + 1], words)) return null;
  const written = token.text;
  const isAcronym =
    sentence.casing !== 'upper' && written.length <= 5 && written === written.toUpperCase() && written !== token.lower;
  return keptOrNull(
    matches.filter((match) => {
      if ((match.flags & NAME_FLAG.abbreviation) !== 0) return fitsAbbreviation(written, match, stretch, words);
      return !isAcronym || (first <= 1 && written.length >= 4) || written.includes('.');
    }),
  );
}

/** "St. Mark's Cathedral", "St. Patrick's Day": a saint with something of his is no town, unless the town is so called. */
function isSaintsName({ first, last, sentence, isPossessive }: Stretch): boolean {
  const [opening, next] = [sentence.tokens[first]?.lower, sentence.tokens[last + 1]?.lower];
  return (
    !isPossessive &&
    last > first &&
    (opening === 'st.' || opening === 'st' || opening === 'saint') &&
    (next === "'s" || next === "'")
  );
}

const keptOrNull = (matches: readonly NameMatch[]): readonly NameMatch[] | null =>
  matches.length === 0 ? null : matches;

/** Months, weekdays, points of the compass and currency signs are in the gazetteer too, as villages somewhere. */
function isNoName(token: Token, next: Token | undefined, words: PlaceWords): boolean {
  const lower = token.lower.endsWith('.') ? token.lower.slice(0, -1) : token.lower;
  return (
    token.text.length < 2 ||
    words.calendar.has(lower) ||
    words.compass.has(lower) ||
    /\p{Sc}$/u.test(token.text) ||
    (next?.text === '$' && next.start === token.end)
  );
}

/** "US" and "UAE" hold in capitals; "N.Y." with full stops; "Ky." and a bare postal code only after "town,". */
function fitsAbbreviation(written: string, match: NameMatch, { first, sentence }: Stretch, words: PlaceWords): boolean {
  const isOwn = match.place < 1 << 24;
  const before = sentence.tokens[first - 1];
  const followsTown = (before?.text === ',' && isCapital(sentence.tokens[first - 2])) || before?.text === '(';
  if (/^\p{Lu}\p{Ll}+\.$/u.test(written)) return followsTown;
  if (/^(?:\p{Lu}\.)+\p{Lu}?$/u.test(written)) return true;
  if (written !== written.toUpperCase()) return false;
  return (isOwn && !(sentence.casing === 'upper' && words.wordsInCapitals.has(written.toLowerCase()))) || followsTown;
}

/** Takes in a capitalised head noun: "Idlib Province", "Orange County"; what it heads is then no town. */
function withHead(candidate: Candidate, { gazetteer, words, text }: Search): Candidate {
  const { sentence, last, matches } = candidate;
  const [token, next] = [sentence.tokens[last], sentence.tokens[last + 1]];
  if (
    token === undefined ||
    next === undefined ||
    sentence.casing !== 'mixed' ||
    !isCapital(next) ||
    !isAdjacent(text, token, next)
  )
    return candidate;
  const kind = words.headNouns.get(next.lower);
  const isCountry = matches.some(
    (match) => gazetteer.kind(match.place) === 'country' || (match.flags & NAME_FLAG.demonym) !== 0,
  );
  const hasPrimary = matches.some((match) => (match.flags & NAME_FLAG.primary) !== 0);
  if (kind === undefined || isCountry || !hasPrimary || isOrganisationAfter(sentence, last + 2, words))
    return candidate;
  if (isBodyOfTown(next, last + 1, sentence, { text, gazetteer, words })) return candidate;
  return { ...candidate, last: last + 1, key: `${candidate.key} ${next.lower}`, stated: kind, hasHead: true };
}

function isOrganisationAfter(sentence: Sentence, from: number, words: PlaceWords): boolean {
  for (let at = from; at < from + 3; at++) {
    const token = sentence.tokens[at];
    if (token === undefined || !isCapital(token) || words.publicBodies.has(token.lower)) return false;
    if (words.organisations.has(token.lower)) return true;
  }
  return false;
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

/** A name no list holds exactly, but that is worded as a place: "the village of X", "X village", "Lake X", "in X". */
function wordedAt(at: number, sentence: Sentence, search: Search): Candidate | null {
  const { words } = search;
  const first = sentence.tokens[at];
  if (first === undefined || sentence.casing !== 'mixed' || isNoName(first, sentence.tokens[at + 1], words))
    return null;
  const end = nameRunEnd(search.text, sentence, at);
  const lead = words.leadNouns.get(first.lower);
  if (lead !== undefined && end > at) return worded(at, end, sentence, lead, true);
  const head = headOf(at, end, sentence, words);
  if (head !== null) return head;
  const before =
    statedBefore(sentence, at, words) ?? (placeNounBefore(sentence, at, words) === null ? null : 'settlement');
  const after = statedAfter(sentence, end, words);
  if (before !== null || after !== null || words.strongPrepositions.has(sentence.tokens[at - 1]?.lower ?? '')) {
    const loose = looselyAt(at, end, sentence, search.gazetteer);
    if (loose !== null) return { ...loose, stated: before ?? after };
  }
  if (namesPerson(sentence, at, end, search)) return null;
  if (isPlacedUnknown(sentence, at, end, search)) return worded(at, end, sentence, 'settlement', false);
  if (isMeasured(sentence, end, words)) return worded(at, end, sentence, 'settlement', false);
  if (before !== null) return worded(at, end, sentence, before, false);
  return after !== null && at > 0 && end - at <= 2 ? worded(at, end, sentence, after, false) : null;
}

const CLOSE_BY = new Set(['near', 'outside', 'around', 'outskirts']);

/** A name in no list that stands like a place: "near X", or "in X, Y" with an area Y behind it. */
function isPlacedUnknown(sentence: Sentence, at: number, end: number, { gazetteer, words }: Search): boolean {
  const { tokens } = sentence;
  const before = tokens[at - 1]?.lower ?? '';
  const isTagged = tokens[at]?.pos === 'PROPN' && end - at <= 2;
  if (!isTagged || hasOrganisation(sentence, at, end, words)) return false;
  if (CLOSE_BY.has(before)) return true;
  if (!words.strongPrepositions.has(before) && !words.weakPrepositions.has(before)) return false;
  const area = tokens[end + 2];
  if (tokens[end + 1]?.text !== ',' || area === undefined || !isCapital(area)) return false;
  return gazetteer.find(area.text).some(({ place, flags }) => {
    const kind = gazetteer.kind(place);
    return (flags & NAME_FLAG.demonym) === 0 && (kind === 'country' || kind === 'province' || kind === 'region');
  });
}

function hasOrganisation(sentence: Sentence, at: number, end: number, words: PlaceWords): boolean {
  for (let to = at; to <= end; to++) {
    const lower = sentence.tokens[to]?.lower ?? '';
    if (words.organisations.has(lower) || words.publicBodies.has(lower)) return true;
  }
  return false;
}

/** A name with its distance behind it is a place: "X, some 5 km north of Y". */
export function isMeasured(sentence: Sentence, end: number, words: PlaceWords): boolean {
  const { tokens } = sentence;
  if (tokens[end + 1]?.text !== ',') return false;
  for (let at = end + 3; at <= end + 4; at++) {
    const isUnit = words.units.has(tokens[at]?.lower ?? '') && (tokens[at]?.lower.length ?? 0) > 1;
    if (isUnit && words.bearings.has(tokens[at + 1]?.lower ?? '')) return true;
  }
  return false;
}

/** "Palm Drive", "Amber District": the run up to its first head noun, when no organisation follows. */
function headOf(at: number, end: number, sentence: Sentence, words: PlaceWords): Candidate | null {
  const lower = sentence.tokens[at]?.lower ?? '';
  if (words.titles.has(lower) || words.organisations.has(lower)) return null;
  for (let to = at + 1; to <= Math.min(end, at + 4); to++) {
    const kind = words.headNouns.get(sentence.tokens[to]?.lower ?? '');
    if (kind !== undefined)
      return isOrganisationAfter(sentence, to + 1, words) ? null : worded(at, to, sentence, kind, true);
    if (words.organisations.has(sentence.tokens[to]?.lower ?? '')) return null;
  }
  return null;
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

/** A run that opens with a title or holds a given name is a person's: "the state Treasurer Ann Smith". */
function namesPerson(sentence: Sentence, at: number, end: number, { words, gazetteer }: Search): boolean {
  if (startsLongerName(sentence, at, words)) return true;
  for (let to = at; to <= end; to++) {
    const lower = sentence.tokens[to]?.lower ?? '';
    if (words.titles.has(lower) || gazetteer.isGivenName(wordKey(lower))) return true;
  }
  return false;
}

const startsLongerName = (sentence: Sentence, at: number, words: PlaceWords): boolean => {
  const lower = sentence.tokens[at]?.lower ?? '';
  return (
    words.titles.has(lower) ||
    words.organisations.has(lower) ||
    words.publicBodies.has(lower) ||
    (at === 0 && words.compass.has(lower))
  );
};

const mostLooseMatches = 12;

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
    if (matches.length === 0 || matches.length > mostLooseMatches) continue;
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

/** The lower-case place noun that leads up to the name: "the village of X", "districts of X", "the town X", "the capital, X". */
export function placeNounBefore(sentence: Sentence, at: number, words: PlaceWords): string | null {
  const link = sentence.tokens[at - 1]?.lower ?? '';
  const isLinked = link === 'of' || link === ',';
  const token = sentence.tokens[isLinked ? at - 2 : at - 1];
  if (token === undefined || (isCapital(token) && sentence.casing === 'mixed')) return null;
  const kind = words.placeNouns.get(token.lower);
  if (kind === undefined || link === 'of') return kind === undefined ? null : token.lower;
  const isApposition = link === ',' && kind === 'settlement' && sentence.tokens[at - 3]?.lower === 'the';
  return isApposition || (link !== ',' && (kind === 'settlement' || kind === 'district')) ? token.lower : null;
}

/** The kind that those words give the name itself: "the capital of X" and "villages of X" say nothing on what X is. */
export function statedBefore(sentence: Sentence, at: number, words: PlaceWords): StatedKind | null {
  const noun = placeNounBefore(sentence, at, words);
  if (noun === null) return null;
  const isOf = sentence.tokens[at - 1]?.lower === 'of';
  const named = sentence.tokens[at - 3];
  const isOfAnother = isOf && (words.partNouns.has(noun) || isCapital(named));
  return isOfAnother ? null : (words.placeNouns.get(noun) ?? null);
}

/** "X village", "X province": the kind that the lower-case noun after the name gives. */
export function statedAfter(sentence: Sentence, last: number, words: PlaceWords): StatedKind | null {
  const next = sentence.tokens[last + 1];
  if (next === undefined || next.start !== (sentence.tokens[last]?.end ?? -1) + 1) return null;
  return words.placeNouns.get(sentence.casing === 'mixed' ? next.text : next.lower) ?? null;
}
