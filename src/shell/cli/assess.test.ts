/** The commands `assess` and `agreements`, run in this process on input of our own. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { test } from 'node:test';
import { incidentOfFacts } from '../../journey/5-assess/worked-case.ts';
import { agreementIds } from '../../knowledge/agreements.ts';
import { PROJECT_ROOT } from '../config.ts';
import { agreementsCommand } from './agreements.ts';
import { assessCommand } from './assess.ts';
import { type Command, CommandError, EXIT } from './command.ts';
import { clausesOf } from './reassess.ts';

async function runCommand(
  command: Command,
  args: string[],
  input = '',
): Promise<{ status: number; out: string; error: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const status = await command.run(args, { stdin: Readable.from([input]), stdout, stderr });
  const textOf = (stream: PassThrough): string => String(stream.read() ?? '');
  return { status, out: textOf(stdout), error: textOf(stderr) };
}

const lines = [
  ...incidentOfFacts({
    type: 'shelling',
    by: ['sy.army'],
    against: ['sy.fsa'],
    on: '2016-03-10',
    at: { country: 'SY' },
  }).reports.values(),
]
  .map((report) => `${JSON.stringify(report)}\n`)
  .join('');

const usage = (code: string) => (error: unknown) =>
  error instanceof CommandError && error.status === EXIT.usage && error.code === code;

test('coded lines in, finding lines out', async () => {
  const { status, out } = await runCommand(assessCommand, ['-', '--agreement', 'syria-2016', '--jsonl'], lines);
  assert.equal(status, EXIT.done);
  const findings = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    findings.map((finding) => [finding.schema, finding.clause, finding.outcome]),
    [
      ['finding/1', 'G2', 'breach-indicated'],
      ['finding/1', 'A1', 'outside-scope'],
    ],
  );
});

test('in brief, a finding is its outcome and its paragraph', async () => {
  const text =
    'HAMA, 10 March 2016 (Example Wire) - The Syrian army shelled fighters of the Free Syrian Army in Hama on Thursday.';
  const { out } = await runCommand(assessCommand, ['-', '--agreement', 'syria-2016', '--brief'], text);
  const [head, paragraph, blank] = out.split('\n');
  assert.equal(head, '◆ G2: breach-indicated');
  assert.match(paragraph ?? '', /^ {2}G2 \(.*A determination is a person's act\.$/);
  assert.match(paragraph ?? '', /It rests on one report \(one origin\): Example Wire, 2016-03-10 \[[0-9a-f]{12}\]\./);
  assert.equal(blank, '');
});

test('at another place, each clause says what it would come to there', async () => {
  const text =
    'HAMA, 10 March 2016 (Example Wire) - The Syrian army shelled fighters of the Free Syrian Army in Hama on Thursday.';
  const args = ['-', '--agreement', 'syria-2016', '--brief', '--elsewhere'];
  const there = (await runCommand(assessCommand, [...args, '34.43, 35.84'], text)).out;
  assert.match(there, /^If it had happened at 34\.430, 35\.840 \(North, LB\) \(never stored\):$/m);
  assert.match(there, /^ {2}G2 breach-indicated → outside-scope \(34\.430, 35\.840 \(LB\) lies outside Syria\)$/m);
  await assert.rejects(runCommand(assessCommand, [...args, 'Nowhereatall'], text), usage('cli/unknown-place'));
});

test('the same lines give the same bytes', async () => {
  const runs = [1, 2].map(() => runCommand(assessCommand, ['-', '--agreement', 'syria-2016', '--jsonl'], lines));
  const [first, second] = await Promise.all(runs);
  assert.equal(first?.out, second?.out);
});

test('no input gives no finding', async () => {
  assert.equal((await runCommand(assessCommand, ['-', '--agreement', 'syria-2016', '--jsonl'], '')).out, '');
});

test('an agreement that is not there is named, with those that are', async () => {
  await assert.rejects(
    runCommand(assessCommand, ['-', '--agreement', 'atlantis', '--jsonl']),
    usage('cli/unknown-agreement'),
  );
  await assert.rejects(runCommand(assessCommand, ['-', '--jsonl']), usage('cli/unknown-agreement'));
});

test('a line that is no coded report is refused by its number', async () => {
  await assert.rejects(
    runCommand(assessCommand, ['-', '--agreement', 'syria-2016', '--jsonl'], '{"schema": "other"}\n'),
    (error) => error instanceof CommandError && error.code === 'cli/not-a-coded-report' && /:1:/.test(error.message),
  );
});

test('agreements are listed', async () => {
  const { status, out } = await runCommand(agreementsCommand, ['list']);
  assert.equal(status, EXIT.done);
  assert.match(out, /^syria-2016 {10}the cessation of hostilities in Syria \(2016\); 2016-02-27T00:00 to /m);
});

test('a pack that is in order is checked with its cases and its doubts', async () => {
  const { status, out, error } = await runCommand(agreementsCommand, ['check', 'knowledge/agreements/syria-2016']);
  assert.deepEqual([status, error], [EXIT.done, '']);
  assert.match(out, /worked cases, 0 failed\n$/);
  assert.match(out, /^syria-2016: not checked against a source: clause A7, /m);
  assert.match(out, /^syria-2016: A8 \(consequence\): .*no event is tested against it$/m);
});

test('a pack that names actors of no register is refused line by line', async () => {
  const { status, error } = await runCommand(agreementsCommand, ['check', 'test/agreements/two-sides']);
  assert.equal(status, EXIT.inputRefused);
  assert.match(
    error,
    /^test\/agreements\/two-sides\/parties\.yaml:8: no actor "north\.gov" in the register; .* \[agreement\/unknown-actor\]$/m,
  );
});

test('a folder that is not there is a usage error', async () => {
  await assert.rejects(runCommand(agreementsCommand, ['check', 'no/such/folder']), usage('cli/no-such-folder'));
  await assert.rejects(runCommand(agreementsCommand, ['burn']), usage('cli/usage'));
});

test('a folder of packs is checked pack by pack, and one that holds none is told so', async () => {
  const { status, out } = await runCommand(agreementsCommand, ['check', join(PROJECT_ROOT, 'knowledge', 'agreements')]);
  assert.equal(status, EXIT.done);
  const packs = [...out.matchAll(/^(\S+): \d+ clauses, \d+ worked cases, 0 failed$/gm)].map(([, id]) => id);
  assert.deepEqual(packs, agreementIds(join(PROJECT_ROOT, 'knowledge', 'agreements')));
  const empty = await runCommand(agreementsCommand, ['check', join(PROJECT_ROOT, 'docs')]);
  assert.deepEqual([empty.status, empty.out], [EXIT.inputRefused, '']);
  assert.match(empty.error, /docs\/clauses\.yaml: .*missing \[agreement\/missing-file\]/);
});

test('an agreement stands for all of its clauses', () => {
  const clauses = [{ id: 'G1' }, { id: 'G2' }];
  const agreements = new Map([['truce', { clauses }]]);
  assert.deepEqual(clausesOf('truce', { agreements }), ['truce/G1', 'truce/G2']);
  assert.deepEqual(clausesOf('gone/G1', { agreements }), ['gone/G1']);
  assert.throws(() => clausesOf('gone', { agreements }), usage('cli/no-such-agreement'));
});
