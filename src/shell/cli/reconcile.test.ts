/** The command `reconcile` over codings: a monitor's table in, alignments out. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { after, test } from 'node:test';
import type { ListAlignment } from '../../model/counter-list.ts';
import { codeCommand } from './code.ts';
import { type Command, CommandError, EXIT } from './command.ts';
import { reconcileCommand } from './reconcile.ts';

const folder = mkdtempSync(join(tmpdir(), 'trucewatch-lists-'));
after(() => rmSync(folder, { recursive: true }));

async function runCommand(command: Command, args: string[], input = ''): Promise<{ out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const status = await command.run(args, { stdin: Readable.from([input]), stdout, stderr });
  assert.equal(status, EXIT.done);
  return { out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

const HEADING =
  'event_id_cnty,event_date,time_precision,sub_event_type,country,admin1,location,latitude,longitude,geo_precision,notes,fatalities';
const TABLE = [
  HEADING,
  'SYR1,09 May 2016,1,Shelling/artillery/missile attack,Syria,Rural Damascus,Daraya,33.4583,36.2328,1,"Rockets, a school.",4',
  'SYR2,20 May 2016,1,Air/drone strike,Syria,Homs,Talbiseh,34.8403,36.7306,1,,0',
  'SYR3,no day,1,Armed clash,Syria,Homs,Homs,34.73,36.71,1,,0',
].join('\n');
const REPORT =
  'DAMASCUS, 10 May 2016 (Example Wire) - At least four people were killed on Monday when rockets hit a school in Daraya, the local council said.';

test('rows are agreed or only theirs, and a row that cannot be read is named', async () => {
  const table = join(folder, 'table.csv');
  writeFileSync(table, TABLE);
  const coded = await runCommand(codeCommand, ['-', '--jsonl'], `${JSON.stringify({ id: 'r', text: REPORT })}\n`);
  const codings = join(folder, 'codings.jsonl');
  writeFileSync(codings, coded.out);
  const { out, err } = await runCommand(reconcileCommand, [
    table,
    '--mapping',
    'acled-like',
    '--codings',
    codings,
    '--jsonl',
  ]);
  const alignments: ListAlignment[] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    alignments.map(({ kind, theirs, ours, killed }) => [kind, theirs, ours.length, killed.verdict]),
    [
      ['agreed', ['SYR1'], 1, 'agree'],
      ['only-theirs', ['SYR2'], 0, 'unknown'],
    ],
  );
  assert.match(err, /row 3 is not read: .*\[list\/date-malformed\]/);
  const words = await runCommand(reconcileCommand, [table, '--mapping', 'acled-like', '--codings', codings]);
  assert.match(words.out, /2 rows read, 1 refused: 1 agreed, 1 only-theirs/);
});

test('a mapping that is not there is refused with what there is', async () => {
  await assert.rejects(
    runCommand(reconcileCommand, ['none.csv', '--mapping', 'nobody']),
    (error) => error instanceof CommandError && /acled-like, ucdp-like/.test(error.message),
  );
});
