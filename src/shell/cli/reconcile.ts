/** `trucewatch reconcile`: another monitor's list beside our incidents, from the store or from codings. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { decode } from '../../journey/1-ingest/bytes/decode.ts';
import { readList } from '../../journey/1-ingest/lists/read-list.ts';
import { alignList } from '../../journey/4-corroborate/align-list.ts';
import { corroborate } from '../../journey/4-corroborate/corroborate.ts';
import { sourcesOfCodings } from '../../journey/4-corroborate/source-context.ts';
import { type Knowledge, loadKnowledge } from '../../knowledge/knowledge.ts';
import { type ListMapping, listMapping } from '../../knowledge/list-mapping.ts';
import type { CounterList, FigureRange, ListAlignment } from '../../model/counter-list.ts';
import { systemClock } from '../clock.ts';
import { knowledgeDirectory, PROGRAM } from '../config.ts';
import { alignStored } from '../jobs/align-stored.ts';
import type { IncidentRow } from '../store/lists.ts';
import { type Command, CommandError, type CommandIo, EXIT } from './command.ts';
import { codedReports } from './corroborate.ts';
import { STORE_HELP, STORE_OPTIONS, withStore } from './with-store.ts';

export const reconcileCommand: Command = {
  name: 'reconcile',
  summary: "another monitor's list beside our incidents",
  help: `usage: trucewatch reconcile LIST.csv --mapping NAME|FILE [OPTIONS]

Reads a table that another monitor keeps and says which rows and which of our incidents are one event (agreed), which are counted in
another unit, and which only one side has. Their rows never become incidents of ours.

  --mapping M     acled-like, ucdp-like, or a file like those in knowledge/lists
  --codings FILE  CodedReport lines instead of the store; - for standard input
  --keep          keep the list in the store, so that its page shows it (not with --codings)
  --jsonl         one alignment a line as JSON
${STORE_HELP}

Exit status: 0 done, 2 usage, 65 input refused, 70 defect of the program, 74 store or disk.`,
  run,
};

const OPTIONS = {
  mapping: { type: 'string' },
  codings: { type: 'string' },
  keep: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  ...STORE_OPTIONS,
} as const;

async function run(args: string[], io: CommandIo): Promise<number> {
  const { path, values } = parsed(args);
  const knowledge = loadKnowledge(knowledgeDirectory());
  const list = listOf(path, mappingOf(values.mapping, knowledge));
  for (const { row, code, message } of list.refused) io.stderr.write(`row ${row} is not read: ${message} [${code}]\n`);
  const { alignments, named } =
    values.codings === undefined
      ? await overStore(list, values, knowledge)
      : await overCodings(list, values.codings, knowledge, io);
  const rows = new Map(
    list.events.map(({ id, theirType, place, time }) => [id, inWords([theirType, place?.name, time?.start])]),
  );
  for (const alignment of alignments)
    io.stdout.write(values.jsonl === true ? `${JSON.stringify(alignment)}\n` : lineOf(alignment, rows, named));
  if (values.jsonl !== true) io.stdout.write(summaryOf(list, alignments));
  return EXIT.done;
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; args: string[] }>>['values'];

function parsed(args: string[]): { path: string; values: Values & { mapping: string } } {
  try {
    const { positionals, values } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [path] = positionals;
    const { mapping } = values;
    if (path === undefined || positionals.length > 1) throw new Error('expected one list');
    if (mapping === undefined) throw new Error('expected --mapping');
    if (values.keep === true && values.codings !== undefined) throw new Error('--keep needs the store, not --codings');
    return { path, values: { ...values, mapping } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CommandError(EXIT.usage, 'cli/usage', `${message}; see trucewatch reconcile --help`);
  }
}

function mappingOf(name: string, { listMappings }: Knowledge): ListMapping {
  const known = listMappings.get(name);
  if (known !== undefined) return known;
  if (!existsSync(name)) {
    const names = [...listMappings.keys()].join(', ');
    throw new CommandError(EXIT.usage, 'cli/no-such-mapping', `expected one of ${names} or a file, found "${name}"`);
  }
  try {
    return listMapping(name, readFileSync(name, 'utf8'));
  } catch (error) {
    throw new CommandError(
      EXIT.inputRefused,
      'cli/mapping-malformed',
      error instanceof Error ? error.message : String(error),
    );
  }
}

function listOf(path: string, mapping: ListMapping): CounterList {
  if (!existsSync(path))
    throw new CommandError(EXIT.inputRefused, 'cli/no-such-file', `${path}: there is no such file`);
  const bytes = readFileSync(path);
  const id = `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}-${mapping.id}`;
  const list = readList(decode(bytes, null).text, { id, name: basename(path) }, mapping);
  if ('kind' in list) throw new CommandError(EXIT.inputRefused, list.code, `${list.where}: ${list.message}`);
  return list;
}

interface Aligned {
  alignments: ListAlignment[];
  /** What is said of an incident beside its id. */
  named: ReadonlyMap<string, string>;
}

const overStore = (list: CounterList, values: Values, { corroboration }: Knowledge): Promise<Aligned> =>
  withStore(values, async (store) => {
    if (values.keep === true)
      await store.record({ changes: [{ kind: 'listed', list }], at: systemClock.now(), by: PROGRAM.id });
    const alignments = await alignStored(store, list, corroboration.listAgreed);
    const rows = await store.incidentRows(alignments.flatMap(({ ours }) => ours));
    return { alignments, named: namesOf(rows) };
  });

async function overCodings(list: CounterList, path: string, knowledge: Knowledge, io: CommandIo): Promise<Aligned> {
  const codings = await codedReports([path], io);
  const { corroboration, sources } = knowledge;
  const { incidents } = corroborate(codings, corroboration, { sources: sourcesOfCodings(codings, sources) });
  return { alignments: alignList(list, incidents, corroboration.listAgreed), named: namesOf(incidents) };
}

const namesOf = (
  incidents: readonly Pick<IncidentRow, 'id' | 'type' | 'place' | 'time'>[],
): ReadonlyMap<string, string> =>
  new Map(incidents.map(({ id, type, place, time }) => [id, inWords([type, place?.name, time?.start])]));

/** "shelling, Daraya, 2016-05-09". */
const inWords = (parts: readonly (string | null | undefined)[]): string =>
  parts.flatMap((part) => (part == null || part === '' ? [] : [part.replaceAll('_', ' ').slice(0, 60)])).join(', ');

/** The hash of a text is shortened for people; JSON has it whole. */
const shortId = (id: string): string => id.replace(/^([0-9a-f]{10})[0-9a-f]{54}/, '$1…');

const shownRange = (range: FigureRange | null): string =>
  range === null
    ? 'not stated'
    : range.max === null
      ? `${range.min}+`
      : range.min === range.max
        ? `${range.min}`
        : `${range.min}-${range.max}`;

function lineOf(
  { kind, theirs, ours, killed, reasons }: ListAlignment,
  rows: ReadonlyMap<string, string>,
  named: ReadonlyMap<string, string>,
): string {
  const figures =
    killed.theirs === null && killed.ours === null
      ? ''
      : ` killed ${shownRange(killed.theirs)} / ${shownRange(killed.ours)}${killed.verdict === 'differ' ? ' DIFFER' : ''}`;
  const because = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
  const sideOf = (ids: readonly string[], words: ReadonlyMap<string, string>): string =>
    ids.length === 0 ? '-' : ids.map((id) => `${shortId(id)} [${words.get(id) ?? ''}]`).join(' + ');
  return `${kind.padEnd(15)} theirs ${sideOf(theirs, rows)} ours ${sideOf(ours, named)}${figures}${because}\n`;
}

function summaryOf({ events, refused }: CounterList, alignments: readonly ListAlignment[]): string {
  const counts = Map.groupBy(alignments, ({ kind }) => kind);
  const shown = [...counts]
    .map(([kind, all]) => `${all.length} ${kind}`)
    .sort()
    .join(', ');
  return `${events.length} rows read, ${refused.length} refused: ${shown || 'nothing to compare'}\n`;
}
