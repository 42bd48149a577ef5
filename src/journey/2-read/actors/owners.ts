/** Who a described actor belongs to: the nationality or organisation named before the noun, its possessor or its "of". */

import type { RoleNoun } from '../../../knowledge/actor-words.ts';
import type { ActorOwner } from '../../../model/actor-name.ts';
import { ARMED_GROUPS } from '../../../model/armed-roles.ts';
import { endOf, type Range, startOf } from './draft.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { nounAt } from './role-nouns.ts';
import type { Scene } from './scene.ts';
import type { Unit } from './units.ts';

const BOUND = new Set([
  'backed',
  'led',
  'allied',
  'supported',
  'controlled',
  'held',
  'based',
  'born',
  'funded',
  'trained',
  'linked',
  'affiliated',
  'aligned',
  'occupied',
  'run',
  'made',
  'armed',
  'style',
  'inspired',
  'leaning',
  'dominated',
  'sponsored',
  'speaking',
  'bound',
]);
const COUNTER = new Set(['pro', 'anti', 'non', 'ex', 'former', 'post', 'counter']);

/** The actors named before the head, nearest first; what "pro-" or "-backed" binds is no owner. */
export function ownersOf(
  scene: Scene,
  phrase: NounPhrase,
  to: number,
  noun: RoleNoun,
  plural: boolean,
): { owners: ActorOwner[]; either: boolean } {
  const owners: ActorOwner[] = [];
  let either = false;
  for (let index = to; index >= phrase.from; index--) {
    const unit = scene.units[index];
    if (unit === undefined || unit.named.length === 0 || isBound(scene, unit)) continue;
    const joined = owners.length > 0 ? scene.units[index + 1]?.conjunction : null;
    if (owners.length > 0 && joined == null) break;
    if (joined === 'or') either = true;
    owners.push(ownerOf(scene, unit, noun, plural));
  }
  const possessor = phrase.possessor === null ? undefined : scene.units[phrase.possessor.to];
  if (owners.length === 0 && possessor !== undefined && possessor.named.length > 0)
    owners.push(ownerOf(scene, possessor, noun, plural));
  return { owners, either };
}

function isBound(scene: Scene, unit: Unit): boolean {
  const { tokens } = scene.sentence;
  const before = tokens[unit.first - 1];
  const after = tokens[unit.last + 1];
  if (after?.text === '-' && BOUND.has(tokens[unit.last + 2]?.lower ?? '')) return true;
  if (before?.text === '-' && COUNTER.has(tokens[unit.first - 2]?.lower ?? '')) return true;
  return (
    after !== undefined &&
    BOUND.has(after.lower) &&
    after.pos !== 'NOUN' &&
    (tokens[unit.last + 2]?.pos === 'NOUN' || tokens[unit.last + 2]?.pos === 'PROPN')
  );
}

function ownerOf(scene: Scene, unit: Unit, noun: RoleNoun, plural: boolean): ActorOwner {
  const entry = unit.named[0];
  const span = { start: startOf(scene, unit.first), end: endOf(scene, unit.last) };
  const actor = entry === undefined ? undefined : scene.register.actors.get(entry.id);
  if (entry === undefined || actor === undefined) return { ...span, actor: null, affiliation: null, country: null };
  const alone = noun.kind === 'people' && !plural;
  if (entry.as === 'name' || entry.as === 'description') {
    const acts = noun.kind !== 'people' || noun.subset === 'combatants';
    return {
      ...span,
      actor: acts && !alone && !noun.weak ? actor.id : null,
      affiliation: actor.id,
      country: actor.country,
    };
  }
  const branch = `${actor.country?.toLowerCase()}.${noun.branch}`;
  const isBranch = noun.branch !== null && scene.register.actors.has(branch);
  const affiliation = isBranch ? branch : isOfState(noun) ? actor.id : null;
  return { ...span, actor: isBranch && !alone ? branch : null, affiliation, country: actor.country };
}

/** Roles whose holders speak for their state when only its adjective is given ("US officials"), and arms of one of its branches. */
const isOfState = (noun: RoleNoun): boolean =>
  noun.role === 'state' || noun.role === 'military' || noun.role === 'police' || noun.branch !== null;

/** "members of the Taliban", "the government of Yemen": a complement widens the phrase and may own the head. */
export interface Whole extends Range {
  readonly complement: Unit | null;
  /** Those named beside it: "presidents of Zambia and Malawi". */
  readonly joined: readonly Unit[];
  /** The role noun that ends the complement: "a group of armed men". */
  readonly inner: RoleNoun | null;
}

const ACCUSES: ReadonlySet<string> = new Set(['accuse', 'convict', 'acquit', 'suspect', 'clear']);

/** "accused the cells of his murder", "of the attack": what stands behind "of" is what they are accused of, and not who they are. */
function isAccused({ sentence: { tokens }, words }: Scene, { first, last }: Range): boolean {
  if (!ACCUSES.has(tokens[first - 1]?.lemma ?? '')) return false;
  return tokens[last + 2]?.tag === 'PRP$' || words.acts.has(tokens[last + 3]?.lemma ?? '');
}

const SPEAKS_FOR: ReadonlySet<RoleNoun['role']> = new Set(['state', 'political']);

const isArmedGroup = ({ register }: Scene, id: string): boolean =>
  ARMED_GROUPS.has(register.actors.get(id)?.role ?? 'unknown');

export function withComplement(
  scene: Scene,
  phrase: NounPhrase,
  range: Range,
  { noun, plural }: { noun: RoleNoun | null; plural: boolean },
): Whole {
  const { tokens } = scene.sentence;
  const plain = { ...range, complement: null, joined: [], inner: null };
  const isOpen = noun === null || noun.kind !== 'thing';
  const mark = tokens[range.last + 1]?.lower;
  // "officials from Norway", "a delegation from the council": of those whom they speak for; troops may be withdrawn from there.
  const isFrom = mark === 'from' && noun !== null && (SPEAKS_FOR.has(noun.role) || noun.subset === 'combatants');
  if (mark === 'of' && isAccused(scene, range)) return plain;
  if (!isOpen || phrase.isPossessor || !(mark === 'of' || isFrom)) return plain;
  let index = phrase.to + 2;
  while (scene.units[index]?.class === 'determiner') index++;
  const from = index;
  let to = -1;
  for (; index < scene.units.length; index++) {
    const kind = scene.units[index]?.class;
    if (kind === 'noun') to = index;
    else if (kind === 'modifier' ? to !== -1 : kind !== 'joint' && !(to === -1 && isAdverb(scene, index))) break;
  }
  const unit = to === -1 ? undefined : scene.units[to];
  if (unit === undefined || (isFrom && unit.named.length === 0)) return plain;
  // "fighters from the Janjaweed", but where troops come from is a place.
  if (isFrom && !SPEAKS_FOR.has(noun.role) && !unit.named.some((entry) => isArmedGroup(scene, entry.id))) return plain;
  const joined = plural && unit.named.length > 0 ? namedBeside(scene, to) : [];
  return {
    ...range,
    last: joined.at(-1)?.last ?? unit.last,
    complement: unit,
    joined,
    inner: unit.named.length > 0 ? null : nounAt(scene, unit.last, scene.units[from]?.first ?? unit.first),
  };
}

/** "of Norway, Sweden and the Faroes": names that stand for nothing but themselves, up to the last behind "and". */
function namedBeside({ units, sentence }: Scene, complement: number): Unit[] {
  const found: Unit[] = [];
  let isJoined = false;
  for (let at = complement + 1; !isJoined; at++) {
    const mark = units[at];
    isJoined = mark?.conjunction === 'and';
    if (!isJoined && sentence.tokens[mark?.first ?? -1]?.text !== ',') return [];
    if (units[at + 1]?.conjunction === 'and') at++;
    isJoined ||= units[at]?.conjunction === 'and';
    if (units[at + 1]?.class === 'determiner') at++;
    const unit = units[at + 1];
    const next = units[at + 2]?.class;
    if (unit?.class !== 'noun' || unit.named.length === 0 || next === 'possessive' || next === 'noun') return [];
    found.push(unit);
    at++;
  }
  return found;
}

const isAdverb = (scene: Scene, index: number): boolean =>
  scene.sentence.tokens[scene.units[index]?.first ?? -1]?.pos === 'ADV';

/** Whom the complement names, in order. */
export const complementOwners = (
  scene: Scene,
  { complement, joined }: Pick<Whole, 'complement' | 'joined'>,
  noun: RoleNoun,
  plural: boolean,
): ActorOwner[] =>
  complement === null || complement.named.length === 0
    ? []
    : [complement, ...joined].map((unit) => ownerOf(scene, unit, noun, plural));
