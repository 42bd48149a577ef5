/**
 * The proof of one person's act, to be checked away from the store: the act and its key as sealed, their entries, and the way from
 * each entry to the root. It needs a root and a fingerprint that the reader has from elsewhere.
 */
import { canonicalJson } from './canonical-json.ts';
import { toHex } from './hash.ts';
import { leafHash } from './merkle-tree.ts';
import { refused } from './refusal.ts';
import { type Means, type SignedAct, type SigningKey, verifyAct } from './signed-act.ts';
import { type Verdict, verifyInclusion } from './verify.ts';

/** A document as sealed, with the entry that holds its hash. */
export interface ProvenDocument<T> {
  document: T;
  /** The entry's index. */
  index: number;
  /** The entry in its canonical spelling: its UTF-8 bytes are the leaf. */
  entry: string;
  /** Hashes from the leaf to the root, as in RFC 9162. */
  path: readonly string[];
}

export interface ActProof {
  format: 'act-proof/1';
  size: number;
  root: string;
  act: ProvenDocument<SignedAct>;
  /** As it was registered; null for an act that nobody signed. */
  key: ProvenDocument<SigningKey> | null;
}

/** `verified` says that the act stands under the root and, with a key, that the key signed it. Compare root and fingerprint yourself. */
export function verifyActProof(means: Means, proof: ActProof): Verdict {
  const act = verifyDocument(means, proof, proof.act, `decision:${String(proof.act.document.id)}`);
  if (act.kind === 'refused' || (proof.key === null && proof.act.document.signedBy === undefined)) return act;
  if (proof.key === null)
    return refused('ledger/key-unknown', 'key', `expected the key ${String(proof.act.document.signedBy)}, found none`);
  const key = verifyDocument(means, proof, proof.key, `key:${proof.key.document.fingerprint}`);
  if (key.kind === 'refused') return key;
  const order = { act: proof.act.index, registered: proof.key.index, retired: null };
  return verifyAct(means, proof.act.document, proof.key.document, order);
}

function verifyDocument(
  { hash }: Means,
  { size, root }: ActProof,
  { document, entry, index, path }: ProvenDocument<unknown>,
  subject: string,
): Verdict {
  const bytes = new TextEncoder();
  const text = canonicalJson(document);
  if (typeof text !== 'string') return text;
  const body = toHex(hash(bytes.encode(text)));
  const said = saidBy(entry);
  if (said === null || said.subject !== subject || said.body !== body || said.index !== index)
    return refused(
      'ledger/entry-mismatch',
      `entry ${index}`,
      `expected an entry ${index} about ${subject} with the body ${body}, found ${entry.slice(0, 400)}`,
    );
  return verifyInclusion(hash, { index, size, leaf: toHex(leafHash(hash, bytes.encode(entry))), path }, root);
}

function saidBy(entry: string): { subject: unknown; body: unknown; index: unknown } | null {
  try {
    const value: unknown = JSON.parse(entry);
    if (typeof value !== 'object' || value === null) return null;
    return {
      subject: 'subject' in value ? value.subject : null,
      body: 'body' in value ? value.body : null,
      index: 'index' in value ? value.index : null,
    };
  } catch {
    return null;
  }
}
