/** Runs `test/vectors/ingest.json`: every hostile input gives its refusal or its report, in bounded time, and never throws. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { isRefusal } from './adapter.ts';
import { ingest } from './ingest.ts';
import { docxOf, pdfOf, zipOf } from './sample-documents.ts';
import { testTools } from './test-tools.ts';

const part = z.strictObject({
  text: z.string().optional(),
  hex: z.string().optional(),
  document: z.string().optional(),
  times: z.int().optional(),
  cut: z.int().optional(),
});
const hints = z
  .strictObject({ name: z.string(), contentType: z.string(), published: z.string(), language: z.string() })
  .partial();
const expectation = z
  .strictObject({
    refusals: z.array(z.string()),
    text: z.string(),
    length: z.int(),
    startsWith: z.string(),
    notes: z.array(z.string()),
  })
  .partial();
const file = z.strictObject({
  about: z.string(),
  vectors: z.array(
    z.strictObject({ description: z.string(), hints: hints.optional(), bytes: z.array(part), expect: expectation }),
  ),
});

const { vectors } = file.parse(
  JSON.parse(readFileSync(new URL('../../../test/vectors/ingest.json', import.meta.url), 'utf8')),
);

/** Milliseconds of the processor that no input may take; ordinary ones take less than a hundredth, a slow machine is allowed for. */
const mostMilliseconds = 10_000;

for (const { description, bytes, hints: given, expect } of vectors) {
  test(`ingest: ${description}`, async () => {
    const start = process.cpuUsage();
    const results = await ingest(Buffer.concat(bytes.map(bytesOf)), JSON.parse(JSON.stringify(given ?? {})), testTools);
    assert.ok(process.cpuUsage(start).user / 1000 < mostMilliseconds);
    if (expect.refusals) {
      assert.deepEqual(
        results.map((result) => (isRefusal(result) ? result.code : 'read')),
        expect.refusals,
      );
      return;
    }
    const [report] = results;
    assert.ok(report && !isRefusal(report), JSON.stringify(report).slice(0, 300));
    assert.deepEqual(
      report.notes.map((note) => note.code),
      expect.notes,
    );
    if (expect.text !== undefined) assert.equal(report.text, expect.text);
    if (expect.length !== undefined) assert.equal(report.text.length, expect.length);
    if (expect.startsWith !== undefined) assert.ok(report.text.startsWith(expect.startsWith), report.text.slice(0, 60));
  });
}

function bytesOf({ text, hex, document, times = 1, cut }: z.infer<typeof part>): Buffer {
  if (text !== undefined) return Buffer.from(text.repeat(times));
  if (hex !== undefined) return Buffer.from(hex.repeat(times), 'hex');
  const whole = Buffer.from(documentOf(document ?? ''));
  return cut === undefined ? whole : whole.subarray(0, cut);
}

function documentOf(name: string): Uint8Array {
  if (name === 'pdf') return pdfOf(['The convoy left the depot.']);
  if (name === 'pdf-empty') return pdfOf([]);
  if (name === 'docx') return docxOf(['The road was closed.']);
  if (name === 'docx-broken') return zipOf({ 'word/document.xml': '<w:document', '[Content_Types].xml': '<' });
  if (name === 'docx-deep') return zipOf({ 'word/document.xml': `<w:document>${'<w:sdt>'.repeat(100_000)}` });
  if (name === 'docx-bomb') return bomb();
  throw new Error(`no document is called ${name}`);
}

/** A stored entry is turned into a packed one of 120 MB of zeros: method, sizes and data are exchanged in place. */
function bomb(): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(120_000_000)).toString('latin1');
  const archive = Buffer.from(zipOf({ 'word/document.xml': 'x'.repeat(packed.length) }));
  const data = archive.indexOf('xxxx');
  archive.write(packed, data, 'latin1');
  archive.writeUInt16LE(8, 8);
  archive.writeUInt16LE(8, archive.lastIndexOf('PK\x01\x02') + 10);
  return archive;
}
