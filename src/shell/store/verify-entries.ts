/** Checks the ledger by itself: every entry in its place, in its canonical spelling, following from those before; every root. */
import type { Entry } from '../../journey/7-record/entry.ts';
import { entryFault, entryLeaf, evolve } from '../../journey/7-record/record.ts';
import { parseCanonical } from '../../ledger/canonical-json.ts';
import { toHex } from '../../ledger/hash.ts';
import { append, EMPTY_FRONTIER, type Frontier, rootOf } from '../../ledger/merkle-tree.ts';
import { sha256 } from '../sha-256.ts';
import { entrySchema } from './rows/ledger-rows.ts';
import type { Database, Db } from './schema.ts';
import type { Reporter, VerifyOptions } from './verification.ts';

const PAGE = 2_000;

export interface VerifiedEntries {
  size: number;
  root: string;
  /** What each subject must be now. */
  bodies: Map<string, string>;
}

export async function verifyEntries(
  db: Db,
  expect: VerifyOptions['expect'],
  report: Reporter,
): Promise<VerifiedEntries> {
  const state = { size: 0, bodies: new Map<string, string>() };
  const roots = new Map((await db.selectFrom('roots').selectAll().execute()).map((row) => [row.size, row]));
  let frontier = EMPTY_FRONTIER;
  if (expect?.size === 0) checkExpected(expect, frontier, report);
  for await (const row of entriesInOrder(db)) {
    checkEntry(row, state, report);
    frontier = append(sha256, frontier, [leafOf(row)]);
    checkRoot(roots.get(state.size), frontier, report);
    roots.delete(state.size);
    if (expect?.size === state.size) checkExpected(expect, frontier, report);
  }
  for (const size of roots.keys()) {
    if (size > state.size)
      report({
        kind: 'missing',
        where: 'entries',
        key: `${state.size}..${size - 1}`,
        message: `a root was stored for ${size} entries, but there are ${state.size}`,
      });
  }
  await checkLastRoot(db, state.size, report);
  if (expect !== undefined && expect.size > state.size) {
    report({
      kind: 'missing',
      where: 'entries',
      key: `${state.size}..${expect.size - 1}`,
      message: `the root to be expected is over ${expect.size} entries, but there are ${state.size}`,
    });
  }
  return { size: state.size, root: toHex(rootOf(sha256, frontier)), bodies: state.bodies };
}

async function* entriesInOrder(db: Db): AsyncGenerator<Database['entries']> {
  let last = -1;
  while (true) {
    const page = await db
      .selectFrom('entries')
      .selectAll()
      .where('index', '>', last)
      .orderBy('index')
      .limit(PAGE)
      .execute();
    for (const row of page) {
      yield row;
      last = row.index;
    }
    if (page.length < PAGE) return;
  }
}

const leafOf = (row: Database['entries']): Uint8Array => entryLeaf(sha256, row.document);

/** Reports what is wrong with an entry and takes it into the state all the same, so that one fault is not told as thousands. */
function checkEntry(
  row: Database['entries'],
  state: { size: number; bodies: Map<string, string> },
  report: Reporter,
): void {
  const altered = (message: string): void =>
    report({ kind: 'altered', where: 'entries', key: String(row.index), message });
  if (row.index !== state.size) {
    report({
      kind: 'missing',
      where: 'entries',
      key: `${state.size}..${row.index - 1}`,
      message: `expected entry ${state.size} next, found ${row.index}`,
    });
    state.size = row.index;
  }
  const leaf = toHex(leafOf(row));
  if (leaf !== row.leaf) altered(`its leaf hash is ${leaf}, stored is ${row.leaf}`);
  const entry = parseEntry(row.document);
  if (typeof entry === 'string') {
    altered(entry);
    state.size += 1;
    return;
  }
  const fault = entryFault(state, entry) ?? columnFault(row, entry);
  if (fault !== null) altered(fault);
  evolve(state, entry);
}

function parseEntry(document: string): Entry | string {
  const canonical = parseCanonical(document);
  if ('kind' in canonical) return `${canonical.message} [${canonical.code}]`;
  const entry = entrySchema.safeParse(canonical.value);
  return entry.success
    ? entry.data
    : `not an entry: ${entry.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`;
}

function columnFault(row: Database['entries'], entry: Entry): string | null {
  for (const column of ['index', 'kind', 'subject', 'body'] as const) {
    if (row[column] !== entry[column]) return `column ${column}: expected ${entry[column]}, found ${row[column]}`;
  }
  return null;
}

function checkRoot(row: Database['roots'] | undefined, frontier: Frontier, report: Reporter): void {
  if (row === undefined) return;
  const root = toHex(rootOf(sha256, frontier));
  if (row.root !== root)
    report({
      kind: 'altered',
      where: 'roots',
      key: String(row.size),
      message: `the entries give ${root}, stored is ${row.root}`,
    });
  if (row.frontier.join() !== frontier.peaks.map(toHex).join()) {
    report({
      kind: 'altered',
      where: 'roots',
      key: String(row.size),
      message: 'the stored frontier is not that of the entries',
    });
  }
}

async function checkLastRoot(db: Db, size: number, report: Reporter): Promise<void> {
  if (size === 0) return;
  const last = await db.selectFrom('roots').select('size').where('size', '=', size).executeTakeFirst();
  if (last === undefined)
    report({
      kind: 'missing',
      where: 'roots',
      key: String(size),
      message: `no root is stored for all ${size} entries`,
    });
}

function checkExpected(expect: { size: number; root: string }, frontier: Frontier, report: Reporter): void {
  const root = toHex(rootOf(sha256, frontier));
  if (root === expect.root) return;
  report({
    kind: 'altered',
    where: 'entries',
    key: `0..${expect.size - 1}`,
    message: `expected root ${expect.root} over the first ${expect.size} entries, found ${root}: the ledger was rewritten since`,
  });
}
