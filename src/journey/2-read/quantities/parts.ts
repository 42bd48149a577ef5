/** How numbers stand to each other: parts of a whole ("30 people, five of them children"), further ones, totals, rising tolls. */
import { matchPhrase } from '../../../knowledge/phrase-table.ts';
import type { QuantityWords } from '../../../knowledge/quantity-words.ts';
import type { Quantity, QuantityRelation } from '../../../model/quantity.ts';
import type { ParsedText, Token } from '../../../model/sentence.ts';
import { STATES } from './counted-noun.ts';

const lower = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';

/** Fills `relation` and `of` of a report's counts, from left to right. */
export function relate(parsed: ParsedText, quantities: readonly Quantity[], words: QuantityWords): Quantity[] {
  const related: Quantity[] = [];
  const spelled = spelledOut(parsed, quantities);
  quantities.forEach((quantity, index) => {
    const tokens = parsed.sentences[quantity.sentence]?.tokens ?? [];
    const whole = wholeAfter(tokens, quantity, quantities, index) ?? spelled.get(index) ?? null;
    if (whole !== null) related.push({ ...quantity, relation: 'subset', of: whole });
    else related.push(quantity.kind === 'count' ? withRelation(tokens, quantity, index, related, words) : quantity);
  });
  return related;
}

const MOST_PARTS = 6;

/** "All four, three men and a woman, …": a list after a number that adds up to it; its members with their whole. */
function spelledOut(parsed: ParsedText, quantities: readonly Quantity[]): ReadonlyMap<number, number> {
  const wholes = new Map<number, number>();
  quantities.forEach((whole, index) => {
    const tokens = parsed.sentences[whole.sentence]?.tokens ?? [];
    let left = whole.claim.n ?? 0;
    if (whole.kind !== 'count' || left < 2 || wholes.has(index)) return;
    let at = index + 1;
    for (; left > 0 && at <= index + MOST_PARTS; at += 1) {
      const part = quantities[at];
      const previous = quantities[at - 1];
      if (part === undefined || previous === undefined || !continuesList(tokens, previous, part)) return;
      left -= part.claim.n ?? left + 1;
    }
    if (left === 0 && at > index + 2) for (let part = index + 1; part < at; part += 1) wholes.set(part, index);
  });
  return wholes;
}

/** Only marks of a list stand between the two, and the second counts people. */
function continuesList(tokens: readonly Token[], previous: Quantity, part: Quantity): boolean {
  if (part.kind !== 'count' || part.sentence !== previous.sentence || part.who === null || part.claim.op !== '=')
    return false;
  const from = (previous.head ?? previous.lastToken) + 1;
  if (part.firstToken <= from - 1 || part.firstToken - from > 2) return false;
  for (let at = from; at < part.firstToken; at += 1) if (!LIST_MARKS.has(lower(tokens, at))) return false;
  return part.firstToken > from;
}

const LIST_MARKS: ReadonlySet<string> = new Set([',', 'and', ':', '(', '-', '–', '—', '--']);

/** "12 of the 30 dead": the whole is told right after the part. */
function wholeAfter(tokens: readonly Token[], part: Quantity, all: readonly Quantity[], index: number): number | null {
  const next = all[index + 1];
  if (part.kind !== 'count' || next === undefined || next.kind !== 'count' || next.sentence !== part.sentence)
    return null;
  const gap = next.firstToken - part.lastToken;
  return lower(tokens, part.lastToken + 1) === 'of' && gap <= 3 && mayHold(next, part) ? index + 1 : null;
}

function withRelation(
  tokens: readonly Token[],
  quantity: Quantity,
  index: number,
  before: readonly Quantity[],
  words: QuantityWords,
): Quantity {
  if (isPart(tokens, quantity, before, words))
    return { ...quantity, relation: 'subset', of: wholeOf(quantity, index, before) };
  return { ...quantity, relation: otherRelation(tokens, quantity, words) };
}

function isPart(
  tokens: readonly Token[],
  quantity: Quantity,
  before: readonly Quantity[],
  words: QuantityWords,
): boolean {
  if (quantity.claim.n === 0) return false;
  return (
    cueBefore(tokens, quantity, words) ||
    ofThem(tokens, quantity, words) ||
    ofTheWhole(tokens, quantity, before) ||
    spellsOut(tokens, quantity, before) ||
    continuesPart(tokens, quantity, before)
  );
}

/** "including five children", "among them two women", "of whom three were soldiers". */
function cueBefore(tokens: readonly Token[], { firstToken }: Quantity, words: QuantityWords): boolean {
  for (let at = firstToken - 1; at >= Math.max(0, firstToken - 4); at--) {
    const word = lower(tokens, at);
    // "Among the 30 dead" is the whole, "among the dead were five" tells a part.
    if (words.subsetCues.has(word)) return !(lower(tokens, at + 1) === 'the' && at + 2 === firstToken);
    if (
      (word === 'them' || word === 'whom' || word === 'these' || word === 'those') &&
      (lower(tokens, at - 1) === 'of' || lower(tokens, at - 1) === 'among')
    )
      return true;
    if (!PASSABLE.has(word) && !words.harmNouns.has(word)) return false;
  }
  return false;
}

const PASSABLE: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'were',
  'was',
  'are',
  'them',
  'whom',
  'these',
  'those',
  ',',
  'also',
  'at',
  'least',
  'both',
  'as',
  'many',
]);

/** "five of them children", "three of whom died", "12 among them". */
function ofThem(tokens: readonly Token[], { firstToken, lastToken, head }: Quantity, words: QuantityWords): boolean {
  if (matchPhrase(words.subsetAfter, tokens, lastToken + 1) !== null) return true;
  if (words.subsetManners.has(lower(tokens, lastToken + 1)) && firstToken > 0 && lower(tokens, firstToken - 1) === ',')
    return true;
  return (
    head !== null && head < lastToken + 4 && lower(tokens, head + 1) === 'among' && lower(tokens, head + 2) === 'them'
  );
}

/** "Of the 30 dead, 12 were fighters", "among the 30 dead were 12 fighters". */
function ofTheWhole(tokens: readonly Token[], quantity: Quantity, before: readonly Quantity[]): boolean {
  const whole = before.at(-1);
  if (whole === undefined || whole.sentence !== quantity.sentence || whole.claim.n === undefined) return false;
  const lead = lower(tokens, whole.firstToken - 1) === 'the' ? whole.firstToken - 2 : whole.firstToken - 1;
  const opens = lower(tokens, lead);
  const isOpening =
    (opens === 'of' && (lead === 0 || !/^(NN|CD)/.test(tokens[lead - 1]?.tag ?? ''))) || opens === 'among';
  return isOpening && [',', 'were', 'was', 'are'].includes(lower(tokens, quantity.firstToken - 1));
}

/** "Five people were killed: two children and three women", "12 people (five of the crew)". */
function spellsOut(tokens: readonly Token[], quantity: Quantity, before: readonly Quantity[]): boolean {
  const whole = before.at(-1);
  const mark = lower(tokens, quantity.firstToken - 1);
  if (
    whole === undefined ||
    whole.sentence !== quantity.sentence ||
    whole.claim.n === undefined ||
    quantity.who === null
  )
    return false;
  return (mark === ':' || mark === '(') && (quantity.claim.n ?? 0) < whole.claim.n;
}

const LISTING: ReadonlySet<string> = new Set([',', 'and', 'as', 'well', 'or', ';', 'plus']);
const LONGEST_LINK = 14;

/** "including five children and two medics": a list after a part goes on being parts until a verb. */
function continuesPart(tokens: readonly Token[], quantity: Quantity, before: readonly Quantity[]): boolean {
  const previous = before.at(-1);
  if (previous === undefined || previous.sentence !== quantity.sentence || previous.relation !== 'subset') return false;
  const from = (previous.head ?? previous.counted ?? previous.lastToken) + 1;
  const gap = quantity.firstToken - from;
  if (gap < 1 || gap > LONGEST_LINK) return false;
  if (!LISTING.has(lower(tokens, quantity.firstToken - 1))) return false;
  for (let at = from; at < quantity.firstToken; at++)
    if (isFiniteVerb(tokens[at]) || STATES.has(lower(tokens, at))) return false;
  // "39 killed incl. 4 children, 87 wounded": those wounded are no part of the dead.
  if (STATES.has(lower(tokens, quantity.head ?? -1))) return false;
  return (
    !isFiniteVerb(tokens[(quantity.head ?? quantity.lastToken) + 1]) &&
    !isParticiple(tokens[(quantity.head ?? quantity.lastToken) + 1]) &&
    lower(tokens, quantity.head ?? -1) !== 'others'
  );
}

const isFiniteVerb = (token: Token | undefined): boolean => token !== undefined && /^(VBD|VBZ|VBP|MD)$/.test(token.tag);
const isParticiple = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === 'VBN' || token.lower === 'dead' || token.lower === 'others');

/** The nearest count before it that it can be part of: in its sentence, else the sentence before. */
function wholeOf(part: Quantity, index: number, before: readonly Quantity[]): number | null {
  let fallback: number | null = null;
  for (let i = index - 1; i >= Math.max(0, index - 12); i--) {
    const whole = before[i];
    if (whole === undefined || part.sentence - whole.sentence > 1) break;
    if (whole.kind !== 'count' || whole.relation === 'subset' || whole.claim.n === 0 || !mayHold(whole, part)) continue;
    if (whole.claim.op !== 'plural') return i;
    fallback ??= i;
  }
  return fallback;
}

/** A part is no larger than its whole, and people are part of people. */
function mayHold(whole: Quantity, part: Quantity): boolean {
  const [all, some] = [whole.claim.n2 ?? whole.claim.n, part.claim.n];
  if (all !== undefined && some !== undefined && (some > all || (some === all && all === 1)))
    return whole.claim.op === '>=' || whole.claim.op === '>';
  return whole.who !== null || whole.counted === null || part.who === null;
}

function otherRelation(tokens: readonly Token[], quantity: Quantity, words: QuantityWords): QuantityRelation | null {
  if (isRunningTotal(tokens, quantity, words)) return 'running-total';
  if (isTotal(tokens, quantity, words)) return 'total';
  return isFurther(tokens, quantity, words) ? 'further' : null;
}

/** "another five", "12 others", "five more people". */
function isFurther(
  tokens: readonly Token[],
  { firstToken, lastToken, head, claim }: Quantity,
  words: QuantityWords,
): boolean {
  const isSaid = (at: number): boolean => words.further.has(lower(tokens, at));
  return (
    isSaid(firstToken - 1) ||
    (head === firstToken && words.nextOne.has(lower(tokens, head))) ||
    (isSaid(firstToken) && claim.op !== '>') ||
    (isSaid(lastToken + 1) && lower(tokens, lastToken + 2) !== 'than') ||
    (lower(tokens, lastToken) === 'a' && words.nextOne.has(lower(tokens, lastToken + 1))) ||
    (head !== null && isSaid(head))
  );
}

function isTotal(tokens: readonly Token[], { firstToken, lastToken }: Quantity, words: QuantityWords): boolean {
  for (let length = 3; length >= 1; length--) {
    const match = firstToken - length < 0 ? null : matchPhrase(words.totalCues, tokens, firstToken - length);
    if (match !== null && match.lastToken === firstToken - 1) return true;
  }
  return matchPhrase(words.totalCues, tokens, lastToken + 1) !== null;
}

const LEADS: ReadonlySet<string> = new Set([
  'to',
  'at',
  'past',
  'above',
  'reached',
  'reaches',
  'reaching',
  'exceeded',
  'exceeds',
  'passed',
  'beyond',
]);
const FARTHEST_TOLL = 12;

/** "bringing the total to 40", "the death toll rose to 30", "the number of dead stood at 12". */
function isRunningTotal(tokens: readonly Token[], { firstToken }: Quantity, words: QuantityWords): boolean {
  const lead = lower(tokens, firstToken - 1);
  if (!LEADS.has(lead)) return false;
  let toll = false;
  let verb = words.tollVerbs.has(lead) || lead === 'exceeded' || lead === 'passed';
  for (let at = firstToken - 1; at >= Math.max(0, firstToken - FARTHEST_TOLL); at--) {
    const word = lower(tokens, at);
    if (word === '.' || word === ';') break;
    toll ||= words.tolls.has(word);
    verb ||= words.tollVerbs.has(word);
    if (toll && verb) return true;
  }
  return false;
}
