/** The private key that a command is given: read from its file, with what is wrong told in words. */
import type { KeyObject } from 'node:crypto';
import { KeyFileError, readKeyFile } from '../keys/key-file.ts';
import { type Signer, signerOf } from '../keys/signer.ts';
import { CommandError, EXIT } from './command.ts';

export const KEY_HELP = `  --key FILE      sign with this private key; TRUCEWATCH_KEY_PASSPHRASE opens an encrypted one`;

/** The passphrase comes by the environment: what stands on a command line can be seen by everybody on the computer. */
export const passphraseIn = (environment: NodeJS.ProcessEnv): string | undefined =>
  environment.TRUCEWATCH_KEY_PASSPHRASE === '' ? undefined : environment.TRUCEWATCH_KEY_PASSPHRASE;

export const signerIn = (file: string): Signer =>
  signerOf(keyDoing<KeyObject>(() => readKeyFile(file, passphraseIn(process.env))));

/** What is wrong with a key file ends the command in words. */
export function keyDoing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof KeyFileError) throw new CommandError(EXIT.inputRefused, error.code, error.message);
    throw error;
  }
}
