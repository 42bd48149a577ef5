import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { newPrivateKey } from './ed25519.ts';
import { KeyFileError, readKeyFile, writeKeyFile } from './key-file.ts';
import { signerOf } from './signer.ts';

const folder = mkdtempSync(join(tmpdir(), 'trucewatch-keys-'));
after(() => rmSync(folder, { recursive: true }));
const key = newPrivateKey();
const at = (name: string): string => join(folder, 'keys', name);
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    return error instanceof KeyFileError ? error.code : String(error);
  }
};

test('a key file can be read by its owner only, and gives the same key back', () => {
  writeKeyFile(at('plain.pem'), key, undefined);
  assert.equal(statSync(at('plain.pem')).mode & 0o777, 0o600);
  assert.equal(statSync(join(folder, 'keys')).mode & 0o777, 0o700);
  assert.equal(signerOf(readKeyFile(at('plain.pem'), undefined)).fingerprint, signerOf(key).fingerprint);
});

test('a key is never written over', () => {
  const before = readFileSync(at('plain.pem'), 'utf8');
  assert.equal(
    codeOf(() => writeKeyFile(at('plain.pem'), newPrivateKey(), undefined)),
    'key/exists',
  );
  assert.equal(readFileSync(at('plain.pem'), 'utf8'), before);
});

test('a key file that others can read is refused', () => {
  chmodSync(at('plain.pem'), 0o644);
  assert.equal(
    codeOf(() => readKeyFile(at('plain.pem'), undefined)),
    'key/open-to-others',
  );
  chmodSync(at('plain.pem'), 0o600);
});

test('an encrypted key opens with its passphrase alone', () => {
  writeKeyFile(at('locked.pem'), key, 'seven geese');
  assert.doesNotMatch(readFileSync(at('locked.pem'), 'utf8'), /BEGIN PRIVATE KEY/);
  assert.equal(signerOf(readKeyFile(at('locked.pem'), 'seven geese')).fingerprint, signerOf(key).fingerprint);
  assert.equal(
    codeOf(() => readKeyFile(at('locked.pem'), undefined)),
    'key/locked',
  );
  assert.equal(
    codeOf(() => readKeyFile(at('locked.pem'), 'six geese')),
    'key/locked',
  );
});

test('what is no Ed25519 key is refused in words', () => {
  writeFileSync(at('other.pem'), 'hello', { mode: 0o600 });
  assert.equal(
    codeOf(() => readKeyFile(at('other.pem'), undefined)),
    'key/unreadable',
  );
  assert.equal(
    codeOf(() => readKeyFile(at('none.pem'), undefined)),
    'key/unreadable',
  );
});
