/** Whether words that may mean force mean it: a weapon, a side under arms or harm stands with them, and no court. */
import { ARMED } from '../../../model/armed-roles.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { isPassive, obliques } from '../grammar/tree.ts';
import type { Framed } from './filler-features.ts';
import type { Line, Page } from './page.ts';

/** "Israel denied firing first" as "Hezbollah denied firing first"; what a government fires as an object is an official. */
const isStateThatFires = (line: Line, { entry, tokens }: Framed, { role }: WordedParticipant): boolean =>
  role === 'state' && entry.frame === 'fire-at' && tokens.hit.every((token) => line.weapons.has(token));

export function isHostile(page: Page, line: Line, filled: Framed): boolean {
  // "An air strike hit a hospital": what hits is itself an act.
  if (filled.tokens.linked.length > 0 && filled.tokens.hit.length > 0) return true;
  if (filled.tokens.weapons.length > 0 || line.weapons.size > 0) return true;
  if (
    filled.framed.some(({ participant }) => ARMED.has(participant.role) || isStateThatFires(line, filled, participant))
  )
    return true;
  return line.sentence.tokens.some((token) => page.harm.byVerb.has(token.lemma) || page.harm.byState.has(token.lower));
}

/** "was charged with murder", "charged two officers with the killing": a word of courts, and no charge on horseback. */
export const isAccusing = (line: Line, verb: number): boolean => {
  if (!line.grammar.blames.has(line.sentence.tokens[verb]?.lemma ?? '')) return false;
  const sides = obliques(line.sentence, verb);
  if (sides.some(({ case: mark, head }) => mark === 'with' && !line.weapons.has(head))) return true;
  return isPassive(line.sentence, verb) && !sides.some(({ case: mark }) => mark === 'by');
};
