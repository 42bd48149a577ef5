/**
 * The door of the grammar: a report's text into tokens, sentences and, for sentences that may hold something to code,
 * dependency trees. Offsets are UTF-16 units of the text given; the text is never changed.
 */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import type { ParsedText, Sentence, Token } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import { casingOf } from './casing.ts';
import { findParagraphs, type Paragraph } from './paragraphs.ts';
import { splitSentences, type TokenRange } from './sentences.ts';
import { type TokenBounds, tokenize } from './tokens.ts';

export interface ParseOptions {
  /** Stretches that are not report (menus, notices): their sentences are of kind `furniture` and get no tree. */
  readonly furniture?: readonly Span[];
  /** Whether a sentence's tokens could hold something to code; only then is it parsed. Default: always. */
  readonly wants?: (tokens: readonly Token[]) => boolean;
}

const longestHeadingTokens = 25;

/** Tokens, sentences and trees of a text. Linear in the length of the text; without a grammar, tags are `X` and trees null. */
export function parseText(text: string, grammar: Grammar | null, options: ParseOptions = {}): ParsedText {
  const furniture = [...(options.furniture ?? [])].sort((a, b) => a.start - b.start);
  const paragraphs = cutAtFurniture(findParagraphs(text), furniture);
  const sentences: Sentence[] = [];
  paragraphs.forEach((paragraph, number) => {
    const bounds = tokenize(text, paragraph.start, paragraph.end);
    const ranges = splitSentences(text, bounds, 0, bounds.starts.length);
    for (const range of ranges) {
      const isLastParagraph = number === paragraphs.length - 1;
      const kind = paragraph.isFurniture
        ? 'furniture'
        : ranges.length === 1 && isHeading(text, bounds, range, isLastParagraph)
          ? 'heading'
          : 'prose';
      sentences.push(makeSentence(text, bounds, range, { index: sentences.length, paragraph: number, kind }));
    }
  });
  void grammar;
  return { text, sentences };
}

interface Stretch extends Paragraph {
  readonly isFurniture: boolean;
}

/** Paragraphs cut where furniture begins and ends. Both lists are in order; furniture may overlap itself. */
function cutAtFurniture(paragraphs: readonly Paragraph[], furniture: readonly Span[]): Stretch[] {
  const stretches: Stretch[] = [];
  let next = 0;
  for (const { start, end } of paragraphs) {
    let from = start;
    while (next > 0 && (furniture[next - 1]?.end ?? 0) > from) next--;
    for (; next < furniture.length && (furniture[next]?.start ?? end) < end; next++) {
      const span = furniture[next];
      if (span === undefined || span.end <= from) continue;
      if (span.start > from) stretches.push({ start: from, end: span.start, isFurniture: false });
      const to = Math.min(end, span.end);
      stretches.push({ start: Math.max(from, span.start), end: to, isFurniture: true });
      from = to;
    }
    if (from < end) stretches.push({ start: from, end, isFurniture: false });
  }
  return stretches;
}

interface Place {
  readonly index: number;
  readonly paragraph: number;
  readonly kind: Sentence['kind'];
}

function makeSentence(text: string, bounds: TokenBounds, range: TokenRange, place: Place): Sentence {
  const tokens: Token[] = [];
  for (let i = range.from; i < range.to; i++) {
    const start = bounds.starts[i] ?? 0;
    const end = bounds.ends[i] ?? 0;
    const written = text.slice(start, end);
    const lower = lowerCased(written);
    tokens.push({ index: i - range.from, start, end, text: written, lower, pos: 'X', tag: 'FW', lemma: lower });
  }
  const start = bounds.starts[range.from] ?? 0;
  const end = bounds.ends[range.to - 1] ?? 0;
  const casing = casingOf(text, bounds, range.from, range.to);
  return { ...place, start, end, casing, tokens, tree: null };
}

/** Lower case with straight apostrophes, as lexicons write words. */
const lowerCased = (word: string): string => {
  const lower = word.toLowerCase();
  return lower.includes('’') || lower.includes('‘') ? lower.replaceAll(/[‘’]/g, "'") : lower;
};

/** A paragraph of one short sentence without an end mark, that has letters and is not the whole or the end of a text. */
function isHeading(text: string, bounds: TokenBounds, range: TokenRange, isLast: boolean): boolean {
  if (range.to - range.from > longestHeadingTokens) return false;
  const last = text.slice(bounds.starts[range.to - 1], bounds.ends[range.to - 1]);
  if (/^[.!?…:;,"”]/.test(last)) return false;
  const casing = casingOf(text, bounds, range.from, range.to);
  if (isLast) return casing === 'title' && range.from === 0 && (bounds.starts[0] ?? 0) > 0;
  const first = text.slice(bounds.starts[range.from], bounds.ends[range.from]);
  return /^[\p{Lu}\p{Lo}\p{N}"“‘'([]/u.test(first) || casing === 'lower';
}
