/** `trucewatch verify --act` and `--proof`: one decision proved away from the store. */
import { readFileSync } from 'node:fs';
import { type ActProof, verifyActProof } from '../../ledger/act-proof.ts';
import { actProof } from '../http/contract.ts';
import { SIGNATURE_MEANS } from '../keys/ed25519.ts';
import { CommandError, type CommandIo, EXIT } from './command.ts';
import { withStore } from './with-store.ts';

export async function printProof(
  where: { data?: string | undefined; database?: string | undefined },
  decision: string,
  io: CommandIo,
): Promise<number> {
  const proof = await withStore(where, (store) => store.actProof(decision));
  if (proof === null)
    throw new CommandError(EXIT.inputRefused, 'verify/unknown-decision', `no decision has the id ${decision}`);
  io.stdout.write(`${JSON.stringify(proof, null, 2)}\n`);
  return EXIT.done;
}

export function checkProof(file: string, io: CommandIo): number {
  const proof = proofIn(file);
  const verdict = verifyActProof(SIGNATURE_MEANS, proof);
  if (verdict.kind === 'refused') {
    io.stdout.write(`does not hold: ${verdict.where}: ${verdict.message} [${verdict.code}]\n`);
    return EXIT.inputRefused;
  }
  const { by } = proof.act.document;
  const signed = proof.key === null ? 'not signed' : `signed with ${proof.key.document.fingerprint}`;
  io.stdout.write(`${proof.size}:${proof.root}\n${String(proof.act.document.id)} by ${by}, ${signed}: holds\n`);
  return EXIT.done;
}

function proofIn(file: string): ActProof {
  try {
    return actProof.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CommandError(EXIT.inputRefused, 'verify/not-a-proof', `${file}: expected act-proof/1: ${message}`);
  }
}
