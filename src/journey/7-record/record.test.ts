import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Change } from './change.ts';
import type { Entry } from './entry.ts';
import { decide, entryFault, entryJson, evolve } from './record.ts';
import { seal } from './sealed.ts';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const context = { at: '2026-01-02T03:04:05.000Z', by: 'tester', hash };
const note = (id: string, reason: string): Change => ({
  kind: 'decided',
  decision: { id, kind: 'note', about: ['incident:i1'], reason, by: 'ana', at: '2026-01-01T00:00:00.000Z' },
});
const bodyOf = (change: Change): string => {
  const [recorded] = decide([change], { size: 0, bodies: new Map() }, context);
  assert.ok(recorded?.entry.body);
  return recorded.entry.body;
};
const story = (story: string): Change => ({
  kind: 'corroborated',
  corroborated: { id: 'r1', story, origin: 'o', incidents: [] },
});

test('a first change of a subject makes one entry with nothing before it', () => {
  // given nothing, when a decision is made, then
  const recorded = decide([note('d1', 'same street')], { size: 0, bodies: new Map() }, context);
  assert.deepEqual(
    recorded.map(({ entry }) => entry),
    [
      {
        format: 'entry/1',
        index: 0,
        kind: 'decided',
        subject: 'decision:d1',
        at: context.at,
        by: 'tester',
        body: bodyOf(note('d1', 'same street')),
        previous: null,
      },
    ],
  );
});

test('a later change of the same subject names the body it replaces', () => {
  const before = bodyOf(story('a'));
  const recorded = decide([story('b')], { size: 7, bodies: new Map([['corroboration:r1', before]]) }, context);
  assert.deepEqual(
    recorded.map(({ entry }) => [entry.index, entry.previous, entry.body]),
    [[7, before, bodyOf(story('b'))]],
  );
});

test('a change to what is already so makes no entry', () => {
  assert.deepEqual(
    decide([story('a')], { size: 3, bodies: new Map([['corroboration:r1', bodyOf(story('a'))]]) }, context),
    [],
  );
  assert.deepEqual(decide([{ kind: 'incident-dissolved', id: 'never' }], { size: 3, bodies: new Map() }, context), []);
  assert.deepEqual(
    decide([{ kind: 'assessed', incident: 'i1', findings: [] }], { size: 3, bodies: new Map() }, context),
    [],
  );
});

test('dissolving an incident makes an entry without a body', () => {
  const recorded = decide(
    [{ kind: 'incident-dissolved', id: 'i1' }],
    { size: 1, bodies: new Map([['incident:i1', 'ab']]) },
    context,
  );
  assert.deepEqual(
    recorded.map(({ entry, sealed }) => [entry.kind, entry.subject, entry.body, entry.previous, sealed]),
    [['linked', 'incident:i1', null, 'ab', null]],
  );
});

test('two changes of one subject in one record are a defect', () => {
  assert.throws(
    () => decide([story('a'), story('b')], { size: 0, bodies: new Map() }, context),
    /two changes of corroboration:r1/,
  );
});

test('a document without a canonical form is a defect here, so whoever records must seal it first', () => {
  assert.throws(() => decide([story('a\ud800')], { size: 0, bodies: new Map() }, context), /ledger\/lone-surrogate/);
  assert.deepEqual(seal(hash, { b: 1, a: 'x' }), {
    json: '{"a":"x","b":1}',
    sha256: createHash('sha256').update('{"a":"x","b":1}').digest('hex'),
  });
});

test('whatever decide makes is what evolve and entryFault expect next', () => {
  const step = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z', 'gone')), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const state = { size: 0, bodies: new Map<string, string>() };
      for (const one of steps) {
        const changes = new Map<string, Change>(
          one.map(([id, what]) => [
            id,
            what === 'gone' ? { kind: 'refusal-lifted', id } : { kind: 'refused', refusal: refusal(id, what) },
          ]),
        );
        for (const { entry } of decide([...changes.values()], state, context)) {
          assert.equal(entryFault(state, entry), null);
          evolve(state, entry);
        }
        for (const [id, change] of changes) {
          assert.equal(state.bodies.get(`refusal:${id}`), change.kind === 'refused' ? bodyOf(change) : undefined);
        }
      }
    }),
    { numRuns: 60 },
  );
});

function refusal(id: string, message: string): Extract<Change, { kind: 'refused' }>['refusal'] {
  return {
    id,
    capture: 'c',
    ordinal: 0,
    report: null,
    stage: 'read',
    code: 'read/empty',
    where: id,
    message,
    at: context.at,
  };
}

test('an entry that does not follow from those before it is named', () => {
  const entry: Entry = {
    format: 'entry/1',
    index: 4,
    kind: 'linked',
    subject: 'incident:i1',
    at: context.at,
    by: 'x',
    body: 'bb',
    previous: 'aa',
  };
  const state = { size: 4, bodies: new Map([['incident:i1', 'aa']]) };
  assert.equal(entryFault(state, entry), null);
  assert.match(entryFault(state, { ...entry, index: 5 }) ?? '', /expected index 4/);
  assert.match(entryFault(state, { ...entry, previous: null }) ?? '', /expected the body before it/);
  assert.match(entryFault(state, { ...entry, body: 'aa' }) ?? '', /expected a change/);
});

test('the text of an entry is fixed: other programs verify it', () => {
  const entry: Entry = {
    format: 'entry/1',
    index: 0,
    kind: 'coded',
    subject: 'coding:r',
    at: '2026-01-02T03:04:05.000Z',
    by: 'trucewatch/0.1.0',
    body: '00',
    previous: null,
  };
  assert.equal(
    entryJson(entry),
    '{"at":"2026-01-02T03:04:05.000Z","body":"00","by":"trucewatch/0.1.0","format":"entry/1","index":0,"kind":"coded","previous":null,"subject":"coding:r"}',
  );
});
