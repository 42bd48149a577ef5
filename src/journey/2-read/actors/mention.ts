/** Reads one noun phrase as a mention of an actor: a name, a description of people or forces, or a place that stands for its government. */

import type { RoleNoun, Title } from '../../../knowledge/actor-words.ts';
import type { NamedActor } from '../../../knowledge/actors.ts';
import type { ActorName, ActorOwner, ActorRole } from '../../../model/actor-name.ts';
import type { Token } from '../../../model/sentence.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { headOf, partOf, type Scene } from './scene.ts';
import { isGivenName, type Unit } from './units.ts';

/** A mention before the whole report has been seen. */
export interface Draft extends Omit<ActorName, 'id'> {
  /** Why it may yet turn out to be none: a lone capitalised word, an unproven run of them. */
  readonly doubt: 'lone-name' | 'name-run' | null;
}

/** Null when the phrase is not about an actor. */
export function mentionOf(scene: Scene, phrase: NounPhrase): Draft | null {
  const run = nameRunOf(scene, phrase);
  const head = scene.units[phrase.to];
  if (head === undefined) return null;
  if (run > phrase.to) return describe(scene, phrase, head);
  const single = run === phrase.to && head.named.length > 0;
  if (single && !isPersonTitled(scene, phrase, run)) return named(scene, phrase, head);
  return describeCapitalised(scene, phrase, head) ?? bodyNamed(scene, phrase, run) ?? personNamed(scene, phrase, run);
}

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
  return (
    token !== undefined &&
    (token.pos === 'PROPN' ||
      (scene.words.particles.has(token.lower) && unit.class !== 'determiner' && token.pos !== 'NOUN'))
  );
}

/** "Foreign Minister Amal Haddad" is a person although "Amal" is a movement. */
function isPersonTitled(scene: Scene, phrase: NounPhrase, run: number): boolean {
  const before = run > phrase.from ? scene.units[run - 1] : undefined;
  const entry = scene.units[run]?.named[0];
  return before?.title != null && entry?.as !== 'name';
}

// Descriptions ---------------------------------------------------------------------------------------------------------

function describe(scene: Scene, phrase: NounPhrase, head: Unit): Draft | null {
  const noun =
    head.noun ??
    nounAt(scene, head.last, scene.units[phrase.from]?.first ?? 0) ??
    (head.title === null ? null : nounOfTitle(head.title));
  return noun === null ? null : described(scene, phrase, head, noun, 'description');
}

/** "Russian Jets", "REBELS", "the Defence Ministry": a role noun written like a name. */
function describeCapitalised(scene: Scene, phrase: NounPhrase, head: Unit): Draft | null {
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

const nounOfTitle = (title: Title): RoleNoun => ({
  words: title.words,
  role: title.branch === 'military' ? 'military' : title.branch === 'police' ? 'police' : 'state',
  kind: 'people',
  subset: null,
  branch: title.branch,
  object: null,
  protected: false,
  weak: false,
});

/** The longest role noun that ends at a token and begins no earlier than `from`. */
export function nounAt(scene: Scene, at: number, from: number): RoleNoun | null {
  const { tokens } = scene.sentence;
  const token = tokens[at];
  if (token === undefined) return null;
  for (const form of formsOf(token)) {
    for (const noun of scene.words.nouns.get(form) ?? []) if (endsWith(tokens, at, from, noun.words)) return noun;
  }
  return null;
}

/** Names keep their plural in the lemma ("Jets"), so the bare stem is tried as well. */
function formsOf(token: Token): string[] {
  const forms = token.lemma === token.lower ? [token.lower] : [token.lower, token.lemma];
  if (token.lower.endsWith('s') && token.lower.length > 3) forms.push(token.lower.slice(0, -1));
  if (token.lower.endsWith('men')) forms.push(`${token.lower.slice(0, -2)}an`);
  if (token.lower.endsWith('ies')) forms.push(`${token.lower.slice(0, -3)}y`);
  return forms;
}

function endsWith(tokens: readonly Token[], at: number, from: number, words: readonly string[]): boolean {
  let position = at;
  for (let index = words.length - 2; index >= 0; index--) {
    position--;
    if (tokens[position]?.text === '-') position--;
    const token = tokens[position];
    if (token === undefined || position < from || (token.lower !== words[index] && token.lemma !== words[index]))
      return false;
  }
  return true;
}

function described(
  scene: Scene,
  phrase: NounPhrase,
  head: Unit,
  noun: RoleNoun,
  form: 'name' | 'description',
): Draft | null {
  const range = rangeOf(scene, phrase);
  const token = headOf(scene.sentence, range.coreFirst, head.last, head.last);
  const plural = isPlural(scene.sentence.tokens[head.last], noun);
  const { owners, either } = ownersOf(scene, phrase, phrase.to - 1, noun, plural);
  const [owner] = owners;
  const whole = withComplement(scene, phrase, range, noun);
  if (noun.weak && !isAgentive(scene, token, range.first, whole.last)) return null;
  const of = owner === undefined ? complementOwner(scene, whole, noun, plural) : undefined;
  const held = owner ?? of;
  const kind = kindOf(noun, plural);
  return {
    ...located(scene, range.first, whole.last),
    text: scene.text.slice(startOf(scene, range.first), endOf(scene, whole.last)),
    head: token,
    form,
    kind,
    number: plural || noun.kind === 'group' ? 'plural' : 'singular',
    gender: genderOfNoun(noun),
    role: roleOf(scene, noun, held),
    actor: held?.actor ?? null,
    affiliation: held?.affiliation ?? null,
    candidates: held?.actor ? [held.actor] : [],
    others: owners.slice(1),
    either,
    country: held?.country ?? null,
    title: null,
    name: form === 'name' ? scene.text.slice(startOf(scene, range.coreFirst), endOf(scene, whole.last)) : null,
    subset: noun.subset,
    object: noun.object,
    protected: noun.protected,
    metonym: false,
    doubt: null,
  };
}

const kindOf = (noun: RoleNoun, plural: boolean): ActorName['kind'] =>
  noun.kind === 'thing'
    ? 'object'
    : noun.kind === 'body'
      ? 'organisation'
      : noun.kind === 'group' || plural
        ? 'group_of_people'
        : 'person';

const genderOfNoun = (noun: RoleNoun): ActorName['gender'] => {
  const last = noun.words.at(-1) ?? '';
  if (noun.subset === 'women' || last.endsWith('woman') || last === 'girl' || last === 'queen' || last === 'princess')
    return 'female';
  return noun.subset === 'men' || last === 'boy' || last === 'king' || last === 'priest' || last === 'gentleman'
    ? 'male'
    : 'unknown';
};

/** The tag tells, or a surface that differs from the singular of the lexicon ("REBELS"). */
const isPlural = (token: Token | undefined, noun: RoleNoun): boolean =>
  token?.tag === 'NNS' || token?.tag === 'NNPS' || (token !== undefined && token.lower !== noun.words.at(-1));

function roleOf(scene: Scene, noun: RoleNoun, owner: ActorOwner | undefined): ActorRole {
  const ownerRole = owner?.affiliation == null ? undefined : scene.register.actors.get(owner.affiliation)?.role;
  const isArmedOwner = ownerRole === 'non_state_armed_group' || ownerRole === 'militia';
  if (isArmedOwner && (noun.role === 'military' || noun.role === 'unknown' || noun.role === 'state')) return ownerRole;
  if (noun.role === 'unknown' && ownerRole === 'international_organisation') return ownerRole;
  if (noun.role === 'state' && ownerRole === 'international_organisation') return ownerRole;
  return noun.role;
}

// Owners ---------------------------------------------------------------------------------------------------------------

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
function ownersOf(
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

/** Roles whose holders speak for their state when only its adjective is given ("US officials"). */
const isOfState = (noun: RoleNoun): boolean =>
  noun.role === 'state' || noun.role === 'military' || noun.role === 'police';

/** "members of the Taliban", "the government of Yemen": a complement widens the phrase and may own the head. */
function withComplement(
  scene: Scene,
  phrase: NounPhrase,
  range: Range,
  noun: RoleNoun | null,
): Range & { complement: Unit | null } {
  const { tokens } = scene.sentence;
  const plain = { ...range, complement: null };
  const isOpen = noun === null || noun.kind !== 'thing';
  if (!isOpen || phrase.isPossessor || tokens[range.last + 1]?.lower !== 'of') return plain;
  let index = phrase.to + 2;
  while (scene.units[index]?.class === 'determiner') index++;
  let to = -1;
  for (; index < scene.units.length; index++) {
    const kind = scene.units[index]?.class;
    if (kind === 'noun') to = index;
    else if (kind === 'modifier' ? to !== -1 : kind !== 'joint') break;
  }
  const unit = to === -1 ? undefined : scene.units[to];
  if (unit === undefined) return plain;
  return { ...range, last: unit.last, complement: unit };
}

function complementOwner(
  scene: Scene,
  whole: { complement: Unit | null },
  noun: RoleNoun,
  plural: boolean,
): ActorOwner | undefined {
  return whole.complement !== null && whole.complement.named.length > 0
    ? ownerOf(scene, whole.complement, noun, plural)
    : undefined;
}

// Names ----------------------------------------------------------------------------------------------------------------

function named(scene: Scene, phrase: NounPhrase, unit: Unit): Draft | null {
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
      affiliation: actor.id,
      country: actor.country,
    };
  const name = scene.text.slice(startOf(scene, unit.first), endOf(scene, unit.last));
  const form = entry.as === 'description' ? 'description' : 'name';
  return {
    ...base,
    form,
    kind: actor.kind,
    number: 'singular',
    role: actor.role,
    actor: actor.id,
    affiliation: actor.id,
    candidates,
    country: actor.country,
    name: form === 'name' ? name : null,
    metonym: isPlace,
  };
}

const nothing = {
  gender: 'unknown',
  actor: null,
  affiliation: null,
  candidates: [],
  others: [],
  either: false,
  country: null,
  title: null,
  name: null,
  subset: null,
  object: null,
  protected: false,
  metonym: false,
  doubt: null,
} as const;

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
        (!isSeat && nounAt(scene, unit.last, unit.first) !== null)
      );
    }
  }
  return false;
}

/** "the National Salvation Council", "Ministry of Health": the words say that it is a body. */
function bodyNamed(scene: Scene, phrase: NounPhrase, run: number): Draft | null {
  const { tokens } = scene.sentence;
  const first = scene.units[run]?.first ?? 0;
  const last = scene.units[phrase.to]?.last ?? first;
  const isBody =
    scene.words.bodies.has(tokens[last]?.lower ?? '') ||
    (scene.words.bodies.has(tokens[first]?.lower ?? '') && (first < last || tokens[last + 1]?.lower === 'of'));
  const isAcronym =
    first === last && scene.sentence.casing === 'mixed' && /^\p{Lu}[\p{Lu}\p{N}&.-]+$/u.test(tokens[last]?.text ?? '');
  if (!isBody && !isAcronym) return null;
  // A lone "University" or "Front" at the start of a sentence names nothing.
  if (isBody && first === last && tokens[last + 1]?.lower !== 'of') return null;
  const range = rangeOf(scene, phrase);
  const whole = isBody ? withComplement(scene, phrase, range, null) : { ...range, complement: null };
  const head = headOf(scene.sentence, range.coreFirst, last, last);
  const owner = ownersOf(scene, phrase, phrase.to, { ...bodyNoun }, false).owners[0];
  return {
    ...located(scene, range.first, whole.last),
    text: scene.text.slice(startOf(scene, range.first), endOf(scene, whole.last)),
    head,
    ...nothing,
    form: 'name',
    kind: 'organisation',
    number: 'singular',
    role: 'unknown',
    affiliation: owner?.affiliation ?? null,
    country: owner?.country ?? null,
    name: scene.text.slice(startOf(scene, first), endOf(scene, whole.last)),
  };
}

const bodyNoun: RoleNoun = {
  words: [],
  role: 'unknown',
  kind: 'body',
  subset: null,
  branch: null,
  object: null,
  protected: false,
  weak: true,
};

function personNamed(scene: Scene, phrase: NounPhrase, run: number): Draft | null {
  const { tokens } = scene.sentence;
  let from = run;
  while (from < phrase.to && (scene.units[from]?.named.length ?? 0) > 0) from++;
  const firstUnit = scene.units[from];
  const last = scene.units[phrase.to]?.last ?? 0;
  if (firstUnit === undefined) return null;
  const first = firstUnit.first;
  const title = titleBefore(scene, phrase, from);
  const given = tokens[first]?.lower ?? '';
  const isKnown = isGivenName(given, scene.words);
  const length = last - first + 1;
  const doubt = title !== null || (isKnown && length > 1) ? null : length === 1 ? 'lone-name' : 'name-run';
  const range = rangeOf(scene, phrase);
  const noun = title?.noun ?? personNoun;
  const owner =
    title === null ? undefined : ownersOf(scene, phrase, from - 1, { ...noun, kind: 'people' }, false).owners[0];
  const female = scene.words.femaleNames.has(given);
  const male = scene.words.maleNames.has(given);
  // A lone name is a surname; it may be someone else's given name.
  const isMute = length === 1 || female === male;
  const gender =
    title !== null && title.gender !== 'unknown' ? title.gender : isMute ? 'unknown' : female ? 'female' : 'male';
  return {
    ...located(scene, range.first, last),
    text: scene.text.slice(startOf(scene, range.first), endOf(scene, last)),
    head: headOf(scene.sentence, range.coreFirst, last, last),
    ...nothing,
    form: 'name',
    kind: 'person',
    number: 'singular',
    gender,
    role: 'person',
    affiliation: owner?.affiliation ?? null,
    country: owner?.country ?? null,
    title: title === null ? null : scene.text.slice(startOf(scene, title.first), endOf(scene, title.last)),
    name: scene.text.slice(startOf(scene, first), endOf(scene, last)),
    protected: title?.noun.protected ?? false,
    subset: title?.noun.subset ?? null,
    doubt,
  };
}

const personNoun: RoleNoun = {
  words: [],
  role: 'person',
  kind: 'people',
  subset: null,
  branch: null,
  object: null,
  protected: false,
  weak: false,
};

interface TitleBefore {
  readonly first: number;
  readonly last: number;
  readonly gender: ActorName['gender'];
  readonly noun: RoleNoun;
}

/** "US Secretary of State", "rebel commander", "Col.": the office or trade between the start of the phrase and the name. */
function titleBefore(scene: Scene, phrase: NounPhrase, run: number): TitleBefore | null {
  const unit = run > phrase.from ? scene.units[run - 1] : undefined;
  if (unit === undefined) return null;
  const first = scene.units[phrase.from]?.first ?? unit.first;
  if (unit.title !== null) {
    const noun = unit.title.branch === null ? personNoun : nounOfTitle(unit.title);
    return { first, last: unit.last, gender: unit.title.gender, noun: { ...noun, subset: null } };
  }
  const noun = unit.noun ?? nounAt(scene, unit.last, first);
  return noun === null || noun.kind !== 'people' ? null : { first, last: unit.last, gender: genderOfNoun(noun), noun };
}

// Places in the sentence -----------------------------------------------------------------------------------------------

interface Range {
  /** First token, determiner and possessor included. */
  readonly first: number;
  /** First token of modifiers and head. */
  readonly coreFirst: number;
  readonly last: number;
}

function rangeOf(scene: Scene, phrase: NounPhrase): Range {
  const coreFirst = scene.units[phrase.from]?.first ?? 0;
  return {
    first: scene.units[phrase.start]?.first ?? coreFirst,
    coreFirst,
    last: scene.units[phrase.to]?.last ?? coreFirst,
  };
}

const startOf = (scene: Scene, token: number): number => scene.sentence.tokens[token]?.start ?? scene.sentence.start;

const endOf = (scene: Scene, token: number): number => scene.sentence.tokens[token]?.end ?? scene.sentence.end;

const located = (
  scene: Scene,
  firstToken: number,
  lastToken: number,
): Pick<ActorName, 'start' | 'end' | 'sentence' | 'firstToken' | 'lastToken'> => ({
  start: startOf(scene, firstToken),
  end: endOf(scene, lastToken),
  sentence: scene.sentence.index,
  firstToken,
  lastToken,
});

function isAgentive(scene: Scene, head: number, first: number, last: number): boolean {
  const part = partOf(scene.sentence, head, first, last);
  return part === 'agent' || part === 'heading';
}
