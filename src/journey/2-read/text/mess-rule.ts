/** What a rule about mess is: it points at what is no part of the report's wording or damages it, and never changes the text. */
import type { FurnitureWords } from '../../../knowledge/furniture-words.ts';

/** One line of the text, without the white space around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface MessInput {
  readonly text: string;
  readonly title: string | null;
  /** Lines that hold more than white space, in order. */
  readonly lines: readonly Line[];
  readonly words: FurnitureWords;
}

export interface MessFound {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** True when the span is no part of the report and must not be coded. */
  readonly isFurniture: boolean;
}

/** A door of extension: one kind of mess. `examples` are run by a test: each text with the quotes that must be found. */
export interface MessRule {
  /** Also the code of the note. */
  readonly id: string;
  readonly sentence: string;
  readonly examples: readonly { readonly text: string; readonly title?: string; readonly finds: readonly string[] }[];
  /** Texts in which nothing may be found. */
  readonly misses: readonly string[];
  readonly find: (input: MessInput) => MessFound[];
}

/** Every match of a global pattern as found mess. The pattern must not match the empty string. */
export function findPattern(text: string, pattern: RegExp, message: string, isFurniture: boolean): MessFound[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    message,
    isFurniture,
  }));
}

/** Lines of a text that hold more than white space. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const inner = raw.trim();
    if (inner !== '') lines.push({ start: start + lead, end: start + lead + inner.length, text: inner });
    start = end + 1;
  }
  return lines;
}
