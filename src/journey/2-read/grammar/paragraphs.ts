/**
 * Finds paragraphs in plain text: blank lines and indented lines begin one; a lone line break is a wrap of wire copy
 * when the next word would not have fitted on the line, and otherwise ends a title, list item or paragraph.
 */
import { digit, isLetter, kindOf, space, upperLetter } from './characters.ts';

export interface Paragraph {
  readonly start: number;
  readonly end: number;
}

interface Line {
  /** First and last character that is not white space, `end` exclusive; equal on blank lines. */
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

/** Lines wider than this were seldom wrapped by hand: each of them is a paragraph. */
const widestWrapColumns = 120;
/** Up to this width a line that is full and ends no sentence was wrapped all the same. */
const widestFullColumns = 160;
const narrowestWrapColumns = 40;
const terminal = new Set([...'.!?:;"”’)…؟。'].map((character) => character.charCodeAt(0)));
const bullet = new Set([...'•*·▪●◦‣►–—'].map((character) => character.charCodeAt(0)));
const hyphen = '-'.charCodeAt(0);
const newline = 10;
const carriageReturn = 13;
const formFeed = 12;

/** Paragraphs of the text in order; together they hold every character that is not white space. */
export function findParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let block: Line[] = [];
  const close = () => {
    addBlock(text, block, paragraphs);
    block = [];
  };
  for (const line of eachLine(text)) {
    if (line.start === line.end) close();
    else block.push(line);
  }
  close();
  return paragraphs;
}

const isLineSeparator = (unit: number): boolean =>
  unit === newline || unit === carriageReturn || unit === formFeed || unit === 0x2028 || unit === 0x2029;

function* eachLine(text: string): Generator<Line> {
  let from = 0;
  while (from < text.length) {
    let to = from;
    while (to < text.length && !isLineSeparator(text.charCodeAt(to))) to++;
    let start = from;
    while (start < to && kindOf(text.charCodeAt(start)) === space) start++;
    let end = to;
    while (end > start && kindOf(text.charCodeAt(end - 1)) === space) end--;
    yield { start, end, indent: start - from };
    from = to + 1;
    if (text.charCodeAt(to) === carriageReturn && text.charCodeAt(from) === newline) from++;
  }
}

/** Lines between blank lines: joined where they were wrapped. */
function addBlock(text: string, lines: readonly Line[], paragraphs: Paragraph[]): void {
  const first = lines[0];
  if (first === undefined) return;
  let width = 0;
  for (const line of lines) width = Math.max(width, line.end - line.start + line.indent);
  let start = first.start;
  let previous = first;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) continue;
    if (beginsParagraph(text, previous, line, width)) {
      paragraphs.push({ start, end: previous.end });
      start = line.start;
    }
    previous = line;
  }
  paragraphs.push({ start, end: previous.end });
}

function beginsParagraph(text: string, previous: Line, line: Line, width: number): boolean {
  if (isListItem(text, line)) return true;
  const ended = terminal.has(text.charCodeAt(previous.end - 1));
  const opensHigh =
    !isLetter(kindOf(text.charCodeAt(line.start))) || kindOf(text.charCodeAt(line.start)) === upperLetter;
  if (line.indent >= previous.indent + 2) return ended || line.indent >= previous.indent + 3;
  const room = width - (previous.end - previous.start + previous.indent);
  if (width > widestWrapColumns) {
    const isFull = width <= widestFullColumns && firstWordLength(text, line) + 1 > room;
    return ended || (opensHigh && !isFull);
  }
  if (!opensHigh) return false;
  if (width < narrowestWrapColumns) return ended || room > width / 2;
  // Ragged wrapping leaves some room; a title or last line of a paragraph leaves much.
  const fits = firstWordLength(text, line) + 1 <= room;
  return fits && (ended ? room > 12 : room > Math.max(16, width * 0.3));
}

function firstWordLength(text: string, line: Line): number {
  let at = line.start;
  while (at < line.end && kindOf(text.charCodeAt(at)) !== space) at++;
  return at - line.start;
}

/** "- text", "• text", "1. text", "(a) text". */
function isListItem(text: string, line: Line): boolean {
  const unit = text.charCodeAt(line.start);
  const next = text.charCodeAt(line.start + 1);
  const spaced = line.start + 2 < line.end && kindOf(next) === space;
  if (bullet.has(unit) || unit === hyphen) return spaced;
  if (kindOf(unit) !== digit) return false;
  let at = line.start;
  while (at < line.end && at < line.start + 3 && kindOf(text.charCodeAt(at)) === digit) at++;
  const mark = text[at];
  return (mark === '.' || mark === ')') && at + 2 < line.end && kindOf(text.charCodeAt(at + 1)) === space;
}
