import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { picturesBeside, picturesBesideRow } from './pictures-beside.ts';

const root = mkdtempSync(join(tmpdir(), 'trucewatch-beside-'));
after(() => rmSync(root, { recursive: true }));
const folder = join(root, 'rows');
mkdirSync(join(folder, 'photos'), { recursive: true });
const stripes = Array.from({ length: 12 }, (_, n) => `<rect x="${n * 40}" width="20" height="${60 + n * 20}"/>`).join(
  '',
);
const picture = await sharp(
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320">${stripes}</svg>`),
)
  .png()
  .toBuffer();
writeFileSync(join(folder, 'photos', 'mill.png'), picture);
writeFileSync(join(root, 'outside.png'), picture);
symlinkSync(join(root, 'outside.png'), join(folder, 'link.png'));
const file = join(folder, 'reports.jsonl');

const CASES: readonly (readonly [string, unknown, string[]])[] = [
  ['a path within the folder is read', { images: [{ path: 'photos/mill.png' }] }, ['photos/mill.png']],
  ['a bare string is a path', { images: ['photos/mill.png'] }, ['photos/mill.png']],
  ['a path out of the folder is not', { images: [{ path: '../outside.png' }] }, []],
  ['neither is one that is absolute', { images: [{ path: join(root, 'outside.png') }] }, []],
  ['nor a link that leads out', { images: [{ path: 'link.png' }] }, []],
  ['nor a folder, nor nothing, nor what cannot be a path', { images: ['photos', '', 'none.png', 'a\0b', 7, null] }, []],
  ['what is written into the row is no path', { images: [{ data: 'AAAA' }] }, []],
];
for (const [fact, row, expected] of CASES)
  test(fact, async () => {
    const found = await picturesBesideRow(file, row);
    assert.deepEqual(
      found.map(({ path }) => path),
      expected,
    );
    for (const { sha256, look } of found) assert.deepEqual([sha256.length, look?.length], [64, 64]);
  });

test('pictures are found in every row of lines, of arrays and of wrapped arrays; a broken line names none', async () => {
  const row = { text: 'x', images: ['photos/mill.png'] };
  for (const [name, text] of [
    ['a.jsonl', `{"broken\n${JSON.stringify(row)}`],
    ['a.json', JSON.stringify([row])],
    ['a.json', JSON.stringify({ reports: [row] })],
  ] as const)
    assert.equal((await picturesBeside(join(folder, name), Buffer.from(text))).length, 1, text);
  assert.deepEqual(await picturesBeside(join(folder, 'a.txt'), Buffer.from(JSON.stringify(row))), []);
});
