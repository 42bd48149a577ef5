/** Nouns for evidence, by lemma, parsed from the lexicon of one language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const EVIDENCE_KINDS = ['photo', 'video', 'audio', 'document', 'satellite', 'remains', 'witness'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export type EvidenceWords = ReadonlyMap<string, EvidenceKind>;

export function loadEvidenceWords(directory: string, language: string): EvidenceWords {
  const file = z
    .record(z.enum(EVIDENCE_KINDS), z.array(z.string()))
    .parse(parse(readFileSync(join(directory, 'lexicon', language, 'evidence.yaml'), 'utf8')));
  return new Map(EVIDENCE_KINDS.flatMap((kind) => file[kind].map((word) => [word, kind] as const)));
}
