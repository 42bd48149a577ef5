/**
 * The one door through which state changes: the rows, the entries and the new root are written in one transaction.
 * Nothing else in the program writes to a table of state.
 */

import { sql } from 'kysely';
import { type Change, described, inClauseOrder, withConsequences } from '../../journey/7-record/change.ts';
import type { Entry } from '../../journey/7-record/entry.ts';
import { decide, type Recorded } from '../../journey/7-record/record.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import type { Finding } from '../../model/finding.ts';
import { sha256 } from '../sha-256.ts';
import { entryRows, ledgerAt } from './ledger-log.ts';
import { replacedFindings } from './past-findings.ts';
import { allDecisions } from './queries/ledger.ts';
import { findingRow, incidentRow, linkRows, strongestOutcome } from './rows/incident-rows.ts';
import { keyRow } from './rows/key-rows.ts';
import { decisionRow, determinationRows, refusalRow } from './rows/ledger-rows.ts';
import { listRow } from './rows/list-rows.ts';
import {
  captureRow,
  codingRow,
  corroborationRow,
  pictureBandRows,
  reportRow,
  statementRows,
} from './rows/report-rows.ts';
import type { Database, Db, TableName } from './schema.ts';
import type { RecordRequest } from './store.ts';
import { putRows, type RowChange, removeRows, runTogether } from './write-rows.ts';

/** The transaction holds the ledger already. */
export async function recordChanges(transaction: Db, { changes, at, by }: RecordRequest): Promise<Entry[]> {
  if (changes.length === 0) return [];
  const all = withConsequences(changes);
  const { frontier, state } = await ledgerAt(
    transaction,
    all.map((change) => described(change).subject),
  );
  const recorded = decide(all, state, { at, by, hash: sha256 });
  if (recorded.length === 0) return [];
  const replaced = await replacedFindings(transaction, recorded);
  await runTogether(
    transaction,
    rowsOf(recorded, [...putRows('past_findings', replaced)], entryRows(frontier, recorded, at)),
  );
  if (recorded.some(({ change }) => change.kind === 'decided')) await writeDeterminations(transaction);
  return recorded.map(({ entry }) => entry);
}

/** In an order in which every row finds the rows that it refers to, should they not fit into one statement. */
function* rowsOf(
  recorded: readonly Recorded[],
  first: Iterable<RowChange>,
  last: Iterable<RowChange>,
): Generator<RowChange> {
  yield* first;
  for (const changesIn of TABLES) yield* changesIn(recorded);
  yield* last;
}

type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;

interface Told<K extends Change['kind']> {
  change: ChangeOf<K>;
  /** The text of the document; empty where the subject is no more. */
  json: string;
  /** Whether there was another before. */
  isAnew: boolean;
}

/** The changes of one kind. */
function of<K extends Change['kind']>(kind: K, recorded: readonly Recorded[]): Told<K>[] {
  const isOfKind = (change: Change): change is ChangeOf<K> => change.kind === kind;
  return recorded.flatMap(({ change, sealed, entry }) =>
    isOfKind(change) ? [{ change, json: sealed?.json ?? '', isAnew: entry.previous !== null }] : [],
  );
}

const TABLES: readonly ((recorded: readonly Recorded[]) => Iterable<RowChange>)[] = [
  captures,
  reports,
  codings,
  corroborations,
  dissolvedIncidents,
  incidents,
  findings,
  refusals,
  decisions,
  lists,
  keys,
];

function* captures(recorded: readonly Recorded[]): Generator<RowChange> {
  const captured = of('captured', recorded);
  const rows = captured.map(({ change, json }) => captureRow(change.capture, json));
  const jobs = captured.map(({ change }) => ({ capture: change.capture.sha256, state: 'waiting' as const }));
  yield* putRows('captures', rows, ['sha256']);
  yield* putRows('jobs', jobs, ['capture']);
}

function* reports(recorded: readonly Recorded[]): Generator<RowChange> {
  const rows = of('read', recorded).map(({ change, json }) => reportRow(change.read, json));
  yield* putRows('reports', rows, ['id']);
}

function* codings(recorded: readonly Recorded[]): Generator<RowChange> {
  const coded = of('coded', recorded);
  const rows = coded.map(({ change, json }) => codingRow(change.coding, json));
  yield* putRows('codings', rows, ['report']);
  const anew = coded.flatMap(({ change, isAnew }) => (isAnew ? [change.coding.id] : []));
  yield* childRows(
    { table: 'statements', parent: 'report', key: ['report', 'id'] },
    coded.flatMap(({ change }) => statementRows(change.coding)),
    anew,
  );
  yield* childRows(
    { table: 'picture_bands', parent: 'report', key: ['report', 'look', 'band'] },
    coded.flatMap(({ change }) => pictureBandRows(change.coding)),
    anew,
  );
  yield* putRows(
    'translation_marks',
    coded.flatMap(({ change: { coding, marks } }) => (marks == null ? [] : [{ report: coding.id, ...marks }])),
    ['report'],
  );
}

/** Rows that hang on another: those that its document no longer says go where there was one before. */
function* childRows<T extends TableName>(
  {
    table,
    parent,
    key,
  }: { table: T; parent: keyof Database[T] & string; key: readonly (keyof Database[T] & string)[] },
  rows: readonly Database[T][],
  anew: readonly string[],
): Generator<RowChange> {
  yield* removeRows(table, parent, anew, { key, rows });
  yield* putRows(table, rows, key);
}

function* corroborations(recorded: readonly Recorded[]): Generator<RowChange> {
  const rows = of('corroborated', recorded).map(({ change, json }) => corroborationRow(change.corroborated, json));
  yield* putRows('corroborations', rows, ['report']);
}

function* dissolvedIncidents(recorded: readonly Recorded[]): Generator<RowChange> {
  const ids = of('incident-dissolved', recorded).map(({ change }) => change.id);
  yield* removeRows('incident_links', 'incident', ids);
  yield* removeRows('findings', 'incident', ids);
  yield* removeRows('incidents', 'id', ids);
}

/** An incident whose findings stay as they are keeps its outcome: that is no part of its document. */
function* incidents(recorded: readonly Recorded[]): Generator<RowChange> {
  const linked = of('linked', recorded);
  const outcomes = outcomesIn(recorded);
  const rows = linked.map(({ change, json }) => incidentRow(change.incident, json));
  yield* putRows(
    'incidents',
    rows.filter(({ id }) => !outcomes.has(id)),
    ['id'],
  );
  const assessed = rows
    .filter(({ id }) => outcomes.has(id))
    .map((row) => ({ ...row, outcome: outcomes.get(row.id) ?? null }));
  yield* putRows('incidents', assessed, ['id']);
  yield* childRows(
    { table: 'incident_links', parent: 'incident', key: ['report', 'coded', 'incident'] },
    linked.flatMap(({ change }) => linkRows(change.incident)),
    linked.flatMap(({ change, isAnew }) => (isAnew ? [change.incident.id] : [])),
  );
}

const outcomesIn = (recorded: readonly Recorded[]): Map<string, Finding['outcome'] | null> =>
  new Map(of('assessed', recorded).map(({ change }) => [change.incident, strongestOutcome(change.findings)]));

function* findings(recorded: readonly Recorded[]): Generator<RowChange> {
  const dissolved = new Set(of('incident-dissolved', recorded).map(({ change }) => change.id));
  const assessed = of('assessed', recorded).filter(({ change }) => !dissolved.has(change.incident));
  const rows = assessed.flatMap(({ change }) => inClauseOrder(change.findings) ?? []);
  yield* childRows(
    { table: 'findings', parent: 'incident', key: ['incident', 'agreement', 'clause'] },
    rows.map((finding) => findingRow(finding, String(canonicalJson(finding)))),
    assessed.flatMap(({ change, isAnew }) => (isAnew ? [change.incident] : [])),
  );
  const linked = new Set(of('linked', recorded).map(({ change }) => change.incident.id));
  yield* changedOutcomes([...outcomesIn(recorded)].filter(([id]) => !linked.has(id) && !dissolved.has(id)));
}

function* changedOutcomes(outcomes: readonly (readonly [string, Finding['outcome'] | null])[]): Generator<RowChange> {
  if (outcomes.length === 0) return;
  const json = JSON.stringify(outcomes.map(([id, outcome]) => ({ id, outcome })));
  const statement = sql`update incidents set outcome = strongest.outcome
    from json_to_recordset(${json}::json) as strongest(id text, outcome text)
    where incidents.id = strongest.id and incidents.outcome is distinct from strongest.outcome`;
  yield { statement, length: json.length };
}

function* refusals(recorded: readonly Recorded[]): Generator<RowChange> {
  const rows = of('refused', recorded).map(({ change, json }) => refusalRow(change.refusal, json));
  yield* removeRows(
    'refusals',
    'id',
    of('refusal-lifted', recorded).map(({ change }) => change.id),
  );
  yield* putRows('refusals', rows, ['id']);
}

function* decisions(recorded: readonly Recorded[]): Generator<RowChange> {
  const rows = of('decided', recorded).map(({ change, json }) => decisionRow(change.decision, json));
  yield* putRows('decisions', rows, ['id']);
}

/** An undo ends what an earlier decision found, so that all are looked at; people make few. */
async function writeDeterminations(transaction: Db): Promise<void> {
  const rows = determinationRows(await allDecisions(transaction));
  await runTogether(transaction, putRows('determinations', rows, ['decision']));
}

function* lists(recorded: readonly Recorded[]): Generator<RowChange> {
  const rows = of('listed', recorded).map(({ change, json }) => listRow(change.list, json));
  yield* putRows('lists', rows, ['id']);
}

function* keys(recorded: readonly Recorded[]): Generator<RowChange> {
  const rows = of('registered', recorded).map(({ change, json }) => keyRow(change.key, json));
  yield* putRows('person_keys', rows, ['fingerprint']);
}
