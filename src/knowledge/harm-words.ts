/** Words that say what harm came to people, parsed from the lexicon of one language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { HarmMeasure } from '../model/incident.ts';

export interface HarmVerb {
  readonly measure: HarmMeasure;
  /** The harmed stand as the subject of the active verb ("12 died"). */
  readonly suffers: boolean;
}

export interface HarmWords {
  readonly byVerb: ReadonlyMap<string, HarmVerb>;
  /** By word form. */
  readonly byState: ReadonlyMap<string, HarmMeasure>;
  readonly byNoun: ReadonlyMap<string, HarmMeasure>;
  readonly lives: ReadonlySet<string>;
  readonly tolls: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
}

const MEASURES = ['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced'] as const satisfies readonly HarmMeasure[];
const measure = z.strictObject({ verbs: z.array(z.string()), suffer: z.array(z.string()), states: z.array(z.string()), nouns: z.array(z.string()) });
const harmFile = z.strictObject({
  measures: z.record(z.enum(MEASURES), measure),
  lives: z.array(z.string()),
  tolls: z.array(z.string()),
  between: z.array(z.string()),
});

export function loadHarmWords(directory: string, language: string): HarmWords {
  const file = harmFile.parse(parse(readFileSync(join(directory, 'lexicon', language, 'harm.yaml'), 'utf8')));
  const byVerb = new Map<string, HarmVerb>();
  const byState = new Map<string, HarmMeasure>();
  const byNoun = new Map<string, HarmMeasure>();
  for (const name of MEASURES) {
    const words = file.measures[name];
    for (const verb of words.verbs) byVerb.set(verb, { measure: name, suffers: false });
    for (const verb of words.suffer) byVerb.set(verb, { measure: name, suffers: true });
    for (const state of words.states) byState.set(state, name);
    for (const noun of words.nouns) byNoun.set(noun, name);
  }
  return { byVerb, byState, byNoun, lives: new Set(file.lives), tolls: new Set(file.tolls), between: new Set(file.between) };
}
