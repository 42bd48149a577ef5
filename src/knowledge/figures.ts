/** Words of war that are said of something else, parsed from `lexicon/<language>/figures.yaml`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type PhraseTable, phraseTable } from './phrase-table.ts';

export interface Figure {
  readonly id: string;
  /** Incident types that the figure is said with. */
  readonly types: ReadonlySet<string>;
  /** True when it holds also beside weapons, armed sides and people harmed. */
  readonly outright: boolean;
  /** Words right at the act's word. */
  readonly beside: ReadonlySet<string>;
  /** Words or phrases anywhere in the sentence. */
  readonly anywhere: PhraseTable<true>;
  /** Heads of what the act is directed at. */
  readonly objects: ReadonlySet<string>;
  /** Verbs whose clause on the act tells that it was one of words. */
  readonly says: ReadonlySet<string>;
}

export interface Figures {
  readonly all: readonly Figure[];
  /** By the incident types that they are said with. */
  readonly byType: ReadonlyMap<string, readonly Figure[]>;
  /** Nouns before which an act's noun only says of what kind they are ("combat pilot"). */
  readonly kinds: ReadonlySet<string>;
}

const words = z.array(z.string()).optional();
const file = z.strictObject({
  figures: z.array(
    z.strictObject({
      id: z.string(),
      types: z.array(z.string()),
      outright: z.boolean().optional(),
      beside: words,
      anywhere: words,
      objects: words,
      says: words,
    }),
  ),
  kinds: z.array(z.string()),
});

/** Reads the figures below `directory`; throws where the file does not fit, or names a type that is not in `types`. */
export function loadFigures(directory: string, language: string, types: ReadonlySet<string>): Figures {
  const path = join(directory, 'lexicon', language, 'figures.yaml');
  const raw = file.parse(parse(readFileSync(path, 'utf8')));
  const unknown = raw.figures.flatMap((figure) => figure.types).find((type) => !types.has(type));
  if (unknown !== undefined) throw new Error(`${path}: no incident type "${unknown}"`);
  const all = raw.figures.map((figure) => ({
    id: figure.id,
    types: new Set(figure.types),
    outright: figure.outright === true,
    beside: new Set(figure.beside),
    anywhere: phraseTable((figure.anywhere ?? []).map((phrase) => [phrase, true as const] as const)),
    objects: new Set(figure.objects),
    says: new Set(figure.says),
  }));
  return {
    all,
    byType: new Map([...types].map((type) => [type, all.filter((figure) => figure.types.has(type))])),
    kinds: new Set(raw.kinds),
  };
}
