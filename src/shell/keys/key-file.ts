/**
 * Private keys as files of their own, outside the store: a store is copied, handed to auditors and backed up, and a key that travels
 * with it is no longer one person's. Only its owner may read the file.
 */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Why a key file was not written or not read, for the person at the keyboard. */
export class KeyFileError extends Error {
  readonly code: 'key/exists' | 'key/open-to-others' | 'key/unreadable' | 'key/locked';

  constructor(code: KeyFileError['code'], message: string) {
    super(message);
    this.name = 'KeyFileError';
    this.code = code;
  }
}

/** Where keys are kept when nothing else is said: TRUCEWATCH_KEYS, or a folder in the home of whoever runs the program. */
export function keyFolder(environment: NodeJS.ProcessEnv): string {
  const named = environment.TRUCEWATCH_KEYS;
  return named === undefined || named === '' ? join(homedir(), '.trucewatch', 'keys') : named;
}

/** Writes PKCS #8 in PEM, encrypted when there is a passphrase. An existing file is never written over. */
export function writeKeyFile(path: string, key: KeyObject, passphrase: string | undefined): void {
  const plain = { type: 'pkcs8', format: 'pem' } as const;
  const pem = key.export(passphrase === undefined ? plain : { ...plain, cipher: 'aes-256-cbc', passphrase });
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, pem, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new KeyFileError('key/exists', `${path} exists already: choose another file, a key is never written over`);
    throw new KeyFileError('key/unreadable', `${path} cannot be written: ${String(error)}`);
  }
  // The mode given to writeFileSync is cut by the umask, never widened; this holds it whatever the umask.
  chmodSync(path, 0o600);
}

export function readKeyFile(path: string, passphrase: string | undefined): KeyObject {
  const pem = readOwn(path);
  try {
    const key = createPrivateKey(passphrase === undefined ? pem : { key: pem, passphrase });
    if (key.asymmetricKeyType === 'ed25519') return key;
    throw new KeyFileError('key/unreadable', `${path}: expected an Ed25519 key, found ${key.asymmetricKeyType}`);
  } catch (error) {
    if (error instanceof KeyFileError) throw error;
    if (pem.includes('ENCRYPTED'))
      throw new KeyFileError('key/locked', `${path} is encrypted: give its passphrase in TRUCEWATCH_KEY_PASSPHRASE`);
    throw new KeyFileError('key/unreadable', `${path}: expected a private key in PEM (PKCS #8), found something else`);
  }
}

function readOwn(path: string): string {
  try {
    // Windows has no such bits.
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      throw new KeyFileError('key/open-to-others', `${path} can be read by others: chmod 600 it, or make a new key`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof KeyFileError) throw error;
    throw new KeyFileError('key/unreadable', `${path} cannot be read: ${String(error)}`);
  }
}
