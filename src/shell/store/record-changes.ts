/**
 * The one door through which state changes: the rows, the entries and the new root are written in one transaction.
 * Nothing else in the program writes to a table of state.
 */

import { sql } from 'kysely';
import { type Change, described, inClauseOrder, withConsequences } from '../../journey/7-record/change.ts';
import type { Entry } from '../../journey/7-record/entry.ts';
import { decide, type Recorded } from '../../journey/7-record/record.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import { appendEntries, frontierOf, lastRoot, ledgerState, sha256 } from './ledger-log.ts';
import { keepPastFindings } from './past-findings.ts';
import { allDecisions } from './queries/ledger.ts';
import { findingRow, incidentRow, linkRows, strongestOutcome } from './rows/incident-rows.ts';
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
import type { Db } from './schema.ts';
import type { RecordRequest } from './store.ts';
import { removeRows, writeRows } from './write-rows.ts';

/** The transaction holds the ledger already. */
export async function recordChanges(transaction: Db, { changes, at, by }: RecordRequest): Promise<Entry[]> {
  if (changes.length === 0) return [];
  const frontier = frontierOf(await lastRoot(transaction));
  const all = withConsequences(changes);
  const state = await ledgerState(
    transaction,
    frontier.size,
    all.map((change) => described(change).subject),
  );
  const recorded = decide(all, state, { at, by, hash: sha256 });
  if (recorded.length === 0) return [];
  for (const write of WRITERS) await write(transaction, recorded);
  await appendEntries(transaction, frontier, recorded, at);
  return recorded.map(({ entry }) => entry);
}

type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;
type Writer = (transaction: Db, recorded: readonly Recorded[]) => Promise<void>;

/** The changes of one kind with the text of their document; empty text where the subject is no more. */
function of<K extends Change['kind']>(kind: K, recorded: readonly Recorded[]): { change: ChangeOf<K>; json: string }[] {
  const isOfKind = (change: Change): change is ChangeOf<K> => change.kind === kind;
  return recorded.flatMap(({ change, sealed }) => (isOfKind(change) ? [{ change, json: sealed?.json ?? '' }] : []));
}

/** One for each kind of change, in an order in which every row finds the rows that it refers to; what is replaced is kept first. */
const WRITERS: readonly Writer[] = [
  keepPastFindings,
  writeCaptures,
  writeReports,
  writeCodings,
  writeCorroborations,
  removeIncidents,
  writeIncidents,
  writeFindings,
  writeRefusals,
  writeDecisions,
  writeLists,
];

async function writeCaptures(transaction: Db, recorded: readonly Recorded[]): Promise<void> {
  const captures = of('captured', recorded);
  const rows = captures.map(({ change, json }) => captureRow(change.capture, json));
  const jobs = captures.map(({ change }) => ({ capture: change.capture.sha256, state: 'waiting' as const }));
  await writeRows(transaction, 'captures', rows, { replaceOn: ['sha256'] });
  await writeRows(transaction, 'jobs', jobs, { replaceOn: ['capture'] });
}

async function writeReports(transaction: Db, recorded: readonly Recorded[]): Promise<void> {
  const rows = of('read', recorded).map(({ change, json }) => reportRow(change.read, json));
  await writeRows(transaction, 'reports', rows, { replaceOn: ['id'] });
}

async function writeCodings(transaction: Db, recorded: readonly Recorded[]): Promise<void> {
  const codings = of('coded', recorded);
  const rows = codings.map(({ change, json }) => codingRow(change.coding, json));
  const statements = codings.flatMap(({ change }) => statementRows(change.coding));
  await writeRows(transaction, 'codings', rows, { replaceOn: ['report'] });
  const ids = codings.map(({ change }) => change.coding.id);
  await removeRows(transaction, 'statements', 'report', ids);
  await writeRows(transaction, 'statements', statements);
  const bands = codings.flatMap(({ change }) => pictureBandRows(change.coding));
  await removeRows(transaction, 'picture_bands', 'report', ids);
  await writeRows(transaction, 'picture_bands', bands);
}

async function writeCorroborations(transaction: Db, recorded: readonly Recorded[]): Promise<void> {
  const rows = of('corroborated', recorded).map(({ change, json }) => corroborationRow(change.corroborated, json));
  await writeRows(transaction, 'corroborations', rows, { replaceOn: ['report'] });
}

async function removeIncidents(transaction: Db, recorded: readonly Recorded[]): Promise<void> {
  const ids = of('incident-dissolved', recorded).map(({ change }) => change.id);
  await removeRows(transaction, 'incident_links', 'incident', ids);
  await removeRows(transaction, 'findings', 'incident', ids);
  await removeRows(transaction, 'incidents', 'id', ids);
}

async function writeIncidents(transaction: Db, recorded: readonly Recorded[]): Promise<void> {
  const linked = of('linked', recorded);
  const rows = linked.map(({ change, json }) => incidentRow(change.incident, json));
  const links = linked.flatMap(({ change }) => linkRows(change.incident));
  await writeRows(transaction, 'incidents', rows, { replaceOn: ['id'] });
  await removeRows(
    transaction,
    'incident_links',
    'incident',
    rows.map(({ id }) => id),
  );
  await writeRows(transaction, 'incident_links', links);
}

async function writeFindings(transaction: Db, recorded: readonly Recorded[]): Promise<void> {
  const assessed = of('assessed', recorded);
  if (assessed.length === 0) return;
  const findings = assessed.flatMap(({ change }) => inClauseOrder(change.findings) ?? []);
  const outcomes = assessed.map(({ change }) => ({ id: change.incident, outcome: strongestOutcome(change.findings) }));
  await removeRows(
    transaction,
    'findings',
    'incident',
    assessed.map(({ change }) => change.incident),
  );
  await writeRows(
    transaction,
    'findings',
    findings.map((finding) => findingRow(finding, String(canonicalJson(finding)))),
  );
  await sql`update incidents set outcome = strongest.outcome
    from json_to_recordset(${JSON.stringify(outcomes)}::json) as strongest(id text, outcome text)
    where incidents.id = strongest.id and incidents.outcome is distinct from strongest.outcome`.execute(transaction);
}

async function writeRefusals(transaction: Db, recorded: readonly Recorded[]): Promise<void> {
  const rows = of('refused', recorded).map(({ change, json }) => refusalRow(change.refusal, json));
  await removeRows(
    transaction,
    'refusals',
    'id',
    of('refusal-lifted', recorded).map(({ change }) => change.id),
  );
  await writeRows(transaction, 'refusals', rows, { replaceOn: ['id'] });
}

async function writeDecisions(transaction: Db, recorded: readonly Recorded[]): Promise<void> {
  const rows = of('decided', recorded).map(({ change, json }) => decisionRow(change.decision, json));
  await writeRows(transaction, 'decisions', rows, { replaceOn: ['id'] });
  if (rows.length === 0) return;
  // An undo ends what an earlier decision found, so that all are looked at; people make few.
  await writeRows(transaction, 'determinations', determinationRows(await allDecisions(transaction)), {
    replaceOn: ['decision'],
  });
}

async function writeLists(transaction: Db, recorded: readonly Recorded[]): Promise<void> {
  const rows = of('listed', recorded).map(({ change, json }) => listRow(change.list, json));
  await writeRows(transaction, 'lists', rows, { replaceOn: ['id'] });
}
