/** Who did it, named right before the word for an act: "an army raid", "police firing", "the Northern Front attack". */
import type { RoleNoun } from '../../../knowledge/actor-words.ts';
import { ARMED, ARMED_GROUPS } from '../../../model/armed-roles.ts';
import type { Draft } from './draft.ts';
import { mentionOf } from './mention.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { nounAt } from './role-nouns.ts';
import type { Scene } from './scene.ts';

/** Those who use force; whoever else stands before an attack more often suffers it ("the market attack"). */

/** Words for how it was done that are no weapon: "an army air strike", "a Taliban suicide attack". */
const MEANS: ReadonlySet<string> = new Set(['air', 'suicide', 'bomb', 'missile', 'ground', 'gun']);

function isMeans(scene: Scene, index: number, first: number): boolean {
  const last = scene.units[index]?.last ?? first;
  return MEANS.has(scene.sentence.tokens[last]?.lemma ?? '') || nounAt(scene, last, first)?.kind === 'thing';
}

/** Null where the phrase names no act, or nobody stands before it; a weapon may stand between ("rebel mortar fire"). */
export function doerBefore(scene: Scene, phrase: NounPhrase): Draft | null {
  const head = scene.units[phrase.to];
  if (head === undefined || phrase.to === phrase.from) return null;
  if (!scene.words.acts.has(scene.sentence.tokens[head.last]?.lemma ?? '')) return null;
  const first = scene.units[phrase.from]?.first ?? head.first;
  let to = phrase.to - 1;
  while (to > phrase.from && isMeans(scene, to, first)) to--;
  const before = scene.units[to];
  const noun = before === undefined ? null : nounAt(scene, before.last, first);
  // "insurgent rockets": the tagger makes an adjective of it.
  if (before?.class !== 'noun' && !(before?.class === 'modifier' && isIrregular(noun))) return null;
  const isDoer =
    before.named[0]?.as === 'name' ||
    (noun !== null &&
      noun.kind !== 'thing' &&
      (ARMED.has(noun.role) || scene.words.rulers.has(noun.words.at(-1) ?? '')));
  const from = noun === null ? phrase.from : qualifierOf(scene, phrase.from, to);
  const doer = isDoer ? mentionOf(scene, { ...phrase, from, to, start: from, isPossessor: false }) : null;
  // "a rebel attack" is that of several.
  return doer?.kind === 'person' && doer.form === 'description'
    ? { ...doer, kind: 'group_of_people', number: 'plural' }
    : doer;
}

/** No officer: "a major offensive", "a general strike". */
const isIrregular = (noun: RoleNoun | null): boolean => noun?.kind === 'people' && ARMED_GROUPS.has(noun.role);

/** "a fierce guerrilla attack": what the attack was like says nothing of who did it; whose they are does ("a Malian army raid"). */
function qualifierOf(scene: Scene, from: number, to: number): number {
  let first = to;
  for (let index = to - 1; index >= from; index--) {
    const unit = scene.units[index];
    if (unit === undefined || (unit.class === 'modifier' && unit.named.length === 0)) break;
    first = index;
    if (unit.class === 'modifier') break;
  }
  return first;
}
