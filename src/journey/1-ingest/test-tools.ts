/** The tools of ingest as its tests use them: the real hash and lexicon, a language identifier that knows nothing and eyes that see nothing. */
import { createHash } from 'node:crypto';
import { loadFurnitureWords } from '../../knowledge/furniture-words.ts';
import type { IngestTools } from './adapter.ts';

export const testTools: IngestTools = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  identifyLanguage: async () => null,
  lookAtPicture: async () => null,
  furniture: loadFurnitureWords(new URL('../../../knowledge/lexicon/en/furniture.yaml', import.meta.url)),
};
