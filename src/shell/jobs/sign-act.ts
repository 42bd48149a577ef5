/** Puts a signature under a decision that names a key: one that a client made, or one made here with a key at hand. */
import type { ReviewCommand, ReviewRefusal } from '../../journey/6-review/review.ts';
import { actText, verifyAct } from '../../ledger/signed-act.ts';
import type { Decision } from '../../model/decision.ts';
import { SIGNATURE_MEANS } from '../keys/ed25519.ts';
import type { Signer } from '../keys/signer.ts';
import type { StoredKey } from '../store/queries/keys.ts';

/** What a client signed: the decision as it was drafted at that instant. */
export interface GivenSignature {
  /** UTC instant of the draft; it stands in what was signed. */
  at: string;
  /** 128 hexadecimal digits. */
  signature: string;
}

export interface Signing {
  given?: GivenSignature;
  /** The key that this program holds; it signs what is decided in its name. */
  signer?: Signer;
}

/** So long after it was drafted a signed decision is still taken, and so far a draft may be ahead of this clock. */
const DRAFT_HOLDS_MS = 3_600_000;
const AHEAD_MS = 60_000;

export const keysInUse = (keys: readonly StoredKey[]): Map<string, string> =>
  new Map(keys.filter(({ retired }) => retired === null).map(({ key }) => [key.fingerprint, key.name]));

/** The command with the key that is to sign it: the one it names, or the one at hand when it is in that key's name. */
export function withKey(
  command: ReviewCommand,
  { signer }: Signing,
  inUse: ReadonlyMap<string, string>,
): ReviewCommand {
  if (command.signedBy !== undefined || signer === undefined || inUse.get(signer.fingerprint) !== command.by.trim())
    return command;
  return { ...command, signedBy: signer.fingerprint };
}

/** Null when the draft is fresh. */
export function draftFault({ given }: Signing, now: string): ReviewRefusal | null {
  if (given === undefined) return null;
  const age = Date.parse(now) - Date.parse(given.at);
  return age <= DRAFT_HOLDS_MS && age >= -AHEAD_MS
    ? null
    : refusal('review/draft-outdated', `expected a draft of the last hour, found one of ${given.at}; draft it anew`);
}

/** The decision with its signature, which has been checked; one that names no key as it is. */
export function signed(
  decision: Decision,
  { given, signer }: Signing,
  keys: readonly StoredKey[],
): Decision | ReviewRefusal {
  if (decision.signedBy === undefined) return decision;
  const known = keys.find(({ key }) => key.fingerprint === decision.signedBy);
  const text = actText({ ...decision });
  if (known === undefined || typeof text !== 'string')
    throw new Error('unreachable: the key and the text were checked');
  const here = signer?.fingerprint === decision.signedBy ? signer.sign(text) : undefined;
  const signature = given?.signature ?? here;
  if (signature === undefined)
    return refusal('review/signature-mismatch', `expected a signature of ${decision.signedBy}, found none`);
  const act: Decision = { ...decision, signature };
  const order = { act: Number.MAX_SAFE_INTEGER, registered: known.registered, retired: known.retired };
  const verdict = verifyAct(SIGNATURE_MEANS, { ...act }, known.key, order);
  if (verdict.kind === 'verified') return act;
  return refusal(
    'review/signature-mismatch',
    `${verdict.message} [${verdict.code}]; what would be recorded now is ${text}: draft it anew if it has changed`,
  );
}

const refusal = (code: ReviewRefusal['code'], message: string): ReviewRefusal => ({
  kind: 'refused',
  code,
  where: 'signature',
  message,
  chain: [],
});
