/**
 * Stretches between quotation marks, whatever the marks: curly, straight, doubled single, guillemets. Unbalanced marks and
 * quotations over several paragraphs (the opening mark repeated) are mended by paragraph.
 */
import type { ParsedText } from '../../../model/sentence.ts';
import { sentenceAt } from './sentence-at.ts';

export interface Quotation {
  /** Offsets with the marks. */
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  /** Another paragraph goes on with it: the mark was opened again and not closed here. */
  readonly continues: boolean;
  /** False when the opening or the closing mark is missing. */
  readonly balanced: boolean;
}

interface Mark {
  readonly at: number;
  readonly length: number;
  readonly role: 'open' | 'close';
  readonly single: boolean;
  /** Opening and closing marks look different, so that nesting shows. */
  readonly curly: boolean;
}

interface Paragraph {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

export function findQuotations(parsed: ParsedText): Quotation[] {
  const paragraphs = paragraphsOf(parsed);
  const found: Quotation[] = [];
  paragraphs.forEach((paragraph, index) => {
    const next = paragraphs[index + 1];
    const marks = pairedSingles(marksIn(parsed.text, paragraph));
    const isReopened =
      next !== undefined &&
      marksIn(parsed.text, { ...next, end: Math.min(next.end, next.start + 3) })[0]?.role === 'open';
    quotationsIn(parsed, paragraph, marks, isReopened, found);
  });
  return found;
}

function paragraphsOf(parsed: ParsedText): Paragraph[] {
  const paragraphs: { number: number; start: number; end: number }[] = [];
  for (const sentence of parsed.sentences) {
    const last = paragraphs.at(-1);
    if (sentence.kind === 'furniture') continue;
    if (last?.number === sentence.paragraph) last.end = sentence.end;
    else paragraphs.push({ number: sentence.paragraph, start: sentence.start, end: sentence.end });
  }
  return paragraphs;
}

const OPENING = new Set(['“', '«', '„']);
const CLOSING = new Set(['”', '»']);
const isSpaceOrEdge = (character: string | undefined): boolean =>
  character === undefined || /[\s([{—–-]/.test(character);
const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

function marksIn(text: string, paragraph: Paragraph): Mark[] {
  const marks: Mark[] = [];
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const mark = mayBeMark(text.charCodeAt(at)) ? markAt(text, at, paragraph) : null;
    if (mark === null) continue;
    marks.push(mark);
    at += mark.length - 1;
  }
  return marks;
}

/** Straight marks, the accent that stands for one, and the ranges of directed marks: « » and ‘ to „. */
const mayBeMark = (code: number): boolean =>
  code === 34 ||
  code === 39 ||
  code === 96 ||
  code === 171 ||
  code === 187 ||
  (code >= FIRST_DIRECTED && code <= LAST_DIRECTED);
const FIRST_DIRECTED = 0x2018;
const LAST_DIRECTED = 0x201e;

function markAt(text: string, at: number, paragraph: Paragraph): Mark | null {
  const character = text[at] ?? '';
  const before = at > paragraph.start ? text[at - 1] : undefined;
  if (OPENING.has(character)) {
    // "“It is,“ she said": an opening mark in the place of a closing one.
    const role = !isSpaceOrEdge(before) && /[\s,.;:]/.test(text[at + 1] ?? ' ') ? 'close' : 'open';
    return { at, length: 1, role, single: false, curly: true };
  }
  if (CLOSING.has(character))
    return {
      at,
      length: 1,
      role: at === paragraph.start || text[at - 1] === '\n' ? 'open' : 'close',
      single: false,
      curly: true,
    };
  if (character === '"')
    return { at, length: 1, role: straightRole(before, text[at + 1]), single: false, curly: false };
  if (character !== "'" && character !== '`' && character !== '‘' && character !== '’') return null;
  const isDouble = text[at + 1] === character && at + 1 < paragraph.end;
  if (isDouble)
    return {
      at,
      length: 2,
      role: character === '`' ? 'open' : straightRole(before, text[at + 2]),
      single: false,
      curly: false,
    };
  return singleMark(character, before, text[at + 1], at);
}

const straightRole = (before: string | undefined, after: string | undefined): Mark['role'] =>
  isSpaceOrEdge(before) && !isSpaceOrEdge(after) ? 'open' : 'close';

/** An apostrophe is no mark: single quotes open after a space and close after a stop or comma. */
function singleMark(character: string, before: string | undefined, after: string | undefined, at: number): Mark | null {
  if (character === '`' || (character !== '’' && isSpaceOrEdge(before) && isLetter(after) && !/\d/.test(after ?? '')))
    return { at, length: 1, role: 'open', single: true, curly: false };
  const closes = character !== '‘' && before !== undefined && !isSpaceOrEdge(before) && !isLetter(after);
  return closes ? { at, length: 1, role: 'close', single: true, curly: false } : null;
}

/** Single marks count only in pairs that stand outside double ones. */
function pairedSingles(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  let inDouble = false;
  let opened: Mark | null = null;
  for (const mark of marks) {
    if (!mark.single) {
      inDouble = mark.role === 'open';
      opened = null;
      kept.push(mark);
    } else if (!inDouble && mark.role === 'open') opened = mark;
    else if (!inDouble && opened !== null) {
      kept.push(opened, mark);
      opened = null;
    }
  }
  return kept.sort((a, b) => a.at - b.at);
}

function quotationsIn(
  parsed: ParsedText,
  paragraph: Paragraph,
  marks: readonly Mark[],
  isReopened: boolean,
  found: Quotation[],
): void {
  let open: Mark | null = null;
  let previousEnd = paragraph.start;
  const push = (start: number, end: number, continues: boolean, balanced: boolean): void => {
    found.push({ start, end, paragraph: paragraph.number, continues, balanced });
    previousEnd = end;
  };
  let depth = 0;
  const surplus = closingSurplus(marks);
  for (const [index, mark] of marks.entries()) {
    if (mark.role === 'open') {
      if (open === null) open = mark;
      else if (mark.curly && open.curly && (surplus[index] ?? 0) >= 2) depth++;
    } else if (open !== null && depth > 0) depth--;
    else if (open !== null) {
      push(open.at, mark.at + mark.length, false, true);
      open = null;
    } else if (opensWrongly(parsed.text, mark, marks[index + 1])) {
      open = mark;
    } else if (mark.at > previousEnd) {
      const start = Math.max(previousEnd, sentenceStart(parsed, paragraph, mark.at));
      if (mark.at - start > 1) push(start, mark.at + mark.length, false, false);
    }
  }
  if (open !== null)
    push(open.at, isReopened ? paragraph.end : unclosedEnd(parsed, paragraph, open.at), isReopened, isReopened);
}

/** "He says,” we agree.”": a closing mark that stands for an opening one, with its own closing mark behind it. */
const opensWrongly = (text: string, mark: Mark, next: Mark | undefined): boolean =>
  mark.curly && next?.role === 'close' && /[,:]/.test(text[mark.at - 1] ?? '') && /\s/.test(text[mark.at + 1] ?? '');

/** For each mark, by how many the closing marks after it exceed the opening ones: nesting is real only if both levels close. */
function closingSurplus(marks: readonly Mark[]): number[] {
  const surplus: number[] = [];
  let sum = 0;
  for (let index = marks.length - 1; index >= 0; index--) {
    surplus[index] = sum;
    sum += marks[index]?.role === 'close' ? 1 : -1;
  }
  return surplus;
}

/** The sentence in which the mark stands, but no further back than its paragraph. */
const sentenceStart = (parsed: ParsedText, paragraph: Paragraph, at: number): number =>
  Math.max(paragraph.start, sentenceAt(parsed, at - 1)?.start ?? paragraph.start);

/** A mark that is never closed reaches to the end of its sentence, or of the paragraph when it opens it. */
function unclosedEnd(parsed: ParsedText, paragraph: Paragraph, at: number): number {
  if (at <= paragraph.start + 1) return paragraph.end;
  // A splitter may leave the mark at the end of the sentence before.
  return Math.min(paragraph.end, sentenceAt(parsed, at + 2)?.end ?? paragraph.end);
}
