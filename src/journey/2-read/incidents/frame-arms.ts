/** The arms of a frame: what is fired, what a noun holds or counts, what a clause of using names. */
import { caseOf, conjuncts, dependents, headOf, objectOf, obliques, relationOf, subjectOf } from '../grammar/tree.ts';
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

/** "pounded the town with artillery, rockets and barrel bombs": the parser joins some of them to the town. */
export function joinedArms(line: Line, object: number | null, sides: readonly { readonly head: number }[]): number[] {
  if (line.weapons.size === 0) return [];
  const { sentence } = line;
  // "ambushed a bus with rockets and machine guns": tied to the bus.
  const tied = (object === null ? [] : dependents(sentence, object, 'nmod')).filter(
    (at) => caseOf(sentence, at) === 'with',
  );
  const arms = [...sides.map(({ head }) => head), ...tied].filter((at) => line.weapons.has(at));
  const joined = [...arms, ...(object === null ? [] : [object])].flatMap((at) => conjuncts(sentence, at));
  return [...tied, ...joined].filter((at) => isBareWeapon(line, at));
}

/** "was armed with a rifle when he opened fire", "carried a bomb and …": what the one who acts bears, told by a verb above or of his own. */
export function armsBorne(line: Line, verb: number): number[] {
  if (line.weapons.size === 0) return [];
  const { sentence, grammar } = line;
  const subject = subjectOf(sentence, verb);
  // "The gunman was armed with … when he opened fire."
  const isPronoun = subject !== null && sentence.tokens[subject]?.pos === 'PRON';
  const near = [headOf(sentence, verb) ?? -1, ...(subject === null ? [] : dependents(sentence, subject, 'acl'))];
  return near
    .filter((at) => grammar.bears.has(sentence.tokens[at]?.lemma ?? ''))
    .filter((at) => isPronoun || relationOf(sentence, at) === 'acl' || subjectOf(sentence, at) === subject)
    .flatMap((at) => [objectOf(sentence, at) ?? -1, ...obliques(sentence, at).map(({ head }) => head)])
    .flatMap((at) => [at, ...conjuncts(sentence, at)])
    .filter((at) => isBareWeapon(line, at));
}

/** "attacked forces on the outskirts of the town using mortars": the parser ties the clause to a noun between. */
export function weaponsTiedTo(line: Line, noun: number): number[] {
  const below = [noun, ...dependents(line.sentence, noun, 'nmod')];
  return below
    .flatMap((at) => dependents(line.sentence, at, 'acl'))
    .filter((clause) => line.grammar.uses.has(line.sentence.tokens[clause]?.lemma ?? ''))
    .flatMap((clause) => weaponsUsed(line, clause));
}
