/** What stands beside a verb with its prepositions, also where the parser ties it to a time between ("met on Monday with the envoy"). */
import { caseOf, dependents, type Oblique, obliques } from '../grammar/tree.ts';
import type { Line } from './page.ts';

export function sidesOf(line: Line, verb: number): readonly Oblique[] {
  const own = obliques(line.sentence, verb);
  const behindTimes = own
    .filter(({ head }) => line.timeAt.has(head))
    .flatMap(({ head }) => dependents(line.sentence, head, 'nmod'))
    .filter((child) => !line.timeAt.has(child) && caseOf(line.sentence, child) !== 'of')
    .map((head) => ({ case: caseOf(line.sentence, head), head }));
  return behindTimes.length === 0 ? own : [...own, ...behindTimes];
}
