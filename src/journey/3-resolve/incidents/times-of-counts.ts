/**
 * Times that belong to a number and not to an act: "312 explosions on Thursday, up from 96 the day before", "the fourth time it has
 * been struck this year".
 */
import type { Sentence, Token } from '../../../model/sentence.ts';
import type { TimeExpression } from '../../../model/time-expression.ts';

/** So many words before the time its number may stand. */
const REACH = 8;
const DIRECTIONS: ReadonlySet<string> = new Set(['up', 'down']);
const COMPARES: ReadonlySet<string> = new Set(['compared', 'versus']);
const ORDINALS: ReadonlySet<string> = new Set(
  'first second third fourth fifth sixth seventh eighth ninth tenth 2nd 3rd 4th 5th 6th 7th 8th 9th 10th'.split(' '),
);

export const isOfCount = (sentence: Sentence, time: TimeExpression): boolean =>
  isOfComparison(sentence, time) || isOfRepetition(sentence, time);

function isOfComparison({ tokens }: Sentence, { firstToken }: TimeExpression): boolean {
  let hasNumber = false;
  for (let at = firstToken - 1; at >= 0 && at >= firstToken - REACH; at -= 1) {
    const token = tokens[at] as Token;
    if (COMPARES.has(token.lower) || (token.lower === 'from' && DIRECTIONS.has(tokens[at - 1]?.lower ?? '')))
      return hasNumber;
    if (token.pos === 'VERB') return false;
    if (token.tag === 'CD') hasNumber = true;
  }
  return false;
}

function isOfRepetition({ tokens }: Sentence, { firstToken }: TimeExpression): boolean {
  if (tokens[firstToken]?.lower !== 'this') return false;
  for (let at = firstToken - 1; at > 0 && at >= firstToken - REACH; at -= 1) {
    if (tokens[at]?.text === ',') return false;
    if (tokens[at]?.lower === 'time' && ORDINALS.has(tokens[at - 1]?.lower ?? '')) return true;
  }
  return false;
}
