/** What somebody or something is called: "called the raid a crime", "described the talks as “frank”". */
import type { Sentence } from '../../../model/sentence.ts';
import { dependents } from '../grammar/tree.ts';
import { phraseEnd, readingWith, trimmed } from './content-frame.ts';
import type { Content, Cue } from './cue.ts';
import { isPassiveCue } from './speaker.ts';

/** After these "call" asks or goes off and names nothing. */
const OTHER_SENSES = new Set(['on', 'upon', 'for', 'off', 'up', 'in', 'out', 'to']);

/** Both what is named and its name: "the talks as “frank”"; null where no name follows. */
export function namingContent(cue: Cue): Content | null {
  const { sentence, token } = cue;
  const reading = readingWith(cue, 'as');
  const next = sentence.tokens[token + 1];
  if (
    reading === undefined ||
    next === undefined ||
    (OTHER_SENSES.has(next.lower) && sentence.tokens[token]?.lemma !== 'refer') ||
    isPassiveCue(sentence, token)
  )
    return null;
  const last = phraseEnd(sentence, token + 1);
  return namesSomething(sentence, token, last)
    ? trimmed(cue, { first: token + (next.lower === 'to' ? 2 : 1), last }, reading, 'noun', [])
    : null;
}

/** "as", a quotation or a name follows the object. */
function namesSomething(sentence: Sentence, verb: number, last: number): boolean {
  const phrase = sentence.tokens.slice(verb + 1, last + 1);
  const isMarked = phrase.some(
    (token, index) => (token.lower === 'as' && index > 0) || token.tag === '``' || token.tag === "''",
  );
  const object = dependents(sentence, verb, 'obj')[0];
  return isMarked || (object !== undefined && object < last && isName(sentence, object + 1));
}

/** "the raid a crime", "the raid unacceptable": what stands right behind the object names it. */
const isName = ({ tokens }: Sentence, at: number): boolean =>
  tokens[at]?.pos === 'ADJ' || tokens[at]?.lower === 'a' || tokens[at]?.lower === 'an';
