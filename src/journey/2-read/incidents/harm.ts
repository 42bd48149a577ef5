/**
 * What harm came to how many people: the number, the words that say what happened to them, and who they were. Read off the
 * tree where it shows the number as the harmed, else off the neighbouring words ("12 dead, 30 wounded").
 */
import type { HarmWords } from '../../../knowledge/harm-words.ts';
import type { HarmMeasure } from '../../../model/incident.ts';
import type { Quantity } from '../../../model/quantity.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { conjuncts, dependents, headOf, isPassive, objectOf, relationOf, subjectOf } from '../grammar/tree.ts';
import type { HarmFact } from './event-mention.ts';
import type { Line, Page } from './page.ts';
import { participantsAt } from './participants.ts';

/** How far from a number its state may stand: "12 people were reported killed". */
const REACH = 7;

export function harmOf(page: Page, line: Line): HarmFact[] {
  const facts: HarmFact[] = [];
  const taken = new Set<number>();
  line.sentence.tokens.forEach((token, index) => {
    const measure = page.harm.byVerb.get(token.lemma);
    if (measure !== undefined && token.pos === 'VERB') verbHarm(page, line, index, measure, taken, facts);
    const counted = page.harm.byNoun.get(token.lemma);
    if (counted !== undefined && (token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'VERB')) nounHarm(page, line, index, counted, taken, facts);
    if (page.harm.lives.has(token.lemma) && token.pos === 'NOUN') livesHarm(line, index, taken, facts);
  });
  for (const [head, quantity] of line.quantities) if (!taken.has(head)) stateHarm(page, line, head, quantity, taken, facts);
  return facts;
}

function fact(line: Line, measure: HarmMeasure, token: number, quantity: Quantity | null, sufferers: readonly WordedParticipant[], total = false): HarmFact {
  const word = line.sentence.tokens[token];
  const span = word === undefined ? { start: line.sentence.start, end: line.sentence.end } : { start: word.start, end: word.end };
  return { measure, quantity, sufferers, sentence: line.sentence.index, token, span, total: total || quantity?.relation === 'running-total' };
}

function verbHarm(page: Page, line: Line, verb: number, entry: HarmWords['byVerb'] extends ReadonlyMap<string, infer E> ? E : never, taken: Set<number>, facts: HarmFact[]): void {
  const passive = isPassive(line.sentence, verb) || isParticipleOf(line, verb) !== null;
  const token = line.sentence.tokens[verb];
  const harmed = entry.suffers || passive ? (subjectOf(line.sentence, verb) ?? isParticipleOf(line, verb)) : objectOf(line.sentence, verb);
  if (harmed === null || token === undefined) return;
  const sufferers = participantsAt(page, line, harmed, 'sufferer').filter((participant) => participant.kind !== 'object');
  const heads = [harmed, ...conjuncts(line.sentence, harmed)];
  const quantities = heads.flatMap((head) => { const quantity = line.quantities.get(head); return quantity === undefined || quantity.relation === 'subset' ? [] : [quantity]; });
  for (const head of heads) taken.add(head);
  if (quantities.length === 0 && sufferers.length === 0) return;
  for (const participant of sufferers) {
    const quantity = line.quantities.get(participant.token);
    if (quantity !== undefined && quantity.relation === 'subset') continue;
    facts.push(fact(line, entry.measure, verb, quantity ?? null, [participant]));
  }
  const named = new Set(sufferers.map((participant) => participant.token));
  for (const quantity of quantities) if (!named.has(quantity.head ?? quantity.lastToken)) facts.push(fact(line, entry.measure, verb, quantity, []));
}

/** "the wounded soldiers", "soldiers killed in clashes": the noun that the participle stands at. */
function isParticipleOf(line: Line, verb: number): number | null {
  const relation = relationOf(line.sentence, verb);
  const tag = line.sentence.tokens[verb]?.tag;
  return (relation === 'amod' || relation === 'acl') && tag !== 'VBG' ? headOf(line.sentence, verb) : null;
}

/** "12 deaths", "no casualties", "the death toll rose to 30", "the number of dead". */
function nounHarm(page: Page, line: Line, noun: number, measure: HarmMeasure, taken: Set<number>, facts: HarmFact[]): void {
  const own = line.quantities.get(noun);
  if (own !== undefined && !taken.has(noun)) {
    taken.add(noun);
    const whose = dependents(line.sentence, noun).filter((child) => relationOf(line.sentence, child).startsWith('nmod'));
    facts.push(fact(line, measure, noun, own, whose.flatMap((child) => participantsAt(page, line, child, 'sufferer')).filter((participant) => participant.kind !== 'object')));
    return;
  }
  const toll = tollNear(page, line, noun);
  if (toll === null) return;
  const quantity = sideQuantity(line, toll);
  if (quantity === null || taken.has(quantity.head ?? quantity.lastToken)) return;
  taken.add(quantity.head ?? quantity.lastToken);
  facts.push(fact(line, measure, noun, quantity, [], true));
}

/** The word "toll" that a measure noun belongs to: "death toll", "toll of dead", "number of wounded". */
function tollNear(page: Page, line: Line, noun: number): number | null {
  const { tokens } = line.sentence;
  for (let index = Math.max(0, noun - 3); index <= Math.min(tokens.length - 1, noun + 1); index += 1) {
    if (page.harm.tolls.has(tokens[index]?.lemma ?? '')) return index;
  }
  return null;
}

/** The number that a toll rises to or stands at: the first one after it in the sentence. */
function sideQuantity(line: Line, toll: number): Quantity | null {
  const after = [...line.quantities.values()].filter((quantity) => quantity.firstToken > toll && quantity.firstToken - toll < 12);
  after.sort((a, b) => a.firstToken - b.firstToken);
  const to = after.find((quantity) => ['to', 'at', 'of'].includes(line.sentence.tokens[quantity.firstToken - 1]?.lower ?? ''));
  return to ?? after[0] ?? null;
}

/** "claimed 12 lives", "cost the lives of 12 people", "12 people lost their lives". */
function livesHarm(line: Line, noun: number, taken: Set<number>, facts: HarmFact[]): void {
  const verb = headOf(line.sentence, noun);
  if (verb === null) return;
  const lemma = line.sentence.tokens[verb]?.lemma ?? '';
  const quantity =
    lemma === 'claim' || lemma === 'cost' || lemma === 'take'
      ? (line.quantities.get(noun) ?? ofQuantity(line, noun))
      : lemma === 'lose' ? subjectQuantity(line, verb) : undefined;
  if (quantity === undefined || taken.has(quantity.head ?? quantity.lastToken)) return;
  taken.add(quantity.head ?? quantity.lastToken);
  facts.push(fact(line, 'killed', noun, quantity, []));
}

function ofQuantity(line: Line, noun: number): Quantity | undefined {
  for (const child of dependents(line.sentence, noun)) {
    const quantity = line.quantities.get(child);
    if (quantity !== undefined) return quantity;
  }
  return undefined;
}

function subjectQuantity(line: Line, verb: number): Quantity | undefined {
  const subject = subjectOf(line.sentence, verb);
  return subject === null ? undefined : line.quantities.get(subject);
}

/** "12 dead", "leaving 30 people wounded", "among the dead were …": a number and a state with only passable words between. */
function stateHarm(page: Page, line: Line, head: number, quantity: Quantity, taken: Set<number>, facts: HarmFact[]): void {
  if (quantity.relation === 'subset') return;
  const { tokens } = line.sentence;
  const from = Math.max(quantity.lastToken, head);
  for (let index = from; index <= Math.min(tokens.length - 1, from + REACH); index += 1) {
    const token = tokens[index];
    if (token === undefined) return;
    const measure = page.harm.byState.get(token.lower);
    if (measure !== undefined && !(token.pos === 'VERB' && hasOwnObject(line, index))) {
      taken.add(head);
      const sufferers = quantity.head === null ? [] : participantsAt(page, line, head, 'sufferer').filter((participant) => participant.kind !== 'object');
      facts.push(fact(line, measure, index, quantity, sufferers.slice(0, 1)));
      return;
    }
    if (index > from && !page.harm.between.has(token.lower) && index !== quantity.head) return;
  }
}

const hasOwnObject = (line: Line, verb: number): boolean => objectOf(line.sentence, verb) !== null && !isPassive(line.sentence, verb);

