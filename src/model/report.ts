/** A report as received and read: the text that every span of its coding points into, and where it came from. */
import type { Picture } from './picture.ts';
import type { Span } from './span.ts';

/** What the reader dropped or doubted. `code` is kebab-case and stable; `span` points into `Report.text`. */
export interface Note {
  code: string;
  message: string;
  span?: Span;
}

/** The text of a report and what its container said about it. Nothing here is a claim about the world yet. */
export interface Report {
  /** The id given with the input; otherwise the SHA-256 (hex) of the UTF-8 text. */
  id: string;
  title: string | null;
  /** Plain-text input is kept unchanged; for other formats, the text that was read out of them. */
  text: string;
  /** BCP 47, as given or identified; "und" when neither was possible. */
  language: string;
  /** ISO 8601 date or date-time; null when unknown. */
  published: string | null;
  publishedBasis: 'given' | 'metadata' | 'dateline' | 'inferred' | null;
  byline: string | null;
  /** Name of the outlet or account, as given or as found in the container; null when unknown. */
  source: string | null;
  url: string | null;
  /** Pictures that came with it; absent when none did. */
  pictures?: Picture[];
  notes: Note[];
}

/** Input that is not taken, with the reason; the bytes are kept by whoever holds them. */
export interface Refusal<Code extends string = string> {
  kind: 'refused';
  code: Code;
  /** Where in the input: a path, line, row, offset or field. */
  where: string;
  /** What was expected, what was found, what to do. */
  message: string;
}
