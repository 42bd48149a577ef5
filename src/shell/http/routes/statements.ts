/** Statements: who said what to whom, by when, and what became of it. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { remindersOf } from '../../../journey/5-assess/statements/reminders.ts';
import type { AppParts } from '../app-parts.ts';
import { ledgerPage, ledgerRecord, reminders, type StatementLedgerRecord, statementPage } from '../contract.ts';
import { passagesOf, tidied } from '../passage.ts';
import { ProblemError } from '../problem.ts';
import { asOfQuery, ledgerQuery, recordParam, reminderQuery, statementQuery } from '../request-schemas.ts';
import { historyOf } from '../statement-history.ts';
import { type LedgerFilter, ledgerRows, recordRows } from '../statement-records.ts';
import { defined, json, notFound, problems } from './answers.ts';

const list = createRoute({
  method: 'get',
  path: '/api/v1/statements',
  summary: 'Demands, warnings, promises, denials and other statements',
  request: { query: statementQuery },
  responses: { 200: json(statementPage, 'One page.'), ...problems },
});
const ledger = createRoute({
  method: 'get',
  path: '/api/v1/statements/ledger',
  summary: 'The statements ledger: demands, ultimatums, promises, denials, and what became of each',
  request: { query: ledgerQuery },
  responses: {
    200: json(ledgerPage, 'One page; it may hold fewer records than asked for while `next` is not null.'),
    ...problems,
  },
});
const reminderRoute = createRoute({
  method: 'get',
  path: '/api/v1/statements/reminders',
  summary: 'What falls due soon, and what fell due and waits for a person',
  request: { query: reminderQuery },
  responses: { 200: json(reminders, 'Reminders.'), ...problems },
});
const one = createRoute({
  method: 'get',
  path: '/api/v1/statements/ledger/{id}',
  summary: 'One record of the statements ledger with its tellings and the incidents linked to it',
  request: { params: recordParam, query: asOfQuery },
  responses: { 200: json(ledgerRecord, 'The record.'), ...notFound, ...problems },
});

const DAY_MS = 86_400_000;
/** Statements with a due time, said up to this long before it, are looked through for reminders. */
const REMINDED_DAYS = 400;

export function addStatementRoutes(app: OpenAPIHono, parts: AppParts): void {
  const { store, clock } = parts;
  app.openapi(list, async (c) => {
    const { cursor, limit, deadline, ...query } = c.req.valid('query');
    const filter = defined({ ...query, withDeadline: deadline === 'with' ? true : undefined });
    const page = await store.statements(filter, defined({ cursor, limit }));
    const items = page.items.map((row) => ({ ...row, passage: tidied(row.passage) }));
    return c.json({ items, next: page.next, total: null }, 200);
  });
  app.openapi(ledger, async (c) => {
    const { cursor, limit, deadline, form, status, asOf = clock.now(), ...query } = c.req.valid('query');
    const statements = defined({ ...query, withDeadline: deadline === 'with' ? true : undefined });
    const filter: LedgerFilter = { statements, asOf, ...defined({ form, status }) };
    const page = await ledgerRows(parts, filter, defined({ cursor, limit }));
    return c.json({ ...page, asOf, total: null }, 200);
  });
  app.openapi(reminderRoute, async (c) => {
    const { asOf = clock.now(), withinDays } = c.req.valid('query');
    const first = new Date(Date.parse(asOf) - REMINDED_DAYS * DAY_MS).toISOString().slice(0, 10);
    const rows = await everyRow(parts, { statements: { withDeadline: true, from: first }, asOf });
    const { due, past } = remindersOf(
      rows.map(({ record }) => record),
      asOf,
      withinDays,
    );
    const rowOf = new Map(rows.map((row) => [row.record.id, row]));
    const shown = (records: typeof due) => records.flatMap(({ id }) => rowOf.get(id) ?? []);
    return c.json({ asOf, withinDays, due: shown(due), past: shown(past) }, 200);
  });
  app.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const { asOf = clock.now() } = c.req.valid('query');
    return c.json(await recordOf(parts, id, asOf), 200);
  });
}

/** At most this many pages: what is beyond them is older. */
const PAGES_AT_MOST = 20;

async function everyRow(parts: AppParts, filter: LedgerFilter): ReturnType<typeof recordRows> {
  const rows = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_AT_MOST; page++) {
    const found: Awaited<ReturnType<typeof ledgerRows>> = await ledgerRows(parts, filter, {
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    });
    rows.push(...found.items);
    cursor = found.next;
    if (cursor === null) break;
  }
  return rows;
}

async function recordOf(parts: AppParts, id: string, asOf: string): Promise<StatementLedgerRecord> {
  const mark = id.lastIndexOf('#');
  const only = { report: id.slice(0, mark), statement: id.slice(mark + 1) };
  const { items } = await parts.store.statements({ only }, { limit: 1 });
  const [listed] = items;
  const [row] = await recordRows(parts, items, asOf);
  if (listed === undefined || row === undefined)
    throw new ProblemError(
      'request/not-found',
      `no record of the statements ledger begins with ${id} as of ${asOf}; the list is at /api/v1/statements/ledger`,
    );
  const reports = [...new Set(row.record.tellings.map(({ report }) => report))];
  const [rows, codings, incidents] = await Promise.all([
    parts.store.reportRows(reports),
    parts.store.codings(reports),
    parts.store.incidentRows(row.record.deeds.map(({ incident }) => incident)),
  ]);
  const reportOf = new Map(rows.map((report) => [report.id, report]));
  const textOf = new Map(codings.map((coding) => [coding.id, coding.text]));
  const tellings = row.record.tellings.flatMap(({ report, span }) => {
    const about = reportOf.get(report);
    return about === undefined
      ? []
      : passagesOf(textOf.get(report) ?? '', [span]).map((passage) => ({ report: about, passage }));
  });
  return { ...row, asOf, history: await historyOf(parts, listed, asOf), incidents, tellings };
}
