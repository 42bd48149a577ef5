import assert from 'node:assert/strict';
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { test } from 'node:test';
import { type ActProof, verifyActProof } from './act-proof.ts';
import { canonicalJson } from './canonical-json.ts';
import { toHex } from './hash.ts';
import { append, EMPTY_FRONTIER, leafHash, rootOf } from './merkle-tree.ts';
import { inclusionPath } from './prove.ts';
import { actText, keyText, type Means, type SignedAct, type SigningKey, verifyAct, verifyKey } from './signed-act.ts';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const publicKeyOf = (bytes: Uint8Array) =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(bytes).toString('base64url') }, format: 'jwk' });
const means: Means = { hash, isSigned: (key, bytes, signature) => verify(null, bytes, publicKeyOf(key), signature) };

/** A private key from its 32 bytes: the fixed prefix is PKCS #8's for Ed25519 (RFC 8410). */
const privateKeyOf = (seed: string) =>
  createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  });
const signatureOf = (seed: string, text: unknown): string =>
  sign(null, Buffer.from(String(text)), privateKeyOf(seed)).toString('hex');
function keyOf(seed: string, name: string): SigningKey {
  const { x } = createPublicKey(privateKeyOf(seed)).export({ format: 'jwk' });
  const bytes = Buffer.from(x ?? '', 'base64url');
  const key = { algorithm: 'Ed25519', fingerprint: toHex(hash(bytes)), publicKey: toHex(bytes), name };
  return { ...key, proof: signatureOf(seed, keyText(key)) };
}

const [SEED, OTHER] = ['01'.repeat(32), '02'.repeat(32)];
const nadia = keyOf(SEED, 'Nadia');
const omar = keyOf(OTHER, 'Omar');
const act = (more: Partial<SignedAct> = {}): SignedAct => {
  const made = {
    id: 'd000001',
    kind: 'status',
    finds: 'met',
    reason: 'seen',
    by: 'Nadia',
    signedBy: nadia.fingerprint,
  };
  const draft: SignedAct = { ...made, ...more };
  return { ...draft, signature: signatureOf(SEED, actText(draft)) };
};
const ORDER = { act: 5, registered: 2, retired: null };
const codeOf = (verdict: ReturnType<typeof verifyAct>): string =>
  verdict.kind === 'refused' ? verdict.code.replace('ledger/', '') : 'verified';

test('the signature function is the Ed25519 of RFC 8032 (its first test vector)', () => {
  const key = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
  const signature = Buffer.from(
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    'hex',
  );
  assert.ok(means.isSigned(key, new Uint8Array(), signature));
});

test('what is signed is the whole act without its signature, named as an act', () => {
  assert.equal(
    actText({ by: 'Nadia', finds: 'met', signature: 'x' }),
    '{"document":{"by":"Nadia","finds":"met"},"format":"trucewatch-act/1"}',
  );
});

const good = act();
const VERDICTS: [fact: string, verdict: ReturnType<typeof verifyAct>, code: string][] = [
  ['an act that its key signed stands', verifyAct(means, good, nadia, ORDER), 'verified'],
  ['a reason that was changed', verifyAct(means, { ...good, reason: 'heard' }, nadia, ORDER), 'signature-mismatch'],
  ['an answer that was changed', verifyAct(means, { ...good, finds: 'missed' }, nadia, ORDER), 'signature-mismatch'],
  ['a number that was changed', verifyAct(means, { ...good, id: 'd000002' }, nadia, ORDER), 'signature-mismatch'],
  ['a member that was added', verifyAct(means, { ...good, seen: '0' }, nadia, ORDER), 'signature-mismatch'],
  ['a name put in place of the signer', verifyAct(means, { ...good, by: 'Omar' }, nadia, ORDER), 'key-name-mismatch'],
  ['the key of another', verifyAct(means, good, omar, ORDER), 'key-unknown'],
  ['the name of another in a key', verifyAct(means, good, { ...nadia, name: 'Omar' }, ORDER), 'signature-mismatch'],
  [
    'a signature of another',
    verifyAct(means, { ...good, signature: signatureOf(OTHER, actText(good)) }, nadia, ORDER),
    'signature-mismatch',
  ],
  [
    'a signature over something else',
    verifyAct(means, { ...good, signature: nadia.proof }, nadia, ORDER),
    'signature-mismatch',
  ],
  [
    'a signature cut short',
    verifyAct(means, { ...good, signature: good.signature?.slice(2) ?? '' }, nadia, ORDER),
    'signature-malformed',
  ],
  ['no signature', verifyAct(means, { ...good, signature: '' }, nadia, ORDER), 'signature-malformed'],
  ['a key registered after the act', verifyAct(means, good, nadia, { ...ORDER, registered: 6 }), 'key-not-in-use'],
  ['a key retired before the act', verifyAct(means, good, nadia, { ...ORDER, retired: 4 }), 'key-not-in-use'],
  ['a key retired after the act', verifyAct(means, good, nadia, { ...ORDER, retired: 9 }), 'verified'],
  [
    'another fingerprint in a key',
    verifyKey(means, { ...nadia, fingerprint: omar.fingerprint }),
    'key-fingerprint-mismatch',
  ],
  ['another algorithm', verifyKey(means, { ...nadia, algorithm: 'none' }), 'key-malformed'],
  ['a key that is no key', verifyKey(means, { ...nadia, publicKey: 'ff' }), 'hash-malformed'],
];
for (const [fact, verdict, code] of VERDICTS)
  test(`signed act: ${fact}: ${code}`, () => assert.equal(codeOf(verdict), code, JSON.stringify(verdict)));

/** A ledger of some entries, the key at 1 and the act at 3. */
function proof(document: SignedAct, key: SigningKey | null): ActProof {
  const entryOf = (index: number, subject: string, sealed: unknown): string => {
    const body = toHex(hash(Buffer.from(String(canonicalJson(sealed)))));
    return String(
      canonicalJson({ format: 'entry/1', index, kind: 'decided', subject, at: '', by: '', body, previous: null }),
    );
  };
  const entries = [
    entryOf(0, 'report:a', 'a'),
    entryOf(1, `key:${key?.fingerprint ?? ''}`, key),
    entryOf(2, 'report:b', 'b'),
    entryOf(3, `decision:${String(document.id)}`, document),
    entryOf(4, 'report:c', 'c'),
  ];
  const leaves = entries.map((entry) => leafHash(hash, Buffer.from(entry)));
  const proven = <T>(index: number, one: T) => ({
    document: one,
    index,
    entry: entries[index] ?? '',
    path: inclusionPath(hash, leaves, index).map(toHex),
  });
  return {
    format: 'act-proof/1',
    size: leaves.length,
    root: toHex(rootOf(hash, append(hash, EMPTY_FRONTIER, leaves))),
    act: proven(3, document),
    key: key === null ? null : proven(1, key),
  };
}

const whole = proof(good, nadia);
const unsigned = proof({ id: 'd000001', by: 'Nadia', reason: 'seen' }, null);
const PROOFS: [fact: string, proof: ActProof, code: string][] = [
  ['a signed act', whole, 'verified'],
  ['an act that nobody signed', unsigned, 'verified'],
  [
    'an act that was changed',
    { ...whole, act: { ...whole.act, document: { ...good, reason: 'heard' } } },
    'entry-mismatch',
  ],
  [
    'an act sealed with a signature that does not fit',
    proof({ ...good, reason: 'heard' }, nadia),
    'signature-mismatch',
  ],
  ['a key that was left out', { ...whole, key: null }, 'key-unknown'],
  ['another root', { ...whole, root: '0'.repeat(64) }, 'inclusion-root-mismatch'],
  ['an entry of another place', { ...whole, act: { ...whole.act, index: 4 } }, 'entry-mismatch'],
  ['an entry that is no JSON', { ...whole, act: { ...whole.act, entry: '{' } }, 'entry-mismatch'],
  [
    'a path cut short',
    { ...whole, act: { ...whole.act, path: whole.act.path.slice(1) } },
    'inclusion-proof-wrong-length',
  ],
];
for (const [fact, given, code] of PROOFS)
  test(`act proof: ${fact}: ${code}`, () => assert.equal(codeOf(verifyActProof(means, given)), code));
