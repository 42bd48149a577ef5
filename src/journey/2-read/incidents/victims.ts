/**
 * Single people that a report tells of over several sentences ("A boy died. … His mother was also killed."): who is whom, so
 * that each counts once, and what became of each at last. A later mention is the same person unless something speaks against it.
 */
import type { HarmKind } from '../../../knowledge/harm-words.ts';
import type { ActorName } from '../../../model/actor-name.ts';
import type { Quantity } from '../../../model/quantity.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { dependents, headOf, relationOf, subjectOf } from '../grammar/tree.ts';
import type { HarmFact } from './event-mention.ts';
import type { Page } from './page.ts';
import { standsForPeople } from './people-near.ts';

export interface Victim {
  readonly facts: HarmFact[];
  readonly cards: Card[];
  /** The worst that is told of the person. */
  outcome: HarmKind;
}

/** What the words of one fact say of the one person harmed. */
interface Card {
  readonly chain: number | null;
  readonly name: string | null;
  /** Every word of the name. */
  readonly names: readonly string[];
  /** "Emma Haddad" is not "Omar Haddad". */
  readonly given: string | null;
  readonly gender: ActorName['gender'];
  readonly age: number | null;
  readonly isChild: boolean | null;
  readonly head: string;
  /** The noun, where it says more than that somebody is a man or a resident. */
  readonly trade: string | null;
  /** "his mother": somebody else than those told of, known through one of them. */
  readonly isKin: boolean;
  /** One of those who did it: no one of those they harmed. */
  readonly isDoer: boolean;
  /** How the words bring the person in: as one not told of yet, as one more, or as known. */
  readonly entry: 'new' | 'other' | 'known';
  readonly measure: HarmKind;
  readonly sentence: number;
  readonly token: number;
  /** The word that tells of the harm. */
  readonly word: number;
}

/** Brought in beside somebody told of before: "his brother", "another man". */
export const isBeside = ({ cards: [first] }: Victim): boolean =>
  first !== undefined && (first.isKin || first.entry === 'other' || first.isDoer);

const WORSE: readonly HarmKind[] = ['hit', 'injured', 'killed'];

/**
 * The single people of some facts, in order of text; `doers` are the chains of who did it. Looks back over a bounded number of
 * people.
 */
export function victimsOf(page: Page, facts: readonly HarmFact[], doers: ReadonlySet<number>): Victim[] {
  const victims: Victim[] = [];
  for (const fact of facts) {
    const card = cardOf(page, fact, doers);
    if (card === null) continue;
    const recent = victims.slice(-MEMORY_PEOPLE);
    // Who is named again is who was named before, whoever was told of in between.
    const named = recent.findLast(({ cards }) => cards.some((other) => isSameMention(other, card)));
    const known = named ?? likeliest(page, recent, card);
    if (known === undefined) victims.push({ facts: [fact], cards: [card], outcome: fact.measure });
    else {
      known.facts.push(fact);
      known.cards.push(card);
      if (WORSE.indexOf(fact.measure) > WORSE.indexOf(known.outcome)) known.outcome = fact.measure;
    }
  }
  return victims;
}

const MEMORY_PEOPLE = 20;

/** "One was killed and a second wounded. Haddad, 52, died at the scene.": of two who may be meant the one of whom the same was told. */
function likeliest(page: Page, recent: readonly Victim[], card: Card): Victim | undefined {
  const fitting = recent.filter((victim) => isSamePerson(page, victim, card));
  const isLikely = ({ outcome }: Victim): boolean =>
    card.measure === 'hit' || (outcome === 'killed') === (card.measure === 'killed');
  return fitting.findLast(isLikely) ?? fitting.at(-1);
}

function isSamePerson(page: Page, { cards }: Victim, card: Card): boolean {
  if (cards.some((other) => isSameMention(other, card))) return true;
  if (cards.some((other) => speaksAgainst(page, other, card))) return false;
  if (card.entry === 'other')
    return cards.some(
      (other) => other.entry === 'other' && (other.head === card.head || isVague(other) || isVague(card)),
    );
  const first = cards[0];
  if (card.isKin || first?.isKin === true) {
    if (card.head === first?.head) return true;
    return card.isKin !== first?.isKin && card.entry === 'known' && !card.isKin;
  }
  return true;
}

const isSameMention = (a: Card, b: Card): boolean =>
  (a.chain !== null && a.chain === b.chain) || (a.sentence === b.sentence && a.token === b.token);

function speaksAgainst(page: Page, a: Card, b: Card): boolean {
  if (areJoined(page, a, b)) return true;
  if (a.name !== null && b.name !== null && !sharesSurname(a, b)) return true;
  if (a.given !== null && b.given !== null && a.given !== b.given) return true;
  if (a.gender !== 'unknown' && b.gender !== 'unknown' && a.gender !== b.gender) return true;
  if (a.age !== null && b.age !== null && a.age !== b.age) return true;
  if (a.isChild !== null && b.isChild !== null && a.isChild !== b.isChild) return true;
  return a.sentence === b.sentence ? areTwo(a, b) : areOtherTrades(a, b);
}

/** "The magistrate and the colonel had been murdered": joined before one word. */
function areJoined(page: Page, a: Card, b: Card): boolean {
  if (a.sentence !== b.sentence || a.word !== b.word || a.token === b.token) return false;
  const { tokens = [] } = page.parsed.sentences[a.sentence] ?? {};
  return tokens.slice(Math.min(a.token, b.token), Math.max(a.token, b.token)).some(({ pos }) => pos === 'CCONJ');
}

/** "Ana Mora Ruiz" and "Mora" may be one; "Mora" and "Haddad" are two. */
const sharesSurname = (a: Card, b: Card): boolean =>
  a.name === b.name || a.names.includes(b.name ?? '') || b.names.includes(a.name ?? '');

/** "A driver was shot. … A nurse was wounded.": each brought in by an own trade. */
const areOtherTrades = (a: Card, b: Card): boolean =>
  a.entry === 'new' && b.entry === 'new' && a.trade !== null && b.trade !== null && a.trade !== b.trade;

/** "a soldier was killed and an officer died", "one man was killed and one man wounded": one sentence brings in each once. */
function areTwo(a: Card, b: Card): boolean {
  // "killing one before police shot him dead"
  if (a.isDoer !== b.isDoer) return a.entry !== 'known' || b.entry !== 'known';
  if (a.entry === 'known' || b.entry === 'known') return false;
  if ((a.measure === 'killed') !== (b.measure === 'killed')) return true;
  return a.head !== b.head && !isVague(a) && !isVague(b);
}

const isVague = ({ head }: Card): boolean => VAGUE.has(head);
const VAGUE: ReadonlySet<string> = new Set([
  '',
  'another',
  'other',
  'person',
  'victim',
  'injury',
  'wound',
  'death',
  'fatality',
  'casualty',
]);

/** Null unless the fact is of one single person. */
function cardOf(page: Page, fact: HarmFact, doers: ReadonlySet<number>): Card | null {
  const { quantity, sufferers, measure } = fact;
  if (quantity !== null && !(quantity.claim.op === '=' && quantity.claim.n === 1)) return null;
  if (quantity?.relation === 'subset') return null;
  const person = sufferers[0];
  if (person === undefined) return quantity === null ? null : unnamed(fact, quantity);
  const mention = person.mention === null ? undefined : page.actors[person.mention];
  if (quantity === null && !isOne(person, mention)) return null;
  const age = ageOf(page, person, quantity);
  const chain = mention === undefined ? null : (page.chains.representative[mention.id] ?? mention.id);
  return {
    chain,
    isDoer: chain !== null && doers.has(chain),
    name: surnameOf(page, person, mention),
    names: mention?.form === 'name' ? wordsOf(mention.name ?? mention.text) : [],
    given: mention?.form === 'name' ? givenNameOf(mention.name) : null,
    gender: genderOf(page, person, mention),
    age,
    isChild: age !== null ? age < 18 : childOf(person, mention),
    head: person.head,
    trade: tradeOf(page, person.head),
    isKin: isKinOf(page, person),
    entry: isAlso(page, fact) && (measure === 'killed' || entryOf(quantity) === 'new') ? 'other' : entryOf(quantity),
    measure,
    sentence: person.sentence,
    token: person.token,
    word: fact.token,
  };
}

const isOne = (person: WordedParticipant, mention: ActorName | undefined): boolean =>
  mention === undefined ? person.kind === 'person' : mention.kind !== 'organisation' && mention.number !== 'plural';

/** "A technician was also hurt", "The driver was also killed": beside whoever was told of before; nobody dies twice. */
export function isAlso(page: Page, { sentence, token }: HarmFact): boolean {
  const { tokens = [] } = page.parsed.sentences[sentence] ?? {};
  return tokens[token - 1]?.lower === 'also' || tokens[token - 2]?.lower === 'also';
}

const tradeOf = ({ people, harm }: Page, head: string): string | null =>
  people.people.has(head) && !PLAIN.has(people.people.get(head) ?? '') && !harm.anybody.has(head) ? head : null;

const PLAIN: ReadonlySet<string> = new Set(['men', 'women', 'children', 'elderly', 'civilians']);

const entryOf = (quantity: Quantity | null): Card['entry'] =>
  quantity === null ? 'known' : quantity.relation === 'further' ? 'other' : 'new';

const unnamed = ({ measure, sentence, token }: HarmFact, quantity: Quantity): Card => ({
  chain: null,
  name: null,
  names: [],
  given: null,
  gender: 'unknown',
  age: null,
  isChild: null,
  head: quantity.noun ?? '',
  trade: null,
  isKin: false,
  isDoer: false,
  entry: entryOf(quantity),
  measure,
  sentence,
  token: quantity.head ?? token,
  word: token,
});

const wordsOf = (name: string): string[] => name.toLowerCase().split(/\s+/);
const lastWordOf = (name: string): string => wordsOf(name).at(-1) ?? '';

function givenNameOf(name: string | null): string | null {
  const words = wordsOf(name ?? '');
  return words.length > 1 ? (words[0] ?? null) : null;
}

/** Of a mention that is a name, or of a name that stands in no list of actors ("Haddad was found dead"). */
function surnameOf(page: Page, person: WordedParticipant, mention: ActorName | undefined): string | null {
  if (mention !== undefined) return mention.form === 'name' ? lastWordOf(mention.name ?? mention.text) : null;
  const token = page.parsed.sentences[person.sentence]?.tokens[person.token];
  return token?.pos === 'PROPN' ? token.lower : null;
}

/** Of the noun or pronoun itself, else of a name or noun of its chain: other pronouns are too often tied to somebody else. */
function genderOf(page: Page, person: WordedParticipant, mention: ActorName | undefined): ActorName['gender'] {
  const own = genderOfWord(page, person.sentence, person.token);
  if (own !== 'unknown' || mention === undefined) return own;
  for (const id of [mention.id, ...(page.chains.members[mention.id] ?? [])]) {
    const one = page.actors[id];
    if (one === undefined || one.form === 'pronoun') continue;
    const told = one.gender === 'unknown' ? genderOfWord(page, one.sentence, one.head) : one.gender;
    if (told !== 'unknown') return told;
  }
  return 'unknown';
}

function genderOfWord(page: Page, sentence: number, token: number): ActorName['gender'] {
  const word = page.parsed.sentences[sentence]?.tokens[token]?.lower ?? '';
  const group = page.people.people.get(word);
  if (group === 'women' || FEMALE.has(word)) return 'female';
  return group === 'men' || MALE.has(word) ? 'male' : 'unknown';
}

const FEMALE: ReadonlySet<string> = new Set(['she', 'her', 'hers', 'herself']);
const MALE: ReadonlySet<string> = new Set(['he', 'him', 'his', 'himself']);

function childOf(person: WordedParticipant, mention: ActorName | undefined): boolean | null {
  const subset = person.subset ?? mention?.subset ?? null;
  if (subset === 'children') return true;
  return subset === 'women' || subset === 'men' || subset === 'elderly' || subset === 'combatants' ? false : null;
}

/** How many tokens from the person's noun their age may stand ("John Doe, 24", "a 24-year-old man"). */
const AGE_BEFORE = 8;
const AGE_AFTER = 4;

function ageOf(page: Page, person: WordedParticipant, quantity: Quantity | null): number | null {
  const from = quantity?.firstToken ?? person.token - AGE_BEFORE;
  const ages = page.agesBySentence[person.sentence] ?? [];
  const near = ages.find(
    (age) =>
      age.firstToken >= from && age.lastToken <= person.token + AGE_AFTER && isOfPhrase(page, person, age.lastToken),
  );
  return near?.claim.n ?? null;
}

/** "Matthews, 20, of Sidon, shot the victim": an age that a verb or a mark parts from the noun is another's. */
function isOfPhrase(page: Page, { sentence, token }: WordedParticipant, age: number): boolean {
  if (age > token) return true;
  const { tokens = [] } = page.parsed.sentences[sentence] ?? {};
  return tokens.slice(age + 1, token).every(({ pos, text }) => pos !== 'VERB' && text !== ',');
}

/** "his mother", "the man's son": a possessor before the noun, but for one who harms his own ("A man shot his tenant"). */
function isKinOf(page: Page, person: WordedParticipant): boolean {
  const line = page.lines[person.sentence];
  if (line === undefined || dependents(line.sentence, person.token, 'nmod:poss').length === 0) return false;
  const verb = relationOf(line.sentence, person.token) === 'obj' ? headOf(line.sentence, person.token) : null;
  const doer = verb === null ? null : subjectOf(line.sentence, verb);
  return doer === null || !standsForPeople(page, line, doer);
}
