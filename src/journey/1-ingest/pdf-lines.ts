/** Lines of a PDF page to running text: what a typesetter broke is joined again, what a writer set apart stays apart. */

export interface PdfItem {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  /** The last two numbers are x and y of the item's start, y growing upwards. */
  readonly transform: readonly number[];
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly height: number;
}

/** Text of one page; a gap larger than one and a half times the usual line distance starts a paragraph. */
export function linesToText(items: readonly PdfItem[]): string {
  const lines = linesOf(items);
  const usual = median(
    lines
      .slice(1)
      .map((line, i) => (lines[i]?.y ?? 0) - line.y)
      .filter((gap) => gap > 0),
  );
  let text = '';
  let last: Line | null = null;
  for (const line of lines) {
    text = last === null ? line.text : text + joint(last, line, usual, text) + line.text;
    last = line;
  }
  // A hyphen at a line's end joins two halves of one word.
  return text
    .replace(/(\p{Ll})-\u0000(?=\p{Ll})/gu, '$1')
    .replaceAll('\u0000', ' ')
    .trim();
}

function joint(last: Line, line: Line, usual: number, text: string): string {
  const gap = last.y - line.y;
  const sizeChanged = Math.abs(last.height - line.height) > 1;
  if (gap < 0 || gap > usual * 1.5 || sizeChanged) return '\n\n';
  return text.endsWith('-') ? '\u0000' : ' ';
}

function linesOf(items: readonly PdfItem[]): Line[] {
  const lines: Line[] = [];
  let parts: PdfItem[] = [];
  const close = () => {
    const text = parts
      .map((part) => part.str)
      .join('')
      .replaceAll('\u0000', '')
      .replace(/\s+/g, ' ')
      .trim();
    const first = parts.find((part) => part.str.trim() !== '');
    if (text !== '' && first) lines.push({ text, y: first.transform[5] ?? 0, height: first.height });
    parts = [];
  };
  for (const item of items) {
    parts.push(item);
    if (item.hasEOL) close();
  }
  close();
  return lines;
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
