/** Harm told by a noun: "12 deaths", "the murder of two judges", "the death toll rose to 30", "claimed 12 lives". */
import type { HarmKind } from '../../../knowledge/harm-words.ts';
import type { Quantity } from '../../../model/quantity.ts';
import { caseOf, dependents, isRelation, nearestVerb, relationOf, subjectOf } from '../grammar/tree.ts';
import { peopleAlong, peopleJoined } from './harm-along.ts';
import { addHarm, addSufferers, type HarmCollector } from './harm-collector.ts';
import type { Line, Page } from './page.ts';
import { peopleAt } from './people-near.ts';

export function nounHarm(collector: HarmCollector, noun: number, measure: HarmKind): void {
  const { page, line, taken } = collector;
  const own = line.quantities.get(noun);
  // "injuries" without a number counts wounds, not people.
  if (own !== undefined && own.claim.op !== 'plural' && measure !== 'hit' && !taken.has(noun)) {
    // So are "multiple injuries" and "some minor wounds": one person's.
    if (own.claim.op === 'word' && page.harm.wounds.has(line.sentence.tokens[noun]?.lemma ?? '')) return;
    taken.add(noun);
    const whose = nominals(line, noun);
    addHarm(collector, {
      measure,
      token: noun,
      quantity: own,
      sufferers: whose.flatMap((child) => peopleAt(page, line, child)),
    });
    return;
  }
  // "the murder of two judges", "the priest's death", "the bodies of two men": the people stand with the noun.
  const whose = WHOSE.has(measure) ? suffererOf(page, line, noun, measure) : null;
  if (whose !== null && !taken.has(whose)) {
    const outcome = measure === 'hit' && isFatal(page, line, noun) ? 'killed' : measure;
    addSufferers(collector, noun, whose, outcome);
    const along = peopleAlong(page, line, whose, noun) ?? peopleJoined(page, line, whose);
    if (along !== null) addSufferers(collector, noun, along, outcome);
    return;
  }
  const toll = tollNear(page, line, noun);
  const quantity = toll === null ? null : tollQuantity(line, toll);
  if (quantity === null || taken.has(quantity.head ?? quantity.lastToken)) return;
  taken.add(quantity.head ?? quantity.lastToken);
  addHarm(collector, { measure, token: noun, quantity, sufferers: [], total: true });
}

const WHOSE: ReadonlySet<HarmKind> = new Set(['killed', 'abducted', 'hit']);

/** "the fatal shooting of a guard". */
const isFatal = (page: Page, line: Line, noun: number): boolean =>
  dependents(line.sentence, noun, 'amod').some((child) =>
    page.harm.fatal.has(line.sentence.tokens[child]?.lower ?? ''),
  );

/** Whose death, shooting or abduction a noun names: its "of" or its owner. */
function suffererOf(page: Page, line: Line, noun: number, measure: HarmKind): number | null {
  // "the county's homicide squad": the noun only says of which sort another is.
  if (relationOf(line.sentence, noun) === 'compound') return null;
  const of = dependents(line.sentence, noun, 'nmod').find((child) => caseOf(line.sentence, child) === 'of');
  if (of !== undefined) return of;
  // "his shooting" may be one he did.
  const owner = measure === 'hit' ? undefined : dependents(line.sentence, noun, 'nmod:poss')[0];
  return owner === undefined || !isFoundOrNoBody(page, line, noun) ? null : owner;
}

/** "the judge's body was found": a body of the living is only hit or touched. */
function isFoundOrNoBody({ harm }: Page, line: Line, noun: number): boolean {
  if (!harm.bodies.has(line.sentence.tokens[noun]?.lemma ?? '')) return true;
  const verb = nearestVerb(line.sentence, noun);
  return verb !== null && harm.finds.has(line.sentence.tokens[verb]?.lemma ?? '');
}

const nominals = (line: Line, noun: number): number[] =>
  dependents(line.sentence, noun).filter((child) => relationOf(line.sentence, child).startsWith('nmod'));

/** "the toll of the raids is now 42": without a word that says what it counts, a toll is of the dead. */
export function tollHarm(collector: HarmCollector, toll: number): void {
  const { page, line, taken } = collector;
  const { tokens } = line.sentence;
  const isOf = (at: number): boolean =>
    page.harm.byNoun.has(tokens[at]?.lemma ?? '') || page.harm.byState.has(tokens[at]?.lower ?? '');
  for (let at = toll - 3; at <= toll + 3; at += 1) if (at !== toll && isOf(at)) return;
  const quantity = tollQuantity(line, toll);
  if (quantity === null || taken.has(quantity.head ?? quantity.lastToken)) return;
  if (quantity.kind !== 'count' || (quantity.counted !== null && quantity.who === null)) return;
  taken.add(quantity.head ?? quantity.lastToken);
  addHarm(collector, { measure: 'killed', token: toll, quantity, sufferers: [], total: true });
}

/** The word "toll" that a measure noun belongs to: "death toll", "toll of dead", "number of wounded". */
function tollNear(page: Page, line: Line, noun: number): number | null {
  const { tokens } = line.sentence;
  for (let index = Math.max(0, noun - 3); index <= Math.min(tokens.length - 1, noun + 1); index += 1) {
    // "two counts of murder" is a charge.
    if (page.harm.tolls.has(tokens[index]?.lemma ?? '') && tokens[index]?.tag !== 'NNS') return index;
  }
  return null;
}

const TOLL_REACH = 20;

/** The number that a toll rises to or stands at: the first one after it in the sentence. */
function tollQuantity(line: Line, toll: number): Quantity | null {
  const after = [...line.quantities.values()].filter(
    ({ firstToken, claim }) => firstToken > toll && firstToken - toll < TOLL_REACH && claim.op !== 'plural',
  );
  after.sort((a, b) => a.firstToken - b.firstToken);
  const to = after.find((quantity) =>
    ['to', 'at', 'of'].includes(line.sentence.tokens[quantity.firstToken - 1]?.lower ?? ''),
  );
  return to ?? after[0] ?? null;
}

/** "claimed 12 lives", "cost the lives of 12 people", "12 people lost their lives". */
export function livesHarm(collector: HarmCollector, noun: number): void {
  const { page, line, taken } = collector;
  const verb = nearestVerb(line.sentence, noun);
  const lemma = verb === null ? '' : (line.sentence.tokens[verb]?.lemma ?? '');
  const subject = verb === null || !page.harm.losesLives.has(lemma) ? null : subjectOf(line.sentence, verb);
  // "taken away with life threatening injuries"
  const takes = page.harm.takesLives.has(lemma) && relationOf(line.sentence, noun) !== 'compound';
  const own = dependents(line.sentence, noun).filter((child) => !isRelation(relationOf(line.sentence, child), 'conj'));
  const holder = takes
    ? [...own, noun, ...(verb === null ? [] : dependents(line.sentence, verb))].find((token) =>
        line.quantities.has(token),
      )
    : subject;
  if (holder === undefined || holder === null || taken.has(holder)) return;
  if (!takes) {
    addSufferers(collector, noun, holder, 'killed');
    return;
  }
  const quantity = line.quantities.get(holder);
  if (quantity === undefined) return;
  taken.add(holder);
  addHarm(collector, { measure: 'killed', token: noun, quantity, sufferers: [] });
}
