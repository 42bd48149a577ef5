/** Finds sentences by offset; they are in order of text, so a binary search does. */
import type { ParsedText, Sentence } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';

/** Index of the first sentence that starts at or after an offset. */
export function firstFrom(parsed: ParsedText, offset: number): number {
  let low = 0;
  let high = parsed.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parsed.sentences[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sentence that holds an offset; the one before it when the offset stands between two. */
export function sentenceAt(parsed: ParsedText, offset: number): Sentence | undefined {
  const next = firstFrom(parsed, offset + 1);
  return parsed.sentences[Math.max(0, next - 1)];
}

/** The sentence of a quotation's first word: splitters may leave an opening mark at the end of the sentence before. */
export const openingSentence = (parsed: ParsedText, quotation: Span): Sentence | undefined =>
  sentenceAt(parsed, Math.min(quotation.start + 2, quotation.end - 1));
