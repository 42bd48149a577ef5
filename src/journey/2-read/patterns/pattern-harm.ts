/** Tolls of a stretch of words read by pattern: the number beside a word for the dead or the hurt, with its parts. */
import type { PatternWords, PersonWord } from '../../../knowledge/pattern-words.ts';
import type { WordedHarm } from '../../../model/worded-incident.ts';
import { counted, countedBefore, type Found, person, spanOf } from './pattern-counts.ts';
import { isIn, isJoined, known, numberOf, type PatternToken } from './pattern-tokens.ts';

type Measure = 'killed' | 'injured' | 'casualties';
export type PatternHarm = Partial<Record<Measure, WordedHarm>>;

/** So many words after "the killing of" its number may stand ("of a whole family made up of five"). */
const REACH = 7;
/** So many words before "were killed" its number may stand ("11 civilians at least were killed"). */
const REACH_BACK = 4;
/** So many words after "the dead" its number may stand ("the number of the dead to 42"). */
const REACH_OF_TOTAL = 3;
/** So many words after "the number of the dead of the raid on X rose to". */
const REACH_OF_RISE = 14;

/** What is told of each measure: a total, else the largest number, else that there were some. */
export function patternHarm(tokens: readonly PatternToken[], words: PatternWords): PatternHarm {
  const told: Record<Measure, Found[]> = { killed: [], injured: [], casualties: [] };
  for (const [index, token] of tokens.entries()) {
    if (isNoHarm(tokens, index, words)) {
      const none: Found = { claim: { op: '=', n: 0 }, spans: [spanOf(token)], last: index };
      told.killed.push(none);
      told.injured.push(none);
      continue;
    }
    const word = known(token, words.harm);
    if (word === undefined) continue;
    if (isOfBoth(tokens, index, words)) {
      const both = isPair(tokens, index, words) ? bothAt(tokens, index, words) : null;
      if (both !== null) told.casualties.push(both);
      continue;
    }
    const found = claimAt(tokens, index, word.place, words);
    if (found !== null) told[word.measure].push(found);
  }
  const harm: PatternHarm = {};
  for (const measure of ['killed', 'injured', 'casualties'] as const) {
    const [best] = told[measure].sort(
      (a, b) => Number(b.isTotal ?? false) - Number(a.isTotal ?? false) || size(b) - size(a),
    );
    if (best !== undefined)
      harm[measure] = { claim: best.claim, spans: best.spans, parts: partsAfter(tokens, best.last, words) };
  }
  return harm;
}

/** A plural without a number is more than an explicit none, and less than any number. */
const size = ({ claim }: Found): number => (claim.op === 'plural' ? 0.5 : (claim.n ?? (claim.op === 'word' ? 3 : 0)));

/** "no casualties", "without injuries"; "no reports of injuries" says only that nobody knows. */
function isNoHarm(tokens: readonly PatternToken[], index: number, words: PatternWords): boolean {
  const token = tokens[index];
  if (token === undefined || !isIn(token, words.none.of)) return false;
  if (tokens[index + 1] !== undefined && isIn(tokens[index + 1] as PatternToken, words.none.unless)) return false;
  for (let at = index - 1; at >= Math.max(0, index - REACH_OF_TOTAL); at -= 1) {
    const before = tokens[at];
    if (before === undefined || before.sentence !== token.sentence || isIn(before, words.none.unless)) return false;
    if (words.none.negations.has(before.forms[0] ?? '') || words.none.negations.has(before.forms[1] ?? '')) return true;
  }
  return false;
}

/** "dozens of dead and wounded", "the death and injury of 131": one number for both, whichever of the two words stands here. */
function isOfBoth(tokens: readonly PatternToken[], index: number, words: PatternWords): boolean {
  const pair = [index, index - 1].find((at) => isPair(tokens, at, words));
  return pair !== undefined && bothAt(tokens, pair, words) !== null;
}

function isPair(tokens: readonly PatternToken[], at: number, words: PatternWords): boolean {
  const [killed, injured, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (killed === undefined || injured === undefined || !isJoined(injured, words)) return false;
  const [one, other] = [known(killed, words.harm), known(injured, words.harm)];
  const isBoth = one?.measure === 'killed' && other?.measure === 'injured' && one.place === other.place;
  return isBoth && one.place !== 'dual' && !(after !== undefined && isIn(after, words.others));
}

/** The number right before such a pair, or before "between" it; after it where the words are verbs. */
function bothAt(tokens: readonly PatternToken[], pair: number, words: PatternWords): Found | null {
  const [first, second] = [tokens[pair], tokens[pair + 1]];
  if (first === undefined || second === undefined) return null;
  const own = [spanOf(first), spanOf(second)];
  if (known(first, words.harm)?.place === 'after') {
    const after = peopleAfter(tokens, pair + 1, words);
    return after === null ? null : { ...after, spans: [spanOf(first), ...after.spans] };
  }
  const before = tokens[pair - 1];
  const farthest = before !== undefined && isIn(before, words.between) ? pair - REACH_BACK : pair - 1;
  const found = countedBefore(tokens, pair - 1, farthest, words);
  return found === null ? null : { ...found, spans: [...found.spans, ...own], last: pair + 1 };
}

function claimAt(
  tokens: readonly PatternToken[],
  index: number,
  place: 'after' | 'before' | 'dual',
  words: PatternWords,
): Found | null {
  const token = tokens[index];
  if (token === undefined) return null;
  const own = spanOf(token);
  if (place === 'dual') return { claim: { op: '=', n: 2 }, spans: [own], last: index };
  const before = counted(tokens, index - 1, words);
  if (place === 'before') {
    const total = totalAfter(tokens, index, words);
    if (total !== null) return { ...total, spans: [own, ...total.spans] };
    if (before !== null) return { ...before, spans: [...before.spans, own], last: index };
    // One of them told as such ("a dead and two wounded"); else the plural says more than one.
    const isOne =
      words.single.has(token.forms[0] ?? '') || (isJoined(token, words) && words.single.has(token.forms[1] ?? ''));
    return { claim: isOne ? { op: '=', n: 1 } : { op: 'plural' }, spans: [own], last: index };
  }
  // "12 injuries": the number right before is the word's own, unless it is joined to what was told before.
  if (before !== null && !isJoined(token, words)) return { ...before, spans: [...before.spans, own], last: index };
  const told = peopleAfter(tokens, index, words);
  const back = told === null ? countedBefore(tokens, index - 1, index - REACH_BACK, words) : null;
  return back === null ? told : { ...back, spans: [...back.spans, own], last: index };
}

/** "the number of the dead rose to 42", "the dead: 12". */
function totalAfter(tokens: readonly PatternToken[], index: number, words: PatternWords): Found | null {
  const token = tokens[index];
  const rises = [1, 2, 3].some((step) => {
    const before = tokens[index - step];
    return before !== undefined && before.sentence === token?.sentence && isIn(before, words.rises);
  });
  for (let at = index + 1; at <= index + (rises ? REACH_OF_RISE : REACH_OF_TOTAL); at += 1) {
    const next = tokens[at];
    if (next === undefined || next.sentence !== token?.sentence || isIn(next, words.among)) return null;
    if (!rises && (known(next, words.harm) !== undefined || known(next, words.acts) !== undefined)) return null;
    const found = counted(tokens, at, words);
    const into = tokens[at - 1];
    if (found !== null && into !== undefined && isIn(into, words.upTo)) return { ...found, isTotal: true };
    if (found !== null && !rises) return null;
  }
  return null;
}

/** "the killing of 7", "of a woman and her child", "the wounding of others". */
function peopleAfter(tokens: readonly PatternToken[], index: number, words: PatternWords): Found | null {
  const token = tokens[index];
  for (let at = index + 1; at <= Math.min(tokens.length - 1, index + REACH); at += 1) {
    const next = tokens[at];
    if (next === undefined || token === undefined) break;
    const found = counted(tokens, at, words) ?? person(tokens, at, words);
    if (found !== null) {
      const first = { ...found, spans: [spanOf(token), ...found.spans] };
      return withJoined(tokens, isKinOfNamed(tokens, index, at, words) ? withNamed(first) : first, words);
    }
    if (known(next, words.people)?.number === null || isIn(next, words.others))
      return { claim: { op: 'plural' }, spans: [spanOf(token), spanOf(next)], last: at };
    if (known(next, words.harm) !== undefined || isIn(next, words.among)) break;
  }
  return null;
}

/** "Ibrahim Khalifa and his son": who is named before counts too. */
const isKinOfNamed = (tokens: readonly PatternToken[], index: number, at: number, words: PatternWords): boolean => {
  const token = tokens[at];
  return token !== undefined && at > index + 1 && isJoined(token, words) && isIn(token, words.kin);
};

const withNamed = (found: Found): Found => ({
  ...found,
  claim: { op: found.claim.op, n: (found.claim.n ?? 0) + 1 },
});

/** So many words may stand between people and those joined to them ("a man from the town and his wife"). */
const GAP_OF_JOINED = 2;

/** "a woman and her two children": each joined one more. */
function withJoined(tokens: readonly PatternToken[], first: Found, words: PatternWords): Found {
  let sum = first;
  for (let at = first.last + 1; at <= sum.last + 1 + GAP_OF_JOINED; at += 1) {
    const token = tokens[at];
    if (token === undefined || sum.claim.n === undefined || token.sentence !== tokens[sum.last]?.sentence) break;
    if (known(token, words.harm) !== undefined || isIn(token, words.among) || isIn(token, words.others)) break;
    if (!isJoined(token, words)) continue;
    const more = person(tokens, at, words) ?? counted(tokens, at, words);
    // "a woman and her children"
    if (more === null && known(token, words.people)?.number === null)
      return { ...sum, claim: { op: '>', n: sum.claim.n }, spans: [...sum.spans, spanOf(token)], last: at };
    // "7 civilians and 20 houses": only a number of people is one more.
    const isOfPeople =
      more !== null && (known(token, words.people) !== undefined || isBeforePeople(tokens, more.last, words));
    if (more?.claim.n === undefined || !isOfPeople) break;
    sum = {
      claim: { op: sum.claim.op, n: sum.claim.n + more.claim.n },
      spans: [...sum.spans, ...more.spans],
      last: more.last,
    };
  }
  return sum;
}

const isBeforePeople = (tokens: readonly PatternToken[], at: number, { people }: PatternWords): boolean =>
  [tokens[at + 1], tokens[at + 2]].some((token) => token !== undefined && known(token, people) !== undefined);

/** "among them 3 children and a woman": parts of the count before, never added to it. */
function partsAfter(tokens: readonly PatternToken[], last: number, words: PatternWords): WordedHarm['parts'] {
  const parts: WordedHarm['parts'] = [];
  const from = tokens.findIndex((token, index) => index > last && index <= last + 4 && isIn(token, words.among));
  if (from === -1) return parts;
  for (let at = from + 1; at <= Math.min(tokens.length - 1, from + 6); at += 1) {
    const token = tokens[at];
    if (token === undefined || known(token, words.harm) !== undefined) break;
    const group: PersonWord | undefined = known(token, words.people);
    if (group === undefined || group.who === 'person') continue;
    const before = tokens[at - 1];
    const number = group.number ?? (before === undefined ? null : numberOf(before, words.numbers));
    if (number !== null) parts.push({ who: group.who, claim: { op: '=', n: number }, spans: [spanOf(token)] });
  }
  return parts;
}
