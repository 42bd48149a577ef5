/** Who only holds, runs or backs what stands in a sentence: "a village held by X", "fighters backed by Y". */
import { caseOf, headOf, isPassive, relationOf } from '../grammar/tree.ts';
import type { Line } from './page.ts';

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
