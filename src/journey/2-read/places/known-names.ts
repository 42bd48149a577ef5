/** Names that the gazetteer knows, found by extending one hash word by word, and what the way of writing rules out. */
import { extendHash, NAME_FLAG, type NameMatch } from '../../../knowledge/gazetteer.ts';
import { wordKey } from '../../../knowledge/name-key.ts';
import type { PlaceWords } from '../../../knowledge/place-words.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import { type Candidate, keyOf, type Search } from './candidate.ts';
import { isBodyOfTown, isNoName, isOrganisationAfter } from './longer-names.ts';
import { hasTiedArticle, isAdjacent, isCapital, isHyphen, isLoneArticle, joinsNames } from './names.ts';

/** No name of the gazetteer that reports use is longer. */
const longestNameTokens = 8;

/** References below this are of our own layer, where names with a lower-case noun are meant: "Jenin camp", "Lachin corridor". */
const FIRST_OF_WORLD = 1 << 24;

/** The longest name of the gazetteer that starts here, with a head noun that follows it. */
export function knownAt(at: number, sentence: Sentence, search: Search): Candidate | null {
  const { tokens } = sentence;
  const opening = tokens[at];
  const openingKey = opening === undefined ? '' : keyOfToken(opening);
  if (opening === undefined || openingKey === '') return null;
  const first = search.gazetteer.opening(openingKey);
  const hash = { ...first.hash };
  let best: { last: number; matches: readonly NameMatch[] } | null = null;
  for (let to = at; to < tokens.length && to < at + longestNameTokens; to++) {
    const token = tokens[to];
    if (token === undefined) break;
    if (to > at && isHyphen(token.text)) continue;
    const isNoun =
      to > at && !isCapital(token) && sentence.casing === 'mixed' && search.words.placeNouns.has(token.lower);
    const goesOn = isCapital(token) || joinsNames(token.lower) || hasTiedArticle(token) || sentence.casing === 'lower';
    if (to > at && !goesOn && !isNoun) break;
    const isPossessive = token.lower === "'s";
    if (to > at) {
      const key = keyOfToken(token);
      if (key === '') break;
      extendHash(hash, key, isPossessive);
    }
    const matches = to === at ? first.matches : search.gazetteer.matches(hash);
    if (isNoun) {
      const ours = matches?.filter(({ place }) => place < FIRST_OF_WORLD) ?? [];
      if (ours.length > 0) best = { last: to, matches: ours };
      break;
    }
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

const keyOfToken = ({ lower }: Token): string => (lower === "'s" ? 's' : wordKey(lower));

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
  if (isSaintsName(stretch) || (first === last && isLoneArticle(sentence, first))) return null;
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
  // "Northford Street" may be in any town but that one.
  const held = words.streetNouns.has(next.lower) ? [] : matches;
  const key = `${candidate.key} ${next.lower}`;
  return { ...candidate, last: last + 1, key, matches: held, stated: kind, hasHead: true };
}
