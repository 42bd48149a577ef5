/** Whose subject is whose in the short forms of headlines and posts: passives without "were", doers tied to a verb as to a noun. */
import { caseOf, dependents, headOf, isPassive, objectOf, relationOf } from '../grammar/tree.ts';
import type { Line } from './page.ts';

/** "Two fighters killed, a third wounded in a blast": headlines leave out "were"; nobody kills without an object. */
export function isBarePassive({ sentence, grammar }: Line, verb: number): boolean {
  const [token, next] = [sentence.tokens[verb], sentence.tokens[verb + 1]];
  if (token === undefined || !grammar.harms.has(token.lemma) || (token.tag !== 'VBD' && token.tag !== 'VBN'))
    return false;
  if (dependents(sentence, verb, 'aux').length > 0) return false;
  // "Driver killed, identity unknown": what stands behind the mark is no object of it.
  if (next === undefined || next.pos === 'PUNCT') return true;
  if (objectOf(sentence, verb) !== null) return false;
  return next.pos === 'ADP' || next.pos === 'SCONJ' || next.pos === 'CCONJ' || next.tag.startsWith('W');
}

/** "drone targets car": the parser ties the doer to a verb of a headline as if it were a noun. */
export function tiedSubject({ sentence }: Line, verb: number): number | null {
  const [tied] = dependents(sentence, verb, 'compound');
  return tied === verb - 1 && sentence.tokens[verb]?.tag === 'VBZ' ? tied : null;
}

/** "The army and the rebels clashed": a past that the parser ties to the second of two is done by both. */
export function wholeOf(line: Line, verb: number, subject: number | null): number | null {
  const { sentence } = line;
  const dead = ofKin(line, verb, subject);
  if (dead !== null) return dead;
  const isTied = subject !== null && relationOf(sentence, verb) === 'acl' && headOf(sentence, verb) === subject;
  if (!isTied || sentence.tokens[verb]?.tag !== 'VBD' || relationOf(sentence, subject) !== 'conj') return subject;
  return headOf(sentence, subject);
}

/** "the families of soldiers killed in an ambush": the soldiers were. */
export function ofKin({ sentence, grammar }: Line, verb: number, kin: number | null): number | null {
  if (kin === null || !grammar.kin.has(sentence.tokens[kin]?.lemma ?? '') || headOf(sentence, verb) !== kin)
    return null;
  const isClause = relationOf(sentence, verb).startsWith('acl');
  const last = isClause
    ? dependents(sentence, kin, 'nmod')
        .filter((child) => child < verb)
        .at(-1)
    : undefined;
  return last !== undefined && caseOf(sentence, last) === 'of' ? last : null;
}

/** "Two were killed in a blast targeting their car", "people driven out by shelling": such clauses are not done by those who suffered. */
export function isOfHarmedAbove(line: Line, verb: number): boolean {
  const { sentence } = line;
  const head = relationOf(sentence, verb) === 'advcl' ? headOf(sentence, verb) : null;
  if (head === null || head > verb || sentence.tokens[verb]?.tag !== 'VBG') return false;
  const isMarked = dependents(sentence, verb).some(
    (child) => child < verb && MARKS.has(relationOf(sentence, child)) && sentence.tokens[child]?.lower !== 'by',
  );
  return !isMarked && (isPassive(sentence, head) || isBarePassive(line, head));
}
const MARKS: ReadonlySet<string> = new Set(['mark', 'advmod', 'case', 'nsubj']);
