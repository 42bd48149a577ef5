/** Reads one noun phrase as a mention of an actor: a name, a description of people or forces, or a place that stands for its government. */

import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { Token } from '../../../model/sentence.ts';
import { describe, describeCapitalised } from './descriptions.ts';
import type { Draft } from './draft.ts';
import { bodyNamed, personNamed } from './new-names.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { named } from './register-mentions.ts';
import type { Scene } from './scene.ts';
import { isGivenName, type Unit } from './units.ts';

/** Null when the phrase is not about an actor. */
export function mentionOf(scene: Scene, phrase: NounPhrase): Draft | null {
  const run = nameRunOf(scene, phrase);
  const head = scene.units[phrase.to];
  if (head === undefined) return null;
  if (run > phrase.to) return describe(scene, phrase, head);
  const single = run === phrase.to && head.named.length > 0;
  if (single && !isPersonTitled(scene, phrase, run)) return named(scene, phrase, head);
  if (run === phrase.to && isArms(scene, head)) return null;
  return describeCapitalised(scene, phrase, head) ?? bodyNamed(scene, phrase, run) ?? personNamed(scene, phrase, run);
}

/** "IED", "RPGs", "Shell hits house": arms, though written as bodies and people are, or with the capital of a first word. */
function isArms({ sentence: { tokens } }: Scene, { first, last }: Unit): boolean {
  const token = first === last ? tokens[first] : undefined;
  if (token === undefined || (token.hints & WORD_HINT.weapon) === 0) return false;
  return (first === 0 && FIRED.has(token.lower)) || /^\p{Lu}{2,}s?$/u.test(token.text);
}

const FIRED: ReadonlySet<string> = new Set(
  'shell shells rocket rockets missile missiles mortar mortars bomb bombs grad grads grenade grenades mine mines'.split(
    ' ',
  ),
);

/** Index of the first unit of the run of names that ends the phrase; beyond its end when it ends in a common noun. */
function nameRunOf(scene: Scene, phrase: NounPhrase): number {
  let from = phrase.to + 1;
  for (let index = phrase.to; index >= phrase.from; index--) {
    const unit = scene.units[index];
    if (
      unit === undefined ||
      unit.title !== null ||
      unit.noun !== null ||
      !(isNameUnit(scene, unit) || isJoint(scene, unit, index, phrase))
    )
      break;
    if (unit.class !== 'joint') from = index;
  }
  return from;
}

const isJoint = (scene: Scene, unit: Unit, index: number, phrase: NounPhrase): boolean =>
  unit.class === 'joint' && index < phrase.to && index > phrase.from && scene.units[index - 1] !== undefined;

function isNameUnit(scene: Scene, unit: Unit): boolean {
  if (unit.named.length > 0) return unit.class === 'noun';
  const token = scene.sentence.tokens[unit.first];
  if (token === undefined) return false;
  return token.pos === 'PROPN' || isParticle(scene, unit, token) || isMistakenGivenName(scene, token);
}

const isParticle = (scene: Scene, unit: Unit, token: Token): boolean =>
  scene.words.particles.has(token.lower) && unit.class !== 'determiner' && token.pos !== 'NOUN';

/** "Ana Mora": a given name that the tagger takes for a noun, before the rest of the name. */
const isMistakenGivenName = (scene: Scene, token: Token): boolean =>
  token.pos === 'NOUN' &&
  /^\p{Lu}/u.test(token.text) &&
  isGivenName(token.lower, scene.words) &&
  scene.sentence.tokens[token.index + 1]?.pos === 'PROPN';

/** "Foreign Minister Amal Haddad" is a person although "Amal" is a movement. */
function isPersonTitled(scene: Scene, phrase: NounPhrase, run: number): boolean {
  const before = run > phrase.from ? scene.units[run - 1] : undefined;
  const entry = scene.units[run]?.named[0];
  return before?.title != null && entry?.as !== 'name';
}
