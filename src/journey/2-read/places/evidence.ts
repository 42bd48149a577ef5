/**
 * Weighs what speaks for and against a candidate being a place name. Each piece of evidence has an id and a weight in
 * `knowledge/lexicon/en/places.yaml`; the ids that applied go into `because`.
 */
import { type Gazetteer, NAME_FLAG } from '../../../knowledge/gazetteer.ts';
import { wordKey } from '../../../knowledge/name-key.ts';
import type { PlaceWords } from '../../../knowledge/place-words.ts';
import type { ParsedText, Token } from '../../../model/sentence.ts';
import type { Candidate, Search } from './candidate.ts';
import { isAgency, isDateline } from './dateline.ts';
import {
  capitalAfter,
  capitalBefore,
  isAdjacent,
  isCapital,
  isCaseless,
  isHyphen,
  isShortCompass,
  opensName,
} from './names.ts';
import { isGivenNameAt } from './people.ts';
import { isMeasured, placeNounBefore, statedAfter } from './stated.ts';
import { isTag } from './tagged-names.ts';

export interface Weighed {
  readonly candidate: Candidate;
  score: number;
  readonly because: string[];
  /** True when part of an organisation's or other longer name. */
  isEmbedded: boolean;
  isDemonym: boolean;
}

export interface TextEvidence extends Search {
  /** Lower-cased last names of people named in full in this text. */
  readonly people: ReadonlySet<string>;
  readonly parsed: ParsedText;
}

/** Population bounds of the classes of settlement. */
const METROPOLIS = 1_000_000;
const CITY = 100_000;
const TOWN = 10_000;

/** Weighs one candidate by itself and the words beside it. */
export function weigh(candidate: Candidate, text: TextEvidence): Weighed {
  const weighed: Weighed = { candidate, score: 0, because: [], isEmbedded: false, isDemonym: false };
  weighName(weighed, text);
  weighBefore(weighed, text);
  weighAfter(weighed, text);
  return weighed;
}

export function addEvidence(weighed: Weighed, id: string, words: PlaceWords): void {
  weighed.because.push(id);
  weighed.score += words.evidence.get(id) ?? 0;
}

function weighName(weighed: Weighed, { gazetteer, words }: TextEvidence): void {
  const { matches, first, last, via, hasHead } = weighed.candidate;
  const any = matches.reduce((flags, match) => flags | match.flags, 0);
  weighed.isDemonym = (any & NAME_FLAG.demonym) !== 0;
  if (hasHead) addEvidence(weighed, 'shape/head-noun', words);
  const opening = weighed.candidate.sentence.tokens[first];
  if (opening !== undefined && isTag(opening)) addEvidence(weighed, 'shape/tag', words);
  if (via !== 'worded') addEvidence(weighed, classOf(weighed.candidate, gazetteer), words);
  if (via === 'loose') addEvidence(weighed, 'known/loosely', words);
  const isListed =
    matches.some((match) => isOwn(match.place)) ||
    (any & (NAME_FLAG.primary | NAME_FLAG.demonym | NAME_FLAG.abbreviation)) !== 0;
  const token = weighed.candidate.sentence.tokens[first];
  const isOtherName = !isListed && !(token !== undefined && isCaseless(token));
  if (via === 'exact' && isOtherName) addEvidence(weighed, 'known/other-name', words);
  if (last > first && via !== 'worded') addEvidence(weighed, 'known/several-words', words);
}

/** What speaks against a single word: it is an ordinary word, a given name, written so that capitals say nothing. */
function weighWord(weighed: Weighed, { words, people }: TextEvidence): void {
  const { candidate, because } = weighed;
  const { matches, sentence, first, last, key } = candidate;
  const token = sentence.tokens[first];
  if (first !== last || token === undefined || because.includes('known/country')) return;
  const isOrdinary = matches.some((match) => (match.flags & NAME_FLAG.word) !== 0);
  if (isOrdinary) addEvidence(weighed, 'word/ordinary', words);
  if (isOrdinary && first === 0 && sentence.casing === 'mixed') addEvidence(weighed, 'word/ordinary-at-start', words);
  if (matches.some((match) => (match.flags & NAME_FLAG.person) !== 0)) {
    addEvidence(weighed, because.some((id) => BIG.has(id)) ? 'word/given-name-of-big-place' : 'word/given-name', words);
  }
  if (people.has(key) && !because.includes('beside/strong-preposition'))
    addEvidence(weighed, 'text/person-here', words);
  // A tag is a name whatever the words around it are written like.
  if (isTag(token)) return;
  if (sentence.casing !== 'mixed' && !isCaseless(token)) {
    addEvidence(weighed, token.pos === 'PROPN' ? 'word/hidden-case-name-by-tag' : 'word/hidden-case', words);
  } else if (token.pos !== 'PROPN' && token.pos !== 'X') addEvidence(weighed, 'word/no-name-by-tag', words);
  const next = sentence.tokens[last + 1];
  if (next !== undefined && opensName(next.lower, false) && isCapital(sentence.tokens[last + 2])) {
    addEvidence(weighed, 'beside/name-after', words);
  }
}

/** The most important thing that the name could be. */
function classOf({ matches, first, last }: Candidate, gazetteer: Gazetteer): string {
  let most = -1;
  let best = 'known/village';
  for (const { place, flags } of matches) {
    const [rank, id] = classOfMatch(place, flags, last > first, gazetteer);
    if (rank > most) {
      most = rank;
      best = id;
    }
  }
  return best;
}

function classOfMatch(
  place: number,
  flags: number,
  isLong: boolean,
  gazetteer: Gazetteer,
): readonly [rank: number, id: string] {
  const kind = gazetteer.kind(place);
  if (kind === 'country' || (flags & NAME_FLAG.demonym) !== 0) return [9, 'known/country'];
  if (kind === 'region' || kind === 'continent' || kind === 'water' || kind === 'terrain') return [8, 'known/region'];
  if (kind === 'province')
    return (flags & (NAME_FLAG.primary | NAME_FLAG.abbreviation)) === 0 ? [3, 'known/town'] : [6, 'known/province'];
  if (kind === 'site' || (kind === 'quarter' && isOwn(place) && isLong)) return [6, 'known/site'];
  return settlementClass(gazetteer.population(place), place, gazetteer.rank(place));
}

/** Our own layer has the low references. */
const isOwn = (place: number): boolean => place < 1 << 24;

/** Our own layer lists what reports on truces name, so those places count as towns at least. */
function settlementClass(population: number, place: number, rank: number): readonly [rank: number, id: string] {
  if (population >= METROPOLIS || rank === 3) return [7, 'known/metropolis'];
  if (population >= CITY) return [5, 'known/city'];
  return population >= TOWN || isOwn(place) ? [4, 'known/town'] : [1, 'known/village'];
}

function weighBefore(weighed: Weighed, text: TextEvidence): void {
  const { words } = text;
  const { sentence, first, last } = weighed.candidate;
  const { tokens } = sentence;
  if (placeNounBefore(sentence, first, words) !== null) addEvidence(weighed, 'beside/place-noun-of', words);
  const capital = sentence.casing === 'mixed' ? capitalBefore(text.text, sentence, first) : null;
  if (capital !== null) weighNameBefore(weighed, capital, text);
  if (sentence.casing !== 'mixed') weighPersonBefore(weighed, text);
  let at = first - 1;
  let sawArticle = false;
  for (; at >= 0 && at > first - 4; at--) {
    const lower = tokens[at]?.lower ?? '';
    if (lower === 'the') sawArticle = true;
    else if (words.compass.has(lower)) addEvidence(weighed, 'beside/compass', words);
    else if (!isHyphen(lower)) break;
  }
  const before = tokens[at]?.lower ?? '';
  if (words.strongPrepositions.has(before)) addEvidence(weighed, 'beside/strong-preposition', words);
  else if (words.weakPrepositions.has(before)) addEvidence(weighed, 'beside/weak-preposition', words);
  const takesArticle = weighed.because.some(
    (id) => id === 'known/site' || id === 'known/region' || id === 'known/country' || id === 'shape/head-noun',
  );
  if (sawArticle && !takesArticle && !isBeforeNoun(tokens, last, words)) addEvidence(weighed, 'beside/article', words);
  if (before === 'of' && isCapital(tokens[at - 1]) && words.organisations.has(tokens[at - 1]?.lower ?? ''))
    embed(weighed, words);
}

/** "the Idlib countryside", "the Aleppo offensive": an article before a town belongs to the noun after it. */
function isBeforeNoun(tokens: readonly Token[], last: number, words: PlaceWords): boolean {
  const next = tokens[last + 1];
  return (
    next !== undefined &&
    (words.placeNouns.has(next.lower) ||
      isHyphen(next.text) ||
      next.pos === 'NOUN' ||
      words.publicBodies.has(next.lower))
  );
}

function embed(weighed: Weighed, words: PlaceWords): void {
  weighed.isEmbedded = true;
  addEvidence(weighed, 'beside/organisation', words);
}

function weighNameBefore(weighed: Weighed, before: Token, { gazetteer, words }: TextEvidence): void {
  const { lower, index } = before;
  if (isShortCompass(lower) && !isCapital(weighed.candidate.sentence.tokens[index - 1])) return;
  if (words.titles.has(lower)) {
    addEvidence(weighed, 'beside/title', words);
    return;
  }
  if (
    words.compass.has(lower) ||
    words.besideNames.has(lower) ||
    words.calendar.has(lower) ||
    words.notAtStart.has(lower)
  )
    return;
  if (words.strongPrepositions.has(lower) || (index === 0 && words.weakPrepositions.has(lower))) return;
  if (words.organisations.has(lower)) {
    embed(weighed, words);
    return;
  }
  if (weighed.isDemonym && weighed.candidate.first !== weighed.candidate.last) return;
  if (gazetteer.isGivenName(wordKey(lower)) && !weighed.isDemonym) {
    addEvidence(weighed, 'beside/given-name', words);
    return;
  }
  if (index > 0 || before.pos === 'PROPN' || before.pos === 'X') {
    addEvidence(
      weighed,
      weighed.because.includes('known/country') ? 'beside/longer-name-of-country' : 'beside/longer-name',
      words,
    );
  }
}

/** "RUBEN ZAMORA", "PRESIDENT DUARTE": where capitals say nothing, a title or a given name before it makes a surname of it. */
function weighPersonBefore(weighed: Weighed, { text, gazetteer, words }: TextEvidence): void {
  const { sentence, first } = weighed.candidate;
  const [before, token] = [sentence.tokens[first - 1], sentence.tokens[first]];
  if (before === undefined || token === undefined || weighed.isDemonym || !isAdjacent(text, before, token)) return;
  if (words.titles.has(before.lower)) addEvidence(weighed, 'beside/title', words);
  else if (before.pos === 'PROPN' && isGivenNameAt(sentence, first - 1, gazetteer))
    addEvidence(weighed, 'beside/given-name', words);
}

const BIG = new Set(['known/country', 'known/province', 'known/region', 'known/metropolis']);
const PERSON_SPEECH = new Set(['said', 'says', 'told', 'added', 'who', 'whose']);

function weighAfter(weighed: Weighed, text: TextEvidence): void {
  const { words } = text;
  const { sentence, last } = weighed.candidate;
  const next = sentence.tokens[last + 1];
  // "Al-Quds hospital": named after a city under a name that English does not give it.
  if (weighed.because.includes('known/other-name') && words.institutions.has(next?.lower ?? '')) embed(weighed, words);
  if (!weighed.because.includes('known/country') && isAgency(weighed.candidate))
    addEvidence(weighed, 'beside/agency', words);
  if (next?.lower === 'news' && words.newsBodies.has(sentence.tokens[last + 2]?.lower ?? '')) embed(weighed, words);
  if (next !== undefined) {
    if (statedAfter(sentence, last, words) !== null) addEvidence(weighed, 'beside/place-noun-after', words);
    if (words.publicBodies.has(next.text) || words.peopleNouns.has(next.text))
      addEvidence(weighed, 'beside/its-people', words);
    if (isMeasured(sentence, last, words)) addEvidence(weighed, 'beside/bearing', words);
    if (isDateline(weighed.candidate, text.parsed)) addEvidence(weighed, 'beside/dateline', words);
    if (isLabel(weighed.candidate, text)) addEvidence(weighed, 'beside/label', words);
    const isTagged = isTag(sentence.tokens[last] ?? next);
    const after = sentence.casing === 'mixed' && !isTagged ? capitalAfter(text.text, sentence, last) : null;
    if (after !== null) weighNameAfter(weighed, after, text);
    if (!weighed.because.some((id) => BIG.has(id)) && PERSON_SPEECH.has(next.lower))
      addEvidence(weighed, 'beside/speech-of-person', words);
  }
  weighWord(weighed, text);
}

/** "Northford: shells fell": a name alone before the colon that opens the text or a paragraph. Who is quoted is named so too, before "I", "we" or a mark. */
function isLabel({ sentence, first, last }: Candidate, { text, parsed }: TextEvidence): boolean {
  const [colon, after] = [sentence.tokens[last + 1], sentence.tokens[last + 2]];
  // "#Idlib #Northford …", "Northford, Idlib: …"
  const told = sentence.tree?.label ?? 0;
  if (told > last) return !FIRST_PERSON.has(sentence.tokens[told]?.lower ?? '');
  if (first !== 0 || colon?.text !== ':' || after === undefined) return false;
  const before = parsed.sentences[sentence.index - 1];
  if (before !== undefined && before.paragraph === sentence.paragraph) return false;
  return (
    /^[\p{L}\p{N}]/u.test(after.text) && !FIRST_PERSON.has(after.lower) && !/["“«]/.test(text.charAt(after.start - 1))
  );
}

const FIRST_PERSON = new Set(['i', 'we', 'my', 'our', "i'm", 'let', 'no', 'yes']);

/** A capitalised word after the name: a public body or title leaves it a place; anything else makes it part of a longer name. */
function weighNameAfter(weighed: Weighed, after: Token, { text, gazetteer, words }: TextEvidence): void {
  const { sentence } = weighed.candidate;
  if (words.besideNames.has(after.lower) || words.titles.has(after.lower) || words.calendar.has(after.lower)) return;
  for (let at = after.index; at < after.index + 5; at++) {
    const [before, token] = [sentence.tokens[at - 1], sentence.tokens[at]];
    if (before === undefined || token === undefined || !isAdjacent(text, before, token)) break;
    if (!(isCapital(token) || isHyphen(token.text) || token.lower === 'of' || token.lower === '&')) break;
    if (words.publicBodies.has(token.lower)) return;
    if (!words.organisations.has(token.lower)) continue;
    embed(weighed, words);
    return;
  }
  const isBesideCountry = gazetteer.find(after.text).some((match) => gazetteer.kind(match.place) === 'country');
  if (!weighed.because.includes('known/country') && !isBesideCountry) addEvidence(weighed, 'beside/name-after', words);
}
