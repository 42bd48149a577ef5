/**
 * What harm came to how many people: the number, the words that say what happened to them, and who they were. Read off the
 * tree where it shows the number as the harmed, else off the neighbouring words ("12 dead, 30 wounded").
 */
import type { HarmKind, HarmVerb } from '../../../knowledge/harm-words.ts';
import type { Quantity } from '../../../model/quantity.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import {
  caseOf,
  conjuncts,
  dependents,
  headOf,
  isPassive,
  nearestVerb,
  objectOf,
  relationOf,
  subjectOf,
} from '../grammar/tree.ts';
import type { HarmFact } from './event-mention.ts';
import { puttingOf } from './modality.ts';
import type { Line, Page } from './page.ts';
import { participantsAt } from './participants.ts';
import { woundedAt } from './wounds.ts';

/** How far after a number its state may stand ("12 people were reported killed"), and how far before it its verb. */
const REACH_AFTER = 7;
const REACH_BEFORE = 3;

/** "Two gunshot wounds", "five houses": a number of things says nothing of people. */
function countsThings(page: Page, line: Line, quantity: Quantity): boolean {
  if (quantity.who !== null || quantity.counted === null) return false;
  return (
    line.objects.has(quantity.counted) ||
    line.weapons.has(quantity.counted) ||
    page.harm.wounds.has(quantity.noun ?? '')
  );
}

/** What is being collected over one sentence: a number is used once. */
interface Collector {
  readonly page: Page;
  readonly line: Line;
  readonly taken: Set<number>;
  readonly facts: HarmFact[];
  /** Worked out when the first fact is found. */
  isSum: boolean | null;
}

export function harmOf(page: Page, line: Line): HarmFact[] {
  const collector: Collector = { page, line, taken: new Set(), facts: [], isSum: null };
  line.sentence.tokens.forEach((token, index) => {
    const verb = token.pos === 'VERB' || token.pos === 'ADJ' ? page.harm.byVerb.get(token.lemma) : undefined;
    if (verb !== undefined) verbHarm(collector, index, verb);
    const counted =
      token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'VERB'
        ? page.harm.byNoun.get(token.lemma)
        : undefined;
    if (counted !== undefined) nounHarm(collector, index, counted);
    if (page.harm.lives.has(token.lemma) && token.pos === 'NOUN') livesHarm(collector, index);
    const wounded = woundedAt(page, line, index);
    if (wounded !== null) sufferersHarm(collector, index, wounded, 'hit');
    const state = token.pos === 'ADJ' ? page.harm.byState.get(token.lower) : undefined;
    const bearer = state === undefined ? null : stateBearer(line, index);
    if (state !== undefined && bearer !== null) sufferersHarm(collector, index, bearer, state);
  });
  for (const [head, quantity] of line.quantities)
    if (!collector.taken.has(head)) neighbourHarm(collector, head, quantity);
  return collector.facts;
}

/** A sentence that sums up a longer time ("so far this year") tells no harm of one event. */
function tellsSum(page: Page, line: Line): boolean {
  const words = line.sentence.tokens.map((token) => token.lower).join(' ');
  return page.harm.sums.some((phrase) => words.includes(phrase));
}

function add(
  collector: Collector,
  measure: HarmKind,
  token: number,
  quantity: Quantity | null,
  sufferers: readonly WordedParticipant[],
  total = false,
): void {
  const word = collector.line.sentence.tokens[token];
  if (word === undefined) return;
  collector.isSum ??= tellsSum(collector.page, collector.line);
  collector.facts.push({
    measure,
    quantity,
    sufferers,
    sentence: collector.line.sentence.index,
    token,
    span: { start: word.start, end: word.end },
    total: total || quantity?.relation === 'running-total',
    isSum: collector.isSum,
  });
}

const people = (participants: readonly WordedParticipant[]): WordedParticipant[] =>
  participants.filter((participant) => participant.kind !== 'object');

function verbHarm(collector: Collector, verb: number, entry: HarmVerb): void {
  const { page, line } = collector;
  const modified = modifiedBy(line, verb);
  const passive = isPassive(line.sentence, verb) || modified !== null;
  const harmed =
    entry.suffers || passive ? (subjectOf(line.sentence, verb) ?? modified) : objectOf(line.sentence, verb);
  if (harmed !== null)
    sufferersHarm(
      collector,
      verb,
      harmed,
      entry.measure === 'hit' && isFatal(page, line, verb) ? 'killed' : entry.measure,
    );
}

/** Harm that is only threatened, planned, imagined or denied came to nobody. */
const UNREAL = new Set(['threatened', 'planned', 'hypothetical', 'denied']);

/** "fatally shot", "stabbed to death", "shot dead". */
function isFatal(page: Page, line: Line, verb: number): boolean {
  return dependents(line.sentence, verb).some((child) => {
    const token = line.sentence.tokens[child];
    return (
      token !== undefined &&
      (page.harm.fatally.has(token.lower) ||
        page.harm.dead.has(token.lower) ||
        (page.harm.death.has(token.lemma) && caseOf(line.sentence, child) === 'to'))
    );
  });
}

/** "was pronounced dead", "found the guard dead", "He is dead": whose state it is. */
function stateBearer(line: Line, adjective: number): number | null {
  const own = dependents(line.sentence, adjective, 'nsubj')[0];
  if (own !== undefined) return own;
  const verb = headOf(line.sentence, adjective);
  if (verb === null || relationOf(line.sentence, adjective) !== 'xcomp') return null;
  return isPassive(line.sentence, verb) ? subjectOf(line.sentence, verb) : objectOf(line.sentence, verb);
}

/** The people at a noun and its conjuncts, each with its own number. A part of a number already told is left to the whole. */
function sufferersHarm(collector: Collector, word: number, harmed: number, measure: HarmKind): void {
  const { page, line, taken } = collector;
  if (UNREAL.has(puttingOf(page, line, word).modality)) return;
  const sufferers = people(participantsAt(page, line, harmed, 'sufferer'));
  const named = new Set(sufferers.map((participant) => participant.token));
  for (const participant of sufferers) {
    const quantity = line.quantities.get(participant.token);
    taken.add(participant.token);
    if (quantity?.relation !== 'subset') add(collector, measure, word, quantity ?? null, [participant]);
  }
  for (const head of [harmed, ...conjuncts(line.sentence, harmed)]) {
    const quantity = line.quantities.get(head);
    if (quantity === undefined || named.has(head) || quantity.relation === 'subset') continue;
    taken.add(head);
    add(collector, measure, word, quantity, []);
  }
}

/** "the wounded soldiers", "soldiers killed in clashes": the noun that the participle stands at. */
function modifiedBy(line: Line, verb: number): number | null {
  const relation = relationOf(line.sentence, verb);
  const tag = line.sentence.tokens[verb]?.tag;
  return (relation === 'amod' || relation === 'acl') && tag !== 'VBG' ? headOf(line.sentence, verb) : null;
}

/** "12 deaths", "no casualties", "the death toll rose to 30", "the number of dead". */
function nounHarm(collector: Collector, noun: number, measure: HarmKind): void {
  const { page, line, taken } = collector;
  const own = line.quantities.get(noun);
  // "injuries" without a number counts wounds, not people.
  if (own !== undefined && own.claim.op !== 'plural' && !taken.has(noun)) {
    taken.add(noun);
    const whose = nominals(line, noun);
    add(collector, measure, noun, own, people(whose.flatMap((child) => participantsAt(page, line, child, 'sufferer'))));
    return;
  }
  // "the murder of two judges", "the priest's death", "the bodies of two men": the people stand with the noun.
  const whose = measure === 'killed' || measure === 'abducted' ? suffererOf(line, noun) : null;
  if (whose !== null && !taken.has(whose)) {
    sufferersHarm(collector, noun, whose, measure);
    return;
  }
  const toll = tollNear(page, line, noun);
  const quantity = toll === null ? null : tollQuantity(line, toll);
  if (quantity === null || taken.has(quantity.head ?? quantity.lastToken)) return;
  taken.add(quantity.head ?? quantity.lastToken);
  add(collector, measure, noun, quantity, [], true);
}

/** Whose death or abduction a noun names: its "of" or its owner. */
function suffererOf(line: Line, noun: number): number | null {
  const owner = dependents(line.sentence, noun, 'nmod').find(
    (child) => relationOf(line.sentence, child) === 'nmod:poss' || caseOf(line.sentence, child) === 'of',
  );
  return owner ?? null;
}

const nominals = (line: Line, noun: number): number[] =>
  dependents(line.sentence, noun).filter((child) => relationOf(line.sentence, child).startsWith('nmod'));

/** The word "toll" that a measure noun belongs to: "death toll", "toll of dead", "number of wounded". */
function tollNear(page: Page, line: Line, noun: number): number | null {
  const { tokens } = line.sentence;
  for (let index = Math.max(0, noun - 3); index <= Math.min(tokens.length - 1, noun + 1); index += 1) {
    if (page.harm.tolls.has(tokens[index]?.lemma ?? '')) return index;
  }
  return null;
}

const TOLL_REACH = 12;

/** The number that a toll rises to or stands at: the first one after it in the sentence. */
function tollQuantity(line: Line, toll: number): Quantity | null {
  const after = [...line.quantities.values()].filter(
    (quantity) => quantity.firstToken > toll && quantity.firstToken - toll < TOLL_REACH,
  );
  after.sort((a, b) => a.firstToken - b.firstToken);
  const to = after.find((quantity) =>
    ['to', 'at', 'of'].includes(line.sentence.tokens[quantity.firstToken - 1]?.lower ?? ''),
  );
  return to ?? after[0] ?? null;
}

/** "claimed 12 lives", "cost the lives of 12 people", "12 people lost their lives". */
function livesHarm(collector: Collector, noun: number): void {
  const { page, line, taken } = collector;
  const verb = nearestVerb(line.sentence, noun);
  const lemma = verb === null ? '' : (line.sentence.tokens[verb]?.lemma ?? '');
  const subject = verb === null || !page.harm.losesLives.has(lemma) ? null : subjectOf(line.sentence, verb);
  const takes = page.harm.takesLives.has(lemma);
  const holder = takes
    ? [noun, ...dependents(line.sentence, noun), ...(verb === null ? [] : dependents(line.sentence, verb))].find(
        (token) => line.quantities.has(token),
      )
    : subject;
  const quantity = holder === undefined || holder === null ? undefined : line.quantities.get(holder);
  if (quantity === undefined || taken.has(quantity.head ?? quantity.lastToken)) return;
  taken.add(quantity.head ?? quantity.lastToken);
  add(collector, 'killed', noun, quantity, []);
}

/** "12 dead", "30 others wounded"; "wounding three", "killed at least 12": a number with its word right beside it. */
function neighbourHarm(collector: Collector, head: number, quantity: Quantity): void {
  if (quantity.relation === 'subset' || countsThings(collector.page, collector.line, quantity)) return;
  const found = stateAfter(collector, head, quantity) ?? verbBefore(collector, quantity);
  if (found === null) return;
  collector.taken.add(head);
  const sufferers =
    quantity.head === null ? [] : people(participantsAt(collector.page, collector.line, head, 'sufferer'));
  add(collector, found.measure, found.token, quantity, sufferers.slice(0, 1));
}

function stateAfter(
  { page, line }: Collector,
  head: number,
  quantity: Quantity,
): { measure: HarmKind; token: number } | null {
  const { tokens } = line.sentence;
  const from = Math.max(quantity.lastToken, head);
  for (let index = from; index <= Math.min(tokens.length - 1, from + REACH_AFTER); index += 1) {
    const token = tokens[index];
    if (token === undefined) return null;
    const measure = page.harm.byState.get(token.lower);
    if (measure !== undefined && !(token.pos === 'VERB' && hasOwnObject(line, index))) return { measure, token: index };
    if (index > from && !page.harm.between.has(token.lower) && index !== quantity.head) return null;
  }
  return null;
}

function verbBefore({ page, line }: Collector, quantity: Quantity): { measure: HarmKind; token: number } | null {
  for (let index = quantity.firstToken - 1; index >= Math.max(0, quantity.firstToken - REACH_BEFORE); index -= 1) {
    const token = line.sentence.tokens[index];
    if (token === undefined || token.pos === 'PUNCT' || token.pos === 'ADP') return null;
    const verb = page.harm.byVerb.get(token.lemma);
    if (verb !== undefined && !verb.suffers && (token.tag === 'VBG' || !isPassive(line.sentence, index)))
      return { measure: verb.measure, token: index };
  }
  return null;
}

const hasOwnObject = (line: Line, verb: number): boolean =>
  objectOf(line.sentence, verb) !== null && !isPassive(line.sentence, verb);
