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
  /** Lines joined where they were only wrapped. */
  readonly paragraphs: readonly Line[];
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
  const found: MessFound[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    found.push({ start: match.index, end: match.index + match[0].length, message, isFurniture });
  return found;
}

/** Lines of a text that hold more than white space. */
function linesOf(text: string): Line[] {
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

/** Wire copy is wrapped at 65 to 100 characters; longer lines are paragraphs of their own. */
const widestWrap = 100;

/** Paragraphs of a text: a wrapped line goes on in the next one, unless an empty line stands between. */
export function paragraphsOf(text: string, lines: readonly Line[]): Line[] {
  const out: { start: number; end: number }[] = [];
  let last: Line | null = null;
  for (const line of lines) {
    const paragraph = out.at(-1);
    const goesOn =
      last !== null &&
      last.text.length <= widestWrap &&
      last.text.length > widestWrap / 2 &&
      oneBreak(text, last, line);
    if (goesOn && paragraph) paragraph.end = line.end;
    else out.push({ start: line.start, end: line.end });
    last = line;
  }
  return out.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}

/** True when only one line break stands between two lines. */
const oneBreak = (text: string, last: Line, line: Line): boolean =>
  text.slice(last.end, line.start).split('\n').length === 2;

/** What the rules are given for a text. */
export function messInput(text: string, title: string | null, words: FurnitureWords): MessInput {
  const lines = linesOf(text);
  return { text, title, lines, paragraphs: paragraphsOf(text, lines), words };
}
