/** Thresholds of corroboration, from the codebook. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

export interface CorroborationCodebook {
  readonly storySame: number;
  readonly storyLeast: number;
  readonly reprint: number;
  readonly sameIncident: number;
  /** Links that score less are asked about at the review desk. */
  readonly doubtfulLink: number;
  /** Incidents that are not linked and score at least this are shown to each other at the desk. */
  readonly nearMiss: number;
  /** Score from which a row of another monitor's list and an incident are held to be one event. */
  readonly listAgreed: number;
  /** Bits (of 256) by which two looks of one picture may differ. */
  readonly samePicture: number;
  /** A claim of more people than this in one act is kept and not counted. */
  readonly harmBeyondBelief: number;
  readonly translated: TranslatedTitles;
}

/** When two reports in different languages tell one story though no word ties them. */
export interface TranslatedTitles {
  /** Points that they need, and how many more where their main incidents are told apart. */
  readonly least: number;
  readonly against: number;
  /** Days by which they may have come out apart. */
  readonly days: number;
  readonly points: Readonly<Record<'place' | 'area' | 'long-name' | 'name' | 'figure' | 'round-figure', number>>;
  /** Letter, or several that stand for one, → the consonant that they write. */
  readonly consonants: ReadonlyMap<string, string>;
}

const share = z.number().min(0).max(1);
const points = z.number().positive();
const file = z.strictObject({
  version: z.iso.date(),
  'story-same': share,
  'story-least': share,
  reprint: share,
  'same-incident': share,
  'doubtful-link': share,
  'near-miss': share,
  'list-agreed': share,
  'same-picture': z.int().min(0).max(63),
  'harm-beyond-belief': z.int().positive(),
  translated: points,
  'translated-against': points,
  'translated-days': z.int().positive(),
  'translated-points': z.strictObject({
    place: points,
    area: points,
    'long-name': points,
    name: points,
    figure: points,
    'round-figure': points,
  }),
  consonants: z.record(z.string().length(1), z.array(z.string().min(1).max(3))),
});

/** Reads `knowledge/codebook/corroboration.yaml`; throws when it breaks its schema. */
export function loadCorroborationCodebook(path: string): CorroborationCodebook {
  const values = file.parse(parse(readFileSync(path, 'utf8')));
  return {
    storySame: values['story-same'],
    storyLeast: values['story-least'],
    reprint: values.reprint,
    sameIncident: values['same-incident'],
    doubtfulLink: values['doubtful-link'],
    nearMiss: values['near-miss'],
    listAgreed: values['list-agreed'],
    samePicture: values['same-picture'],
    harmBeyondBelief: values['harm-beyond-belief'],
    translated: {
      least: values.translated,
      against: values['translated-against'],
      days: values['translated-days'],
      points: values['translated-points'],
      consonants: new Map(
        Object.entries(values.consonants).flatMap(([consonant, written]) =>
          written.map((letters) => [letters, consonant] as const),
        ),
      ),
    },
  };
}
