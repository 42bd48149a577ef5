import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { lockHolder, takeLock } from './lock.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function folder(lock?: unknown): string {
  const path = mkdtempSync(join(tmpdir(), 'trucewatch-lock-'));
  folders.push(path);
  if (lock !== undefined) writeFileSync(join(path, 'lock'), typeof lock === 'string' ? lock : JSON.stringify(lock));
  return path;
}
const SINCE = '2026-01-02T03:04:05.000Z';
/** No process has this number: Linux ends at 2^22. */
const NOBODY = 2 ** 30;

test('a lock is held by its process until it is released', () => {
  const path = folder();
  const lock = takeLock(path, SINCE);
  assert.deepEqual(
    [lockHolder(path)?.pid, lockHolder(path)?.host, lockHolder(path)?.since],
    [process.pid, hostname(), SINCE],
  );
  assert.throws(() => takeLock(path, SINCE), { code: 'store/locked' });
  lock.release();
  assert.equal(lockHolder(path), null);
  assert.equal(existsSync(join(path, 'lock')), false);
});

test('locks that nobody living holds are taken over', () => {
  const owner = { pid: NOBODY, host: hostname(), born: null, since: SINCE };
  const stale: [string, unknown][] = [
    ['its process is gone', owner],
    ['another process has its number now', { ...owner, pid: process.pid, born: 'another boot/1' }],
    ['it was cut short', '{"pid": 1'],
    ['it is empty', ''],
  ];
  for (const [what, lock] of stale) {
    const path = folder(lock);
    assert.equal(lockHolder(path), null, what);
    takeLock(path, SINCE).release();
    assert.equal(existsSync(join(path, 'lock')), false, what);
  }
});

test('a lock of another machine is never taken over', () => {
  const path = folder({ pid: NOBODY, host: 'another machine', born: null, since: SINCE });
  assert.throws(() => takeLock(path, SINCE), { code: 'store/locked', message: /another machine/ });
});

test('releasing leaves a lock that somebody else took meanwhile', () => {
  const path = folder();
  const lock = takeLock(path, SINCE);
  const other = JSON.stringify({ pid: NOBODY, host: 'another machine', born: null, since: SINCE });
  writeFileSync(join(path, 'lock'), other);
  lock.release();
  assert.equal(readFileSync(join(path, 'lock'), 'utf8'), other);
});
