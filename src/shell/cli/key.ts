/** `trucewatch key`: makes, registers, lists and retires the keys with which persons sign what they decide. */
import { join } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { PersonKey } from '../../model/person-key.ts';
import { newPrivateKey } from '../keys/ed25519.ts';
import { keyFolder, writeKeyFile } from '../keys/key-file.ts';
import { keyRequest, signerOf } from '../keys/signer.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';
import { DESK_HELP, DESK_OPTIONS, type DeskPlace, withDesk } from './desk.ts';
import { keyDoing, passphraseIn } from './own-key.ts';
import { STORE_HELP, STORE_OPTIONS } from './with-store.ts';

export const keyCommand: Command = {
  name: 'key',
  summary: 'make, list and retire the keys with which persons sign',
  help: `usage: trucewatch key new --name NAME [--out FILE]
       trucewatch key list
       trucewatch key retire FINGERPRINT --reason TEXT

new     makes an Ed25519 key, keeps its private half in a file that only its owner can read, and registers the public half
        with NAME. Give the fingerprint that it prints to those who will check your signatures, by a way they trust.
list    prints each key: fingerprint, name, since when, and until when it was used.
retire  takes a key out of use, when it was lost or its holder left. What it signed before stands.

  --name NAME     under which the key signs: a decision signed with it is by this name
  --out FILE      where the private half is kept (default: FINGERPRINT.pem in TRUCEWATCH_KEYS, or ~/.trucewatch/keys)
  --reason TEXT   why the key is retired
${DESK_HELP}
${STORE_HELP}

With TRUCEWATCH_KEY_PASSPHRASE the file is encrypted. A key that is lost cannot be had again: make another.

Exit status: 0 done, 2 usage, 65 refused, 70 defect of the program, 74 store or disk.`,
  run,
};

const OPTIONS = {
  ...STORE_OPTIONS,
  ...DESK_OPTIONS,
  name: { type: 'string' },
  out: { type: 'string' },
  reason: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

interface Asked extends DeskPlace {
  name?: string | undefined;
  out?: string | undefined;
  reason?: string | undefined;
}

async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parsed(args);
  const [action, fingerprint, ...more] = positionals;
  const doing = ACTIONS[action ?? ''];
  if (doing === undefined || more.length > 0)
    throw usage(`expected new, list or retire, found "${positionals.join(' ')}"`);
  const lines = await doing(values, fingerprint);
  io.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return EXIT.done;
}

async function makeKey({ name, out, ...place }: Asked): Promise<string[]> {
  if (name === undefined || name.trim() === '') throw usage('new: expected --name NAME');
  const key = newPrivateKey();
  const { fingerprint } = signerOf(key);
  const file = out ?? join(keyFolder(process.env), `${fingerprint}.pem`);
  return withDesk(place, async (desk) => {
    // The file first: a key that is registered and that nobody holds would be worse than one that nobody knows.
    keyDoing(() => writeKeyFile(file, key, passphraseIn(process.env)));
    const registered = await desk.register(keyRequest(key, name.trim()));
    return [`fingerprint ${registered.fingerprint}`, `name        ${registered.name}`, `private key ${file}`];
  });
}

async function listKeys(place: Asked): Promise<string[]> {
  const keys = await withDesk(place, (desk) => desk.keys());
  return keys.length === 0 ? ['no key is registered; trucewatch key new --name NAME makes one'] : keys.map(lineOf);
}

async function retire({ reason, ...place }: Asked, fingerprint: string | undefined): Promise<string[]> {
  if (fingerprint === undefined || reason === undefined) throw usage('retire: expected FINGERPRINT --reason TEXT');
  return withDesk(place, async (desk) => [lineOf(await desk.retire(fingerprint, reason))]);
}

const ACTIONS: Readonly<Record<string, (asked: Asked, fingerprint: string | undefined) => Promise<string[]>>> = {
  new: makeKey,
  list: listKeys,
  retire,
};

const lineOf = ({ fingerprint, name, at, retired }: PersonKey): string =>
  [
    fingerprint,
    name,
    `since ${at}`,
    ...(retired === undefined ? [] : [`retired ${retired.at}: ${retired.reason}`]),
  ].join('  ');

function parsed(args: string[]): { values: Asked; positionals: string[] } {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

const usage = (message: string): CommandError =>
  new CommandError(EXIT.usage, 'cli/usage', `${message}; see trucewatch key --help`);
