/** The language identifier and the hash that ingest is given. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeIngestTools } from './ingest-tools.ts';

const tools = makeIngestTools();

const languages: [string, string | null][] = [
  ['Residents of the valley said on Sunday that both sides had kept quiet.', 'en'],
  ['Les habitants de la vallée ont déclaré dimanche que le calme régnait.', 'fr'],
  ['غارة على سوق في صنعاء', 'ar'],
  ['حمله به بازار شهر', null],
  ['گلوله‌باران', null],
  ['قال سكان الوادي يوم الأحد إن الطرفين التزما بوقف إطلاق النار طوال الليل', 'ar'],
  ['Жители долины заявили в воскресенье, что обе стороны соблюдали перемирие.', 'ru'],
  ['Calm.', null],
  ['12:30 4/5 99', null],
];

for (const [text, expected] of languages) {
  test(`the language of "${text.slice(0, 20)}" is ${expected ?? 'not told'}`, async () =>
    assert.equal(await tools.identifyLanguage(text), expected));
}

test('the hash is SHA-256 in lower-case hex', () => {
  assert.equal(
    tools.sha256(new TextEncoder().encode('abc')),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
