/** One report through every format: the whole report is compared, so that no field changes unseen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from '../../model/report.ts';
import { type Hints, isRefusal } from './adapter.ts';
import { adapters } from './adapters.ts';
import { ingest, ingestRow } from './ingest.ts';
import { docxOf, pdfOf } from './sample-documents.ts';
import { testTools } from './test-tools.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(input: string | Uint8Array, hints: Hints = {}): Promise<Report[]> {
  const results = await ingest(typeof input === 'string' ? bytesOf(input) : input, hints, testTools);
  return results.filter((result): result is Report => !isRefusal(result));
}

/** A report as compared: everything but the id, which the tests of ids look at. */
async function one(input: string | Uint8Array, hints: Hints = {}): Promise<Partial<Report>> {
  const reports = await read(input, hints);
  assert.equal(reports.length, 1);
  const { id: _, ...rest } = reports[0] ?? {};
  return rest;
}

const bare = {
  title: null,
  language: 'und',
  published: null,
  publishedBasis: null,
  byline: null,
  source: null,
  url: null,
  notes: [],
};

test('plain text is kept code unit for code unit', async () => {
  const text = 'Calm in the valley\r\n\r\n  Both sides kept quiet. \u200b\t\n';
  assert.deepEqual(await one(text), { ...bare, text, title: 'Calm in the valley' });
});

test('hints win over what the bytes say', async () => {
  const html =
    '<html lang="de"><head><meta property="article:published_time" content="2016-05-01"></head><body><p>Both sides kept quiet, residents of the valley said.</p></body></html>';
  const hints = {
    id: 'r1',
    published: '2016-06-15',
    source: 'Orontes Wire',
    language: 'en',
    url: 'https://example.org/a',
  };
  const [report] = await read(html, hints);
  const text = 'Both sides kept quiet, residents of the valley said.';
  assert.deepEqual(report, { ...bare, ...hints, text, publishedBasis: 'given' });
});

test('a page that claims the language of its template is given that of its words', async () => {
  const tools = { ...testTools, identifyLanguage: async () => 'de' };
  const language = async (lang: string) => {
    const [result] = await ingest(
      bytesOf(`<html lang="${lang}"><body><p>Beide Seiten blieben ruhig.</p></body></html>`),
      {},
      tools,
    );
    return result && !isRefusal(result) && result.language;
  };
  assert.deepEqual([await language('en'), await language('de-AT')], ['de', 'de-AT']);
});

test('the id is the SHA-256 of the text unless one is given', async () => {
  const [report] = await read('abc');
  assert.equal(report?.id, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a row keeps its text, its id and its date', async () => {
  const row = {
    id: 7,
    title: 'Calm',
    text: 'Both sides\u0000 kept quiet \ud800.',
    published: '2016-03-01',
    source: 'Orontes Wire',
    language: 'en',
  };
  const expected = {
    ...bare,
    id: '7',
    title: 'Calm',
    text: row.text,
    published: '2016-03-01',
    publishedBasis: 'given',
    source: 'Orontes Wire',
    language: 'en',
  };
  assert.deepEqual(await ingestRow(row, 'row 1', {}, testTools), expected);
  assert.deepEqual(await read(JSON.stringify(row)), [expected]);
  assert.deepEqual(await read(JSON.stringify({ articles: [row] })), [expected]);
  assert.deepEqual(await read(`${JSON.stringify(row)}\n\n${JSON.stringify(row)}\n`), [expected, expected]);
});

test('a row of HTML is read like a page', async () => {
  const row = {
    html: '<html><head><title>Calm</title></head><body><p>Both sides kept quiet in the valley on Sunday, residents said.</p></body></html>',
  };
  const result = await ingestRow(row, 'row 1', {}, testTools);
  assert.equal(!isRefusal(result) && result.text, 'Both sides kept quiet in the valley on Sunday, residents said.');
});

test('rows that fail stand beside those that do not', async () => {
  const results = await ingest(bytesOf('{"text":"One."}\n{"text":7}\n{broken\n{"text":"Two."}\n'), {}, testTools);
  assert.deepEqual(
    results.map((result) => (isRefusal(result) ? [result.code, result.where] : result.text)),
    ['One.', ['ingest/row-not-a-report', 'line 2, text'], ['ingest/json-broken', 'line 3'], 'Two.'],
  );
});

test('an RSS item is a report with its own date, author and address', async () => {
  const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Orontes Wire</title>
    <item><title>Convoy &amp; calm</title><link>https://example.org/1</link><pubDate>Sun, 12 Jun 2016 10:00:00 +0300</pubDate>
    <dc:creator>N. Haddad</dc:creator><description>&lt;p&gt;A convoy left.&lt;/p&gt;&lt;p&gt;It arrived.&lt;/p&gt;</description></item>
    <item><title>Only a headline</title></item></channel></rss>`;
  const reports = await read(rss);
  assert.deepEqual(
    reports.map(({ id: _, ...report }) => report),
    [
      {
        ...bare,
        title: 'Convoy & calm',
        text: 'A convoy left.\n\nIt arrived.',
        published: '2016-06-12T10:00:00+03:00',
        publishedBasis: 'metadata',
        byline: 'N. Haddad',
        source: 'Orontes Wire',
        url: 'https://example.org/1',
      },
      { ...bare, title: 'Only a headline', text: 'Only a headline', source: 'Orontes Wire' },
    ],
  );
});

test('an Atom entry is a report', async () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Orontes Wire</title><entry><title>Calm</title><link href="https://example.org/2"/>
    <published>2016-06-12T10:00:00Z</published><author><name>N. Haddad</name></author><content type="html">&lt;p&gt;All quiet.&lt;/p&gt;</content></entry></feed>`;
  const expected = {
    ...bare,
    title: 'Calm',
    text: 'All quiet.',
    published: '2016-06-12T10:00:00Z',
    publishedBasis: 'metadata',
    byline: 'N. Haddad',
    source: 'Orontes Wire',
    url: 'https://example.org/2',
  };
  assert.deepEqual(await one(atom), expected);
});

test('a mail gives subject, sender and date, and its picture is kept', async () => {
  const mail = [
    'From: Field desk <desk@example.org>',
    'Subject: =?utf-8?q?Convoy_turned_back?=',
    'Date: Sun, 12 Jun 2016 10:00:00 +0300',
    'Message-ID: <1@example.org>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The convoy turned back at noon.',
    '',
    '-- ',
    'Field desk, Beirut',
    '--b',
    'Content-Type: image/png',
    'Content-Disposition: attachment; filename="map.png"',
    '',
    'x',
    '--b--',
    '',
  ].join('\r\n');
  const report = await one(mail);
  assert.deepEqual(report, {
    ...bare,
    title: 'Convoy turned back',
    text: 'The convoy turned back at noon.',
    published: report.published,
    publishedBasis: 'metadata',
    source: 'Field desk',
    pictures: [
      {
        name: 'map.png',
        sha256: '73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac',
        look: null,
      },
    ],
  });
  assert.match(report.published ?? '', /^2016-06-12T/);
});

test('Markdown loses its marks and keeps its paragraphs', async () => {
  const markdown =
    '---\ntitle: Weekly note\ndate: 2016-06-12\nsource: Orontes Wire\n---\n\n## North\n\nA **convoy** left\n[the town](https://example.org).\n\n- one\n- two\n';
  const expected = {
    ...bare,
    title: 'Weekly note',
    text: 'North\n\nA convoy left the town.\n\none\n\ntwo',
    published: '2016-06-12',
    publishedBasis: 'metadata',
    source: 'Orontes Wire',
  };
  assert.deepEqual(await one(markdown), expected);
});

test('a PDF gives its text and what it says about itself', async () => {
  const pdf = pdfOf(['The convoy left the depot in the morn-', 'ing and reached the town at noon.']);
  const expected = {
    ...bare,
    title: 'Weekly note',
    text: 'The convoy left the depot in the morning and reached the town at noon.',
    byline: 'N. Haddad',
    published: '2016-06-12',
    publishedBasis: 'metadata',
  };
  assert.deepEqual(await one(pdf), expected);
});

test('a Word document gives its paragraphs', async () => {
  const expected = {
    ...bare,
    title: 'Camp & road',
    text: 'The road was closed.\n\nIt was opened again.',
    byline: 'R. Saleh',
  };
  assert.deepEqual(await one(docxOf(['The road was closed.', 'It was opened again.'])), expected);
});

test('a dateline dates a report that has no other date, and names its agency', async () => {
  const report = await one('HAMA, 4 March 2016 (Orontes Wire) -- Both sides kept quiet.');
  assert.deepEqual(
    [report.published, report.publishedBasis, report.source],
    ['2016-03-04', 'dateline', 'Orontes Wire'],
  );
});

test('the address of a page dates it when nothing else does', async () => {
  const [report] = await read('Both sides kept quiet.', { url: 'https://example.org/2016/03/04/quiet' });
  assert.deepEqual([report?.published, report?.publishedBasis], ['2016-03-04', 'inferred']);
});

test('dates that no report can have are noted and not taken', async () => {
  for (const published of ['0000-01-01', '9999-12-31', '2016-02-30', 'soon']) {
    const [report] = await read('Both sides kept quiet.', { published });
    assert.deepEqual(
      [report?.published, report?.notes.map((note) => note.code)],
      [null, ['published-implausible']],
      published,
    );
  }
});

test('a date ahead of the receipt is kept as stated and noted; without a receipt none is held against', async () => {
  const ahead = { published: '2031-03-04', receivedAt: '2016-03-05T00:00:00.000Z' };
  const [report] = await read('Both sides kept quiet.', ahead);
  assert.deepEqual(
    [report?.published, report?.notes.map((note) => note.code)],
    ['2031-03-04', ['published-ahead-of-receipt']],
  );
  const [own] = await read('Both sides kept quiet.', { published: '2031-03-04' });
  assert.deepEqual(own?.notes, []);
});

test('the same bytes give the same report twice', async () => {
  const page =
    '<html><body><article><p>Both sides kept quiet in the valley on Sunday, residents said by telephone.</p></article></body></html>';
  assert.deepEqual(await read(page), await read(page));
});

test('adapters have ids that differ and say what they take', () => {
  assert.equal(new Set(adapters.map((adapter) => adapter.id)).size, adapters.length);
  for (const adapter of adapters) assert.match(adapter.sentence, /\.$/, adapter.id);
});
