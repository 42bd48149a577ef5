/** Words by which a language without a grammar is read: each list from `lexicon/<language>/patterns.yaml`, folded. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { IncidentType } from '../model/coded-report.ts';
import { incidentTypeSchema } from './agreement-schema.ts';
import { nameKey } from './name-key.ts';

const words = z.array(z.string().min(1));
const perGroup = z.strictObject({ person: words, children: words, women: words });
const harm = z.strictObject({ after: words, before: words, dual: words });
const stated = z.enum(['settlement', 'quarter', 'district', 'province']);
const partOfDay = z.enum(['dawn', 'morning', 'midday', 'evening', 'night']);

const shape = z.strictObject({
  language: z.string(),
  prefixes: words,
  and: z.string().length(1),
  acts: z.array(z.strictObject({ type: incidentTypeSchema, weapon: z.string().nullable(), words })),
  fallback: incidentTypeSchema,
  harm: z.strictObject({ killed: harm, injured: harm }),
  people: z.strictObject({ one: perGroup, two: perGroup, many: perGroup }),
  single: words,
  none: z.strictObject({ of: words, negations: words, unless: words }),
  others: words,
  between: words,
  upTo: words,
  rises: words,
  kin: words,
  among: words,
  numbers: z.record(z.string(), z.int().positive()),
  vague: z.record(z.string(), z.string()),
  more: words,
  least: words,
  about: words,
  objects: z.record(z.string(), z.string()),
  protected: words,
  places: z.strictObject({
    nouns: z.record(z.string(), stated),
    before: words,
    never: words,
    openings: words,
    names: z.record(z.string(), z.string().length(2)),
    also: z.record(z.string().length(2), z.record(z.string(), z.string())),
    describing: words,
    onto: words,
    sides: words,
    sources: words,
    besides: words,
    countries: z.array(z.string().length(2)),
    letters: z.record(z.string().length(1), z.string().length(1)),
  }),
  days: z.strictObject({
    shifts: z.record(z.string(), z.int()),
    weekdays: z.record(z.string(), z.int()),
    months: z.record(z.string(), z.int()),
    parts: z.record(z.string(), partOfDay),
  }),
  denied: words,
});

export type HarmWord = { measure: 'killed' | 'injured'; place: 'after' | 'before' | 'dual' };
export type PersonWord = { who: 'person' | 'children' | 'women'; number: 1 | 2 | null };

export interface PatternWords {
  /** Longest first. */
  readonly prefixes: readonly string[];
  /** The prefix for "and". */
  readonly and: string;
  /** Position in the order of types. */
  readonly acts: ReadonlyMap<string, { order: number; type: IncidentType; weapon: string | null }>;
  readonly fallback: IncidentType;
  readonly harm: ReadonlyMap<string, HarmWord>;
  readonly people: ReadonlyMap<string, PersonWord>;
  /** "a dead": words for one of the dead or hurt that say so themselves. */
  readonly single: ReadonlySet<string>;
  /** "no casualties": what there is none of, the words that say so, and those beside which they do not. */
  readonly none: {
    readonly of: ReadonlySet<string>;
    readonly negations: ReadonlySet<string>;
    readonly unless: ReadonlySet<string>;
  };
  /** "and others". */
  readonly others: ReadonlySet<string>;
  /** "between dead and wounded". */
  readonly between: ReadonlySet<string>;
  /** "the number of the dead rose". */
  readonly rises: ReadonlySet<string>;
  /** "his son": one more than whoever is named before. */
  readonly kin: ReadonlySet<string>;
  /** "rose to". */
  readonly upTo: ReadonlySet<string>;
  readonly among: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly vague: ReadonlyMap<string, string>;
  readonly operators: ReadonlyMap<string, '>' | '>=' | '~'>;
  readonly objects: ReadonlyMap<string, string>;
  readonly protectedObjects: ReadonlySet<string>;
  readonly placeNouns: ReadonlyMap<string, z.infer<typeof stated>>;
  readonly beforePlace: ReadonlySet<string>;
  readonly neverPlaces: ReadonlySet<string>;
  readonly openings: ReadonlySet<string>;
  /** Folded names of countries → ISO 3166-1 alpha-2. */
  readonly countryNames: ReadonlyMap<string, string>;
  /** Folded names that the gazetteer lacks → the name that it has, and its country. */
  readonly alsoNames: ReadonlyMap<string, { name: string; country: string }>;
  /** "Greater", "Upper": the second word of a name. */
  readonly describing: ReadonlySet<string>;
  /** "on", "struck": what stands behind it is what was struck. */
  readonly onto: ReadonlySet<string>;
  /** "north of": the act was not in what stands behind. */
  readonly sides: ReadonlySet<string>;
  /** "from": what stands behind it is where something or somebody came from, unless a word of `besides` stands before it. */
  readonly sources: ReadonlySet<string>;
  readonly besides: ReadonlySet<string>;
  /** ISO 3166-1 alpha-2: where names are written in this script first. */
  readonly countries: ReadonlySet<string>;
  /** What each letter of the script is in a loose key (`name-key.ts`); what is missing is a vowel or is not heard. */
  readonly letters: ReadonlyMap<string, string>;
  readonly shifts: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly months: ReadonlyMap<string, number>;
  readonly parts: ReadonlyMap<string, z.infer<typeof partOfDay>>;
  readonly denied: ReadonlySet<string>;
}

/** One spelling for what is written in several: marks dropped, final ta marbuta and alif maqsura as their plain letters. */
export const foldWord = (word: string): string =>
  nameKey(word).replaceAll('ة', 'ه').replaceAll('ى', 'ي').replaceAll('ـ', '');

const foldPhrase = (phrase: string): string => phrase.split(' ').map(foldWord).join(' ');

/** By BCP 47 primary language: the languages that have a file. */
export function loadPatternWords(lexicon: string): ReadonlyMap<string, PatternWords> {
  return new Map(
    readdirSync(lexicon)
      .sort()
      .filter((language) => existsSync(join(lexicon, language, 'patterns.yaml')))
      .map((language) => [language, patternWords(readFileSync(join(lexicon, language, 'patterns.yaml'), 'utf8'))]),
  );
}

function patternWords(text: string): PatternWords {
  const file = shape.parse(parse(text));
  const set = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(foldWord));
  const table = <T>(record: Record<string, T>): ReadonlyMap<string, T> =>
    new Map(Object.entries(record).map(([word, value]) => [foldWord(word), value]));
  const measures = ['killed', 'injured'] as const;
  const places = ['after', 'before', 'dual'] as const;
  const groups = ['person', 'children', 'women'] as const;
  const numbers = [
    ['one', 1],
    ['two', 2],
    ['many', null],
  ] as const;
  return {
    prefixes: file.prefixes.map(foldWord).sort((a, b) => b.length - a.length),
    and: file.and,
    acts: new Map(
      file.acts.flatMap(({ type, weapon, words: list }, order) =>
        list.map((word) => [foldPhrase(word), { order, type, weapon }] as const),
      ),
    ),
    fallback: file.fallback,
    harm: new Map(
      measures.flatMap((measure) =>
        places.flatMap((place) =>
          file.harm[measure][place].map((word) => [foldWord(word), { measure, place }] as const),
        ),
      ),
    ),
    people: new Map(
      numbers.flatMap(([key, number]) =>
        groups.flatMap((who) => file.people[key][who].map((word) => [foldWord(word), { who, number }] as const)),
      ),
    ),
    single: set(file.single),
    none: { of: set(file.none.of), negations: set(file.none.negations), unless: set(file.none.unless) },
    others: set(file.others),
    between: set(file.between),
    upTo: set(file.upTo),
    rises: set(file.rises),
    kin: set(file.kin),
    among: set(file.among),
    numbers: table(file.numbers),
    vague: table(file.vague),
    operators: new Map([
      ...file.more.map((word) => [foldWord(word), '>'] as const),
      ...file.least.map((word) => [foldWord(word), '>='] as const),
      ...file.about.map((word) => [foldWord(word), '~'] as const),
    ]),
    objects: table(file.objects),
    protectedObjects: new Set(file.protected),
    placeNouns: table(file.places.nouns),
    beforePlace: set(file.places.before),
    neverPlaces: set(file.places.never),
    openings: set(file.places.openings),
    countryNames: new Map(Object.entries(file.places.names).map(([name, code]) => [foldPhrase(name), code])),
    alsoNames: new Map(
      Object.entries(file.places.also).flatMap(([country, names]) =>
        Object.entries(names).map(([own, name]) => [foldPhrase(own), { name, country }] as const),
      ),
    ),
    describing: set(file.places.describing),
    onto: set(file.places.onto),
    sides: set(file.places.sides),
    sources: set(file.places.sources),
    besides: set(file.places.besides),
    countries: new Set(file.places.countries),
    letters: new Map(Object.entries(file.places.letters)),
    shifts: table(file.days.shifts),
    weekdays: table(file.days.weekdays),
    months: table(file.days.months),
    parts: table(file.days.parts),
    denied: set(file.denied),
  };
}
