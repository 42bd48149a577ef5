/**
 * Weighs what speaks for and against a candidate being a place name. Each piece of evidence has an id and a weight in
 * `knowledge/lexicon/en/places.yaml`; the ids that applied go into `because`.
 */
import { type Gazetteer, NAME_FLAG } from '../../../knowledge/gazetteer.ts';
import { wordKey } from '../../../knowledge/name-key.ts';
import type { PlaceWords } from '../../../knowledge/place-words.ts';
import { type Candidate, statedAfter, statedBefore } from './candidates.ts';
import { capitalAfter, capitalBefore, isCapital, isHyphen } from './names.ts';

export interface Weighed {
  readonly candidate: Candidate;
  score: number;
  readonly because: string[];
  /** True when part of an organisation's or other longer name. */
  isEmbedded: boolean;
  isDemonym: boolean;
}

export interface TextEvidence {
  readonly gazetteer: Gazetteer;
  readonly words: PlaceWords;
  /** Lower-cased last names of people named in full in this text. */
  readonly people: ReadonlySet<string>;
}

/** Population bounds of the classes of settlement. */
const METROPOLIS = 1_000_000;
const CITY = 100_000;
const TOWN = 10_000;

/** Weighs one candidate by itself and the words beside it. */
export function weigh(candidate: Candidate, text: TextEvidence): Weighed {
  const weighed: Weighed = { candidate, score: 0, because: [], isEmbedded: false, isDemonym: false };
  const add = (id: string): void => addEvidence(weighed, id, text.words);
  weighName(weighed, text, add);
  weighBefore(weighed, text, add);
  weighAfter(weighed, text, add);
  return weighed;
}

export function addEvidence(weighed: Weighed, id: string, words: PlaceWords): void {
  weighed.because.push(id);
  weighed.score += words.evidence.get(id) ?? 0;
}

type Add = (id: string) => void;

function weighName(weighed: Weighed, { gazetteer, words, people }: TextEvidence, add: Add): void {
  const { candidate } = weighed;
  const { matches, sentence, first, last } = candidate;
  const all = matches.reduce((flags, match) => flags & match.flags, -1);
  const any = matches.reduce((flags, match) => flags | match.flags, 0);
  if ((any & NAME_FLAG.demonym) !== 0) weighed.isDemonym = true;
  if (candidate.hasHead) add('shape/head-noun');
  if (matches.length > 0) add(classOf(candidate, gazetteer));
  if (candidate.via === 'loose') add('known/loosely');
  else if (
    matches.length > 0 &&
    (any & NAME_FLAG.primary) === 0 &&
    (any & (NAME_FLAG.demonym | NAME_FLAG.abbreviation)) === 0
  )
    add('known/other-name');
  if (last > first && candidate.via === 'exact') add('known/several-words');
  const isCountry = weighed.because.includes('known/country');
  if (first === last && !isCountry) {
    const atStart = first === 0 && sentence.casing === 'mixed';
    if ((all & NAME_FLAG.word) !== 0 && matches.length > 0) add('word/ordinary');
    if ((all & NAME_FLAG.word) !== 0 && matches.length > 0 && atStart) add('word/ordinary-at-start');
    if ((any & NAME_FLAG.person) !== 0) add('word/given-name');
    if (sentence.casing !== 'mixed') add('word/hidden-case');
    if (people.has(candidate.key)) add('text/person-here');
  }
  void words;
}

function classOf(candidate: Candidate, gazetteer: Gazetteer): string {
  let most = -1;
  let best = 'known/village';
  const consider = (rank: number, id: string): void => {
    if (rank > most) {
      most = rank;
      best = id;
    }
  };
  for (const { place, flags } of candidate.matches) {
    const kind = gazetteer.kind(place);
    if (kind === 'country' || (flags & NAME_FLAG.demonym) !== 0) consider(9, 'known/country');
    else if (kind === 'region' || kind === 'continent' || kind === 'water' || kind === 'terrain')
      consider(8, 'known/region');
    else if (kind === 'province')
      consider(
        (flags & NAME_FLAG.primary) === 0 ? 3 : 6,
        (flags & NAME_FLAG.primary) === 0 ? 'known/town' : 'known/province',
      );
    else consider(...settlementClass(gazetteer.population(place), place));
  }
  return best;
}

/** Our own layer (the low references) lists what reports on truces name, so those places count as towns at least. */
function settlementClass(population: number, place: number): [rank: number, id: string] {
  if (population >= METROPOLIS) return [7, 'known/metropolis'];
  if (population >= CITY) return [5, 'known/city'];
  return population >= TOWN || place < 1 << 24 ? [4, 'known/town'] : [1, 'known/village'];
}

function weighBefore(weighed: Weighed, { gazetteer, words }: TextEvidence, add: Add): void {
  const { sentence, first } = weighed.candidate;
  const { tokens } = sentence;
  if (statedBefore(sentence, first, words) !== null) return add('beside/place-noun-of');
  const capital = sentence.casing === 'mixed' ? capitalBefore(sentence, first) : null;
  if (capital !== null) weighNameBefore(weighed, capital, { gazetteer, words }, add);
  let at = first - 1;
  let sawArticle = false;
  for (; at >= 0 && at > first - 4; at--) {
    const lower = tokens[at]?.lower ?? '';
    if (lower === 'the') sawArticle = true;
    else if (words.compass.has(lower)) add('beside/compass');
    else if (!isHyphen(lower)) break;
  }
  const before = tokens[at]?.lower ?? '';
  if (words.strongPrepositions.has(before)) add('beside/strong-preposition');
  else if (words.weakPrepositions.has(before)) add('beside/weak-preposition');
  if (
    sawArticle &&
    statedAfter(sentence, weighed.candidate.last, words) === null &&
    !weighed.because.some((id) => id === 'known/region' || id === 'known/country' || id === 'shape/head-noun')
  )
    add('beside/article');
  if (before === 'of' && isCapital(tokens[at - 1]) && words.organisations.has(tokens[at - 1]?.lower ?? '')) {
    weighed.isEmbedded = true;
    add('beside/organisation');
  }
}

function weighNameBefore(
  weighed: Weighed,
  before: { lower: string; index: number },
  { gazetteer, words }: Pick<TextEvidence, 'gazetteer' | 'words'>,
  add: Add,
): void {
  if (words.titles.has(before.lower)) return add('beside/title');
  if (words.compass.has(before.lower) || words.besideNames.has(before.lower) || words.calendar.has(before.lower))
    return;
  if (
    before.index === 0 &&
    (words.notAtStart.has(before.lower) ||
      words.strongPrepositions.has(before.lower) ||
      words.weakPrepositions.has(before.lower))
  )
    return;
  if (words.strongPrepositions.has(before.lower) || words.notAtStart.has(before.lower)) return;
  if (words.organisations.has(before.lower)) {
    weighed.isEmbedded = true;
    return add('beside/organisation');
  }
  if (gazetteer.isGivenName(wordKey(before.lower)) && !weighed.isDemonym) return add('beside/given-name');
  if (before.index > 0 || weighed.candidate.matches.length > 0) add('beside/longer-name');
}

const PERSON_SPEECH = new Set(['said', 'says', 'told', 'added', 'who', 'whose']);

function weighAfter(weighed: Weighed, { gazetteer, words }: TextEvidence, add: Add): void {
  const { sentence, last } = weighed.candidate;
  const next = sentence.tokens[last + 1];
  if (next === undefined) return;
  if (statedAfter(sentence, last, words) !== null) add('beside/place-noun-after');
  const after = sentence.casing === 'mixed' ? capitalAfter(sentence, last) : null;
  if (after !== null) weighNameAfter(weighed, { gazetteer, words }, add);
  const isBig = weighed.because.some(
    (id) => id === 'known/country' || id === 'known/province' || id === 'known/region' || id === 'known/metropolis',
  );
  if (!isBig && PERSON_SPEECH.has(next.lower)) add('beside/speech-of-person');
}

function weighNameAfter(
  weighed: Weighed,
  { gazetteer, words }: Pick<TextEvidence, 'gazetteer' | 'words'>,
  add: Add,
): void {
  const { sentence, last } = weighed.candidate;
  let isLonger = false;
  for (let at = last + 1; at < last + 6; at++) {
    const token = sentence.tokens[at];
    if (
      token === undefined ||
      !(isCapital(token) || isHyphen(token.text) || token.lower === 'of' || token.lower === '&')
    )
      break;
    if (words.organisations.has(token.lower)) {
      weighed.isEmbedded = true;
      return add('beside/organisation');
    }
    if (
      at === last + 1 &&
      (words.besideNames.has(token.lower) ||
        words.titles.has(token.lower) ||
        words.calendar.has(token.lower) ||
        isHyphen(token.text))
    )
      return;
    if (isCapital(token)) isLonger = true;
  }
  const isCountry = weighed.because.includes('known/country');
  if (
    isLonger &&
    !isCountry &&
    !gazetteer.find(sentence.tokens[last + 1]?.text ?? '').some((match) => gazetteer.kind(match.place) === 'country')
  )
    add('beside/name-after');
}
