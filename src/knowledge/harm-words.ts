/** Words that say what harm came to people, parsed from the lexicon of one language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { HarmMeasure } from '../model/incident.ts';

/** `hit`: struck by a weapon, outcome not said by the word. */
export type HarmKind = HarmMeasure | 'hit';

export interface HarmVerb {
  readonly measure: HarmKind;
  /** The harmed stand as the subject of the active verb ("12 died"). */
  readonly suffers: boolean;
}

export interface HarmPhrase extends HarmVerb {
  /** The words after the verb, in lower case. */
  readonly rest: readonly string[];
}

export interface HarmWords {
  readonly byVerb: ReadonlyMap<string, HarmVerb>;
  /** Verbs of several words, by the first ("pass away", "gun down"). */
  readonly verbPhrases: ReadonlyMap<string, readonly HarmPhrase[]>;
  /** By word form. */
  readonly byState: ReadonlyMap<string, HarmKind>;
  readonly byNoun: ReadonlyMap<string, HarmKind>;
  readonly lives: ReadonlySet<string>;
  readonly takesLives: ReadonlySet<string>;
  readonly losesLives: ReadonlySet<string>;
  readonly tolls: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly wounds: ReadonlySet<string>;
  readonly sustains: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly condition: ReadonlySet<string>;
  /** What makes a wound a death: adverbs, the noun of "to death", the adjective of "shot dead". */
  readonly fatally: ReadonlySet<string>;
  /** The dead as things: they tell of a death when they are found or carried. */
  readonly bodies: ReadonlySet<string>;
  readonly finds: ReadonlySet<string>;
  /** Verbs whose dead fell some time before. */
  readonly passes: ReadonlySet<string>;
  /** Verbs that bring somebody to a hospital. */
  readonly carries: ReadonlySet<string>;
  /** Verbs for staying: who does so in a hospital is hurt. */
  readonly liesIn: ReadonlySet<string>;
  /** Parts of the body: who is hit there is told by whose they are. */
  readonly limbs: ReadonlySet<string>;
  /** Nouns that say of a person no more than that there is one. */
  readonly anybody: ReadonlySet<string>;
  /** Verbs that harm when what hits is one of `missiles`. */
  readonly strikes: ReadonlySet<string>;
  /** Verbs that kill where "to death" stands with them: "beat two men to death". */
  readonly toDeath: ReadonlySet<string>;
  readonly missiles: ReadonlySet<string>;
  /** Pronouns for who did it to himself. */
  readonly selves: ReadonlySet<string>;
  /** Adjectives of a wound that killed. */
  readonly fatal: ReadonlySet<string>;
  readonly death: ReadonlySet<string>;
  readonly dead: ReadonlySet<string>;
  /** Lower-case phrases that make a number a sum over a longer time. */
  readonly sums: readonly string[];
}

const MEASURES = [
  'killed',
  'injured',
  'casualties',
  'abducted',
  'missing',
  'displaced',
  'hit',
] as const satisfies readonly HarmKind[];
const measure = z.strictObject({
  verbs: z.array(z.string()),
  suffer: z.array(z.string()),
  states: z.array(z.string()),
  nouns: z.array(z.string()),
});
const harmFile = z.strictObject({
  measures: z.record(z.enum(MEASURES), measure),
  lives: z.array(z.string()),
  'takes-lives': z.array(z.string()),
  'loses-lives': z.array(z.string()),
  tolls: z.array(z.string()),
  between: z.array(z.string()),
  wounds: z.array(z.string()),
  sustains: z.array(z.string()),
  conditions: z.array(z.string()),
  condition: z.array(z.string()),
  fatally: z.array(z.string()),
  fatal: z.array(z.string()),
  carries: z.array(z.string()),
  'lies-in': z.array(z.string()),
  limbs: z.array(z.string()),
  anybody: z.array(z.string()),
  strikes: z.array(z.string()),
  'to-death': z.array(z.string()),
  missiles: z.array(z.string()),
  bodies: z.array(z.string()),
  finds: z.array(z.string()),
  passes: z.array(z.string()),
  selves: z.array(z.string()),
  death: z.array(z.string()),
  dead: z.array(z.string()),
  sums: z.array(z.string()),
});

export function loadHarmWords(directory: string, language: string): HarmWords {
  const file = harmFile.parse(parse(readFileSync(join(directory, 'lexicon', language, 'harm.yaml'), 'utf8')));
  const byVerb = new Map<string, HarmVerb>();
  const verbPhrases = new Map<string, HarmPhrase[]>();
  const add = (words: string, verb: HarmVerb): void => {
    const [first = '', ...rest] = words.split(' ');
    if (rest.length === 0) byVerb.set(first, verb);
    else verbPhrases.set(first, [...(verbPhrases.get(first) ?? []), { ...verb, rest }]);
  };
  const byState = new Map<string, HarmKind>();
  const byNoun = new Map<string, HarmKind>();
  for (const name of MEASURES) {
    const words = file.measures[name];
    for (const verb of words.verbs) add(verb, { measure: name, suffers: false });
    for (const verb of words.suffer) add(verb, { measure: name, suffers: true });
    for (const state of words.states) byState.set(state, name);
    for (const noun of words.nouns) byNoun.set(noun, name);
  }
  return {
    byVerb,
    verbPhrases,
    byState,
    byNoun,
    lives: new Set(file.lives),
    takesLives: new Set(file['takes-lives']),
    losesLives: new Set(file['loses-lives']),
    tolls: new Set(file.tolls),
    between: new Set(file.between),
    wounds: new Set(file.wounds),
    sustains: new Set(file.sustains),
    conditions: new Set(file.conditions),
    condition: new Set(file.condition),
    fatally: new Set(file.fatally),
    fatal: new Set(file.fatal),
    carries: new Set(file.carries),
    liesIn: new Set(file['lies-in']),
    limbs: new Set(file.limbs),
    anybody: new Set(file.anybody),
    strikes: new Set(file.strikes),
    toDeath: new Set(file['to-death']),
    missiles: new Set(file.missiles),
    bodies: new Set(file.bodies),
    finds: new Set(file.finds),
    passes: new Set(file.passes),
    selves: new Set(file.selves),
    death: new Set(file.death),
    dead: new Set(file.dead),
    sums: file.sums,
  };
}
