/** Numbers of people read by pattern: digits and number words with what bounds them, words for one or two people. */
import type { PatternWords } from '../../../knowledge/pattern-words.ts';
import type { Claim } from '../../../model/quantity.ts';
import type { Span } from '../../../model/span.ts';
import { isJoined, known, numberOf, type PatternToken } from './pattern-tokens.ts';

export interface Found {
  claim: Claim;
  spans: Span[];
  /** Position of its last word. */
  last: number;
  /** "rose to 42": outweighs every other number. */
  isTotal?: boolean;
}

export const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** A number at this word, with the words before it that bound it. */
export function counted(tokens: readonly PatternToken[], at: number, words: PatternWords): Found | null {
  const token = tokens[at];
  if (token === undefined || (token.sentence !== tokens[at + 1]?.sentence && tokens[at + 1] !== undefined)) return null;
  const span = spanOf(token);
  const vague = known(token, words.vague);
  // "the number of the dead" is no "number of dead".
  const isNumberOf = tokens[at + 1] !== undefined && known(tokens[at + 1] as PatternToken, words.harm) !== undefined;
  if (vague === 'several' && isNumberOf) return null;
  if (vague !== undefined) return { claim: { op: 'word', word: vague }, spans: [span], last: at };
  if (isJoinedToNumber(tokens, at, words)) return counted(tokens, at - 1, words);
  const number = numberOf(token, words.numbers);
  if (number === null || isPartOfDate(tokens, at, words)) return null;
  const further = tokens[at + 1];
  if (further !== undefined && isJoinedToNumber(tokens, at + 1, words)) {
    const more = known(further, words.numbers) ?? 0;
    return {
      claim: { op: boundOf(tokens, at, words), n: number + more },
      spans: [span, spanOf(further)],
      last: at + 1,
    };
  }
  return { claim: { op: boundOf(tokens, at, words), n: number }, spans: [span], last: at };
}

/** "more than", "at least" within three words before. */
function boundOf(tokens: readonly PatternToken[], at: number, words: PatternWords): Claim['op'] {
  const bound = [tokens[at - 1], tokens[at - 2], tokens[at - 3]].find(
    (one) => one !== undefined && known(one, words.operators) !== undefined,
  );
  return bound === undefined ? '=' : (known(bound, words.operators) ?? '=');
}

/** "six ten" is sixteen, "five and twenty" twenty-five. */
function isJoinedToNumber(tokens: readonly PatternToken[], at: number, words: PatternWords): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined || before.sentence !== token.sentence) return false;
  const unit = known(before, words.numbers) ?? 0;
  const tens = known(token, words.numbers) ?? 0;
  return unit > 0 && unit < 10 && tens >= 10 && tens < 100 && (tens === 10 || isJoined(token, words));
}

function isPartOfDate(tokens: readonly PatternToken[], at: number, words: PatternWords): boolean {
  const next = tokens[at + 1];
  return next !== undefined && known(next, words.months) !== undefined;
}

/** "the killing of a child", "of two women", "of children, two": the word itself says how many, or the one after it. */
export function person(tokens: readonly PatternToken[], at: number, words: PatternWords): Found | null {
  const token = tokens[at];
  const group = token === undefined ? undefined : known(token, words.people);
  if (token === undefined || group === undefined) return null;
  if (group.number !== null) return { claim: { op: '=', n: group.number }, spans: [spanOf(token)], last: at };
  const after = tokens[at + 1];
  const number = after === undefined ? undefined : known(after, words.numbers);
  return after === undefined || number === undefined
    ? null
    : { claim: { op: '=', n: number }, spans: [spanOf(token), spanOf(after)], last: at + 1 };
}

/** The nearest number from `at` back to `farthest`, with no other harm or act between. */
export function countedBefore(
  tokens: readonly PatternToken[],
  at: number,
  farthest: number,
  words: PatternWords,
): Found | null {
  for (let back = at; back >= Math.max(0, farthest); back -= 1) {
    const token = tokens[back];
    if (token === undefined || token.sentence !== tokens[at]?.sentence) return null;
    const found = counted(tokens, back, words);
    if (found !== null) return found;
    if (known(token, words.harm) !== undefined || known(token, words.acts) !== undefined) return null;
  }
  return null;
}
