/**
 * The people at a word of a sentence: actors that are mentioned there, or a noun that names people. Where the tree is wrong,
 * the people right before or after a word ("a man fatally shot on Monday", "that killed 17 students").
 */
import type { Token } from '../../../model/sentence.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { personGroup } from '../quantities/counted-noun.ts';
import type { Line, Page } from './page.ts';
import { participantsAt } from './participants.ts';
import { nounAsPeople } from './phrase-participants.ts';

/** The people at a token and its conjuncts; empty where nobody stands there. */
export function peopleAt(page: Page, line: Line, token: number): WordedParticipant[] {
  const mentioned = participantsAt(page, line, token, 'sufferer').filter(
    (participant) => participant.kind !== 'object' && !isAddress(page, line, participant) && !isAct(page, participant),
  );
  if (mentioned.length > 0) return mentioned;
  const noun = isPersonNoun(page, line, token) || isHisOrHer(line, token) ? nounAsPeople(line, token) : null;
  return noun === null ? [] : [noun];
}

/** "His injuries": one person, told of before. */
const isHisOrHer = ({ sentence: { tokens } }: Line, token: number): boolean =>
  tokens[token]?.tag === 'PRP$' && (tokens[token]?.lower === 'his' || tokens[token]?.lower === 'her');

/** "the shooting death of his son": the noun names what came of the act. */
const isAct = ({ harm }: Page, { mention, head }: WordedParticipant): boolean =>
  mention === null && harm.byNoun.has(head) && !harm.bodies.has(head);

/** "3434 High Street" is no name of a person. */
function isAddress(page: Page, line: Line, { mention, name, token }: WordedParticipant): boolean {
  if (mention !== null)
    return isDigit(name) && name.split(' ').some((word) => page.people.streetWords.has(word.toLowerCase()));
  return isDigit(name) || page.people.streetWords.has(line.sentence.tokens[token]?.lower ?? '');
}

/** A noun of the lexicon, or the "old" of "the 47-year-old". */
function isPersonNoun(page: Page, line: Line, token: number): boolean {
  const { tokens } = line.sentence;
  const word = tokens[token];
  if (word === undefined || line.objects.has(token) || line.placeAt.has(token)) return false;
  if (word.pos === 'NOUN') return personGroup(word, page.people) !== null;
  return (
    word.lower === 'old' &&
    tokens[token - 1]?.text === '-' &&
    tokens[token - 2]?.lower === 'year' &&
    tokens[token + 1]?.pos !== 'NOUN'
  );
}

/** Whether a token surely stands for people: an actor that is no body, a noun for people, or a number of them. */
export function standsForPeople(page: Page, line: Line, token: number): boolean {
  const quantity = line.quantities.get(token);
  if (quantity !== undefined) return quantity.who !== null || quantity.counted === null;
  const actor = line.actors.get(token);
  if (actor !== undefined) return actor.kind === 'person' || actor.kind === 'group_of_people';
  return isPersonNoun(page, line, token);
}

/** "the suspect, who was shot": the people right before a pronoun that the tree leaves alone; else the token itself. */
export function whoIs(page: Page, line: Line, token: number): number {
  const { tokens } = line.sentence;
  if (tokens[token]?.lower !== 'who') return token;
  const before = tokens[token - 1]?.text === ',' ? token - 2 : token - 1;
  return standsForPeople(page, line, before) ? before : token;
}

/** How far from a word the people it harmed may stand when the tree does not show them. */
const REACH = 8;

/** The people that stand right before a word, but for words that may be passed over ("A man in his 20s was reportedly shot"). */
export function peopleBefore(page: Page, line: Line, word: number): number | null {
  const { tokens } = line.sentence;
  for (let at = word - 1; at >= Math.max(0, word - REACH); at -= 1) {
    const token = tokens[at];
    if (token === undefined) return null;
    const number = numberOf(line, at);
    if (number !== at || standsForPeople(page, line, at)) return number;
    if (!mayStandBetween(page, token)) return null;
  }
  return null;
}

/** Auxiliaries, adverbs, ages ("in his 20s") and the words of the lexicon. */
const mayStandBetween = (page: Page, { pos, lower }: Token): boolean =>
  page.harm.between.has(lower) || pos === 'ADV' || pos === 'AUX' || pos === 'NUM' || isDigit(lower);

/** Whether a word begins with a digit. */
const isDigit = (word: string): boolean => word >= '0' && word < ':';

/** The people that stand right after a word, but for what can belong to their noun ("killing at least three young men"). */
export function peopleAfter(page: Page, line: Line, word: number): number | null {
  const { tokens } = line.sentence;
  for (let at = word + 1; at < tokens.length && at <= word + REACH; at += 1) {
    const token = tokens[at];
    if (token === undefined) return null;
    const number = numberFrom(line, at);
    if (number !== null) return number;
    if (standsForPeople(page, line, at)) return at;
    const isInside = INSIDE.has(token.pos) || token.text === '-' || token.tag === 'PRP$';
    if (!isInside || page.harm.dead.has(token.lower)) return null;
  }
  return null;
}

const INSIDE: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN']);

/** The number of people whose words begin at a token ("at least three young men"), as the token that it stands at. */
function numberFrom(line: Line, token: number): number | null {
  for (const [head, { firstToken, who, counted }] of line.quantities)
    if (firstToken === token && (who !== null || counted === null)) return head;
  return null;
}

/** "one of the residents": the number stands for the people, not the noun. */
function numberOf(line: Line, token: number): number {
  for (const [head, quantity] of line.quantities) if (quantity.counted === token && head < token) return head;
  return token;
}
