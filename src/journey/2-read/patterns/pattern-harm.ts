/** Tolls of a stretch of words read by pattern: the number beside a word for the dead or the hurt, with its parts. */
import type { PatternWords, PersonWord } from '../../../knowledge/pattern-words.ts';
import type { Claim } from '../../../model/quantity.ts';
import type { WordedHarm } from '../../../model/worded-incident.ts';
import { isIn, known, numberOf, type PatternToken } from './pattern-tokens.ts';

export type PatternHarm = Partial<Record<'killed' | 'injured', WordedHarm>>;

/** So many words after "the killing of" its number may stand ("of a whole family made up of five"). */
const REACH = 7;

export function patternHarm(tokens: readonly PatternToken[], words: PatternWords): PatternHarm {
  const harm: PatternHarm = {};
  for (const [index, token] of tokens.entries()) {
    const word = known(token, words.harm);
    if (word === undefined || harm[word.measure] !== undefined) continue;
    const found = claimAt(tokens, index, word.place, words);
    if (found !== null)
      harm[word.measure] = { claim: found.claim, spans: found.spans, parts: partsAfter(tokens, found.last, words) };
  }
  return harm;
}

interface Found {
  claim: Claim;
  spans: { start: number; end: number }[];
  /** Position of its last word. */
  last: number;
}

function claimAt(
  tokens: readonly PatternToken[],
  index: number,
  place: 'after' | 'before' | 'dual',
  words: PatternWords,
): Found | null {
  const token = tokens[index];
  if (token === undefined) return null;
  const own = { start: token.start, end: token.end };
  if (place === 'dual') return { claim: { op: '=', n: 2 }, spans: [own], last: index };
  if (place === 'before') {
    const before = counted(tokens, index - 1, words);
    // "11 dead" ("a number of the hurt"); without a number the plural says more than one.
    return before === null
      ? { claim: { op: 'plural' }, spans: [own], last: index }
      : { ...before, spans: [...before.spans, own], last: index };
  }
  for (let at = index + 1; at <= Math.min(tokens.length - 1, index + REACH); at += 1) {
    const next = tokens[at];
    if (next === undefined) break;
    const other = known(next, words.harm);
    const found = counted(tokens, at, words) ?? person(next, words, at);
    if (found !== null) return { ...found, spans: [own, ...found.spans] };
    if (other !== undefined || isIn(next, words.among)) break;
  }
  return null;
}

/** A number at this word, with the words before it that bound it. */
function counted(tokens: readonly PatternToken[], at: number, words: PatternWords): Found | null {
  const token = tokens[at];
  if (token === undefined || (token.sentence !== tokens[at + 1]?.sentence && tokens[at + 1] !== undefined)) return null;
  const span = { start: token.start, end: token.end };
  const vague = known(token, words.vague);
  if (vague !== undefined) return { claim: { op: 'word', word: vague }, spans: [span], last: at };
  const number = numberOf(token, words.numbers);
  if (number === null || isPartOfDate(tokens, at, words)) return null;
  const bound = [tokens[at - 1], tokens[at - 2], tokens[at - 3]].find(
    (one) => one !== undefined && known(one, words.operators) !== undefined,
  );
  const op = bound === undefined ? '=' : (known(bound, words.operators) ?? '=');
  return { claim: { op, n: number }, spans: [span], last: at };
}

function isPartOfDate(tokens: readonly PatternToken[], at: number, words: PatternWords): boolean {
  const next = tokens[at + 1];
  return next !== undefined && known(next, words.months) !== undefined;
}

/** "the killing of a child", "of two women": the word itself says how many. */
function person(token: PatternToken, words: PatternWords, at: number): Found | null {
  const number = known(token, words.people)?.number ?? null;
  return number === null
    ? null
    : { claim: { op: '=', n: number }, spans: [{ start: token.start, end: token.end }], last: at };
}

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
    if (number !== null)
      parts.push({ who: group.who, claim: { op: '=', n: number }, spans: [{ start: token.start, end: token.end }] });
  }
  return parts;
}
