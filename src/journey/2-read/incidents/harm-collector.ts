/** What is being collected over one sentence: facts of harm, and the numbers that have been used for one. */
import type { HarmKind } from '../../../knowledge/harm-words.ts';
import type { Quantity } from '../../../model/quantity.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { conjuncts, dependents, nearestVerb, subjectOf } from '../grammar/tree.ts';
import type { HarmFact } from './event-mention.ts';
import { isLongBefore } from './long-before.ts';
import { puttingOf } from './modality.ts';
import type { Line, Page } from './page.ts';
import { peopleAt } from './people-near.ts';

export interface HarmCollector {
  readonly page: Page;
  readonly line: Line;
  /** Tokens of numbers that are used: a number counts once. */
  readonly taken: Set<number>;
  /** Whom each verb harmed, so that a verb joined to it can share them ("shot and killed"). */
  readonly harmedBy: Map<number, number>;
  readonly facts: HarmFact[];
  /** Worked out when the first fact is found. */
  isSum: boolean | null;
}

export interface Harmed {
  readonly measure: HarmKind;
  /** The word that says so. */
  readonly token: number;
  readonly quantity: Quantity | null;
  readonly sufferers: readonly WordedParticipant[];
  readonly total?: boolean;
}

export function addHarm(collector: HarmCollector, { measure, token, quantity, sufferers, total }: Harmed): void {
  const { page, line } = collector;
  const word = line.sentence.tokens[token];
  if (word === undefined || (quantity?.claim.n !== 0 && isUnreal(page, line, token))) return;
  collector.isSum ??= tellsSum(page, line);
  collector.facts.push({
    measure,
    quantity,
    sufferers,
    sentence: collector.line.sentence.index,
    token,
    span: { start: word.start, end: word.end },
    total: total === true || quantity?.relation === 'running-total',
    isSum: collector.isSum && quantity !== null && quantity.claim.n !== 1,
    isOfTold: quantity !== null && isOfTold(page, line, quantity),
    isEarlier: isLongBefore(page, line, token) || arePassedOn(page, line, token),
  });
}

/** "The sides exchanged the bodies of 12 fighters": they fell some time before, and not in the act told beside. */
function arePassedOn({ harm }: Page, { sentence }: Line, token: number): boolean {
  if (!harm.bodies.has(sentence.tokens[token]?.lemma ?? '')) return false;
  const verb = nearestVerb(sentence, token);
  return verb !== null && harm.passes.has(sentence.tokens[verb]?.lemma ?? '') && subjectOf(sentence, verb) !== null;
}

/** Harm that is only threatened, planned, imagined, denied or tried came to nobody. */
const UNREAL = new Set(['threatened', 'planned', 'hypothetical', 'denied']);

function isUnreal(page: Page, line: Line, token: number): boolean {
  if (isTheirWound(page, line, token)) return false;
  const { modality, completed } = puttingOf(page, line, token);
  const { lemma = '' } = line.sentence.tokens[token] ?? {};
  // "The body was found", "was found with a wound" is no attempt, as a bomb that was found is.
  return UNREAL.has(modality) || (!completed && !page.harm.bodies.has(lemma) && !page.harm.wounds.has(lemma));
}

/** "The victim, a man in his 20s, was shot": between commas and with no "and" it is the same one told again. */
function isSetBeside({ sentence: { tokens } }: Line, harmed: number, other: number, word: number): boolean {
  if (other <= harmed || other >= word) return false;
  const between = tokens.slice(harmed + 1, word);
  return (
    tokens[harmed + 1]?.text === ',' && tokens[word - 2]?.text === ',' && !between.some(({ pos }) => pos === 'CCONJ')
  );
}

const BARE: ReadonlySet<string> = new Set(['NN', 'NNP']);
const DETERMINES = ['det', 'nummod', 'nmod:poss'];

/** "Omar Haddad, senator and candidate, died": a noun that stands bare beside a name says who that is. */
function withoutTitles(page: Page, { sentence }: Line, people: readonly WordedParticipant[]): WordedParticipant[] {
  const isNamed = ({ mention }: WordedParticipant): boolean =>
    mention !== null && page.actors[mention]?.form === 'name';
  const isBare = ({ token }: WordedParticipant): boolean =>
    BARE.has(sentence.tokens[token]?.tag ?? '') &&
    DETERMINES.every((name) => dependents(sentence, token, name).length === 0);
  return people.some(isNamed) ? people.filter((one) => isNamed(one) || !isBare(one)) : [...people];
}

/** "His injuries were not life-threatening" denies how bad they are, and not that he has them. */
const isTheirWound = ({ harm }: Page, { sentence }: Line, token: number): boolean =>
  harm.wounds.has(sentence.tokens[token]?.lemma ?? '') && dependents(sentence, token, 'nmod:poss').length > 0;

/** The people at a noun and its conjuncts, each with its own number. A part of a number already told is left to the whole. */
export function addSufferers(collector: HarmCollector, word: number, harmed: number, measure: HarmKind): void {
  const { page, line, taken } = collector;
  if (isNegated(page, line, harmed) || isNeither(line, harmed, word)) return;
  const sufferers = withoutTitles(
    page,
    line,
    peopleAt(page, line, harmed).filter(
      (one) => !isSetBeside(line, harmed, one.token, word) && !isWholeOf(page, line, harmed, one.token),
    ),
  );
  const named = new Set(sufferers.map((participant) => participant.token));
  for (const participant of sufferers) {
    const [at, quantity] = numberOf(line, participant.token);
    named.add(at);
    taken.add(at);
    if (quantity === undefined || countsAlone(page, line, quantity))
      addHarm(collector, { measure, token: word, quantity: quantity ?? null, sufferers: [participant] });
  }
  for (const head of [harmed, ...conjuncts(line.sentence, harmed)]) {
    const quantity = line.quantities.get(head);
    // "shot down 18 drones": things that were hit are nobody hurt.
    if (quantity === undefined || named.has(head) || line.weapons.has(head) || line.objects.has(head)) continue;
    if (isSetBeside(line, harmed, head, word)) continue;
    taken.add(head);
    if (countsAlone(page, line, quantity) && !(sufferers.length > 0 && isOfNamed(quantity)))
      addHarm(collector, { measure, token: word, quantity, sufferers: [] });
  }
}

/** "Neither the guard nor the driver was hurt": whatever the parser makes of those named. */
export function isNeither({ sentence: { tokens } }: Line, harmed: number, word: number): boolean {
  if (harmed > word) return false;
  const neither = tokens.findIndex(({ lower }) => lower === 'neither');
  const nor = neither === -1 ? -1 : tokens.findIndex(({ lower }, at) => lower === 'nor' && at > neither);
  return neither < harmed && neither < nor && nor < word;
}

const isNegated = (page: Page, line: Line, harmed: number): boolean =>
  dependents(line.sentence, harmed).some((child) => {
    const word = line.sentence.tokens[child]?.lower ?? '';
    return child < harmed && word !== 'no' && page.modality.negations.has(word);
  });

/** "The driver and the guard were both hurt": the number is that of those named. */
export const isOfNamed = ({ text }: Quantity): boolean => text.toLowerCase() === 'both';

/** "Killing one of them": those behind the number are its whole, and not among the killed. */
function isWholeOf(page: Page, line: Line, harmed: number, other: number): boolean {
  const quantity = line.quantities.get(harmed);
  return other > harmed && quantity !== undefined && isOfTold(page, line, quantity);
}

/** A part is left to its whole, unless its words tell what became of it alone. */
const countsAlone = (page: Page, line: Line, quantity: Quantity): boolean =>
  quantity.relation !== 'subset' || isOfTold(page, line, quantity);

/** "one of the wounded died", "two of them died later". */
export function isOfTold(page: Page, line: Line, { lastToken }: Quantity): boolean {
  const { tokens } = line.sentence;
  if (tokens[lastToken + 1]?.lower !== 'of') return false;
  return [2, 3].some((step) => {
    const word = tokens[lastToken + step]?.lower ?? '';
    return TOLD.has(word) || page.harm.byState.get(word) === 'injured';
  });
}

const TOLD: ReadonlySet<string> = new Set(['them', 'whom', 'those', 'these']);

/** A sentence that sums up a longer time ("so far this year") tells no harm of one event. */
function tellsSum(page: Page, line: Line): boolean {
  const words = line.sentence.tokens.map((token) => token.lower).join(' ');
  return page.harm.sums.some((phrase) => words.includes(phrase));
}

/** The number of the people at a token, and where it stands: at their noun, or before it ("dozens of children"). */
function numberOf(line: Line, token: number): [at: number, quantity: Quantity | undefined] {
  const own = line.quantities.get(token);
  if (own !== undefined) return [token, own];
  const before = [...line.quantities].find(([, { counted }]) => counted === token);
  return before ?? numberOfName(line, token) ?? [token, undefined];
}

/** "12 Taliban", "14 Boko Haram": a number right before the name of a group is of its people. */
function numberOfName(
  { actors, quantities, sentence }: Line,
  token: number,
): [at: number, quantity: Quantity] | undefined {
  const actor = actors.get(token);
  if (actor === undefined || actor.form !== 'name') return undefined;
  for (let at = token - 1; at >= actor.firstToken; at -= 1) {
    const quantity = quantities.get(at);
    if (quantity !== undefined) return quantity.counted === null ? [at, quantity] : undefined;
    if (sentence.tokens[at]?.pos !== 'PROPN') return undefined;
  }
  return undefined;
}
