/** Numbers with their word right beside them: "12 dead", "30 others wounded", "wounding three", "two men shot, one fatally". */
import type { HarmKind } from '../../../knowledge/harm-words.ts';
import type { Quantity } from '../../../model/quantity.ts';
import { isPassive, objectOf } from '../grammar/tree.ts';
import { addHarm, type HarmCollector, isNeither, isOfNamed, isOfTold } from './harm-collector.ts';
import { isAimed, isCounted, outcomeOf } from './harm-verbs.ts';
import { jointAt } from './joint-harm.ts';
import type { Line, Page } from './page.ts';
import { peopleAt } from './people-near.ts';

/** How far after a number its state may stand ("12 people were reported killed"), and how far before it its verb. */
const REACH_AFTER = 7;
const REACH_BEFORE = 3;

interface Found {
  readonly measure: HarmKind;
  readonly token: number;
}

export function harmBeside(collector: HarmCollector, head: number, quantity: Quantity): void {
  const { page, line } = collector;
  const fatal = fatalPart(page, line, quantity);
  if (fatal === null && quantity.relation === 'subset' && !isOfTold(page, line, quantity)) return;
  if (countsThings(page, line, quantity)) return;
  const found =
    fatal ??
    runningTotal(page, line, quantity) ??
    stateAfter(collector, head, quantity) ??
    verbBefore(collector, quantity);
  if (found === null || isNeither(line, quantity.firstToken, found.token)) return;
  // "troops shot at residents": those before the verb aimed, and nobody is told to have been hit.
  if (found.measure === 'hit' && isAimed(line, found.token)) return;
  if (isOfNamed(quantity) && collector.facts.some(({ token }) => token === found.token)) return;
  collector.taken.add(head);
  const sufferers = quantity.head === null ? [] : peopleAt(page, line, head).slice(0, 1);
  addHarm(collector, { ...found, quantity, sufferers });
}

/** "two men shot, one fatally": a part of those hit, and dead. */
function fatalPart(page: Page, line: Line, quantity: Quantity): Found | null {
  const { tokens } = line.sentence;
  for (const at of [quantity.lastToken + 1, (quantity.head ?? quantity.lastToken) + 1])
    if (page.harm.fatally.has(tokens[at]?.lower ?? '') && !page.harm.byState.has(tokens[at + 1]?.lower ?? ''))
      return { measure: 'killed', token: at };
  return null;
}

const TOTAL_REACH = 12;

/** "bringing the number of those killed to 25": what the total counts stands before it. */
function runningTotal(page: Page, line: Line, { relation, firstToken }: Quantity): Found | null {
  if (relation !== 'running-total') return null;
  const { tokens } = line.sentence;
  for (let at = firstToken - 1; at >= Math.max(0, firstToken - TOTAL_REACH); at -= 1) {
    const { lower = '', lemma = '' } = tokens[at] ?? {};
    const measure = page.harm.byState.get(lower) ?? page.harm.byNoun.get(lemma);
    if (measure !== undefined) return { measure, token: at };
  }
  return null;
}

/** "Two gunshot wounds", "five houses", "several rounds": a number of things says nothing of people. */
function countsThings(page: Page, line: Line, quantity: Quantity): boolean {
  if (quantity.who !== null || quantity.counted === null) return false;
  return (
    line.objects.has(quantity.counted) ||
    line.weapons.has(quantity.counted) ||
    page.harm.wounds.has(quantity.noun ?? '') ||
    page.harm.missiles.has(quantity.noun ?? '')
  );
}

function stateAfter({ page, line }: HarmCollector, head: number, quantity: Quantity): Found | null {
  const { tokens } = line.sentence;
  const from = Math.max(quantity.lastToken, head);
  // "14 dead incl. 5 children": the noun that the number is tied to may stand behind its state.
  const beside = quantity.lastToken + 1;
  const own = head > beside ? page.harm.byState.get(tokens[beside]?.lower ?? '') : undefined;
  if (own !== undefined && tokens[beside]?.pos !== 'VERB') return { measure: own, token: beside };
  for (let index = from; index <= Math.min(tokens.length - 1, from + REACH_AFTER); index += 1) {
    const token = tokens[index];
    if (token === undefined) return null;
    const measure = page.harm.byState.get(token.lower);
    const acts = token.pos === 'VERB' && hasOwnObject(line, index) && !isCounted(page, line, index);
    if (measure !== undefined && !acts) {
      if (jointAt(page, line, index) === 'first') return { measure: 'casualties', token: index };
      return { measure: outcomeOf(page, line, index, measure), token: index };
    }
    const before = tokens[index - 1];
    // "clashes between two militias left 12 dead": the number behind the verb has the state, and not who stands before it.
    const isPart = token.pos === 'NUM' && before?.pos !== 'VERB' && page.harm.between.has(before?.lower ?? '');
    if (index > from && !isPart && !page.harm.between.has(token.lower) && index !== quantity.head) return null;
  }
  return null;
}

function verbBefore({ page, line }: HarmCollector, quantity: Quantity): Found | null {
  for (let index = quantity.firstToken - 1; index >= Math.max(0, quantity.firstToken - REACH_BEFORE); index -= 1) {
    const token = line.sentence.tokens[index];
    // "shot at residents": where it was aimed is not who was hit, whatever the tag of "at".
    if (token === undefined || token.pos === 'PUNCT' || token.pos === 'ADP' || token.lower === 'at') return null;
    const verb = page.harm.byVerb.get(token.lemma);
    if (verb !== undefined && !verb.suffers && (token.tag === 'VBG' || !isPassive(line.sentence, index)))
      return { measure: verb.measure, token: index };
  }
  return null;
}

/** An object in the same stretch of words: behind a comma it is another's. */
function hasOwnObject({ sentence, timeAt }: Line, verb: number): boolean {
  const object = objectOf(sentence, verb);
  return (
    object !== null &&
    !timeAt.has(object) &&
    !isPassive(sentence, verb) &&
    !sentence.tokens.slice(verb + 1, object).some(({ text }) => text === ',')
  );
}
