/** What ingest needs from the world: the hash function, the language identifier (loaded when first asked) and the lexicon. */
import { createHash } from 'node:crypto';
import type { IngestTools } from '../journey/1-ingest/adapter.ts';
import { loadFurnitureWords } from '../knowledge/furniture-words.ts';
import { lookAtPicture } from './look-at-picture.ts';

const lexicon = new URL('../../knowledge/lexicon/en/furniture.yaml', import.meta.url);

/** Letters of other languages that are written with the Arabic script. */
const NOT_ARABIC = /[پچژگکیەۆێڕڵٹڈےں]/;
/** The article, and letters that hardly any other language ends or opens words with. */
const ARABIC = /(?:^|\s)[وفبلك]?ال|[ةىأإ]/;
const ARABIC_LETTER = /[\u0620-\u064a]/g;
/** Fewer letters than this may be a name. */
const FEWEST_ARABIC = 8;

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
  const letters = (sample.match(/\p{L}/gu) ?? []).length;
  if (letters < fewestLetters) return isArabic(sample, letters) ? 'ar' : null;
  const { eld } = await import('eld/extrasmall');
  const result = eld.detect(sample);
  return result.language !== '' && result.isReliable() ? result.language : null;
}

/** In a short post the script tells, unless a letter of another language that uses it does. */
function isArabic(sample: string, letters: number): boolean {
  const arabic = (sample.match(ARABIC_LETTER) ?? []).length;
  return arabic >= FEWEST_ARABIC && arabic * 5 >= letters * 4 && ARABIC.test(sample) && !NOT_ARABIC.test(sample);
}
