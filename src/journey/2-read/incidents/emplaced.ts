/** Weapons that stand somewhere: brought there, or seen there by those who watch. */
import { dependents, headOf, isPassive, objectOf, obliques, relationOf, subjectOf } from '../grammar/tree.ts';
import type { FrameTokens } from './event-mention.ts';
import type { Line } from './page.ts';

export const hasWeapons = (line: Line, tokens: FrameTokens): boolean =>
  tokens.weapons.length > 0 || tokens.hit.some((token) => line.weapons.has(token));

/** "Placed snipers on roofs", "left the town in small planes": what shoots and flies is no bomb that somebody lays. */
export const hasLaid = (line: Line, { weapons, hit }: FrameTokens): boolean =>
  [...weapons, ...hit].some((token) => {
    const entry = line.weapons.get(token)?.entry;
    return entry !== undefined && !entry.carrier && !SHOOTS.has(entry.implies);
  });
const SHOOTS: ReadonlySet<string> = new Set(['shooting', 'sniper_fire', 'killing', 'riot']);

/** "A sniper positioned on a roof shot two men": only says where somebody stands who does something else. */
export function isWhereDoerStands({ sentence }: Line, verb: number): boolean {
  const noun = relationOf(sentence, verb) === 'acl' ? headOf(sentence, verb) : null;
  return noun !== null && relationOf(sentence, noun) === 'nsubj';
}

/** "Monitors saw four howitzers", and not "saw a tank fire": heavy weapons that stand somewhere, in the words of those who watch. */
export function isSighted(line: Line, verb: number, isMonitor: (token: number) => boolean): boolean {
  const { sentence, weapons } = line;
  const passive = isPassive(sentence, verb);
  const seen = (passive ? subjectOf(sentence, verb) : objectOf(sentence, verb)) ?? -1;
  const seers = passive
    ? obliques(sentence, verb).flatMap((side) => (side.case === 'by' ? [side.head] : []))
    : [subjectOf(sentence, verb) ?? -1];
  const acts = dependents(sentence, verb).some((one) => CLAUSES.has(relationOf(sentence, one)));
  const id = weapons.get(seen)?.entry.id ?? '';
  const isHeavy = HEAVY.has(id) || (id === 'rocket' && LAUNCHES.has(sentence.tokens[seen]?.lemma ?? ''));
  return isHeavy && !acts && seers.some(isMonitor);
}
const CLAUSES: ReadonlySet<string> = new Set(['xcomp', 'ccomp']);
const HEAVY: ReadonlySet<string> = new Set(['tank', 'artillery', 'mortar', 'rocket-long-range', 'tactical-missile']);
const LAUNCHES: ReadonlySet<string> = new Set(['launcher', 'system', 'mlrs']);
