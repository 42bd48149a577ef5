/**
 * What harm came to how many people: the number, the words that say what happened to them, and who they were. Read off the
 * tree where it shows the number as the harmed, else off the neighbouring words ("12 dead, 30 wounded").
 */
import type { HarmWords } from '../../../knowledge/harm-words.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { Token } from '../../../model/sentence.ts';
import { dependents, headOf, isPassive, objectOf, relationOf, subjectOf } from '../grammar/tree.ts';
import type { HarmFact } from './event-mention.ts';
import { peopleAlong } from './harm-along.ts';
import { harmBeside } from './harm-beside.ts';
import { addSufferers, type HarmCollector } from './harm-collector.ts';
import { livesHarm, nounHarm, tollHarm } from './harm-nouns.ts';
import { harmVerbAt, verbHarm } from './harm-verbs.ts';
import type { Line, Page } from './page.ts';
import { peopleAt, peopleBefore, whoIs } from './people-near.ts';
import { woundedAt } from './wounds.ts';

export function harmOf(page: Page, line: Line): HarmFact[] {
  if (line.quantities.size === 0 && !line.sentence.tokens.some(mayTellHarm)) return [];
  const collector: HarmCollector = {
    page,
    line,
    taken: new Set(),
    harmedBy: new Map(),
    facts: [],
    isSum: null,
  };
  for (const token of line.sentence.tokens) wordHarm(collector, token, token.index);
  for (const [head, quantity] of line.quantities) if (!collector.taken.has(head)) harmBeside(collector, head, quantity);
  return collector.facts;
}

/**
 * True when one of the words tells of harm, or somebody is brought somewhere ("taken to hospital"): the sentence is worth parsing
 * though nothing in it starts an incident.
 */
export function harmTrigger(
  tokens: readonly Token[],
  { carries, liesIn }: Pick<HarmWords, 'carries' | 'liesIn'>,
): boolean {
  const has = (hint: number): boolean => tokens.some(({ hints }) => (hints & hint) !== 0);
  return (
    has(WORD_HINT.harm) ||
    (has(WORD_HINT.object) && tokens.some(({ lemma }) => carries.has(lemma) || liesIn.has(lemma)))
  );
}

const isHarmWord = ({ hints }: Token): boolean => (hints & (WORD_HINT.harm | WORD_HINT.object)) !== 0;

const mayTellHarm = (token: Token): boolean => isHarmWord(token) || token.lower === 'toll';

function wordHarm(collector: HarmCollector, token: Token, index: number): void {
  const { page, line } = collector;
  if (token.lower === 'toll') tollHarm(collector, index);
  if (!isHarmWord(token)) return;
  const { harm } = page;
  // "Great Kills", "since the killings began": the word is part of a name or a time.
  if (line.placeAt.has(index) || line.timeAt.has(index)) return;
  const verb = token.pos === 'VERB' || token.pos === 'ADJ' ? harmVerbAt(page, line, index) : undefined;
  // "a camp for displaced people": who they are, and not what came of the act.
  if (verb?.measure === 'displaced' && isBeforeNoun(line, index)) return;
  if (verb !== undefined) verbHarm(collector, index, verb);
  const noun =
    token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'VERB' ? harm.byNoun.get(token.lemma) : undefined;
  if (noun !== undefined) nounHarm(collector, index, noun);
  if (token.pos === 'NOUN' && harm.lives.has(token.lemma)) livesHarm(collector, index);
  const wounded = woundedAt(page, line, index);
  if (wounded !== null) addSufferers(collector, index, wounded.person, wounded.measure);
  const state = token.pos === 'ADJ' ? harm.byState.get(token.lower) : undefined;
  const bearer = state === undefined ? null : stateBearer(page, line, index);
  if (state === undefined || bearer === null || isOnlyFound(page, line, index)) return;
  addSufferers(collector, index, bearer, state);
  const along = peopleAlong(page, line, bearer, index);
  if (along !== null) addSufferers(collector, index, along, state);
}

const isBeforeNoun = ({ sentence }: Line, adjective: number): boolean =>
  relationOf(sentence, adjective) === 'amod' && (headOf(sentence, adjective) ?? -1) > adjective;

/** "was found dead in a car park": of what, nobody says; with a wound, a weapon or an abduction beside it, it is the act's. */
function isOnlyFound({ harm }: Page, line: Line, state: number): boolean {
  const verb = relationOf(line.sentence, state) === 'xcomp' ? headOf(line.sentence, state) : null;
  if (verb === null || !harm.finds.has(line.sentence.tokens[verb]?.lemma ?? '')) return false;
  return (
    line.weapons.size === 0 &&
    !line.sentence.tokens.some(({ lemma }) => harm.wounds.has(lemma) || harm.byVerb.get(lemma)?.measure === 'abducted')
  );
}

/** "was pronounced dead", "found the guard dead", "He is dead": whose state it is. */
function stateBearer(page: Page, line: Line, adjective: number): number | null {
  const shown = inTree(page, line, adjective);
  // "left 40 dead": the number is read with its state.
  if (shown !== null && isWithinNumber(line, shown)) return null;
  return shown !== null && (line.quantities.has(shown) || peopleAt(page, line, shown).length > 0)
    ? shown
    : peopleBefore(page, line, adjective);
}

const isWithinNumber = ({ quantities }: Line, token: number): boolean =>
  !quantities.has(token) &&
  [...quantities.values()].some(({ firstToken, lastToken }) => firstToken <= token && token <= lastToken);

function inTree(page: Page, line: Line, adjective: number): number | null {
  const own = dependents(line.sentence, adjective, 'nsubj')[0];
  if (own !== undefined) return own;
  // "17 civilians and 4 soldiers dead": all of those before it.
  const noun = relationOf(line.sentence, adjective) === 'amod' ? headOf(line.sentence, adjective) : null;
  if (noun !== null && noun < adjective) return noun;
  const verb = headOf(line.sentence, adjective);
  if (verb === null || relationOf(line.sentence, adjective) !== 'xcomp') return null;
  const whose = isPassive(line.sentence, verb) ? subjectOf(line.sentence, verb) : objectOf(line.sentence, verb);
  return whose === null ? null : whoIs(page, line, whose);
}
