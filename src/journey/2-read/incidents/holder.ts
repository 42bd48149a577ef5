/** Who only holds, runs, backs or is given for what stands in a sentence: "a village held by X", "freed in exchange for Y". */
import { caseOf, headOf, isPassive, relationOf } from '../grammar/tree.ts';
import type { Line } from './page.ts';

/** "released in exchange for two commanders": who is given for somebody did nothing to him. */
export const isGivenFor = ({ sentence }: Line, token: number): boolean =>
  caseOf(sentence, token) === 'for' && EXCHANGES.has(sentence.tokens[headOf(sentence, token) ?? -1]?.lemma ?? '');
const EXCHANGES: ReadonlySet<string> = new Set(['exchange', 'return', 'swap']);

/** True when the one at this token holds or backs a thing there: that makes nobody the doer of what befell it. */
export function onlyHolds(line: Line, token: number): boolean {
  const { sentence, grammar } = line;
  const verb = headOf(sentence, token);
  if (verb === null || !grammar.keeps.has(sentence.tokens[verb]?.lemma ?? '')) return false;
  const relation = relationOf(sentence, token);
  return (
    relation === 'obl:agent' || (relation === 'obl' && caseOf(sentence, token) === 'by' && isPassive(sentence, verb))
  );
}
