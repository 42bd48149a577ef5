/** Mentions by a name that is not in the register: bodies by the words in their names, persons by title, given name or shape. */
import type { RoleNoun } from '../../../knowledge/actor-words.ts';
import type { ActorName } from '../../../model/actor-name.ts';
import { type Draft, endOf, located, nothing, rangeOf, startOf } from './draft.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { ownersOf, withComplement } from './owners.ts';
import { genderOfNoun, nounAt, nounOfTitle } from './role-nouns.ts';
import { headOf, type Scene } from './scene.ts';
import { isGivenName } from './units.ts';

/** "the National Salvation Council", "Ministry of Health": the words say that it is a body. */
export function bodyNamed(scene: Scene, phrase: NounPhrase, run: number): Draft | null {
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
  const whole = isBody
    ? withComplement(scene, phrase, range, { noun: null, plural: false })
    : { ...range, complement: null };
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

export function personNamed(scene: Scene, phrase: NounPhrase, run: number): Draft | null {
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
  const isThing = title === null && isAfterThe(scene, scene.units[phrase.from]?.first ?? first, last);
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
    kind: isThing ? 'organisation' : 'person',
    number: 'singular',
    gender: isThing ? 'unknown' : gender,
    role: isThing ? 'unknown' : 'person',
    affiliation: owner?.affiliation ?? null,
    country: owner?.country ?? null,
    owner: owner ?? null,
    title: title === null ? null : scene.text.slice(startOf(scene, title.first), endOf(scene, title.last)),
    office: title?.office ?? false,
    name: scene.text.slice(startOf(scene, first), endOf(scene, last)),
    protected: title?.noun.protected ?? false,
    subset: title?.noun.subset ?? null,
    doubt,
  };
}

/** "the Red Dawn", "the self-styled Red Dawn": several words with capitals, and nobody is called so without a title. */
function isAfterThe({ sentence: { tokens, casing } }: Scene, first: number, last: number): boolean {
  const isStyled = tokens[first - 2]?.text === '-' && tokens[first - 1]?.tag === 'VBN';
  if (casing !== 'mixed' || last === first || tokens[isStyled ? first - 4 : first - 1]?.lower !== 'the') return false;
  return tokens.slice(first, last + 1).every(({ text }) => /^\p{Lu}/u.test(text));
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
  /** A public office and no mere trade or rank. */
  readonly office: boolean;
}

const OFFICES: ReadonlySet<string> = new Set(['gov', 'parliament', 'judiciary']);

/** "US Secretary of State", "rebel commander", "Col.": the office or trade between the start of the phrase and the name. */
function titleBefore(scene: Scene, phrase: NounPhrase, run: number): TitleBefore | null {
  const unit = run > phrase.from ? scene.units[run - 1] : undefined;
  if (unit === undefined) return null;
  const first = scene.units[phrase.from]?.first ?? unit.first;
  if (unit.title !== null) {
    const office = OFFICES.has(unit.title.branch ?? '');
    const noun = unit.title.branch === null ? personNoun : nounOfTitle(unit.title);
    return { first, last: unit.last, gender: unit.title.gender, noun: { ...noun, subset: null }, office };
  }
  const noun = unit.noun ?? nounAt(scene, unit.last, first);
  return noun === null || noun.kind !== 'people'
    ? null
    : { first, last: unit.last, gender: genderOfNoun(noun), noun, office: noun.role === 'state' };
}
