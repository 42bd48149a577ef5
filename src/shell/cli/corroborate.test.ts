/** The commands `corroborate` and `code` together, run in this process on input of our own. */
import assert from 'node:assert/strict';
import { PassThrough, Readable } from 'node:stream';
import { test } from 'node:test';
import { codeCommand } from './code.ts';
import { type Command, EXIT } from './command.ts';
import { corroborateCommand } from './corroborate.ts';

async function runCommand(
  command: Command,
  input: string,
  options: readonly string[] = [],
): Promise<{ status: number; rows: Record<string, unknown>[] }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const status = await command.run(['-', '--jsonl', ...options], { stdin: Readable.from([input]), stdout, stderr });
  const out = String(stdout.read() ?? '').trim();
  return { status, rows: out === '' ? [] : out.split('\n').map((line) => JSON.parse(line)) };
}

const TEXT =
  'Shells hit the grain market of the town on Tuesday and killed five people, a doctor at the hospital said.';
const ROWS = [
  { id: 'a', text: TEXT, published: '2016-05-04' },
  { id: 'b', title: 'Grain market shelled', text: '' },
  { id: 'c', text: `${TEXT}\n\nAll rights reserved.`, published: '2016-05-05' },
  { id: 'd', title: 'Grain market shelled', text: '' },
];

test('coded lines in, one line per report out in the order of the input, copies of one origin', async () => {
  const coded = await runCommand(codeCommand, ROWS.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const { status, rows } = await runCommand(
    corroborateCommand,
    coded.rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  );
  assert.equal(status, EXIT.done);
  assert.deepEqual(
    rows.map(({ id, story, origin }) => [id, story, origin]),
    [
      ['a', 'a', 'a'],
      ['b', 'b', 'b'],
      ['c', 'a', 'a'],
      ['d', 'b', 'b'],
    ],
  );
  assert.deepEqual(rows[2]?.incidents, rows[0]?.incidents);
});

test('held against the time of receipt, a report dated ahead is taken and a time that is none is refused', async () => {
  const row = JSON.stringify({ id: 'a', text: TEXT, published: '2031-05-04' });
  const coded = await runCommand(codeCommand, `${row}\n`);
  const input = `${JSON.stringify(coded.rows[0])}\n`;
  const { status, rows } = await runCommand(corroborateCommand, input, ['--as-of', '2016-05-04T12:00:00Z']);
  assert.deepEqual([status, rows.map(({ id }) => id)], [EXIT.done, ['a']]);
  await assert.rejects(runCommand(corroborateCommand, input, ['--as-of', 'noon']), { code: 'cli/usage' });
});

test('no lines in, no lines out', async () => {
  assert.deepEqual(await runCommand(corroborateCommand, ''), { status: EXIT.done, rows: [] });
});

test('incidents are asked for by what their sources disagree about and how badly', async () => {
  const rows = [
    {
      id: 'a',
      text: 'Shells hit the grain market of Daraya on Tuesday and killed five people, a doctor at the hospital said.',
    },
    {
      id: 'b',
      text: 'Twelve people were killed in Daraya on Tuesday when shells struck its market, rescue workers told us.',
    },
  ];
  const input = rows.map((row) => `${JSON.stringify({ ...row, published: '2016-05-04' })}\n`).join('');
  const coded = (await runCommand(codeCommand, input)).rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const asked = async (...options: string[]): Promise<unknown[]> =>
    (await runCommand(corroborateCommand, coded, ['--incidents', ...options])).rows.map(({ id }) => id);
  assert.deepEqual(await asked(), ['a#i1']);
  assert.deepEqual(await asked('--contradiction', 'harm,place', '--severity', 'major', '--sort', 'disagreement'), [
    'a#i1',
  ]);
  assert.deepEqual(await asked('--contradiction', 'place'), []);
  assert.deepEqual(await asked('--severity', 'minor'), []);
  await assert.rejects(asked('--severity', 'bad'), { code: 'cli/usage' });
  await assert.rejects(runCommand(corroborateCommand, coded, ['--severity', 'major']), { code: 'cli/usage' });
});
