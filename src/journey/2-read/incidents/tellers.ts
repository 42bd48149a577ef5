/** Who only tells of an act, or accuses somebody of it. */
import { conjuncts, dependents, headOf, isPassive, relationOf, subjectOf } from '../grammar/tree.ts';
import { heldFor } from './held-for.ts';
import type { Line } from './page.ts';

/** A clause that somebody says, and a report around which the saying stands ("…, the army said"). */
const TELLS: ReadonlySet<string> = new Set(['ccomp', 'parataxis']);

/** So many words above the act are looked at. */
const LEVELS = 5;

/** Who accuses somebody of the act at `token`, or tells of it: neither its doer nor hit by standing in the sentence. */
export function tellersOf(line: Line, token: number): ReadonlySet<number> {
  const found = new Set<number>();
  // "The court sentenced two men for the murder": who holds somebody for it.
  const held = heldFor(line, token);
  if (held !== null && !isPassive(line.sentence, held.verb)) found.add(subjectOf(line.sentence, held.verb) ?? -1);
  let below = token;
  let at = headOf(line.sentence, token);
  for (let level = 0; at !== null && level < LEVELS; level += 1) {
    const relation = relationOf(line.sentence, below);
    const tells = TELLS.has(relation);
    const lemma = line.sentence.tokens[at]?.lemma ?? '';
    // "held a round of talks" is no "held him responsible"; "accused the front of the attack" hangs the attack on the front.
    const accuses =
      (relation !== 'obj' || (below !== token && lemma !== 'hold')) &&
      line.grammar.blames.has(lemma) &&
      !isPassive(line.sentence, at);
    if (line.grammar.decries.has(lemma) && isPassive(line.sentence, at))
      for (const agent of dependents(line.sentence, at, 'obl:agent')) found.add(agent);
    const decries = line.grammar.decries.has(lemma) && !isPassive(line.sentence, at);
    const teller = tells || accuses || decries ? subjectOf(line.sentence, at) : null;
    if (teller !== null) for (const each of [teller, ...conjuncts(line.sentence, teller)]) found.add(each);
    below = at;
    at = headOf(line.sentence, at);
  }
  return found;
}
