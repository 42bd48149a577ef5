/** Whatever is done to the bytes of a document, ingest answers with reports or refusals, and twice with the same ones. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from './adapter.ts';
import { ingest } from './ingest.ts';
import { docxOf, pdfOf } from './sample-documents.ts';
import { testTools } from './test-tools.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const page = `<html lang="en"><head><meta property="og:title" content="Calm"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Calm"}</script></head>
<body><article><h1>Calm</h1><p>Both sides kept quiet in the valley on Sunday, residents said by telephone.</p><img src="a"><ul><li><a href="b">More</a></li></ul></article></body></html>`;
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Orontes Wire</title><item><title>Calm</title><description>&lt;p&gt;All quiet.&lt;/p&gt;</description></item></channel></rss>`;
const mail =
  'From: a@example.org\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>All quiet.</p>\r\n--b--\r\n';
const rows = '{"id":"1","text":"All quiet."}\n{"html":"<p>All quiet.</p>","published":"2016-06-12"}\n';
const markdown =
  '---\ntitle: Calm\ndate: 2016-06-12\n---\n\n# Calm\n\nAll **quiet** in [the valley](https://example.org).\n';

const documents: [string, Uint8Array][] = [
  ['a page', bytesOf(page)],
  ['a feed', bytesOf(feed)],
  ['a mail', bytesOf(mail)],
  ['JSON Lines', bytesOf(rows)],
  ['Markdown', bytesOf(markdown)],
  ['a PDF', pdfOf(['The convoy left the depot.', 'It reached the town.'])],
  ['a Word document', docxOf(['The road was closed.', 'It was opened again.'])],
];

/** Bytes overwritten, a piece cut out, a piece doubled. */
const damage = fc.record({
  edits: fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.integer({ min: 0, max: 255 })),
    { maxLength: 8 },
  ),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.double({ min: 0, max: 0.3, noNaN: true }),
  doubled: fc.boolean(),
});

function damaged(
  bytes: Uint8Array,
  { edits, from, length, doubled }: typeof damage extends fc.Arbitrary<infer T> ? T : never,
): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const [place, value] of edits) copy[Math.floor(place * copy.length)] = value;
  const start = Math.floor(from * copy.length);
  const end = Math.min(copy.length, start + Math.floor(length * copy.length));
  const piece = doubled ? [copy.subarray(start, end), copy.subarray(start, end)] : [];
  return Buffer.concat([copy.subarray(0, start), ...piece, copy.subarray(end)]);
}

for (const [name, bytes] of documents) {
  test(`${name}, damaged at random, is read or refused`, async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (change) => {
        const input = damaged(bytes, change);
        const results = await ingest(input, {}, testTools);
        assert.ok(results.length > 0);
        for (const result of results)
          assert.ok(isRefusal(result) ? result.code.startsWith('ingest/') : result.text.trim() !== '');
        assert.deepEqual(await ingest(input, {}, testTools), results);
      }),
      { numRuns: 60, seed: 20160227 },
    );
  });
}

test('any bytes at all are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      assert.ok((await ingest(bytes, {}, testTools)).length > 0);
    }),
    { numRuns: 300, seed: 20160227 },
  );
});

test('plain text of any characters comes back unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), async (text) => {
      const [result] = await ingest(bytesOf(JSON.stringify({ text })), {}, testTools);
      if (result && !isRefusal(result)) assert.equal(result.text, text);
      else assert.equal(text.trim(), '');
    }),
    { numRuns: 300, seed: 20160227 },
  );
});
