/**
 * Everything found in a report so far, laid out by sentence and token, so that the incident rules can ask what stands at
 * a word without searching.
 */
import { type ActorRegister, foldName } from '../../../knowledge/actors.ts';
import type { EvidenceWords } from '../../../knowledge/evidence-words.ts';
import type { Figures } from '../../../knowledge/figures.ts';
import type { Gazetteer } from '../../../knowledge/gazetteer.ts';
import type { Lexicon } from '../../../knowledge/grammar-weights.ts';
import type { HarmWords } from '../../../knowledge/harm-words.ts';
import type { IncidentGrammar } from '../../../knowledge/incident-grammar.ts';
import type { IncidentWords, ObjectEntry, WeaponEntry } from '../../../knowledge/incident-words.ts';
import type { LinearModel } from '../../../knowledge/linear-model.ts';
import type { ModalityWords } from '../../../knowledge/modality-words.ts';
import { matchPhrase, type PhraseMatch } from '../../../knowledge/phrase-table.ts';
import type { QuantityWords } from '../../../knowledge/quantity-words.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { ActorChains, ActorName } from '../../../model/actor-name.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import type { Quantity } from '../../../model/quantity.ts';
import type { ParsedText, Sentence, Token } from '../../../model/sentence.ts';
import type { TimeExpression } from '../../../model/time-expression.ts';
import type { Evidence, WordedParticipant } from '../../../model/worded-incident.ts';
import type { WordedStatement } from '../../../model/worded-statement.ts';
import type { Side } from './event-mention.ts';

export interface IncidentInput {
  readonly parsed: ParsedText;
  readonly actors: readonly ActorName[];
  readonly chains: ActorChains;
  readonly places: readonly PlaceName[];
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
  readonly statements: readonly WordedStatement[];
  readonly register: ActorRegister;
  readonly gazetteer: Gazetteer;
  readonly words: IncidentWords;
  readonly grammar: IncidentGrammar;
  readonly figures: Figures;
  readonly harm: HarmWords;
  /** Nouns that name people. */
  readonly people: QuantityWords;
  readonly modality: ModalityWords;
  readonly evidence: EvidenceWords;
  /** Word clusters of the grammar. */
  readonly lexicon: Lexicon;
  readonly fillers: LinearModel;
  /** Day on which the report was published (ISO 8601); null when unknown. */
  readonly published: string | null;
  readonly cast: LinearModel;
}

/** One sentence with what stands in it. */
export interface Line {
  readonly sentence: Sentence;
  readonly grammar: IncidentGrammar;
  /** By head token. */
  readonly actors: ReadonlyMap<number, ActorName>;
  /** Tokens of an actor's phrase that the tree hangs outside it beside its head ("Vice | Foreign Minister"): the head. */
  readonly strayHeads: ReadonlyMap<number, number>;
  /** By every token of the phrase. */
  readonly weapons: ReadonlyMap<number, PhraseMatch<WeaponEntry>>;
  readonly objects: ReadonlyMap<number, PhraseMatch<ObjectEntry>>;
  /** Adjectives of a nationality, by token: id of the state. */
  readonly adjectives: ReadonlyMap<number, string>;
  /** By head token; those whose head is left out stand at their last token. */
  readonly quantities: ReadonlyMap<number, Quantity>;
  /** Indices into the input's lists. */
  readonly places: readonly number[];
  readonly times: readonly number[];
  /** Some noun says that an act answers another ("in response to"). */
  readonly answers: boolean;
  /** By every token of the name. */
  readonly placeAt: ReadonlyMap<number, number>;
  readonly timeAt: ReadonlyMap<number, number>;
  /** Who stands at a token in a place of a frame, filled when first asked for. */
  readonly participants: Map<number, readonly WordedParticipant[]>;
}

export interface Page extends IncidentInput {
  readonly lines: readonly Line[];
  /** Bodies that the report names, by their ids in the register: the first mention. */
  readonly bodies: ReadonlyMap<string, number>;
  /** Statements whose words reach into a sentence, in order of text. */
  readonly statementsBySentence: readonly (readonly WordedStatement[])[];
  /** Numbers that are somebody's age, by sentence. */
  readonly agesBySentence: readonly (readonly Quantity[])[];
  /** Filled as the sentences are read. */
  readonly evidenceBySentence: Map<number, Evidence[]>;
  /** Everyone and everything of a sentence, filled when first asked for. */
  readonly standing: Map<number, { slot: 'doer' | 'hit'; participant: WordedParticipant }[]>;
  /** The doers that the tree shows, by event mention, filled when first asked for. */
  readonly sides: Map<number, readonly Side[]>;
}

export function pageOf(input: IncidentInput): Page {
  const actors = bySentence(input.actors, input.parsed.sentences.length);
  const places = bySentence(input.places, input.parsed.sentences.length);
  const times = bySentence(input.times, input.parsed.sentences.length);
  const quantities = bySentence(input.quantities, input.parsed.sentences.length);
  const lines = input.parsed.sentences.map((sentence, index): Line => {
    const placeIndices = places[index] ?? [];
    const timeIndices = times[index] ?? [];
    return {
      sentence,
      grammar: input.grammar,
      actors: byHead(actors[index] ?? [], input.actors),
      strayHeads: strayHeadsOf(sentence, actors[index] ?? [], input.actors),
      quantities: countsByHead(quantities[index] ?? [], input.quantities),
      ...phrasesOf(sentence, input.words),
      adjectives: adjectivesOf(sentence, input.register),
      places: placeIndices,
      times: timeIndices,
      answers: sentence.tokens.some(({ pos, lemma }) => pos === 'NOUN' && input.grammar.replies.has(lemma)),
      placeAt: byToken(placeIndices, input.places),
      timeAt: byToken(timeIndices, input.times),
      participants: new Map(),
    };
  });
  return {
    ...input,
    lines,
    agesBySentence: quantities.map((list) =>
      list.flatMap((at) => {
        const quantity = input.quantities[at];
        return quantity?.kind === 'age' ? [quantity] : [];
      }),
    ),
    bodies: bodiesNamed(input.actors),
    evidenceBySentence: new Map(),
    standing: new Map(),
    sides: new Map(),
    statementsBySentence: statementsBySentence(input),
  };
}

function bodiesNamed(actors: readonly ActorName[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { id, actor, form, kind } of actors)
    if (actor !== null && form === 'name' && kind === 'organisation' && !found.has(actor)) found.set(actor, id);
  return found;
}

function byHead(indices: readonly number[], actors: readonly ActorName[]): ReadonlyMap<number, ActorName> {
  if (indices.length === 0) return NOTHING;
  const found = new Map<number, ActorName>();
  for (const at of indices) {
    const actor = actors[at];
    if (actor !== undefined) found.set(actor.head, actor);
  }
  return found;
}

function countsByHead(indices: readonly number[], quantities: readonly Quantity[]): ReadonlyMap<number, Quantity> {
  if (indices.length === 0) return NOTHING;
  const found = new Map<number, Quantity>();
  for (const at of indices) {
    const quantity = quantities[at];
    if (quantity?.kind === 'count') found.set(quantity.head ?? quantity.lastToken, quantity);
  }
  return found;
}

/** What may stand in the place of a whole phrase; of "three ethnic Norwegians" the number, of "Islamic State" the first word. */
const STANDS = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ']);

/** The innermost phrase wins: it comes last, for mentions are in order of text. */
function strayHeadsOf(
  { tree, tokens }: Sentence,
  indices: readonly number[],
  actors: readonly ActorName[],
): ReadonlyMap<number, number> {
  if (tree === null || indices.length === 0) return NOTHING;
  const found = new Map<number, number>();
  for (const at of indices) {
    const { firstToken, lastToken, head } = actors[at] ?? NOBODY;
    for (let token = firstToken; token <= lastToken; token += 1) {
      const above = tree.heads[token] ?? -1;
      if (token !== head && STANDS.has(tokens[token]?.pos ?? '') && (above < firstToken || above > lastToken))
        found.set(token, head);
    }
  }
  return found;
}

const NOBODY = { firstToken: 0, lastToken: -1, head: -1 };

function statementsBySentence({ parsed, statements }: IncidentInput): WordedStatement[][] {
  const lists: WordedStatement[][] = parsed.sentences.map(() => []);
  for (const statement of statements) {
    for (const part of statement.parts) {
      for (let index = sentenceAt(parsed.sentences, part.start); index < lists.length; index += 1) {
        if ((parsed.sentences[index]?.start ?? part.end) >= part.end) break;
        if (lists[index]?.at(-1) !== statement) lists[index]?.push(statement);
      }
    }
  }
  return lists;
}

/** The first sentence that ends behind the offset, by binary search. */
function sentenceAt(sentences: readonly Sentence[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bySentence(list: readonly { readonly sentence: number }[], count: number): number[][] {
  const groups: number[][] = Array.from({ length: count }, () => []);
  list.forEach((item, index) => {
    groups[item.sentence]?.push(index);
  });
  return groups;
}

function byToken(
  indices: readonly number[],
  list: readonly { readonly firstToken: number; readonly lastToken: number }[],
): ReadonlyMap<number, number> {
  if (indices.length === 0) return NOTHING;
  const map = new Map<number, number>();
  for (const index of indices) {
    const item = list[index];
    if (item === undefined) continue;
    for (let token = item.firstToken; token <= item.lastToken; token += 1) map.set(token, index);
  }
  return map;
}

/** Most sentences hold most things not: they share one empty table. */
const NOTHING: ReadonlyMap<number, never> = new Map<number, never>();
const NO_PHRASES = { weapons: NOTHING, objects: NOTHING };

const mayBePhrase = ({ hints }: Token): boolean => (hints & (WORD_HINT.weapon | WORD_HINT.object)) !== 0;

function phrasesOf(sentence: Sentence, words: IncidentWords): Pick<Line, 'weapons' | 'objects'> {
  if (sentence.tree === null || !sentence.tokens.some(mayBePhrase)) return NO_PHRASES;
  const weapons = new Map<number, PhraseMatch<WeaponEntry>>();
  const objects = new Map<number, PhraseMatch<ObjectEntry>>();
  sentence.tokens.forEach((token, index) => {
    if (!mayBePhrase(token)) return;
    if (token.pos !== 'NOUN' && token.pos !== 'PROPN' && token.pos !== 'ADJ') return;
    if ((token.hints & WORD_HINT.weapon) !== 0) spread(weapons, matchPhrase(words.weapons, sentence.tokens, index));
    if ((token.hints & WORD_HINT.object) !== 0) spread(objects, matchPhrase(words.objects, sentence.tokens, index));
  });
  return { weapons, objects };
}

/** "Russian", "Saudi": words that a register of states lists as adjectives. */
function adjectivesOf(sentence: Sentence, register: ActorRegister): ReadonlyMap<number, string> {
  if (sentence.tree === null || !sentence.tokens.some(mayBeState)) return NOTHING;
  const found = new Map<number, string>();
  for (const token of sentence.tokens) {
    if (!mayBeState(token) || (token.pos !== 'ADJ' && token.pos !== 'PROPN')) continue;
    const state = register.names.get(foldName(token.text))?.find((name) => name.as === 'adjective');
    if (state !== undefined) found.set(token.index, state.id);
  }
  return found;
}

const mayBeState = ({ hints }: Token): boolean => (hints & WORD_HINT.stateAdjective) !== 0;

function spread<T>(map: Map<number, PhraseMatch<T>>, match: PhraseMatch<T> | null): void {
  if (match === null || map.has(match.firstToken)) return;
  for (let token = match.firstToken; token <= match.lastToken; token += 1) map.set(token, match);
}
