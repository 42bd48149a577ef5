/** Mentions by a name of the register; a country or a seat of government counts only where it acts as a government. */
import type { NamedActor } from '../../../knowledge/actors.ts';
import { type Draft, endOf, located, nothing, type Range, rangeOf, startOf } from './draft.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { nounAt } from './role-nouns.ts';
import { headOf, partOf, type Scene } from './scene.ts';
import type { Unit } from './units.ts';

export function named(scene: Scene, phrase: NounPhrase, unit: Unit): Draft | null {
  const entry = unit.named[0];
  const actor = entry === undefined ? undefined : scene.register.actors.get(entry.id);
  if (entry === undefined || actor === undefined) return null;
  const range = rangeOf(scene, phrase);
  const head = headOf(scene.sentence, unit.first, unit.last, unit.last);
  const isPlace = entry.as === 'country' || entry.as === 'seat';
  if (isPlace && !standsForGovernment(scene, phrase, entry, head, range)) return null;
  const base = {
    ...located(scene, range.first, unit.last),
    text: scene.text.slice(startOf(scene, range.first), endOf(scene, unit.last)),
    head,
    ...nothing,
  };
  const candidates = [
    ...new Set(unit.named.filter((other) => (other.as === 'name') === (entry.as === 'name')).map((other) => other.id)),
  ];
  if (entry.as === 'people')
    return {
      ...base,
      form: 'description',
      kind: 'group_of_people',
      number: 'plural',
      role: 'unknown',
      // "two Israelis": some people of a country, and not its government.
      affiliation: scene.sentence.tokens[unit.first - 1]?.pos === 'NUM' ? null : actor.id,
      country: actor.country,
    };
  const name = scene.text.slice(startOf(scene, unit.first), endOf(scene, unit.last));
  return {
    ...base,
    form: 'name',
    kind: actor.kind,
    number: 'singular',
    role: actor.role,
    actor: actor.id,
    affiliation: actor.id,
    candidates,
    country: actor.country,
    name,
    metonym: isPlace,
  };
}

const LOCATIVE = new Set(
  'in at near across around throughout inside outside into toward towards via through over within off onto from of for between beyond northern southern eastern western central'.split(
    ' ',
  ),
);

/** Places act where a government would: as agent, as the one spoken to, with or against another. */
function standsForGovernment(scene: Scene, phrase: NounPhrase, entry: NamedActor, head: number, range: Range): boolean {
  const { tokens } = scene.sentence;
  const part = partOf(scene.sentence, head, range.first, scene.units[phrase.to]?.last ?? head);
  const before = tokens[range.first - 1]?.lower ?? '';
  if (part === 'agent' || part === 'recipient' || part === 'heading') return true;
  if (phrase.isPossessor) return possesses(scene, phrase, entry.as === 'seat');
  if (LOCATIVE.has(before)) return false;
  return (
    part === 'object' ||
    (entry.as === 'country' &&
      scene.sentence.tree === null &&
      before === 'to' &&
      tokens[range.first - 2]?.lower === 'according')
  );
}

const ATTITUDES = new Set(
  'patience policy position demand request decision support role response proposal interest involvement intervention claim stance offer accusation denial ally army force troop government refusal willingness commitment intention aim plan warning veto backing strategy invasion aggression leader president'.split(
    ' ',
  ),
);

function possesses(scene: Scene, phrase: NounPhrase, isSeat: boolean): boolean {
  for (let index = phrase.to + 2; index < scene.units.length; index++) {
    const unit = scene.units[index];
    if (unit === undefined || (unit.class !== 'modifier' && unit.class !== 'noun')) return false;
    if (unit.class === 'noun' && scene.units[index + 1]?.class !== 'noun') {
      return (
        ATTITUDES.has(scene.sentence.tokens[unit.last]?.lemma ?? '') ||
        isOwnAct(scene, index) ||
        (!isSeat && nounAt(scene, unit.last, unit.first) !== null)
      );
    }
  }
  return false;
}

/** Acts that only those who do them have; "Norway's massacre" may be one that Norway suffered. */
const DONE_BY_OWNER: ReadonlySet<string> = new Set(
  'airstrike shelling bombardment offensive incursion blockade raid advance withdrawal'.split(' '),
);
/** "Norway's massacre on the island": what stands behind "on" is where. */
const ANYWHERE: ReadonlySet<string> = new Set(['massacre', 'killing', 'execution', 'violence']);
const AT_ANOTHER: ReadonlySet<string> = new Set(['on', 'against', 'of']);

/** "Norway's air strikes", "Norway's attack on the port", "Norway's bombing in Chad": the state did it. */
function isOwnAct({ sentence: { tokens }, words, units }: Scene, index: number): boolean {
  const last = units[index]?.last ?? -1;
  const lemma = tokens[last]?.lemma ?? '';
  if (!words.acts.has(lemma)) return false;
  if (DONE_BY_OWNER.has(lemma) || (lemma === 'strike' && tokens[last - 1]?.lower === 'air')) return true;
  const next = tokens[last + 1]?.lower ?? '';
  if (ANYWHERE.has(lemma)) return next === 'of';
  return AT_ANOTHER.has(next) || (next === 'in' && units[index + 2]?.named.some(({ as }) => as === 'country') === true);
}
