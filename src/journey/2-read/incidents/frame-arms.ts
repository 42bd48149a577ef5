/** The arms of a frame: what is fired, what a noun holds or counts, what a clause of using names. */
import { caseOf, conjuncts, dependents, objectOf } from '../grammar/tree.ts';
import type { Line } from './page.ts';

/** "fired mortars at the town": what is fired is no one who was hit, though mortars may elsewhere act for an army. */
export const isFired = (line: Line, token: number): boolean => line.weapons.get(token)?.entry.carrier === false;

/** "dropped canisters of chlorine", "fired dozens of rockets": the weapon is what the noun holds or counts. */
export function loadOf(line: Line, token: number): number | null {
  if (line.weapons.size === 0 || line.weapons.has(token) || line.actors.has(token) || line.objects.has(token))
    return null;
  const child = dependents(line.sentence, token, 'nmod').find(
    (each) => caseOf(line.sentence, each) === 'of' && isBareWeapon(line, each),
  );
  return child ?? null;
}

export function isBareWeapon(line: Line, token: number): boolean {
  const weapon = line.weapons.get(token);
  return weapon !== undefined && !weapon.entry.carrier && !line.actors.has(token);
}

/** "using guns and mortars". */
export function weaponsUsed(line: Line, clause: number): number[] {
  const object = objectOf(line.sentence, clause);
  return object === null
    ? []
    : [object, ...conjuncts(line.sentence, object)].filter((weapon) => line.weapons.has(weapon));
}

/** "attacked forces on the outskirts of the town using mortars": the parser ties the clause to a noun between. */
export function weaponsTiedTo(line: Line, noun: number): number[] {
  const below = [noun, ...dependents(line.sentence, noun, 'nmod')];
  return below
    .flatMap((at) => dependents(line.sentence, at, 'acl'))
    .filter((clause) => line.grammar.uses.has(line.sentence.tokens[clause]?.lemma ?? ''))
    .flatMap((clause) => weaponsUsed(line, clause));
}
