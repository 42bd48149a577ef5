/**
 * Bytes to reports: the first adapter that accepts the bytes reads them, then ids, dates and languages are settled in one
 * place. Every input gives at least one report or refusal; nothing that arrives can make it throw or run without end.
 */
import type { Report } from '../../model/report.ts';
import {
  type Draft,
  type Hints,
  type IngestRefusal,
  type IngestTools,
  type Input,
  isRefusal,
  maxInputBytes,
  maxReportLength,
  refuse,
} from './adapter.ts';
import { adapters } from './adapters.ts';
import { binaryKind } from './bytes/binary.ts';
import { decode } from './bytes/decode.ts';
import { sniffingHead } from './bytes/head.ts';
import { datelineOutlet } from './dateline.ts';
import { settlePictures } from './pictures.ts';
import { settlePublished } from './published.ts';
import { readRow } from './rows.ts';

/** Reads one input of any supported format; `hints` win over what the bytes say. Rows that fail stand beside those that do not. */
export async function ingest(bytes: Uint8Array, hints: Hints, tools: IngestTools): Promise<(Report | IngestRefusal)[]> {
  if (bytes.length === 0) return [refuse('ingest/empty', 'input', 'Expected a report, found no bytes.')];
  if (bytes.length > maxInputBytes) return [tooLarge('input', bytes.length, maxInputBytes, 'bytes')];
  const input = inputOf(bytes, hints, tools);
  const adapter = adapters.find((candidate) => candidate.accepts(input));
  if (!adapter) return [refuseBinary(input)];
  const drafts = await adapter.read(input);
  return Promise.all(drafts.map((draft) => (isRefusal(draft) ? draft : settle(draft, hints, tools))));
}

/** Reads one row `{id?, title?, text | html, published?, source?, language?}` that is already parsed from JSON. */
export async function ingestRow(
  row: unknown,
  where: string,
  hints: Hints,
  tools: IngestTools,
): Promise<Report | IngestRefusal> {
  const draft = readRow(row, where, hints, tools);
  return isRefusal(draft) ? draft : settle(draft, hints, tools);
}

function inputOf(bytes: Uint8Array, hints: Hints, tools: IngestTools): Input {
  let decoded: ReturnType<typeof decode> | null = null;
  const head = sniffingHead(bytes);
  const decodeOnce = () => {
    decoded ??= decode(bytes, declaredCharset(hints.contentType ?? '') ?? declaredCharset(head.slice(0, 4096)));
    return decoded;
  };
  return { bytes, hints, head, tools, decoded: decodeOnce };
}

/** The charset named in a content type, an XML declaration or a meta element. */
function declaredCharset(text: string): string | null {
  return /(?:charset|encoding)\s{0,4}=\s{0,4}["']?([\w:.-]{2,40})/i.exec(text)?.[1] ?? null;
}

function refuseBinary(input: Input): IngestRefusal {
  const kind = binaryKind(input.head) ?? 'bytes of an unknown kind';
  return refuse('ingest/binary', 'input', `Expected text, HTML, PDF, DOCX, mail, a feed or JSON; found ${kind}.`);
}

const tooLarge = (where: string, found: number, most: number, unit: string): IngestRefusal =>
  refuse('ingest/too-large', where, `Expected at most ${most} ${unit}, found ${found}. Split it and send the parts.`);

async function settle(draft: Draft, hints: Hints, tools: IngestTools): Promise<Report | IngestRefusal> {
  const where = draft.id ?? hints.name ?? 'input';
  if (draft.text.trim() === '') {
    return refuse('ingest/without-text', where, 'Expected words, found only white space. Nothing in it can be coded.');
  }
  if (draft.text.length > maxReportLength)
    return tooLarge(where, draft.text.length, maxReportLength, 'characters in one report');
  const published = settlePublished(draft, hints);
  const { pictures, notes } = await settlePictures(draft.pictures, hints.beside ?? [], tools);
  return {
    id: hints.id ?? draft.id ?? tools.sha256(new TextEncoder().encode(draft.text)),
    title: draft.title,
    text: draft.text,
    language: await settleLanguage(draft, hints, tools),
    published: published.date,
    publishedBasis: published.basis,
    byline: draft.byline,
    source: hints.source ?? draft.source ?? datelineOutlet(draft.text),
    url: hints.url ?? draft.url,
    ...(pictures.length === 0 ? {} : { pictures }),
    notes: [...draft.notes, ...published.notes, ...notes],
  };
}

/** What the sender states holds; what a page claims holds unless the words are of another language, as with templates. */
async function settleLanguage(draft: Draft, hints: Hints, tools: IngestTools): Promise<string> {
  const stated = hints.language ?? (draft.languageIsGiven ? draft.language : null);
  if (stated !== null) return stated;
  const identified = await tools.identifyLanguage(draft.text);
  const claimed = draft.language;
  if (identified === null) return claimed ?? 'und';
  return claimed?.split('-')[0] === identified ? claimed : identified;
}
