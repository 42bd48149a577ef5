/** Names that no list holds exactly, but that their wording makes places: "the village of X", "X village", "Lake X", "near X". */
import { type Gazetteer, NAME_FLAG, type PlaceRef } from '../../../knowledge/gazetteer.ts';
import type { PlaceWords, StatedKind } from '../../../knowledge/place-words.ts';
import type { Sentence } from '../../../model/sentence.ts';
import { type Candidate, keyOf, type Search, type WordSearch } from './candidate.ts';
import { hasOrganisation, isNoName, isOrganisationAfter } from './longer-names.ts';
import { isCapital, isShortCompass, nameRunEnd } from './names.ts';
import { isGivenNameAt } from './people.ts';
import { isMeasured, placeNounBefore, statedAfter, statedBefore } from './stated.ts';

/** A name no list holds exactly, but that is worded as a place: "the village of X", "X village", "Lake X", "in X". */
export function wordedAt(at: number, sentence: Sentence, search: WordSearch): Candidate | null {
  const { words } = search;
  const first = sentence.tokens[at];
  if (first === undefined || sentence.casing !== 'mixed' || isNoName(first, sentence.tokens[at + 1], words))
    return null;
  if (isShortCompass(first.lower)) return null;
  const end = nameRunEnd(search.text, sentence, at);
  const lead = words.leadNouns.get(first.lower);
  if (lead !== undefined && end > at) return worded(at, end, sentence, lead, true);
  const head = headOf(at, end, sentence, words);
  if (head !== null) return head;
  const before =
    statedBefore(sentence, at, words) ?? (placeNounBefore(sentence, at, words) === null ? null : 'settlement');
  const after = statedAfter(sentence, end, words);
  const cue = sentence.tokens[at - 1]?.lower ?? '';
  const isCued = words.strongPrepositions.has(cue) || isShortCompass(cue) || isLabel(sentence, at, end);
  if (before !== null || after !== null || isCued) {
    const loose = looselyAt(at, end, sentence, search.gazetteer);
    // "in Beit Lif": a part of a longer name that looks like some place is not the place.
    const isWhole =
      loose !== null && (loose.last === end || !(standsClose(sentence, at) || isUnheardOf(sentence, at, end, search)));
    if (isWhole) return { ...loose, stated: before ?? after };
  }
  if (namesPerson(sentence, at, end, search)) return null;
  if (isPlacedUnknown(sentence, at, end, search)) return worded(at, end, sentence, 'settlement', false);
  if (isMeasured(sentence, end, words)) return worded(at, end, sentence, 'settlement', false);
  if (before !== null) return worded(at, end, sentence, before, false);
  if (isCued && isBracketedIn(sentence, end, words)) return worded(at, end, sentence, 'settlement', false);
  // "an AMISOM base": letters that stand for a body.
  if (end === at && first.text.length > 2 && first.text === first.text.toUpperCase()) return null;
  return after !== null && at > 0 && capitalsIn(sentence, at, end) <= 3
    ? worded(at, end, sentence, after, false)
    : null;
}

/** "in Thantlang (Chin state)": what it lies in follows in brackets. */
function isBracketedIn({ tokens }: Sentence, end: number, words: PlaceWords): boolean {
  if (tokens[end + 1]?.text !== '(') return false;
  const close = tokens.findIndex((token, at) => at > end && token.text === ')');
  const noun = close > end + 2 && close <= end + 5 ? words.placeNouns.get(tokens[close - 1]?.lower ?? '') : undefined;
  return noun === 'province' || noun === 'district';
}

/** "Hammouriyeh: …", "Hammouriyeh | …" at the start of a post. */
const isLabel = ({ tokens, tree }: Sentence, at: number, end: number): boolean =>
  at === 0 && (LABEL_ENDS.has(tokens[end + 1]?.text ?? '') || end < (tree?.label ?? 0));
const LABEL_ENDS: ReadonlySet<string> = new Set([':', '|']);

const CLOSE_BY = new Set(['near', 'outside', 'around', 'outskirts']);

/** "near X": what follows is a place, whatever it is called. */
export const standsClose = (sentence: Sentence, at: number): boolean =>
  CLOSE_BY.has(sentence.tokens[at - 1]?.lower ?? '');

/** "in Beit Lif": a name of two or three words, none of them a common one, right behind a preposition of place. */
function isUnheardOf(
  { tokens }: Sentence,
  at: number,
  end: number,
  { words, isCommon }: Pick<WordSearch, 'words' | 'isCommon'>,
): boolean {
  if (!words.strongPrepositions.has(tokens[at - 1]?.lower ?? '') || end === at || end - at > LONGEST_UNHEARD)
    return false;
  const name = tokens.slice(at, end + 1).filter(({ pos }) => pos !== 'PUNCT' && pos !== 'DET');
  return (
    name.length >= 2 &&
    name.every(({ pos, lower }) => pos === 'PROPN' && (words.nameParts.has(lower) || !isCommon(lower)))
  );
}

const LONGEST_UNHEARD = 4;

/** A name in no list that stands like a place: "near X", or "in X, Y" with an area Y behind it. */
function isPlacedUnknown(
  sentence: Sentence,
  at: number,
  end: number,
  { gazetteer, words, isCommon }: WordSearch,
): boolean {
  const { tokens } = sentence;
  const before = tokens[at - 1]?.lower ?? '';
  const isTagged = tokens[at]?.pos === 'PROPN' && end - at <= 2;
  if (!isTagged || hasOrganisation(sentence, at, end, words)) return false;
  if (standsClose(sentence, at) || isUnheardOf(sentence, at, end, { isCommon, words })) return true;
  if (!words.strongPrepositions.has(before) && !words.weakPrepositions.has(before)) return false;
  const area = tokens[end + 2];
  if (tokens[end + 1]?.text !== ',' || area === undefined || !isCapital(area)) return false;
  const noun = words.placeNouns.get(tokens[end + 3]?.lower ?? '');
  if (noun === 'province' || noun === 'district') return true;
  return gazetteer.find(area.text).some(({ place, flags }) => {
    const kind = gazetteer.kind(place);
    return (flags & NAME_FLAG.demonym) === 0 && (kind === 'country' || kind === 'province' || kind === 'region');
  });
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

function capitalsIn(sentence: Sentence, at: number, end: number): number {
  let count = 0;
  for (let to = at; to <= end; to++) if (isCapital(sentence.tokens[to])) count++;
  return count;
}

/** A run that opens with a title or holds a given name is a person's: "the state Treasurer Ann Smith". */
function namesPerson(sentence: Sentence, at: number, end: number, { words, gazetteer }: Search): boolean {
  if (startsLongerName(sentence, at, words)) return true;
  for (let to = at; to <= end; to++) {
    const lower = sentence.tokens[to]?.lower ?? '';
    if (words.titles.has(lower) || isGivenNameAt(sentence, to, gazetteer)) return true;
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

/** Countries and peoples have settled English names, so a like-sounding town is not one of them ("Liboi" is not Libya). */
function isTransliterated(place: PlaceRef, flags: number, gazetteer: Gazetteer): boolean {
  const kind = gazetteer.kind(place);
  return kind !== 'country' && kind !== 'continent' && (flags & NAME_FLAG.demonym) === 0;
}

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
    const matches = gazetteer
      .findLoosely(text(to))
      .filter(({ place, flags }) => isTransliterated(place, flags, gazetteer));
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
