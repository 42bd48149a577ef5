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
}

const share = z.number().min(0).max(1);
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
  };
}
