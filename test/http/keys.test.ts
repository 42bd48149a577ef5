/** Signed acts over HTTP: keys are registered and retired, a client signs a draft, the program signs with the key it holds. */
import assert from 'node:assert/strict';
import type { KeyObject } from 'node:crypto';
import { after, before, test } from 'node:test';
import { verifyActProof } from '../../src/ledger/act-proof.ts';
import {
  actProof,
  decided,
  decisionDraft,
  decisionPage,
  keyAnswer,
  keyList,
  ledgerPage,
  problem,
} from '../../src/shell/http/contract.ts';
import { newPrivateKey, SIGNATURE_MEANS } from '../../src/shell/keys/ed25519.ts';
import { keyRequest, signerOf } from '../../src/shell/keys/signer.ts';
import { type ApiOverSeed, apiOverSeed, jsonOf } from './api-over-seed.ts';

const [nadiasKey, omarsKey] = [newPrivateKey(), newPrivateKey()];
const [nadia, omar] = [signerOf(nadiasKey), signerOf(omarsKey)];

let api: ApiOverSeed;
let statement = '';
before(async () => {
  // The program holds Omar's key; Nadia keeps hers.
  api = await apiOverSeed({ signer: omar });
  const { items } = ledgerPage.parse(await jsonOf(await api.get('/api/v1/statements/ledger')));
  statement = `statement:${items[0]?.record.id ?? ''}`;
});
after(() => api.close());

const post = async (path: string, body: object): Promise<Response> =>
  api.app.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { host: 'localhost', 'content-type': 'application/json' },
  });
const refusalOf = async (answer: Response): Promise<string | undefined> =>
  problem.parse(await answer.json()).errors?.[0]?.where;
const register = (key: KeyObject, name: string): Promise<Response> => post('/api/v1/keys', keyRequest(key, name));
const note = (by: string, reason = 'seen') => ({ kind: 'note', about: ['incident:saraqib-market'], reason, by });

/** As a client does it: drafts, signs the text, sends both. */
async function signedBy(key: KeyObject, body: object): Promise<Response> {
  const { fingerprint, sign } = signerOf(key);
  const named = { ...body, signedBy: fingerprint };
  const answer = await post('/api/v1/decisions/draft', named);
  if (!answer.ok) return answer;
  const { decision, text } = decisionDraft.parse(await answer.json());
  return post('/api/v1/decisions', { ...named, signed: { at: decision.at, signature: sign(text) } });
}
const lastSignature = async () =>
  decisionPage.parse(await jsonOf(await api.get('/api/v1/decisions?limit=1'))).items[0]?.signature;

test('a key is registered with a name once, by whoever holds its private half', async () => {
  const stranger = { ...keyRequest(newPrivateKey(), 'Nadia'), publicKey: keyRequest(nadiasKey, 'Nadia').publicKey };
  assert.equal(await refusalOf(await post('/api/v1/keys', stranger)), 'key/not-proven');
  const renamed = { ...keyRequest(nadiasKey, 'Nadia'), name: 'Omar' };
  assert.equal(await refusalOf(await post('/api/v1/keys', renamed)), 'key/not-proven');
  assert.equal((await register(nadiasKey, 'Nadia')).status, 201);
  assert.equal(await refusalOf(await register(nadiasKey, 'Nadia')), 'key/registered-already');
  assert.equal(keyAnswer.parse(await (await register(omarsKey, 'Omar')).json()).held, true);
  const { items } = keyList.parse(await jsonOf(await api.get('/api/v1/keys')));
  assert.deepEqual(
    items.map(({ key: { name, fingerprint }, held }) => [name, fingerprint, held]),
    [
      ['Nadia', nadia.fingerprint, false],
      ['Omar', omar.fingerprint, true],
    ],
  );
});

test('a client signs a decision as it will be recorded, and its proof holds away from the store', async () => {
  const answer = await signedBy(nadiasKey, {
    kind: 'status',
    about: [statement],
    finds: 'met',
    reason: 'seen',
    by: 'Nadia',
  });
  assert.equal(answer.status, 201, await answer.clone().text());
  const { decision } = decided.parse(await answer.json());
  assert.equal(decision.signedBy, nadia.fingerprint);
  assert.deepEqual(await lastSignature(), { state: 'signed', key: nadia.fingerprint });
  const proof = actProof.parse(await jsonOf(await api.get(`/api/v1/decisions/${decision.id}/proof`)));
  assert.deepEqual(verifyActProof(SIGNATURE_MEANS, proof), { kind: 'verified' });
  const { root } = (await jsonOf(await api.get('/api/v1/ledger/root'))) as { root: string };
  assert.equal(proof.root, root);
});

test('what the program holds the key of is signed here, in that name only', async () => {
  assert.equal((await post('/api/v1/decisions', note('Omar'))).status, 201);
  assert.deepEqual(await lastSignature(), { state: 'signed', key: omar.fingerprint });
  assert.equal((await post('/api/v1/decisions', note('Lina'))).status, 201);
  assert.deepEqual(await lastSignature(), { state: 'unsigned', nameHasKey: false });
});

test('a name that has a key and did not sign is said to have not', async () => {
  assert.equal((await post('/api/v1/decisions', note('Nadia'))).status, 201);
  assert.deepEqual(await lastSignature(), { state: 'unsigned', nameHasKey: true });
});

test('a signature that does not fit, and a key that is not theirs, record nothing', async () => {
  const codeOf = async (body: object): Promise<string | undefined> => refusalOf(await post('/api/v1/decisions', body));
  const before = decisionPage.parse(await jsonOf(await api.get('/api/v1/decisions'))).items.length;
  const at = '2026-01-02T00:00:00.000Z';
  const wrong = { at, signature: 'ab'.repeat(64) };
  const named = { ...note('Nadia'), signedBy: nadia.fingerprint };
  assert.equal(await codeOf(named), 'review/signature-mismatch', 'named, and not signed');
  assert.equal(await codeOf({ ...named, signed: wrong }), 'review/signature-mismatch');
  assert.equal(await codeOf({ ...named, by: 'Omar', signed: wrong }), 'review/key-of-another');
  assert.equal(await codeOf({ ...named, signedBy: 'f'.repeat(64), signed: wrong }), 'review/unknown-key');
  const old = { at: '2026-01-01T00:00:00.000Z', signature: wrong.signature };
  assert.equal(await codeOf({ ...named, signed: old }), 'review/draft-outdated');
  // Signed for another reason than the one that is sent.
  const draft = decisionDraft.parse(await (await post('/api/v1/decisions/draft', named)).json());
  const signature = nadia.sign(draft.text);
  const altered = { ...named, reason: 'heard', signed: { at: draft.decision.at, signature } };
  assert.equal(await codeOf(altered), 'review/signature-mismatch');
  assert.equal(decisionPage.parse(await jsonOf(await api.get('/api/v1/decisions'))).items.length, before);
});

test('a signed decision cannot be sent twice', async () => {
  const named = { ...note('Nadia', 'once'), signedBy: nadia.fingerprint };
  const { decision, text } = decisionDraft.parse(await (await post('/api/v1/decisions/draft', named)).json());
  const body = { ...named, signed: { at: decision.at, signature: nadia.sign(text) } };
  assert.equal((await post('/api/v1/decisions', body)).status, 201);
  assert.equal(await refusalOf(await post('/api/v1/decisions', body)), 'review/signature-mismatch');
});

test('a retired key signs no more, and what it signed stands', async () => {
  const path = `/api/v1/keys/${nadia.fingerprint}/retirement`;
  assert.equal((await post(path, { reason: 'the computer was lost' })).status, 201);
  assert.equal(await refusalOf(await post(path, { reason: 'again' })), 'key/retired-already');
  assert.equal(await refusalOf(await signedBy(nadiasKey, note('Nadia'))), 'review/unknown-key');
  const rows = decisionPage.parse(
    await jsonOf(await api.get(`/api/v1/decisions?about=${encodeURIComponent(statement)}`)),
  );
  assert.deepEqual(rows.items[0]?.signature, { state: 'signed', key: nadia.fingerprint });
});
