/** Mentions that describe an actor by a role noun: "five children", "Russian jets", "members of the council". */

import type { RoleNoun } from '../../../knowledge/actor-words.ts';
import type { ActorOwner, ActorRole } from '../../../model/actor-name.ts';
import { ARMED_GROUPS } from '../../../model/armed-roles.ts';
import { type Draft, endOf, isAgentive, located, rangeOf, startOf } from './draft.ts';
import { holderOf, innerWording } from './inner-wording.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { complementOwners, ownersOf, withComplement } from './owners.ts';
import { genderOfNoun, isPlural, kindOf, nounAt, nounOfTitle } from './role-nouns.ts';
import { headOf, type Scene } from './scene.ts';
import type { Unit } from './units.ts';

export function describe(scene: Scene, phrase: NounPhrase, head: Unit): Draft | null {
  const noun =
    head.noun ??
    nounAt(scene, head.last, scene.units[phrase.from]?.first ?? 0) ??
    (head.title === null ? null : nounOfTitle(head.title));
  return noun === null || isMereForce(scene, phrase, head) ? null : described(scene, phrase, head, noun, 'description');
}

/** "met with force", "use of force": without a word before it nobody's troops. */
function isMereForce({ sentence: { tokens } }: Scene, phrase: NounPhrase, { last }: Unit): boolean {
  const token = tokens[last];
  return token?.lower === 'force' && token.tag === 'NN' && phrase.start === phrase.to;
}

/** "Russian Jets", "REBELS", "the Defence Ministry": a role noun written like a name. */
export function describeCapitalised(scene: Scene, phrase: NounPhrase, head: Unit): Draft | null {
  if (head.named.length > 0) return null;
  const noun = nounAt(scene, head.last, scene.units[phrase.from]?.first ?? 0);
  if (noun === null) return null;
  const isTitleOfPerson =
    scene.sentence.casing === 'mixed' &&
    noun.kind === 'people' &&
    phrase.from < phrase.to &&
    scene.sentence.tokens[head.last]?.tag !== 'NNPS' &&
    !isOwner(scene.units[phrase.to - 1]);
  if (isTitleOfPerson) return null;
  return described(
    scene,
    phrase,
    head,
    noun,
    scene.sentence.casing === 'mixed' && noun.kind === 'body' ? 'name' : 'description',
  );
}

const isOwner = (unit: Unit | undefined): boolean => (unit?.named.length ?? 0) > 0;

function described(
  scene: Scene,
  phrase: NounPhrase,
  head: Unit,
  own: RoleNoun,
  form: 'name' | 'description',
): Draft | null {
  const range = rangeOf(scene, phrase);
  const token = headOf(scene.sentence, range.coreFirst, head.last, head.last);
  const plural = isPlural(scene.sentence.tokens[head.last], own);
  const whole = withComplement(scene, phrase, range, { noun: own, plural });
  const noun = filledBy(own, whole.inner);
  const before = ownersOf(scene, phrase, phrase.to - 1, noun, plural);
  const [owner] = before.owners;
  const isMemberOfNamed =
    (whole.complement?.named.length ?? 0) > 0 || (noun.kind === 'people' && owner?.affiliation != null);
  const isKnown = isMemberOfNamed || (noun.kind === 'people' && isCounted(scene, range.first, head.last));
  if (noun.weak && !isKnown && !isAgentive(scene, token, range.first, whole.last)) return null;
  const owners = owner === undefined ? complementOwners(scene, whole, noun, plural) : before.owners;
  const held = owners[0];
  const kind = kindOf(noun, plural);
  return {
    ...located(scene, range.first, whole.last),
    text: scene.text.slice(startOf(scene, range.first), endOf(scene, whole.last)),
    head: token,
    form,
    kind,
    number: plural || noun.kind === 'group' ? 'plural' : 'singular',
    gender: genderOfNoun(noun),
    role: heldBy(scene, phrase, noun) ?? roleOf(scene, noun, held),
    // "Russian and Syrian jets": of several states, and of none alone.
    actor: owners.length > 1 ? null : (held?.actor ?? null),
    affiliation: owners.length > 1 ? null : (held?.affiliation ?? null),
    candidates: owners.length > 1 ? owners.flatMap((one) => one.actor ?? []) : held?.actor ? [held.actor] : [],
    owner: held ?? null,
    others: owners.slice(1),
    either: before.either,
    country: held?.country ?? null,
    title: null,
    office: false,
    inner: innerWording(scene, phrase, own, whole),
    name: form === 'name' ? scene.text.slice(startOf(scene, range.coreFirst), endOf(scene, whole.last)) : null,
    subset: noun.subset,
    object: noun.object,
    protected: noun.protected,
    metonym: false,
    doubt: null,
  };
}

/** "the two German observers": people who are counted are somebody, whatever the noun says of them. */
const isCounted = ({ sentence }: Scene, first: number, last: number): boolean =>
  sentence.tokens.slice(first, last).some(({ tag }) => tag === 'CD');

/** "a group of armed men", "members of the militia": an empty noun takes the role of what it is made of. */
function filledBy(noun: RoleNoun, inner: RoleNoun | null): RoleNoun {
  if (!noun.weak || inner === null || inner.weak) return noun;
  return { ...inner, kind: noun.kind === 'people' ? 'people' : 'group' };
}

/** "rebel artillery", "guerrilla forces", "opposition troops": arms and troops bear the role of those whose they are. */
function heldBy(scene: Scene, phrase: NounPhrase, noun: RoleNoun): ActorRole | null {
  if (noun.kind !== 'thing' && noun.role !== 'military') return null;
  // "fighter jets": the word is part of what they are called.
  const holder = noun.words.length > 1 ? null : holderOf(scene, phrase);
  if (holder !== null && ARMED_GROUPS.has(holder.role)) return holder.role;
  return holder?.branch === 'opposition' && noun.kind !== 'thing' ? 'non_state_armed_group' : null;
}

function roleOf(scene: Scene, noun: RoleNoun, owner: ActorOwner | undefined): ActorRole {
  const ownerRole = owner?.affiliation == null ? undefined : scene.register.actors.get(owner.affiliation)?.role;
  if (
    ownerRole !== undefined &&
    ARMED_GROUPS.has(ownerRole) &&
    (noun.role === 'military' || noun.role === 'unknown' || noun.role === 'state')
  )
    return ownerRole;
  // "Turkish drones": a state's arms are its military's, where a noun alone leaves open whose they are.
  if (
    noun.role === 'unknown' &&
    noun.branch !== null &&
    owner?.country != null &&
    ownerRole !== 'international_organisation'
  )
    return 'military';
  if (noun.role === 'unknown' && ownerRole === 'international_organisation') return ownerRole;
  if (noun.role === 'state' && ownerRole === 'international_organisation') return ownerRole;
  return noun.role;
}
