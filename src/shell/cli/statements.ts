/** `trucewatch statements`: the statements ledger from the command line, as it stands or as it stood on a day. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { STATEMENT_FORMS, STATEMENT_STATUSES, type StatusAnswer } from '../../model/statement-record.ts';
import { systemClock } from '../clock.ts';
import { knowledgeDirectory } from '../config.ts';
import { ledgerPage, ledgerRecord, type StatementLedgerRecord, type StatementLedgerRow } from '../http/contract.ts';
import { appOver } from '../http/server.ts';
import { type Ask, askerOf, askerOver } from './ask-server.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';
import { STORE_HELP, STORE_OPTIONS, withStore } from './with-store.ts';

export const statementsCommand: Command = {
  name: 'statements',
  summary: 'what was demanded, promised or denied, and what became of it',
  help: `usage: trucewatch statements [--as-of DAY] [--form F,…] [--status S,…] [--speaker ACTOR,…] [--due] [--jsonl]
       trucewatch statements RECORD [--as-of DAY] [--jsonl]

Prints the records of the statements ledger, the latest said first: who said what to whom, by when it was due, and what became of
it with the reason. A RECORD (its id, REPORT#STATEMENT, or the beginning of REPORT#STATEMENT as it is printed) is printed in full:
what is known of it and what is missing, the incidents linked to it, and how it stood over time.

  --as-of DAY     as it stood at the end of that day (UTC), or at an instant as 2016-05-04T12:00:00Z: what was published and
                  decided by then; an incident counts from the day its first report was published
  --form F        ${STATEMENT_FORMS.join(', ')}
  --status S      ${STATEMENT_STATUSES.join(', ')}
  --speaker ACTOR ids of the register (sy.gov)
  --due           only statements that name a time by which
  --jsonl         records as JSON, one a line
  --server URL    ask the program that serves the store on this computer (http://127.0.0.1:4710)
${STORE_HELP}

Exit status: 0 done, 2 usage, 65 refused or no such record, 70 defect of the program, 74 store or disk.`,
  run,
};

const OPTIONS = {
  ...STORE_OPTIONS,
  server: { type: 'string' },
  'as-of': { type: 'string' },
  form: { type: 'string' },
  status: { type: 'string' },
  speaker: { type: 'string' },
  due: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

type Values = ReturnType<typeof parsed>['values'];

async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, record } = parsed(args);
  const print = (row: StatementLedgerRow | StatementLedgerRecord, words: string): void =>
    void io.stdout.write(`${values.jsonl ? JSON.stringify(row) : words}\n`);
  await withAsker(values, async (ask) => {
    if (record !== undefined) {
      const found = await recordOf(record, values, ask);
      print(found, inFull(found));
      return;
    }
    for await (const row of everyRow(values, ask)) print(row, `${inBrief(row)}\n`);
  });
  return EXIT.done;
}

/** Through a server, or over the store that this command opens. */
async function withAsker<T>({ server, ...where }: Values, work: (ask: Ask) => Promise<T>): Promise<T> {
  if (server !== undefined) return work(askerOf(server));
  return withStore(where, async (store) => {
    const knowledge = loadKnowledge(knowledgeDirectory());
    const log = (line: string): void => void process.stderr.write(`${line}\n`);
    const { app, close } = appOver({ store, knowledge, clock: systemClock, log });
    return work(askerOver(app)).finally(close);
  });
}

const LEDGER = '/api/v1/statements/ledger';

async function* everyRow(values: Values, ask: Ask): AsyncGenerator<StatementLedgerRow> {
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof pageAt>> = await pageAt(cursor, values, ask);
    yield* page.items;
    cursor = page.next;
  }
}

function pageAt(cursor: string, values: Values, ask: Ask) {
  const { form, status, speaker } = values;
  const query = new URLSearchParams({ limit: '200' });
  for (const [key, value] of Object.entries({ form, status, speaker, asOf: values['as-of'], cursor }))
    if (value !== undefined && value !== '') query.set(key, value);
  if (values.due) query.set('deadline', 'with');
  return ask(`${LEDGER}?${query}`, ledgerPage);
}

/** By its id, or by the beginning of the report's id as lists print it. */
async function recordOf(name: string, values: Values, ask: Ask): Promise<StatementLedgerRecord> {
  const asOf = values['as-of'] === undefined ? '' : `?asOf=${encodeURIComponent(values['as-of'])}`;
  const mark = name.lastIndexOf('#');
  const [report, statement] = [name.slice(0, mark), name.slice(mark + 1)];
  let id = name;
  for await (const { record } of everyRow({ ...values, due: false }, ask))
    if (record.id.startsWith(report) && record.id.endsWith(`#${statement}`)) {
      id = record.id;
      break;
    }
  return ask(`${LEDGER}/${encodeURIComponent(id)}${asOf}`, ledgerRecord);
}

const shortId = (id: string): string => id.replace(/^([0-9a-f]{12})[0-9a-f]{52}#/, '$1#');

function inBrief({ record, passage, deadlineWords }: StatementLedgerRow): string {
  const hearers = record.addressees.map(({ name }) => name).join(', ');
  const due =
    record.due === null ? '' : `; due before ${record.due.end ?? record.due.start} ("${deadlineWords ?? ''}")`;
  return [
    `${record.status.value} ${record.form} by ${record.speaker?.name ?? 'nobody named'}${hearers === '' ? '' : ` to ${hearers}`}${due} [${shortId(record.id)}]`,
    `  said ${record.said?.start ?? record.said?.end ?? 'on an unknown day'}: "${passage.quote}"`,
    `  ${statusWords(record.status)}`,
  ].join('\n');
}

const statusWords = ({ by, because, wouldSettle }: StatusAnswer): string =>
  `${by === 'person' ? 'a person: ' : ''}${because}${wouldSettle === null ? '' : `; would settle it: ${wouldSettle}`}`;

function inFull(detail: StatementLedgerRecord): string {
  const { record, history, asOf } = detail;
  return [
    inBrief(detail),
    `  as of ${asOf}`,
    'known and missing',
    ...record.limbs.map(
      ({ limb, value, because, wouldSettle }) =>
        `  ${limb.padEnd(13)} ${value.padEnd(14)} ${because}${wouldSettle === null ? '' : `; would settle it: ${wouldSettle}`}`,
    ),
    `incidents linked to it: ${record.deeds.length}`,
    ...record.deeds.map(
      ({ relation, certain, because, incident }) =>
        `  ${relation}${certain ? '' : ' (a person would have to say so)'}: ${because} [${shortId(incident)}]`,
    ),
    'how it stood',
    ...history.map(({ from, status }) => `  from ${from.slice(0, 10)} ${status.value}: ${statusWords(status)}`),
  ].join('\n');
}

function parsed(args: string[]) {
  const usage = (message: string): CommandError =>
    new CommandError(EXIT.usage, 'cli/usage', `${message}; see trucewatch statements --help`);
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [record, ...more] = positionals;
    if (more.length > 0) throw usage(`expected one RECORD, found ${positionals.length}`);
    if (record !== undefined && !/^[^#]+#[^#]+$/.test(record))
      throw usage(`expected a RECORD as REPORT#STATEMENT, found "${record}"`);
    const asOf = values['as-of'];
    if (asOf !== undefined && Number.isNaN(Date.parse(asOf)))
      throw usage(`--as-of: expected a day such as 2016-05-04, or an instant, found "${asOf}"`);
    return { values, record };
  } catch (error) {
    throw error instanceof CommandError ? error : usage(error instanceof Error ? error.message : String(error));
  }
}
