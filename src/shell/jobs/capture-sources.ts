/** Finds the bytes behind the paths and addresses that an operator names, and captures them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Capture } from '../../journey/7-record/capture.ts';
import type { Refusal } from '../../model/report.ts';
import type { Clock } from '../clock.ts';
import { fetchReport } from '../fetch/fetch-report.ts';
import { picturesBeside } from '../pictures-beside.ts';
import type { CaptureRequest } from '../store/capture.ts';
import type { Store } from '../store/store.ts';
import { inGroups } from './in-order.ts';

export type Source =
  | { kind: 'path'; path: string }
  | { kind: 'url'; url: string }
  | { kind: 'bytes'; name: string; bytes: Uint8Array };

export interface CaptureOptions {
  /** What the operator says of all of them; it wins over what the bytes say. */
  given: Capture['given'];
  illustrative: boolean;
  clock: Clock;
}

export interface CaptureSummary {
  captured: number;
  /** Bytes that were captured before. */
  known: number;
  refused: Refusal[];
}

/** Endings of the formats that the reader takes; a folder may hold other things, a file named by itself is always tried. */
const READABLE = new Set([
  '.txt',
  '.text',
  '.md',
  '.html',
  '.htm',
  '.xhtml',
  '.json',
  '.jsonl',
  '.ndjson',
  '.xml',
  '.rss',
  '.atom',
  '.pdf',
  '.docx',
  '.eml',
]);
/** More is not even kept: the reader takes 50 MB, and a disk should not be filled by a slip of the hand. */
const LARGEST_FILE = 200 * 1024 * 1024;
const FILES_A_GROUP = 64;

export async function captureSources(
  store: Store,
  sources: readonly Source[],
  options: CaptureOptions,
): Promise<CaptureSummary> {
  const summary: CaptureSummary = { captured: 0, known: 0, refused: [] };
  const requests = requestsOf(sources, options, summary.refused);
  for await (const group of inGroups(requests, FILES_A_GROUP)) {
    const answers = await store.capture(group);
    const known = answers.filter((answer) => answer.known).length;
    summary.known += known;
    summary.captured += answers.length - known;
  }
  return summary;
}

async function* requestsOf(
  sources: readonly Source[],
  options: CaptureOptions,
  refused: Refusal[],
): AsyncGenerator<CaptureRequest> {
  const { given, illustrative, clock } = options;
  for (const source of sources) {
    for await (const found of find(source)) {
      if ('code' in found) refused.push(found);
      else yield { ...found, given: { ...given, ...found.given }, illustrative, receivedAt: clock.now() };
    }
  }
}

type Found = Pick<CaptureRequest, 'bytes' | 'name' | 'contentType' | 'given' | 'beside'>;

async function* find(source: Source): AsyncGenerator<Found | Refusal> {
  if (source.kind === 'bytes') yield { bytes: source.bytes, name: source.name, contentType: null, given: {} };
  else if (source.kind === 'url') yield fetched(source.url);
  else yield* files(source.path);
}

async function fetched(url: string): Promise<Found | Refusal> {
  const answer = await fetchReport(url);
  if ('code' in answer) return answer;
  return { bytes: answer.bytes, name: answer.url, contentType: answer.contentType, given: { url: answer.url } };
}

async function* files(path: string): AsyncGenerator<Found | Refusal> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) yield refusal('ingest/no-such-file', path, 'there is no such file or folder');
  else if (!found.isDirectory()) yield await file(path, basename(path));
  else for (const name of below(path)) yield await file(join(path, name), join(basename(path), name));
}

/** Sorted, so that the same folder gives the same ledger; what is hidden or says how to read the folder is left out. */
function below(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && READABLE.has(extname(entry.name).toLowerCase()) && !/^readme\b/i.test(entry.name),
    )
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length)
        .replace(/^[/\\]+/, ''),
    )
    .filter((name) => !name.split(/[/\\]/).some((part) => part.startsWith('.') || part === 'node_modules'))
    .sort();
}

async function file(path: string, name: string): Promise<Found | Refusal> {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_FILE)
      return refusal('ingest/too-large', path, `expected at most ${LARGEST_FILE} bytes, found ${size}: split it`);
    const bytes = readFileSync(path);
    const beside = await picturesBeside(path, bytes);
    return { bytes, name, contentType: null, given: {}, ...(beside.length === 0 ? {} : { beside }) };
  } catch (error) {
    return refusal('ingest/unreadable', path, error instanceof Error ? error.message : String(error));
  }
}

const refusal = (code: string, where: string, message: string): Refusal => ({ kind: 'refused', code, where, message });
