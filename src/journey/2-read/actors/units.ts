/** Cuts a sentence into units for noun phrases: names, titles and fixed nouns as one, every other token by itself. */

import type { ActorWords, RoleNoun, Title } from '../../../knowledge/actor-words.ts';
import type { ActorRegister, NamedActor } from '../../../knowledge/actors.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import { matchNames } from './name-matches.ts';

/** What a unit can be in a noun phrase. */
type UnitClass = 'determiner' | 'modifier' | 'noun' | 'possessive' | 'pronoun' | 'joint' | 'other';

export interface Unit {
  readonly first: number;
  /** Inclusive. */
  readonly last: number;
  readonly class: UnitClass;
  /** What the register says of a name; empty for all else. */
  readonly named: readonly NamedActor[];
  readonly title: Title | null;
  /** For nouns with "of" inside ("head of state"). */
  readonly noun: RoleNoun | null;
  /** "and" or "or". */
  readonly conjunction: 'and' | 'or' | null;
}

const POSSESSIVE_PRONOUNS = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their', 'whose']);
/** Taggers call them nouns or adjectives; they are no part of a noun phrase about someone ("at least 30 people"). */
const OUTSIDE = new Set(['today', 'yesterday', 'tomorrow', 'tonight', 'least', 'most']);
/** Asked of every word: most are told by their length. */
const isPossessive = (lower: string): boolean => lower.length <= 5 && POSSESSIVE_PRONOUNS.has(lower);
const isOutside = (lower: string): boolean => lower.length >= 4 && lower.length <= 9 && OUTSIDE.has(lower);
const isHyphen = (text: string): boolean => text === '-' || text === '–' || text === '‑' || text === '/';

const NOBODY: readonly NamedActor[] = [];

export function unitsOf(sentence: Sentence, register: ActorRegister, words: ActorWords): Unit[] {
  const { tokens } = sentence;
  const matches = matchNames(sentence, register);
  const units: Unit[] = [];
  let next = 0;
  for (let at = 0; at < tokens.length; ) {
    const match = matches[next];
    const unit =
      match?.first === at && !continuesPersonName(tokens, match.first, match.last, words)
        ? {
            first: at,
            last: match.last,
            class: classOfName(match.entries),
            named: match.entries,
            title: null,
            noun: null,
            conjunction: null,
          }
        : (titleAt(tokens, at, words) ?? ofNounAt(tokens, at, words) ?? plainUnit(tokens, at, words));
    units.push(unit);
    at = unit.last + 1;
    while ((matches[next]?.first ?? tokens.length) < at) next++;
  }
  return units;
}

const classOfName = (entries: readonly NamedActor[]): UnitClass =>
  entries.every((entry) => entry.as === 'adjective') ? 'modifier' : 'noun';

/** "Jordan Smith", "Michael Jordan": one word of a person's name is no country. */
function continuesPersonName(tokens: readonly Token[], first: number, last: number, words: ActorWords): boolean {
  if (first !== last) return false;
  const before = tokens[first - 1];
  const self = tokens[first];
  const after = tokens[first + 1];
  if (before?.pos === 'PROPN' && isGivenName(before.lower, words) && !words.notNames.has(before.lower)) return true;
  return self !== undefined && after?.pos === 'PROPN' && isGivenName(self.lower, words) && isNamePart(after, words);
}

const isNamePart = (token: Token, words: ActorWords): boolean =>
  /^\p{Lu}/u.test(token.text) &&
  !words.bodies.has(token.lower) &&
  !words.titles.has(token.lower) &&
  !words.nouns.has(token.lemma);

export const isGivenName = (lower: string, words: ActorWords): boolean =>
  words.maleNames.has(lower) || words.femaleNames.has(lower);

function titleAt(tokens: readonly Token[], at: number, words: ActorWords): Unit | null {
  const token = tokens[at];
  if (token === undefined || (token.hints & WORD_HINT.title) === 0) return null;
  for (const title of words.titles.get(token.lower) ?? []) {
    const last = endOfWords(title.words, tokens, at);
    if (last === -1) continue;
    // A single word is a title only before a name; a phrase such as "secretary of state" is a noun in its own right.
    if (title.words.length === 1 && !startsName(tokens[last + 1], words)) return null;
    return { first: at, last, class: 'noun', named: NOBODY, title, noun: null, conjunction: null };
  }
  return null;
}

const startsName = (token: Token | undefined, words: ActorWords): boolean =>
  token !== undefined && (token.pos === 'PROPN' || words.titles.has(token.lower)) && /^\p{Lu}/u.test(token.text);

function ofNounAt(tokens: readonly Token[], at: number, words: ActorWords): Unit | null {
  const token = tokens[at];
  if (token === undefined || (token.hints & WORD_HINT.ofNoun) === 0) return null;
  for (const noun of words.ofNouns.get(token.lemma) ?? words.ofNouns.get(token.lower) ?? []) {
    const last = endOfWords(noun.words, tokens, at);
    if (last !== -1) return { first: at, last, class: 'noun', named: NOBODY, title: null, noun, conjunction: null };
  }
  return null;
}

function endOfWords(wanted: readonly string[], tokens: readonly Token[], at: number): number {
  let position = at - 1;
  for (const word of wanted) {
    position++;
    if (position > at && tokens[position]?.text === '-') position++;
    const token = tokens[position];
    if (token === undefined || (token.lower !== word && token.lemma !== word)) return -1;
  }
  return position;
}

function plainUnit(tokens: readonly Token[], at: number, words: ActorWords): Unit {
  const token = tokens[at];
  const unitClass = token === undefined ? 'other' : classOf(token, tokens[at - 1], tokens[at + 1], words);
  const conjunction = token?.lower === 'and' || token?.lower === 'or' ? token.lower : null;
  return { first: at, last: at, class: unitClass, named: NOBODY, title: null, noun: null, conjunction };
}

function classOf(token: Token, before: Token | undefined, after: Token | undefined, words: ActorWords): UnitClass {
  if (token.tag === 'POS') return 'possessive';
  // "#Northtown warplanes": a tag says what a post is about, and describes nobody.
  if (token.text.startsWith('#')) return 'other';
  // "in which commander Hall killed two": the pronoun of a clause, and no part of who acts in it.
  if (token.tag === 'WDT') return 'other';
  if (token.pos === 'DET' || token.tag === 'PRP$' || token.tag === 'WP$' || isPossessive(token.lower)) {
    return token.tag === 'PRP$' && token.lower === 'her' && !startsNoun(after) ? 'pronoun' : 'determiner';
  }
  if (token.pos === 'PRON') return words.pronouns.has(token.lower) ? 'pronoun' : 'other';
  if ((token.pos === 'PROPN' && words.notNames.has(token.lower)) || isOutside(token.lower)) return 'other';
  if (isOnlyNamed(token, before, after)) return 'other';
  if (token.pos === 'NOUN' || token.pos === 'PROPN') return 'noun';
  if (token.pos === 'ADJ' || token.pos === 'NUM') return 'modifier';
  if (isHyphen(token.text)) return 'joint';
  // "US-backed rebels"
  if (token.pos === 'VERB' && before !== undefined && isHyphen(before.text) && before.end === token.start)
    return 'modifier';
  if (isAdjectival(token, before, after)) return 'modifier';
  return 'other';
}

/** "the so-called Red Dawn", "the self-styled Army of the North": the name begins behind the words. */
function isOnlyNamed(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (token.lower === 'self') return after !== undefined && isHyphen(after.text);
  return NAMING.has(token.lower) && before !== undefined && isHyphen(before.text);
}
const NAMING: ReadonlySet<string> = new Set(['called', 'styled', 'proclaimed', 'declared', 'described']);

/** "armed men", "displaced families": a participle between a beginning and a noun; "wounded seven people" and ", killing civilians" tell acts. */
function isAdjectival(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (token.pos !== 'VERB' || (token.tag !== 'VBN' && token.tag !== 'VBG')) return false;
  if (!startsNoun(after) || after?.pos === 'NUM' || !isBeginning(before)) return false;
  // ", blaming Northland"
  const isClause = (token.hints & WORD_HINT.trigger) !== 0 || after?.pos === 'PROPN';
  return !(token.tag === 'VBG' && before?.text === ',' && isClause);
}

const startsNoun = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'ADJ' || token.pos === 'NUM');

const isBeginning = (token: Token | undefined): boolean =>
  token === undefined ||
  token.pos === 'DET' ||
  token.pos === 'ADJ' ||
  token.pos === 'NUM' ||
  token.pos === 'ADP' ||
  token.pos === 'CCONJ' ||
  token.pos === 'PUNCT' ||
  token.tag === 'PRP$' ||
  token.tag === 'POS';
