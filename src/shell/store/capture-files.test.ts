import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { captureFiles } from './capture-files.ts';

const directory = mkdtempSync(join(tmpdir(), 'trucewatch-captures-'));
after(() => rmSync(directory, { recursive: true, force: true }));
const files = captureFiles(directory);

test('bytes are kept under their hash, once, and nothing else is left in the folder', async () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
  const expected = createHash('sha256').update(bytes).digest('hex');
  assert.equal(files.keep(bytes), expected);
  assert.equal(files.keep(bytes), expected);
  assert.deepEqual(new Uint8Array(await files.read(expected)), bytes);
  assert.deepEqual(readdirSync(join(directory, expected.slice(0, 2))), [expected]);
  assert.deepEqual(files.list(), [expected]);
});

test('bytes that are gone or altered are not given out', async () => {
  const sha256 = files.keep(new TextEncoder().encode('a report'));
  writeFileSync(join(directory, sha256.slice(0, 2), sha256), 'another report');
  await assert.rejects(files.read(sha256), { code: 'store/damaged' });
  rmSync(join(directory, sha256.slice(0, 2), sha256));
  await assert.rejects(files.read(sha256), { code: 'store/capture-missing' });
});
