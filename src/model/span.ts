/**
 * A span is a promise: `text.slice(start, end)` of the report is the evidence for the value that carries it.
 * Offsets are UTF-16 code units of the stored text, `0 <= start < end <= text.length`.
 */
export interface Span {
  start: number;
  end: number;
}

/** Makes a span after checking it against the text it points into; throws on a broken promise (a defect, not input). */
export function spanOf(text: string, start: number, end: number): Span {
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`span out of range: expected 0 <= start < end <= ${text.length}, found ${start}..${end}`);
  }
  return { start, end };
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
