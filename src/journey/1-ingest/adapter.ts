/** What a report adapter is: one file per format that turns bytes into drafts of reports, or says why it cannot. */
import type { FurnitureWords } from '../../knowledge/furniture-words.ts';
import type { PictureBeside } from '../../model/picture.ts';
import type { Note, Refusal, Report } from '../../model/report.ts';
import type { Decoded } from './bytes/decode.ts';

/** What the sender says about the bytes; it wins over what the bytes say about themselves. */
export interface Hints {
  /** File name, only its ending is used. */
  readonly name?: string;
  /** MIME type, with or without a charset parameter. */
  readonly contentType?: string;
  readonly url?: string;
  /** ISO 8601 date or date-time. */
  readonly published?: string;
  /** UTC instant of the receipt of the bytes; without it no date is held against it. */
  readonly receivedAt?: string;
  readonly source?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly id?: string;
  /** Pictures that rows name by path, as far as they could be read. */
  readonly beside?: readonly PictureBeside[];
}

/** What ingest needs from outside: a hash, a language identifier and the words of page furniture. */
export interface IngestTools {
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** BCP 47 code of the text's language, null when it cannot be told. */
  readonly identifyLanguage: (text: string) => Promise<string | null>;
  readonly furniture: FurnitureWords;
  /** What a picture looks like (`Picture.look`); null when the bytes are none that can be read. */
  readonly lookAtPicture: (bytes: Uint8Array) => Promise<string | null>;
}

export type IngestCode =
  | 'ingest/empty'
  | 'ingest/binary'
  | 'ingest/too-large'
  | 'ingest/too-many-rows'
  | 'ingest/without-text'
  | 'ingest/pdf-without-text'
  | 'ingest/pdf-broken'
  | 'ingest/pdf-locked'
  | 'ingest/docx-broken'
  | 'ingest/mail-broken'
  | 'ingest/feed-broken'
  | 'ingest/feed-empty'
  | 'ingest/json-broken'
  | 'ingest/row-not-a-report';

export type IngestRefusal = Refusal<IngestCode>;

/** A picture as its container holds it, or as a row names one that lies beside it. */
export type CarriedPicture =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly path: string };

/** A report before its id and language are settled: what an adapter read out of its container. */
export interface Draft {
  readonly text: string;
  readonly title: string | null;
  /** A date as the container wrote it, still to be checked. */
  readonly published: string | null;
  readonly byline: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** Set by containers whose rows are named by their sender. */
  readonly id: string | null;
  /** True when `published` was stated by the sender of the row rather than found in a page. */
  readonly publishedIsGiven: boolean;
  /** True when `language` was stated by the sender of the row rather than claimed by a page. */
  readonly languageIsGiven: boolean;
  readonly pictures: readonly CarriedPicture[];
  readonly notes: readonly Note[];
}

/** The bytes with what was found out about them; `decoded` reads them as text once, when first asked. */
export interface Input {
  readonly bytes: Uint8Array;
  readonly hints: Hints;
  /** The first 64 kB, one character per byte, for sniffing; a byte order mark and UTF-16 zeros are taken away. */
  readonly head: string;
  readonly decoded: () => Decoded;
  readonly tools: IngestTools;
}

/** A door of extension: add a file here, list it in `adapters.ts`, and nothing else changes. */
export interface Adapter {
  readonly id: string;
  /** What the format is and how it is recognised. */
  readonly sentence: string;
  readonly accepts: (input: Input) => boolean;
  readonly read: (input: Input) => (Draft | IngestRefusal)[] | Promise<(Draft | IngestRefusal)[]>;
}

export const emptyDraft: Draft = Object.freeze({
  text: '',
  title: null,
  published: null,
  byline: null,
  source: null,
  url: null,
  language: null,
  id: null,
  publishedIsGiven: false,
  languageIsGiven: false,
  pictures: Object.freeze([]),
  notes: Object.freeze([]),
});

export const refuse = (code: IngestCode, where: string, message: string): IngestRefusal => ({
  kind: 'refused',
  code,
  where,
  message,
});

/** Tells a refusal from what was read. */
export const isRefusal = (value: Draft | Report | IngestRefusal): value is IngestRefusal => 'kind' in value;

/** Most bytes taken in one input; a monitoring mission's month of reports stays well below. */
export const maxInputBytes = 50 * 1024 * 1024;

/** Most UTF-16 code units of one report: about a thousand pages, more than any report that a person reads. */
export const maxReportLength = 5_000_000;

/** Most rows or feed items of one input. */
export const maxRows = 200_000;
