/** What stands beside a verb with its prepositions, also where the parser ties it to a time between ("met on Monday with the envoy"). */
import { caseOf, conjuncts, dependents, headOf, isPassive, type Oblique, obliques } from '../grammar/tree.ts';
import type { Line } from './page.ts';

export function sidesOf(line: Line, verb: number): readonly Oblique[] {
  const own = obliques(line.sentence, verb);
  const behindTimes = own
    .filter(({ head }) => line.timeAt.has(head))
    .flatMap(({ head }) => dependents(line.sentence, head, 'nmod'))
    .filter((child) => !line.timeAt.has(child) && caseOf(line.sentence, child) !== 'of')
    .map((head) => ({ case: caseOf(line.sentence, head), head }));
  const all = behindTimes.length === 0 ? own : [...own, ...behindTimes];
  return isPassive(line.sentence, verb) ? [...all, ...agentsAtObject(line, verb)] : all;
}

/** "were granted asylum by Norway": the parser ties who did it to what was given. */
const agentsAtObject = ({ sentence, actors }: Line, verb: number): Oblique[] =>
  dependents(sentence, verb, 'obj')
    .flatMap((object) => dependents(sentence, object, 'nmod'))
    .filter((child) => actors.has(child) && caseOf(sentence, child) === 'by')
    .map((head) => ({ case: 'by', head }));

/** "between rebels of the north and government troops": the parser joins the second side to a word inside the first. */
export function bothSides({ sentence, actors }: Line, side: number): readonly number[] {
  if (conjuncts(sentence, side).length > 0) return [side];
  const within = dependents(sentence, side, 'nmod').flatMap((child) => conjuncts(sentence, child));
  return [side, ...within.filter((other) => actors.has(other))];
}

/** "died in an ambush by rebels": the parser ties who did it to the verb above. */
export function agentBehind({ sentence, actors }: Line, noun: number): number | null {
  if (sentence.tokens[noun + 1]?.lower !== 'by') return null;
  const agent = headOf(sentence, noun + 1);
  return agent !== null && agent > noun && actors.has(agent) && headOf(sentence, agent) !== noun ? agent : null;
}
