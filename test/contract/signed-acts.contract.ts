/** What every store must hold to about acts that persons sign. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actText } from '../../src/ledger/signed-act.ts';
import type { Decision } from '../../src/model/decision.ts';
import { registerKey, retireKey } from '../../src/shell/jobs/keys.ts';
import { newPrivateKey } from '../../src/shell/keys/ed25519.ts';
import { keyRequest, signerOf } from '../../src/shell/keys/signer.ts';
import type { Store } from '../../src/shell/store/store.ts';
import { AT, BY } from './sample-data.ts';
import type { Fresh } from './store.contract.ts';

export function signedActsContract(name: string, fresh: () => Promise<Fresh>): void {
  const fact = (what: string, run: (given: Fresh) => Promise<void>): void => {
    test(`${name}: ${what}`, async () => run(await fresh()));
  };
  const found = async (store: Store): Promise<string[]> =>
    (await store.verify()).discrepancies.map(({ kind, where, key }) => `${kind} ${where} ${key}`);

  fact('verify counts what was signed and what was not', async ({ store }) => {
    const nadia = await registered(store, 'Nadia');
    await record(store, nadia.sign(note('d000001', 'Nadia')));
    await record(store, note('d000002', 'Omar'));
    const { acts, discrepancies } = await store.verify();
    assert.deepEqual([acts, discrepancies], [{ signed: 1, unsigned: 1, broken: 0 }, []]);
  });

  fact('an act that was altered together with the whole ledger is named by its signature', async ({ store }) => {
    const nadia = await registered(store, 'Nadia');
    // As whoever rewrites everything would have it: the entries agree with the row, and the person did not sign this.
    await record(store, { ...nadia.sign(note('d000001', 'Nadia')), reason: 'nothing was seen' });
    await record(store, nadia.sign(note('d000002', 'Nadia')));
    assert.deepEqual(await found(store), ['altered signatures d000001']);
    assert.match((await store.verify()).discrepancies[0]?.message ?? '', /signature-mismatch/);
  });

  fact('an act put under the name of another, or signed with a key that is not there, is named', async ({ store }) => {
    const [nadia, omar] = [await registered(store, 'Nadia'), await registered(store, 'Omar')];
    await record(store, nadia.sign(note('d000001', 'Omar')));
    await record(store, { ...nadia.sign(note('d000002', 'Nadia')), signedBy: omar.fingerprint });
    await record(store, { ...note('d000003', 'Lina'), signedBy: 'f'.repeat(64), signature: 'a'.repeat(128) });
    assert.deepEqual(await found(store), [
      'altered signatures d000001',
      'altered signatures d000002',
      'altered signatures d000003',
    ]);
  });

  fact('a key counts from its registration to its retirement, in the order of the ledger', async ({ store }) => {
    const key = newPrivateKey();
    const nadia = signing(key);
    await record(store, nadia.sign(note('d000001', 'Nadia')));
    await registerKey(store, keyRequest(key, 'Nadia'), AT);
    await record(store, nadia.sign(note('d000002', 'Nadia')));
    await retireKey(store, { fingerprint: nadia.fingerprint, reason: 'lost' }, AT);
    await record(store, nadia.sign(note('d000003', 'Nadia')));
    assert.deepEqual(await found(store), ['altered signatures d000001', 'altered signatures d000003']);
  });

  fact('a row of a key that was altered is named, and so is one that was removed', async ({ store, tamper }) => {
    const { fingerprint } = await registered(store, 'Nadia');
    await tamper(`update person_keys set name = 'Omar'`);
    assert.deepEqual(await found(store), [`altered person_keys ${fingerprint}`]);
    await tamper('delete from person_keys');
    assert.deepEqual(await found(store), [`missing person_keys ${fingerprint}`]);
  });

  fact('the proof of an act that came before many others holds', async ({ store }) => {
    const nadia = await registered(store, 'Nadia');
    for (let n = 1; n <= 9; n++) await record(store, nadia.sign(note(`d00000${n}`, 'Nadia')));
    const proof = await store.actProof('d000004');
    assert.deepEqual([proof?.size, proof?.act.index, proof?.key?.index], [10, 4, 0]);
    assert.equal(await store.actProof('d000099'), null);
  });
}

const note = (id: string, by: string): Decision => ({
  id,
  kind: 'note',
  about: ['report:r1'],
  reason: 'seen',
  by,
  at: AT,
});

const record = (store: Store, decision: Decision) =>
  store.record({ changes: [{ kind: 'decided', decision }], at: AT, by: BY });

function signing(key: ReturnType<typeof newPrivateKey>) {
  const { fingerprint, sign } = signerOf(key);
  return {
    fingerprint,
    sign: (decision: Decision): Decision => {
      const named = { ...decision, signedBy: fingerprint };
      return { ...named, signature: sign(String(actText(named))) };
    },
  };
}

async function registered(store: Store, name: string) {
  const key = newPrivateKey();
  const answer = await registerKey(store, keyRequest(key, name), AT);
  assert.ok('fingerprint' in answer, JSON.stringify(answer));
  return signing(key);
}
