import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, parseCanonical, sameCanonical } from './canonical-json.ts';
import { toHex } from './hash.ts';
import { append, EMPTY_FRONTIER, leafHash, nodeHash, rootOf } from './merkle-tree.ts';
import { consistencyPath, inclusionPath } from './prove.ts';
import { sha256 } from './sha-256.ts';
import { verifyConsistency, verifyInclusion } from './verify.ts';

const nodeSha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const entry = (index: number): Uint8Array => new TextEncoder().encode(`entry ${index}`);
const leaves = (size: number): Uint8Array[] =>
  Array.from({ length: size }, (_, index) => leafHash(nodeSha256, entry(index)));

interface Case {
  description: string;
  mustFail: boolean;
  code?: string | null;
}
function vectors<T extends Case>(name: string): T[] {
  const file = new URL(`../../test/vectors/ledger/${name}.json`, import.meta.url);
  const { cases }: { cases: T[] } = JSON.parse(readFileSync(file, 'utf8'));
  return cases;
}
const verdictCode = (verdict: { kind: string; code?: string }): string | null => verdict.code ?? null;

/** The definition of RFC 9162 read aloud: no frontier, no loops, every hash made again each time. */
function slowRoot(of: readonly Uint8Array[]): Uint8Array {
  const [only] = of;
  if (only === undefined) return nodeSha256(new Uint8Array(0));
  if (of.length === 1) return only;
  let k = 1;
  while (k * 2 < of.length) k *= 2;
  return nodeHash(nodeSha256, slowRoot(of.slice(0, k)), slowRoot(of.slice(k)));
}

test('the canonical form is that of RFC 8785, and other spellings are refused with their code', () => {
  for (const { description, json, canonical, mustFail, code } of vectors<
    Case & { json: string; canonical: string | null }
  >('canonical-json')) {
    if (mustFail) {
      const outcome = parseCanonical(json);
      assert.equal('code' in outcome ? outcome.code : 'accepted', code, description);
    } else {
      assert.equal(canonicalJson(JSON.parse(json)), canonical, description);
      assert.deepEqual(parseCanonical(canonical ?? ''), { value: JSON.parse(canonical ?? '') }, description);
    }
  }
});

test('values that JSON would change in silence have no canonical form', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  const wrong: [unknown, string][] = [
    [undefined, 'ledger/not-json'],
    [[undefined], 'ledger/not-json'],
    [10n, 'ledger/not-json'],
    [() => 1, 'ledger/not-json'],
    [Symbol('a'), 'ledger/not-json'],
    [new Date(0), 'ledger/not-json'],
    [new Map(), 'ledger/not-json'],
    [new Uint8Array(1), 'ledger/not-json'],
    [Number.NaN, 'ledger/not-finite'],
    [{ a: [Number.NEGATIVE_INFINITY] }, 'ledger/not-finite'],
    [cyclic, 'ledger/too-deep'],
    ['a\ud800', 'ledger/lone-surrogate'],
  ];
  for (const [value, code] of wrong) {
    const outcome = canonicalJson(value);
    assert.equal(typeof outcome === 'string' ? outcome : outcome.code, code);
  }
  assert.equal(canonicalJson({ a: undefined, b: 1 }), '{"b":1}');
});

test('the canonical form round-trips and does not depend on the order of members', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalJson(value);
      assert.ok(typeof text === 'string');
      assert.equal(canonicalJson(JSON.parse(text)), text);
      assert.ok(!('code' in parseCanonical(text)));
    }),
    { numRuns: 100 },
  );
});

test('two values are found the same without being written exactly when their canonical forms are', () => {
  const pairs: [unknown, unknown, boolean][] = [
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: undefined, b: 2 }, { b: 2 }, true],
    [[1, 2], { 0: 1, 1: 2 }, false],
    [[], {}, false],
    [null, {}, false],
    [0, -0, true],
    ['1', 1, false],
    [{ b: [1, { c: 'x' }], a: null }, { a: null, b: [1, { c: 'x' }] }, true],
    [undefined, undefined, false],
  ];
  for (const [a, b, same] of pairs) assert.equal(sameCanonical(a, b), same, JSON.stringify([a, b]));
  const json = fc.jsonValue({ noUnicodeString: false });
  fc.assert(
    fc.property(json, json, (a, b) => {
      assert.equal(sameCanonical(a, b), canonicalJson(a) === canonicalJson(b));
      assert.ok(sameCanonical(a, JSON.parse(JSON.stringify(a))));
    }),
    { numRuns: 200 },
  );
});

test('a refusal says where the value stands', () => {
  const outcome = canonicalJson({ a: [{ b: 1 }, { b: Number.NaN }], c: 'x' });
  assert.equal(typeof outcome === 'string' ? outcome : outcome.where, '$.a[1].b');
});

test('our SHA-256 is that of node:crypto at every length around a block', () => {
  for (let length = 0; length < 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 256);
    assert.equal(toHex(sha256(bytes)), toHex(nodeSha256(bytes)));
  }
});

test('tree hashes are those of the vectors, with either hash function', () => {
  for (const { size, root } of vectors<Case & { size: number; root: string }>('roots')) {
    assert.equal(toHex(rootOf(nodeSha256, append(nodeSha256, EMPTY_FRONTIER, leaves(size)))), root);
    assert.equal(toHex(rootOf(sha256, append(sha256, EMPTY_FRONTIER, leaves(size)))), root);
  }
});

test('inclusion proofs verify or fail as the vectors say', () => {
  for (const vector of vectors<Case & { index: number; size: number; leaf: string; path: string[]; root: string }>(
    'inclusion',
  )) {
    assert.equal(verdictCode(verifyInclusion(nodeSha256, vector, vector.root)), vector.code, vector.description);
  }
});

test('consistency proofs verify or fail as the vectors say', () => {
  type Vector = Case & { oldSize: number; newSize: number; oldRoot: string; path: string[]; newRoot: string };
  for (const vector of vectors<Vector>('consistency')) {
    assert.equal(verdictCode(verifyConsistency(nodeSha256, vector, vector.newRoot)), vector.code, vector.description);
  }
});

test('every vector file holds more wrong proofs than right ones', () => {
  for (const name of ['inclusion', 'consistency', 'canonical-json']) {
    const cases = vectors<Case>(name);
    const wrong = cases.filter((one) => one.mustFail).length;
    assert.ok(wrong > cases.length - wrong, `${name}: ${wrong} wrong of ${cases.length}`);
  }
});

test('the frontier gives the root of the slow tree, however the entries are batched', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 20 }), (batches) => {
      let frontier = EMPTY_FRONTIER;
      for (const count of batches) {
        const more = Array.from({ length: count }, (_, index) => leafHash(nodeSha256, entry(frontier.size + index)));
        frontier = append(nodeSha256, frontier, more);
        assert.equal(toHex(rootOf(nodeSha256, frontier)), toHex(slowRoot(leaves(frontier.size))));
      }
    }),
    { numRuns: 60 },
  );
});

test('every entry of every small tree has a proof that verifies, and none for a neighbour', () => {
  for (let size = 1; size <= 20; size += 1) {
    const hashes = leaves(size);
    const root = toHex(slowRoot(hashes));
    for (const [index, leaf] of hashes.entries()) {
      const proof = { index, size, leaf: toHex(leaf), path: inclusionPath(nodeSha256, hashes, index).map(toHex) };
      assert.deepEqual(verifyInclusion(nodeSha256, proof, root), { kind: 'verified' });
      if (size > 1)
        assert.equal(verifyInclusion(nodeSha256, { ...proof, index: (index + 1) % size }, root).kind, 'refused');
    }
  }
});

test('every pair of sizes has a consistency proof that verifies, and none for an altered history', () => {
  const hashes = leaves(20);
  const altered = hashes.with(2, leafHash(nodeSha256, entry(99)));
  for (let newSize = 0; newSize <= 20; newSize += 1) {
    for (let oldSize = 0; oldSize <= newSize; oldSize += 1) {
      const now = hashes.slice(0, newSize);
      const path = oldSize === 0 ? [] : consistencyPath(nodeSha256, now, oldSize).map(toHex);
      const proof = { oldSize, newSize, oldRoot: toHex(slowRoot(hashes.slice(0, oldSize))), path };
      assert.deepEqual(verifyConsistency(nodeSha256, proof, toHex(slowRoot(now))), { kind: 'verified' });
      if (oldSize <= 2) continue;
      const rewritten = altered.slice(0, newSize);
      const forged = { ...proof, path: consistencyPath(nodeSha256, rewritten, oldSize).map(toHex) };
      assert.equal(verifyConsistency(nodeSha256, forged, toHex(slowRoot(rewritten))).kind, 'refused');
    }
  }
});

test('a frontier with too few peaks is a defect, not an answer', () => {
  assert.throws(() => append(nodeSha256, { size: 1, peaks: [] }, leaves(1)), /too few peaks/);
});
