/** The words that actor mentions are read by: role nouns, titles, parts of names, pronouns; from the lexicon of one language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ACTOR_ROLES, type ActorRole } from '../model/actor-name.ts';

export interface RoleNoun {
  /** Lower-case words, the head last. */
  readonly words: readonly string[];
  readonly role: ActorRole;
  readonly kind: 'people' | 'body' | 'group' | 'thing';
  readonly subset: string | null;
  /** Branch of a state that the noun means beside a nationality ("airforce"). */
  readonly branch: string | null;
  /** For things: their kind ("aircraft"). */
  readonly object: string | null;
  readonly protected: boolean;
  /** An actor only where it acts or speaks. */
  readonly weak: boolean;
}

export interface Title {
  readonly words: readonly string[];
  readonly branch: string | null;
  readonly gender: 'female' | 'male' | 'unknown';
}

interface Pronoun {
  readonly number: 'singular' | 'plural' | 'unknown';
  readonly gender: 'female' | 'male' | 'unknown';
  readonly stands: 'person' | 'group' | 'body' | 'speaker' | 'relative';
}

export interface ActorWords {
  /** By the last word; longer ones first. */
  readonly nouns: ReadonlyMap<string, readonly RoleNoun[]>;
  /** Nouns with "of" inside, by their first word; longer ones first. */
  readonly ofNouns: ReadonlyMap<string, readonly RoleNoun[]>;
  /** By the first word; longer ones first. */
  readonly titles: ReadonlyMap<string, readonly Title[]>;
  readonly pronouns: ReadonlyMap<string, Pronoun>;
  readonly bodies: ReadonlySet<string>;
  /** Nouns for acts of force, before which the doer may stand. */
  readonly acts: ReadonlySet<string>;
  /** Bodies that are no armed side and may stand there too ("a government raid"). */
  readonly rulers: ReadonlySet<string>;
  readonly maleNames: ReadonlySet<string>;
  readonly femaleNames: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
}

const fileSchema = z.strictObject({
  nouns: z.string(),
  titles: z.string(),
  bodies: z.string(),
  acts: z.string(),
  rulers: z.string(),
  'given-names-male': z.string(),
  'given-names-female': z.string(),
  particles: z.string(),
  'not-names': z.string(),
  pronouns: z.string(),
});
const roleSchema = z.enum(ACTOR_ROLES);
const nounKindSchema = z.enum(['people', 'body', 'group', 'thing']);
const genderSchema = z.enum(['female', 'male', 'unknown']);
const pronounSchema = z.tuple([
  z.enum(['singular', 'plural', 'unknown']),
  genderSchema,
  z.enum(['person', 'group', 'body', 'speaker', 'relative']),
]);

/** Reads `actors.yaml` of one language's lexicon folder; throws when it breaks the format. */
export function loadActorWords(directory: string): ActorWords {
  const file = fileSchema.parse(parse(readFileSync(join(directory, 'actors.yaml'), 'utf8')));
  const nouns = rowsOf(file.nouns).flatMap(nounsOf);
  return Object.freeze({
    nouns: indexBy(
      nouns.filter((noun) => !noun.words.includes('of')),
      (noun) => noun.words.at(-1),
    ),
    ofNouns: indexBy(
      nouns.filter((noun) => noun.words.includes('of')),
      (noun) => noun.words[0],
    ),
    titles: indexBy(rowsOf(file.titles).flatMap(titlesOf), (title) => title.words[0]),
    pronouns: new Map(rowsOf(file.pronouns).flatMap(pronounsOf)),
    bodies: wordSet(file.bodies),
    acts: wordSet(file.acts),
    rulers: wordSet(file.rulers),
    maleNames: wordSet(file['given-names-male']),
    femaleNames: wordSet(file['given-names-female']),
    particles: wordSet(file.particles),
    notNames: wordSet(file['not-names']),
  });
}

const wordSet = (words: string): Set<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

const rowsOf = (table: string): string[][] =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));

const phrasesOf = (cell: string | undefined): string[] =>
  [...new Set((cell ?? '').split(';').map((phrase) => phrase.trim()))].filter((phrase) => phrase !== '');

function nounsOf([phrases, role, kind, subset, branchAndObject, flags]: string[]): RoleNoun[] {
  const nounKind = nounKindSchema.parse(kind);
  const [first, second] = (branchAndObject ?? '').split(':');
  // A thing may have both ("airforce:aircraft") or only what it is ("vehicle").
  const [branch, object] = nounKind === 'thing' && second === undefined ? [undefined, first] : [first, second];
  return phrasesOf(phrases).map((phrase) => ({
    words: phrase.split(/[ -]/),
    role: roleSchema.parse(role),
    kind: nounKind,
    subset: subset || null,
    branch: branch || null,
    object: object || null,
    protected: (flags ?? '').includes('protected'),
    weak: (flags ?? '').includes('weak'),
  }));
}

const FEMALE_TITLES =
  /^(mrs|ms|miss|lady|dame|madame|señora|queen|princess|sister|first lady|doña|dona|actress)\b|woman$/;
const MALE_TITLES =
  /^(mr|sir|lord|monsieur|señor|don|king|prince|father|fr|brother|imam|sheikh|sheik|shaykh|emir|sultan|pope|cardinal|bishop|archbishop|ayatollah)\b|[a-z]{4}man$/;

function titlesOf([phrases, , branch]: string[]): Title[] {
  return phrasesOf(phrases).map((phrase) => {
    const gender = FEMALE_TITLES.test(phrase) ? 'female' : MALE_TITLES.test(phrase) ? 'male' : 'unknown';
    return { words: phrase.split(/[ -]/), branch: branch || null, gender };
  });
}

function pronounsOf([forms, ...cells]: string[]): [string, Pronoun][] {
  const [number, gender, stands] = pronounSchema.parse(cells);
  return phrasesOf(forms).map((form) => [form, { number, gender, stands }]);
}

/** Entries under a key, longer phrases first, otherwise in the order of the file; a phrase listed twice keeps its first entry. */
function indexBy<T extends { readonly words: readonly string[] }>(
  entries: readonly T[],
  keyOf: (entry: T) => string | undefined,
): Map<string, T[]> {
  const index = new Map<string, T[]>();
  const seen = new Set<string>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const phrase = entry.words.join(' ');
    if (key === undefined || seen.has(phrase)) continue;
    seen.add(phrase);
    const list = index.get(key);
    if (list === undefined) index.set(key, [entry]);
    else list.push(entry);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}
