/** What ingest needs from the world: the hash function, the language identifier (loaded when first asked) and the lexicon. */
import { createHash } from 'node:crypto';
import type { IngestTools } from '../journey/1-ingest/adapter.ts';
import { loadFurnitureWords } from '../knowledge/furniture-words.ts';
import { lookAtPicture } from './look-at-picture.ts';

const lexicon = new URL('../../knowledge/lexicon/en/furniture.yaml', import.meta.url);

/** Fewer letters than this say too little about their language (eld's own tables are built from longer samples). */
const fewestLetters = 40;

export function makeIngestTools(): IngestTools {
  return {
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    identifyLanguage,
    furniture: loadFurnitureWords(lexicon),
    lookAtPicture,
  };
}

/** ISO 639-1 code of the text's first 1,000 characters, null when they are too few or the identifier is unsure. */
async function identifyLanguage(text: string): Promise<string | null> {
  const sample = text.slice(0, 1000);
  if ((sample.match(/\p{L}/gu) ?? []).length < fewestLetters) return null;
  const { eld } = await import('eld/extrasmall');
  const result = eld.detect(sample);
  return result.language !== '' && result.isReliable() ? result.language : null;
}
