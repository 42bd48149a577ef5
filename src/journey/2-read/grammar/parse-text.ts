/**
 * The door of the grammar: a report's text into tokens, sentences and, for sentences that may hold something to code,
 * dependency trees. Offsets are UTF-16 units of the text given; the text is never changed.
 */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import type { WordHints } from '../../../knowledge/word-hints.ts';
import type { ParsedText, Sentence, Token } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import { casingOf } from './casing.ts';
import { grammarEngine } from './engine.ts';
import { findParagraphs, type Paragraph } from './paragraphs.ts';
import { splitSentences, type TokenRange } from './sentences.ts';
import { casingModes } from './tag-words.ts';
import { tokenize } from './tokens.ts';
import { lowerCased } from './word-forms.ts';
import type { TokenBounds } from './word-splits.ts';

export interface ParseOptions {
  /** Stretches that are not report (menus, notices): their sentences are of kind `furniture` and get no tree. */
  readonly furniture?: readonly Span[];
  /** Whether a sentence's tokens could hold something to code; only then is it parsed. Default: always. */
  readonly wants?: (tokens: readonly Token[]) => boolean;
  /** Lists of the lexicon that a word may open an entry of. Default: all. */
  readonly hints?: WordHints;
}

const longestHeadingTokens = 25;

/** Tokens, sentences and trees of a text. Linear in the length of the text; without a grammar, tags are `X` and trees null. */
export function parseText(text: string, grammar: Grammar | null, options: ParseOptions = {}): ParsedText {
  const furniture = [...(options.furniture ?? [])].sort((a, b) => a.start - b.start);
  const paragraphs = cutAtFurniture(findParagraphs(text), furniture);
  const sentences: Sentence[] = [];
  const reader: Reader = { text, grammar, wants: options.wants ?? (() => true), hints: options.hints };
  paragraphs.forEach((paragraph, number) => {
    const bounds = tokenize(text, paragraph.start, paragraph.end);
    const ranges = splitSentences(text, bounds, 0, bounds.starts.length).flatMap((range) =>
      withoutTail(text, bounds, range),
    );
    for (const range of ranges) {
      const isLastParagraph = number === paragraphs.length - 1;
      const kind = paragraph.isFurniture
        ? 'furniture'
        : ranges.length === 1 && isHeading(text, bounds, range, isLastParagraph)
          ? 'heading'
          : 'prose';
      sentences.push(makeSentence(reader, bounds, range, { index: sentences.length, paragraph: number, kind }));
    }
  });
  return { text, sentences };
}

/** Handles and addresses at the end of a post ("… wounded @monitor https://…") are no part of what it says. */
function withoutTail(text: string, bounds: TokenBounds, range: TokenRange): TokenRange[] {
  let to = range.to;
  while (to > range.from && isHandleOrAddress(text, bounds.starts[to - 1] ?? 0, bounds.ends[to - 1] ?? 0)) to -= 1;
  if (to === range.from || to === range.to) return [range];
  return [
    { from: range.from, to },
    { from: to, to: range.to },
  ];
}

const isHandleOrAddress = (text: string, start: number, end: number): boolean =>
  end - start > 1 && (text[start] === '@' || text.startsWith('http', start) || text.startsWith('pic.', start));

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

interface Reader {
  readonly text: string;
  readonly grammar: Grammar | null;
  readonly wants: (tokens: readonly Token[]) => boolean;
  readonly hints: WordHints | undefined;
}

function makeSentence(reader: Reader, bounds: TokenBounds, range: TokenRange, place: Place): Sentence {
  const { text, grammar } = reader;
  const casing = casingOf(text, bounds, range.from, range.to);
  const words: string[] = [];
  for (let i = range.from; i < range.to; i++) words.push(text.slice(bounds.starts[i], bounds.ends[i]));
  const engine = grammar === null ? null : grammarEngine(grammar, reader.hints);
  const analysis = engine === null ? null : engine.analyse(words, casingModes[casing]);
  const tokens = words.map((word, i): Token => {
    const at = range.from + i;
    const label = grammar?.labels[analysis?.tagging.best[i] ?? -1] ?? untagged;
    const lower = analysis?.forms[i]?.lower ?? lowerCased(word);
    return {
      index: i,
      start: bounds.starts[at] ?? 0,
      end: bounds.ends[at] ?? 0,
      text: analysis?.forms[i]?.text ?? word,
      lower,
      pos: label.pos,
      tag: label.tag,
      lemma: analysis?.lemmas[i] ?? lower,
      hints: analysis?.hints[i] ?? allBits,
    };
  });
  const start = bounds.starts[range.from] ?? 0;
  const end = bounds.ends[range.to - 1] ?? 0;
  const isParsed = place.kind !== 'furniture' && reader.wants(tokens);
  const tree = isParsed && engine !== null && analysis !== null ? engine.parse(analysis) : null;
  return { ...place, start, end, casing, tokens, tree };
}

/** Without a lexicon a word may open any entry. */
const allBits = -1;

const untagged = { pos: 'X', tag: 'FW' } as const;

const listMarks = /^[-•*·▪●◦‣►–—]$/;

/** A paragraph of one short sentence without an end mark, that has letters and is not the whole or the end of a text. */
function isHeading(text: string, bounds: TokenBounds, range: TokenRange, isLast: boolean): boolean {
  if (range.to - range.from > longestHeadingTokens) return false;
  const last = text.slice(bounds.starts[range.to - 1], bounds.ends[range.to - 1]);
  if (/^[.!?…:;,"”]/.test(last)) return false;
  const casing = casingOf(text, bounds, range.from, range.to);
  if (isLast) return casing === 'title' && range.from === 0 && (bounds.starts[0] ?? 0) > 0;
  const first = text.slice(bounds.starts[range.from], bounds.ends[range.from]);
  if (listMarks.test(first)) return false;
  return /^[\p{Lu}\p{Lo}\p{N}"“‘'([]/u.test(first) || casing === 'lower';
}
