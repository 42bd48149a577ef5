/** `trucewatch read` as a user meets it: what is printed where, and how it ends. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { after, test } from 'node:test';
import { CommandError } from './command.ts';
import { readCommand } from './read.ts';

const folder = mkdtempSync(join(tmpdir(), 'trucewatch-read-'));
after(() => rmSync(folder, { recursive: true }));

interface Outcome {
  status: number | string;
  out: string;
  err: string;
}

async function run(args: string[], input = ''): Promise<Outcome> {
  const outcome: Outcome = { status: '', out: '', err: '' };
  const sink = (name: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        outcome[name] += String(chunk);
        done();
      },
    });
  try {
    outcome.status = await readCommand.run(args, {
      stdin: Readable.from([Buffer.from(input)]),
      stdout: sink('out'),
      stderr: sink('err'),
    });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    outcome.status = error.status;
    outcome.err += error.code;
  }
  return outcome;
}

function fileOf(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('a file gives one report with what was noted in it', async () => {
  const text =
    'Calm in the valley\n\nCalm in the valley\n\nBoth sides kept quiet, residents of the two towns said on Sunday.\n';
  const { status, out, err } = await run([fileOf('calm.txt', text), '--published', '2016-03-06']);
  const { id: _, ...report } = JSON.parse(out);
  assert.deepEqual(
    { status, err, report },
    {
      status: 0,
      err: '',
      report: {
        title: 'Calm in the valley',
        text,
        language: 'en',
        published: '2016-03-06',
        publishedBasis: 'given',
        byline: null,
        source: null,
        url: null,
        notes: [{ code: 'repeated-title', message: 'The title is repeated here.', span: { start: 20, end: 38 } }],
      },
    },
  );
});

test('standard input is read with -', async () => {
  const { status, out } = await run(['-'], 'Both sides kept quiet.');
  assert.deepEqual([status, JSON.parse(out).text], [0, 'Both sides kept quiet.']);
});

test('several reports are an array, or one line each with --jsonl', async () => {
  const path = fileOf('rows.jsonl', '{"text":"One."}\n{"text":"Two."}\n');
  assert.equal(JSON.parse((await run([path])).out).length, 2);
  assert.deepEqual(
    (await run(['--jsonl', path])).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).text),
    ['One.', 'Two.'],
  );
});

test('a refused row is named on stderr and the others are printed', async () => {
  const { status, out, err } = await run([fileOf('mixed.jsonl', '{"text":"One."}\n{"text":7}\n')]);
  assert.deepEqual([status, JSON.parse(out).text], [0, 'One.']);
  assert.match(err, /line 2, text: .*\[ingest\/row-not-a-report\]/);
});

test('refused input ends with 65 and one sentence', async () => {
  const { status, out, err } = await run([fileOf('empty.txt', '')]);
  assert.deepEqual([status, out], [65, '']);
  assert.match(err, /\[ingest\/empty\]\n$/);
});

const wrong: [string[], number, RegExp][] = [
  [[], 2, /read\/usage/],
  [['--colour', 'x'], 2, /read\/usage/],
  [['a', 'b'], 2, /read\/usage/],
  [['--published'], 2, /read\/usage/],
  [[join(folder, 'no-such-file')], 65, /read\/cannot-open/],
];

for (const [args, status, code] of wrong) {
  test(`read ${args.map((word) => word.replace(folder, 'FOLDER')).join(' ') || 'without a file'} ends with ${status}`, async () => {
    const outcome = await run(args);
    assert.equal(outcome.status, status);
    assert.match(outcome.err, code);
  });
}
