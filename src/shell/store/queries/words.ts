/** Free text as a full-text query: every word must occur, the last one as the beginning of a word. */
import { type RawBuilder, sql } from 'kysely';

const WORDS_AT_MOST = 12;

/** Null when the text holds no word. The words become quoted lexemes, so no operator of the query language gets through. */
export function matchesWords(column: string, text: string): RawBuilder<boolean> | null {
  const words =
    text
      .toWellFormed()
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, WORDS_AT_MOST) ?? [];
  if (words.length === 0) return null;
  const query = words.map((word, index) => (index === words.length - 1 ? `'${word}':*` : `'${word}'`)).join(' & ');
  return sql<boolean>`to_tsvector('simple', ${sql.ref(column)}) @@ to_tsquery('simple', ${query})`;
}
