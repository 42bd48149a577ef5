/**
 * Which mentions stand for the same actor: names with names, descriptions and pronouns with the nearest mention that fits.
 * Each mention looks back over a bounded number of others, so the time is linear in the length of the report.
 */

import { foldName } from '../../../knowledge/actors.ts';
import type { ActorChains, ActorName } from '../../../model/actor-name.ts';
import { ARMED_GROUPS } from '../../../model/armed-roles.ts';
import type { ParsedText } from '../../../model/sentence.ts';
import { initialsOf } from './actors.ts';
import { forPronoun, genderFits, type HarmVerbs, WINDOW_MENTIONS } from './link-pronouns.ts';
import { areSurnamesOf, givenOf, surnameOf, surnamesIn } from './person-names.ts';

const DESCRIPTION_SENTENCES = 12;

export function linkMentions(parsed: ParsedText, actors: readonly ActorName[], harmVerbs: HarmVerbs): ActorChains {
  const chains = new Chains(actors);
  const linker: Linker = {
    parsed,
    actors,
    harmVerbs,
    chains,
    byHead: byHeadToken(actors),
    persons: new Map(),
    bodies: new Map(),
  };
  for (const mention of actors) link(linker, mention);
  return chains.finish();
}

interface Linker {
  readonly parsed: ParsedText;
  readonly actors: readonly ActorName[];
  readonly harmVerbs: HarmVerbs;
  readonly chains: Chains;
  /** By `keyOf` its head. */
  readonly byHead: ReadonlyMap<number, ActorName>;
  /** By surname, the latest bearer last. */
  readonly persons: Map<string, ActorName[]>;
  /** By actor id or folded name. */
  readonly bodies: Map<string, ActorName>;
}

/** Joined mentions; the root of a chain is its earliest mention. */
class Chains {
  private readonly root: number[];
  /** By root: what the mentions joined so far say. */
  private readonly genders: ActorName['gender'][];
  private readonly actors: readonly ActorName[];

  constructor(actors: readonly ActorName[]) {
    this.actors = actors;
    this.root = actors.map((mention) => mention.id);
    this.genders = actors.map(({ gender }) => gender);
  }

  /** Of the mention, or of those it is joined to ("Omar Haddad … Haddad … She"). */
  genderOf(id: number): ActorName['gender'] {
    return this.genders[this.find(id)] ?? 'unknown';
  }

  find(id: number): number {
    let root = id;
    while ((this.root[root] ?? root) !== root) root = this.root[root] ?? root;
    this.root[id] = root;
    return root;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    const [first, later] = [Math.min(x, y), Math.max(x, y)];
    this.root[later] = first;
    if (this.genders[first] === 'unknown') this.genders[first] = this.genders[later] ?? 'unknown';
  }

  finish(): ActorChains {
    /** By root; empty where an id is no root. */
    const groups = this.actors.map((): number[] => []);
    for (const { id } of this.actors) groups[this.find(id)]?.push(id);
    const best = groups.map((members) => (members.length > 1 ? bestOf(this.actors, members) : (members[0] ?? -1)));
    return {
      representative: this.actors.map(({ id }) => best[this.find(id)] ?? id),
      members: this.actors.map(({ id }) => groups[this.find(id)] ?? [id]),
    };
  }
}

const FORM_RANK = { name: 0, description: 1, pronoun: 2 } as const;

/** A name before a description before a pronoun; the fullest name; otherwise the earliest. */
function bestOf(actors: readonly ActorName[], members: readonly number[]): number {
  const ranked = members.map((id) => actors[id]).filter((mention) => mention !== undefined);
  const weight = (mention: ActorName): number => (mention.metonym ? 0.5 : 0) + FORM_RANK[mention.form];
  ranked.sort((a, b) => weight(a) - weight(b) || (b.name?.length ?? 0) - (a.name?.length ?? 0) || a.id - b.id);
  return ranked[0]?.id ?? members[0] ?? 0;
}

/** One number for a token of the report: no sentence has so many. */
const keyOf = (sentence: number, token: number): number => sentence * 2 ** 20 + token;

const byHeadToken = (actors: readonly ActorName[]): Map<number, ActorName> =>
  new Map(actors.map((mention) => [keyOf(mention.sentence, mention.head), mention]));

function link(linker: Linker, mention: ActorName): void {
  const earlier = antecedentOf(linker, mention);
  if (earlier !== null) linker.chains.join(mention.id, earlier.id);
  remember(linker, mention);
}

function antecedentOf(linker: Linker, mention: ActorName): ActorName | null {
  if (mention.form === 'pronoun')
    return forPronoun({ ...linker, genderOf: (id) => linker.chains.genderOf(id) }, mention);
  if (mention.kind === 'person' && mention.name !== null)
    return forPerson(linker, mention) ?? byApposition(linker, mention);
  if (mention.form === 'name' || mention.actor !== null)
    return forBody(linker, mention) ?? byApposition(linker, mention);
  return byApposition(linker, mention) ?? forDescription(linker, mention);
}

function remember(linker: Linker, mention: ActorName): void {
  if (mention.kind === 'person' && mention.name !== null) {
    for (const surname of surnamesIn(mention.name)) {
      const bearers = linker.persons.get(surname);
      if (bearers === undefined) linker.persons.set(surname, [mention]);
      else {
        bearers.push(mention);
        if (bearers.length > 8) bearers.shift();
      }
    }
  }
  const key = bodyKey(mention);
  if (key !== null) linker.bodies.set(key, mention);
}

/** The latest bearer of the surname whose given name and gender do not contradict. */
function forPerson(linker: Linker, mention: ActorName): ActorName | null {
  const given = givenOf(mention.name ?? '');
  const bearers = linker.persons.get(surnameOf(mention.name ?? '')) ?? bearersOfPart(linker, mention.name ?? '', given);
  const fits = (other: ActorName): boolean => {
    const root = linker.actors[linker.chains.find(other.id)] ?? other;
    const otherGiven = givenOf(other.name ?? '') ?? givenOf(root.name ?? '');
    return (
      (given === null ||
        otherGiven === null ||
        given.startsWith(otherGiven) ||
        otherGiven.startsWith(given) ||
        areSurnamesOf(mention.name, other.name) ||
        areSurnamesOf(mention.name, root.name)) &&
      genderFits(mention, root)
    );
  };
  return bearers.findLast(fits) ?? null;
}

/** "Carlos Valencia … Carlos Valencia Garcia": who was named before by the same given name and the first of two surnames. */
function bearersOfPart({ persons }: Linker, name: string, given: string | null): readonly ActorName[] {
  if (given === null) return [];
  return surnamesIn(name).flatMap((surname) =>
    (persons.get(surname) ?? []).filter((other) => givenOf(other.name ?? '') === given),
  );
}

/** Forces and organisations with one id are one actor; groups of people of one force may be different people. */
function bodyKey(mention: ActorName): string | null {
  if (mention.kind === 'group_of_people' || mention.kind === 'person' || mention.form === 'pronoun') return null;
  if (mention.actor !== null) return mention.actor;
  return mention.form === 'name' && mention.name !== null ? `name:${foldName(mention.name)}` : null;
}

function forBody(linker: Linker, mention: ActorName): ActorName | null {
  const key = bodyKey(mention);
  if (key === null) return null;
  const known = linker.bodies.get(key);
  if (known !== undefined) return known;
  return acronymOf(linker, mention);
}

/** "Popular Defence Front (PDF)", and later "PDF" alone: initials of a name given before. */
function acronymOf(linker: Linker, mention: ActorName): ActorName | null {
  const acronym = mention.name ?? '';
  if (mention.actor !== null || !/^\p{Lu}{2,8}$/u.test(acronym)) return null;
  for (let id = mention.id - 1; id >= Math.max(0, mention.id - WINDOW_MENTIONS); id--) {
    const other = linker.actors[id];
    if (other?.form === 'name' && other.kind === 'organisation' && initialsOf(other.name ?? '') === acronym)
      return other;
  }
  return null;
}

/** "X, the head of Y" and "X is the head of Y": the tree ties two phrases for one actor. */
function byApposition(linker: Linker, mention: ActorName): ActorName | null {
  const tree = linker.parsed.sentences[mention.sentence]?.tree;
  if (tree == null) return null;
  const other =
    tree.relations[mention.head] === 'appos'
      ? linker.byHead.get(keyOf(mention.sentence, tree.heads[mention.head] ?? -1))
      : undefined;
  if (other !== undefined && other.id !== mention.id && sameNumber(mention, other)) return other;
  const children = tree.children[mention.head] ?? [];
  if (!children.some((child) => tree.relations[child] === 'cop')) return null;
  const subject = children.find((child) => tree.relations[child] === 'nsubj');
  const named = subject === undefined ? undefined : linker.byHead.get(keyOf(mention.sentence, subject));
  return named !== undefined &&
    named.id < mention.id &&
    named.form !== 'pronoun' &&
    sameNumber(mention, named) &&
    mention.form === 'description'
    ? named
    : null;
}

const sameNumber = (a: ActorName, b: ActorName): boolean =>
  a.kind === b.kind ||
  (a.number === b.number && a.kind !== 'object' && b.kind !== 'object' && a.kind !== 'person' && b.kind !== 'person');

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those']);
const GROUP_NOUNS = new Set([
  'group',
  'organization',
  'organisation',
  'movement',
  'faction',
  'agency',
  'party',
  'body',
  'network',
  'militia',
  'coalition',
  'alliance',
  'front',
]);
const FIGHTER_NOUNS = new Set([
  'rebel',
  'militant',
  'insurgent',
  'fighter',
  'guerrilla',
  'extremist',
  'jihadist',
  'separatist',
  'terrorist',
]);

/** "the group", "the minister", "the warplanes": the latest mention that the description fits. */
function forDescription(linker: Linker, mention: ActorName): ActorName | null {
  const tokens = linker.parsed.sentences[mention.sentence]?.tokens ?? [];
  if (!DEFINITE.has(tokens[mention.firstToken]?.lower ?? '') || tokens[mention.lastToken + 1]?.lower === 'of')
    return null;
  const head = tokens[mention.head];
  if (head === undefined) return null;
  const bare = mention.lastToken - mention.firstToken <= 1;
  for (let id = mention.id - 1; id >= Math.max(0, mention.id - WINDOW_MENTIONS); id--) {
    const other = linker.actors[id];
    if (other === undefined || mention.sentence - other.sentence > DESCRIPTION_SENTENCES || other.end > mention.start)
      continue;
    if (other.form !== 'pronoun' && describes(linker, mention, head.lemma, bare, other)) return other;
  }
  return null;
}

function describes(linker: Linker, mention: ActorName, lemma: string, bare: boolean, other: ActorName): boolean {
  if (mention.kind === 'person')
    return (
      other.kind === 'person' &&
      genderFits(mention, other) &&
      (sameHead(linker, lemma, other) || titleHas(other, lemma))
    );
  if (sameHead(linker, lemma, other) && mention.kind === other.kind)
    return bare || mention.affiliation === other.affiliation;
  if (!bare) return false;
  if (mention.kind === 'object')
    return other.kind === 'object' && other.object === mention.object && mention.object !== null;
  if (GROUP_NOUNS.has(lemma))
    return other.kind === 'organisation' && other.form === 'name' && !other.metonym && other.role !== 'media';
  return FIGHTER_NOUNS.has(lemma) && ARMED_GROUPS.has(other.role) && other.kind !== 'person';
}

const sameHead = (linker: Linker, lemma: string, other: ActorName): boolean =>
  other.form === 'description' && linker.parsed.sentences[other.sentence]?.tokens[other.head]?.lemma === lemma;

const titleHas = (other: ActorName, lemma: string): boolean =>
  other.title
    ?.toLowerCase()
    .split(/[\s-]+/)
    .includes(lemma) ?? false;
