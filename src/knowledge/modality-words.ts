/** Words that say how a report puts an act, parsed from the lexicon of one language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** What a governing word makes of the act that depends on it. */
export type Governance = 'deny' | 'threaten' | 'plan' | 'attempt' | 'demand' | 'forgo' | 'purpose' | 'allege';

export interface ModalityWords {
  /** By lemma. */
  readonly governors: ReadonlyMap<string, readonly Governance[]>;
  /** By lower-cased form. */
  readonly alleged: ReadonlySet<string>;
  /** Adjectives of an act that was tried and not carried through. */
  readonly tried: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  /** By lemma: what "could be heard" was. */
  readonly perceived: ReadonlySet<string>;
  /** By lemma: what nobody "could verify" is alleged. */
  readonly verifies: ReadonlySet<string>;
  readonly signs: ReadonlySet<string>;
  /** Adjectives of reports that are none, and the nouns, by lemma, that they stand with. */
  readonly untrue: ReadonlySet<string>;
  readonly reports: ReadonlySet<string>;
  readonly modals: ReadonlyMap<string, 'hypothetical' | 'demand' | 'planned'>;
  readonly aggregate: {
    readonly apart: ReadonlySet<string>;
    readonly each: ReadonlySet<string>;
    readonly areas: ReadonlySet<string>;
    readonly plural: ReadonlySet<string>;
    readonly adjectives: ReadonlySet<string>;
    readonly nouns: ReadonlySet<string>;
  };
}

const GOVERNANCE = [
  'deny',
  'threaten',
  'plan',
  'attempt',
  'demand',
  'forgo',
  'purpose',
  'allege',
] as const satisfies readonly Governance[];
const words = z.array(z.string());
const modalityFile = z.strictObject({
  deny: words,
  threaten: words,
  plan: words,
  attempt: words,
  demand: words,
  forgo: words,
  purpose: words,
  allege: words,
  alleged: words,
  tried: words,
  negations: words,
  conditions: words,
  perceived: words,
  verifies: words,
  signs: words,
  untrue: words,
  reports: words,
  modals: z.record(z.string(), z.enum(['hypothetical', 'demand', 'planned'])),
  aggregate: z.strictObject({
    apart: words,
    each: words,
    areas: words,
    plural: words,
    adjectives: words,
    nouns: words,
  }),
});

export function loadModalityWords(directory: string, language: string): ModalityWords {
  const file = modalityFile.parse(parse(readFileSync(join(directory, 'lexicon', language, 'modality.yaml'), 'utf8')));
  const governors = new Map<string, Governance[]>();
  for (const kind of GOVERNANCE)
    for (const word of file[kind]) governors.set(word, [...(governors.get(word) ?? []), kind]);
  return {
    governors,
    alleged: new Set(file.alleged),
    tried: new Set(file.tried),
    negations: new Set(file.negations),
    conditions: new Set(file.conditions),
    perceived: new Set(file.perceived),
    verifies: new Set(file.verifies),
    signs: new Set(file.signs),
    untrue: new Set(file.untrue),
    reports: new Set(file.reports),
    modals: new Map(Object.entries(file.modals)),
    aggregate: {
      apart: new Set(file.aggregate.apart),
      each: new Set(file.aggregate.each),
      areas: new Set(file.aggregate.areas),
      plural: new Set(file.aggregate.plural),
      adjectives: new Set(file.aggregate.adjectives),
      nouns: new Set(file.aggregate.nouns),
    },
  };
}
