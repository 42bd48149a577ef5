/** A person's signed act from the command line to the auditor: on a store on disk, and through a program that serves one. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { type Command, CommandError } from '../../src/shell/cli/command.ts';
import { decideCommand } from '../../src/shell/cli/decide.ts';
import { keyCommand } from '../../src/shell/cli/key.ts';
import { verifyCommand } from '../../src/shell/cli/verify.ts';
import { systemClock } from '../../src/shell/clock.ts';
import { knowledgeDirectory } from '../../src/shell/config.ts';
import { startServer } from '../../src/shell/http/server.ts';
import { openStore } from '../../src/shell/store/open-store.ts';
import { SEED_REPORTS } from '../seed/seed-reports.ts';
import { seedStore } from '../seed/seed-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'trucewatch-signed-'));
const [data, keyFile, proofFile] = [join(folder, 'data'), join(folder, 'nadia.pem'), join(folder, 'proof.json')];
const open = () => openStore({ directory: data, at: '2026-01-01T00:00:00.000Z' });
before(async () => {
  const store = await open();
  await seedStore(store);
  await store.close();
});
after(() => rmSync(folder, { recursive: true }));

async function run(command: Command, ...args: string[]): Promise<string> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  try {
    const status = await command.run(args, { stdin: Readable.from([]), stdout, stderr });
    return `${status} ${String(stdout.read() ?? '')}`;
  } catch (error) {
    if (error instanceof CommandError) return `${error.status} ${error.code}`;
    throw error;
  }
}

const statement = SEED_REPORTS.flatMap(({ coding }) =>
  coding.statements.filter(({ kind }) => kind === 'demand').map(({ id }) => `statement:${coding.id}#${id}`),
)[0];
assert.ok(statement !== undefined);
const here = ['--data', data];

test('a key is made, decides, is listed, and what it decided can be checked elsewhere', async () => {
  assert.match(await run(keyCommand, 'list', ...here), /^0 no key is registered/);
  const made = await run(keyCommand, 'new', '--name', 'Nadia', '--out', keyFile, ...here);
  const fingerprint = /fingerprint ([0-9a-f]{64})/.exec(made)?.[1] ?? '';
  assert.equal(statSync(keyFile).mode & 0o777, 0o600);
  assert.match(await run(keyCommand, 'list', ...here), new RegExp(`^0 ${fingerprint} {2}Nadia {2}since `));

  const word = ['status', '--about', statement, '--finds', 'missed', '--reason', 'fire went on', '--key', keyFile];
  assert.equal(await run(decideCommand, ...word, ...here), `0 d000001 by Nadia, signed with ${fingerprint}\n`);
  assert.equal(
    await run(decideCommand, 'note', '--about', 'incident:saraqib-market', '--reason', 'seen', '--by', 'Omar', ...here),
    '0 d000002 by Omar, not signed\n',
  );
  assert.match(await run(verifyCommand, ...here), /^0 .*persons decided 2 \(1 signed, 1 not signed\), all agree\n$/s);

  const proof = await run(verifyCommand, '--act', 'd000001', ...here);
  writeFileSync(proofFile, proof.slice(2));
  assert.match(
    await run(verifyCommand, '--proof', proofFile),
    new RegExp(`d000001 by Nadia, signed with ${fingerprint}: holds`),
  );
  writeFileSync(proofFile, readFileSync(proofFile, 'utf8').replace('"finds": "missed"', '"finds": "met"'));
  assert.match(await run(verifyCommand, '--proof', proofFile), /^65 does not hold: .*entry-mismatch/);
  assert.equal(await run(verifyCommand, '--act', 'd000099', ...here), '65 verify/unknown-decision');
  writeFileSync(proofFile, '{}');
  assert.equal(await run(verifyCommand, '--proof', proofFile), '65 verify/not-a-proof');
});

test('the same is signed through the program that serves the store', async () => {
  const store = await open();
  const knowledge = loadKnowledge(knowledgeDirectory());
  const server = await startServer({ store, knowledge, clock: systemClock, port: 0, log: () => {} });
  try {
    const there = ['--server', server.address];
    assert.equal(await run(keyCommand, 'list', ...here), '74 store/locked');
    const undo = ['undo', '--about', 'decision:d000001', '--reason', 'older fire', '--key', keyFile];
    assert.match(await run(decideCommand, ...undo, ...there), /^0 d000003 by Nadia, signed with /);
    assert.equal(await run(decideCommand, ...undo, ...there), '65 review/undone-already');
    const second = join(folder, 'second.pem');
    assert.match(await run(keyCommand, 'new', '--name', 'Nadia', '--out', second, ...there), /^0 fingerprint/);
    const [first] = (await store.keys()).map(({ key }) => key.fingerprint);
    assert.match(await run(keyCommand, 'retire', first ?? '', '--reason', 'lost', ...there), /retired .*: lost/);
    const note = ['note', '--about', 'incident:saraqib-market', '--reason', 'seen'];
    assert.equal(await run(decideCommand, ...note, '--key', keyFile, ...there), '65 review/unknown-key');
    assert.match(await run(decideCommand, ...note, '--key', second, ...there), /^0 d000004 by Nadia, signed with /);
    assert.deepEqual((await store.verify()).acts, { signed: 3, unsigned: 1, broken: 0 });
  } finally {
    await server.close();
    await store.close();
  }
});

test('what is asked wrongly is told, and makes no key', async () => {
  assert.equal(await run(keyCommand, 'new', ...here), '2 cli/usage');
  assert.equal(await run(keyCommand, 'burn', ...here), '2 cli/usage');
  assert.equal(await run(keyCommand, 'new', '--name', 'Omar', '--out', keyFile, ...here), '65 key/exists');
  assert.equal(await run(decideCommand, 'note', '--about', 'incident:x', ...here), '2 cli/usage');
  assert.equal(await run(keyCommand, 'list', '--server', 'https://example.org'), '2 cli/usage');
  assert.equal(await run(keyCommand, 'list', '--server', 'http://127.0.0.1:1'), '74 cli/no-answer');
});
