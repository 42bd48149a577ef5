/** Function words and small word classes that the incident rules ask for, parsed from the lexicon of one language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const CLASSES = [
  'against',
  'beside',
  'edges',
  'with',
  'causes',
  'owned-by-victim',
  'lends-subject',
  'answers-with',
  'lends-victim',
  'lends-party',
  'done-to',
  'hands-over',
  'no-help',
  'rounds',
  'attributive',
  'shared',
  'control',
  'refuses',
  'counting',
  'keeps',
  'harms',
  'uses',
  'bears',
  'aims',
  'kin',
  'dismisses',
  'claims',
  'tells-own',
  'disclaims',
  'share-in',
  'held-for',
  'held-on',
  'found-guilty',
  'blames',
  'decries',
  'points-to',
  'holds',
  'destroyed',
  'damaged',
  'another',
  'leading',
  'definite',
  'nobody',
  'former',
  'alternative',
  'doubted',
  'lays',
  'replies',
  'including',
  'aloft',
  'of-truces',
  'habits',
  'onsets',
  'unnamed-culprit',
  'abstract',
  'afterwards',
  'publishes',
  'stricken',
  'names',
  'identifies',
  'lists',
] as const;
type WordClass = (typeof CLASSES)[number];

/** Lemmas or word forms by class; what each class means is said in the file. */
export type IncidentGrammar = Readonly<Record<WordClass, ReadonlySet<string>>>;

export function loadIncidentGrammar(directory: string, language: string): IncidentGrammar {
  const file = z
    .record(z.enum(CLASSES), z.array(z.string()))
    .parse(parse(readFileSync(join(directory, 'lexicon', language, 'incident-grammar.yaml'), 'utf8')));
  const sets: Partial<Record<WordClass, ReadonlySet<string>>> = {};
  for (const name of CLASSES) sets[name] = new Set(file[name]);
  return sets as IncidentGrammar; // every class was set in the loop above
}
