/**
 * Stretches between quotation marks, whatever the marks: curly, straight, doubled single, guillemets. Unbalanced marks and
 * quotations over several paragraphs (the opening mark repeated) are mended by paragraph.
 */
import type { ParsedText } from '../../../model/sentence.ts';

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
    const mark = markAt(text, at, paragraph);
    if (mark === null) continue;
    marks.push(mark);
    at += mark.length - 1;
  }
  return marks;
}

function markAt(text: string, at: number, paragraph: Paragraph): Mark | null {
  const character = text[at] ?? '';
  const before = at > paragraph.start ? text[at - 1] : undefined;
  if (OPENING.has(character)) return { at, length: 1, role: 'open', single: false };
  if (CLOSING.has(character))
    return { at, length: 1, role: at === paragraph.start || text[at - 1] === '\n' ? 'open' : 'close', single: false };
  if (character === '"') return { at, length: 1, role: straightRole(before, text[at + 1]), single: false };
  if (character !== "'" && character !== '`' && character !== '‘' && character !== '’') return null;
  const isDouble = text[at + 1] === character && at + 1 < paragraph.end;
  if (isDouble)
    return { at, length: 2, role: character === '`' ? 'open' : straightRole(before, text[at + 2]), single: false };
  return singleMark(character, before, text[at + 1], at);
}

const straightRole = (before: string | undefined, after: string | undefined): Mark['role'] =>
  isSpaceOrEdge(before) && !isSpaceOrEdge(after) ? 'open' : 'close';

/** An apostrophe is no mark: single quotes open after a space and close after a stop or comma. */
function singleMark(character: string, before: string | undefined, after: string | undefined, at: number): Mark | null {
  if (character === '`' || (character !== '’' && isSpaceOrEdge(before) && isLetter(after) && !/\d/.test(after ?? '')))
    return { at, length: 1, role: 'open', single: true };
  const closes = character !== '‘' && before !== undefined && !isSpaceOrEdge(before) && !isLetter(after);
  return closes ? { at, length: 1, role: 'close', single: true } : null;
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
  for (const mark of marks) {
    if (mark.role === 'open') open ??= mark;
    else if (open !== null) {
      push(open.at, mark.at + mark.length, false, true);
      open = null;
    } else if (mark.at > previousEnd) {
      const start = Math.max(previousEnd, sentenceStart(parsed, paragraph, mark.at));
      if (mark.at - start > 1) push(start, mark.at + mark.length, false, false);
    }
  }
  if (open !== null)
    push(open.at, isReopened ? paragraph.end : unclosedEnd(parsed, paragraph, open.at), isReopened, isReopened);
}

function sentenceStart(parsed: ParsedText, paragraph: Paragraph, at: number): number {
  return sentencesOf(parsed, paragraph).findLast((sentence) => sentence.start < at)?.start ?? paragraph.start;
}

/** A mark that is never closed reaches to the end of its sentence, or of the paragraph when it opens it. */
function unclosedEnd(parsed: ParsedText, paragraph: Paragraph, at: number): number {
  if (at <= paragraph.start + 1) return paragraph.end;
  return sentencesOf(parsed, paragraph).find((sentence) => sentence.end > at)?.end ?? paragraph.end;
}

function sentencesOf(parsed: ParsedText, paragraph: Paragraph): ParsedText['sentences'] {
  return parsed.sentences.slice(firstFrom(parsed, paragraph.start), firstFrom(parsed, paragraph.end));
}

/** Index of the first sentence that starts at or after an offset; sentences are in order. */
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
