/** The statements ledger from the command line, over a store on disk. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { after, before, test } from 'node:test';
import { seedStore } from '../../../test/seed/seed-store.ts';
import { openStore } from '../store/open-store.ts';
import { CommandError } from './command.ts';
import { statementsCommand } from './statements.ts';

const folder = mkdtempSync(join(tmpdir(), 'trucewatch-statements-'));
before(async () => {
  const store = await openStore({ directory: folder, database: undefined, at: '2026-01-01T00:00:00.000Z' });
  await seedStore(store);
  await store.close();
});
after(() => rmSync(folder, { recursive: true }));

async function printed(...args: string[]): Promise<string> {
  let text = '';
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const io = { stdin: Readable.from([]), stdout, stderr: stdout };
  assert.equal(await statementsCommand.run([...args, '--data', folder], io), 0);
  return text;
}

test('records are printed as they stood on a day, and one of them in full', async () => {
  const then = await printed('--as-of', '2016-05-05', '--form', 'ultimatum');
  assert.match(then, /^open ultimatum by /m);
  assert.match(then, /"The shelling must stop before Friday/);
  const id = /\[([^\]]+#s\d+)\]/.exec(then)?.[1] ?? '';
  const full = await printed(id);
  assert.match(full, /known and missing\n {2}speaker /);
  assert.match(full, /how it stood\n {2}from 2016-\d\d-\d\d open: /);
  const [line = ''] = (await printed(id, '--jsonl')).split('\n');
  assert.equal(JSON.parse(line).record.form, 'ultimatum');
});

test('what is no record, no day or no form is refused with what to do', async () => {
  const refused = (...args: string[]) =>
    assert.rejects(printed(...args), (error) => error instanceof CommandError && /statements/.test(error.message));
  await refused('nothing');
  await refused('none#s1');
  await assert.rejects(printed('--as-of', 'soon'), /expected a day/);
  await assert.rejects(printed('--form', 'wish'), /form/);
});
