/** Pictures that come with mail, pages and rows: kept by name and hash beside the words, never part of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from './adapter.ts';
import { ingest, ingestRow } from './ingest.ts';
import { testTools } from './test-tools.ts';

/** Any bytes will do here: what they look like is told elsewhere. */
const BASE64 = Buffer.from('x'.repeat(90)).toString('base64');
const WORDS =
  'Shells fell on the mill of the town on Tuesday morning, and the miller said that nobody was hurt by them.';

const named = (report: Awaited<ReturnType<typeof ingestRow>>): string[] => {
  assert.ok(!isRefusal(report), JSON.stringify(report));
  assert.ok(!report.text.includes(BASE64.slice(0, 20)));
  return (report.pictures ?? []).map(({ name, sha256 }) => `${name} ${sha256.length}`);
};

test('a row carries pictures by name, with or without the head of a data URI', async () => {
  const images = [{ name: 'mill.jpg', data: BASE64 }, { data: `data:image/png;base64,${BASE64}` }];
  assert.deepEqual(named(await ingestRow({ text: WORDS, images }, 'row', {}, testTools)), [
    'mill.jpg 64',
    'picture 2 64',
  ]);
});

test('pictures written into a page are taken out of it', async () => {
  const html = `<html><body><article><p>${WORDS}</p><img src="data:image/png;base64,${BASE64}"></article></body></html>`;
  const [report] = await ingest(Buffer.from(html), { name: 'a.html' }, testTools);
  assert.ok(report);
  assert.deepEqual(named(report), ['picture 1 64']);
});

test('pictures of a mail are kept, its other attachments named', async () => {
  const mail = [
    'From: Wire <wire@example.org>',
    'Subject: Mill',
    'Date: Tue, 3 May 2016 10:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    WORDS,
    '--b',
    'Content-Type: image/jpeg; name="mill.jpg"',
    'Content-Disposition: attachment; filename="mill.jpg"',
    'Content-Transfer-Encoding: base64',
    '',
    BASE64,
    '--b',
    'Content-Type: application/pdf; name="list.pdf"',
    'Content-Disposition: attachment; filename="list.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    BASE64,
    '--b--',
    '',
  ].join('\r\n');
  const [report] = await ingest(Buffer.from(mail), { name: 'a.eml' }, testTools);
  assert.ok(report);
  assert.deepEqual(named(report), ['mill.jpg 64']);
  assert.deepEqual(!isRefusal(report) && report.notes.map(({ code }) => code), ['attachment-not-read']);
});

test('a report without pictures has no field for them', async () => {
  const report = await ingestRow({ text: WORDS }, 'row', {}, testTools);
  assert.ok(!('pictures' in report));
});

test('a picture that lies beside the row is named by what was found there, and noted when nothing was', async () => {
  const beside = [{ path: 'photos/mill.jpg', sha256: 'ab'.repeat(32), look: null }];
  const images = [{ path: 'photos/mill.jpg' }, { name: 'the mill', path: 'photos/mill.jpg' }, '../secret.jpg'];
  const report = await ingestRow({ text: WORDS, images }, 'row', { beside }, testTools);
  assert.deepEqual(named(report), ['photos/mill.jpg 64', 'the mill 64']);
  assert.deepEqual(!isRefusal(report) && report.notes.map(({ code }) => code), ['picture-not-read']);
});
