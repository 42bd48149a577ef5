/**
 * The wording of the same actor inside a phrase whose head only says what kind of body it is: "Northern Front" in "the Northern
 * Front movement", "armed men" in "a group of armed men". Two reports may word one actor either way.
 */
import type { RoleNoun } from '../../../knowledge/actor-words.ts';
import { endOf, startOf } from './draft.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { Whole } from './owners.ts';
import { nounAt } from './role-nouns.ts';
import type { Scene } from './scene.ts';
import type { Unit } from './units.ts';

/** Nouns for several people of whom the complement says who they are; "members of X" are not X. */
const COLLECTIVE = new Set(['group', 'band', 'gang', 'crowd', 'mob', 'contingent', 'team', 'couple', 'handful']);

/** Roles of bodies that have a name of their own; a government or an army is named by its state. */
const SELF_NAMED: ReadonlySet<RoleNoun['role']> = new Set([
  'political',
  'non_state_armed_group',
  'militia',
  'unknown',
  'activist',
  'media',
]);

/** Null where the phrase holds no other wording of its actor. */
export function innerWording(scene: Scene, phrase: NounPhrase, own: RoleNoun, whole: Whole): string | null {
  const word = own.words.at(-1) ?? '';
  if (whole.complement !== null && COLLECTIVE.has(word)) return complementText(scene, phrase, whole);
  if (own.kind === 'thing') return ownerWithin(scene, phrase);
  if (own.kind !== 'body' || !SELF_NAMED.has(own.role)) return null;
  return nameWithin(scene, phrase);
}

/** "Norwegian army bulldozers", "rebel artillery", "UN helicopters": what acts for those who stand before it. */
function ownerWithin(scene: Scene, phrase: NounPhrase): string | null {
  const from = scene.units[phrase.from]?.first;
  const before = unitBefore(scene, phrase);
  if (from === undefined || before === undefined) return null;
  const holder = holderOf(scene, phrase);
  const isSide = holder?.kind === 'body' || holder?.subset === 'combatants';
  const isNamed = before.named[0]?.as === 'name';
  return isSide || isNamed ? scene.text.slice(startOf(scene, from), endOf(scene, before.last)) : null;
}

const unitBefore = (scene: Scene, { from, to }: NounPhrase): Unit | undefined =>
  to > from ? scene.units[to - 1] : undefined;

/** Those who stand right before the last noun of a phrase: the rebels of "rebel artillery". */
export function holderOf(scene: Scene, phrase: NounPhrase): RoleNoun | null {
  const from = scene.units[phrase.from]?.first;
  const before = unitBefore(scene, phrase);
  return from === undefined || before === undefined ? null : nounAt(scene, before.last, from);
}

function complementText(scene: Scene, phrase: NounPhrase, { last }: Whole): string | null {
  let index = phrase.to + 2;
  while (scene.units[index]?.class === 'determiner') index++;
  const first = scene.units[index]?.first;
  return first === undefined || first > last ? null : scene.text.slice(startOf(scene, first), endOf(scene, last));
}

/** The run of names nearest before the head; adjectives of a state ("Syrian") name no body. */
function nameWithin(scene: Scene, phrase: NounPhrase): string | null {
  let last = -1;
  let first = -1;
  for (let index = phrase.to - 1; index >= phrase.from; index--) {
    const unit = scene.units[index];
    const isName = unit !== undefined && isBodyName(scene, unit);
    if (isName && last === -1) last = unit.last;
    if (isName) first = unit.first;
    else if (last !== -1) break;
  }
  return last === -1 ? null : scene.text.slice(startOf(scene, first), endOf(scene, last));
}

function isBodyName(scene: Scene, unit: Unit): boolean {
  const [known] = unit.named;
  if (known !== undefined) return known.as === 'name';
  const token = scene.sentence.tokens[unit.first];
  // Taggers take the first word of "Northern Front" for an adjective; a capital inside the sentence says that it is a name.
  return scene.sentence.casing === 'mixed' && token !== undefined && token.index > 0 && /^\p{Lu}/u.test(token.text);
}
