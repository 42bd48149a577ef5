/** The statements ledger over the store: which records a list shows, and one record with everything that it rests on. */
import { placesIn } from '../../journey/5-assess/statements/deed-place.ts';
import { DAY_MS, type Spoken, saidAt, saidFromMs } from '../../journey/5-assess/statements/spoken.ts';
import { draftsOf, questionsOf, recordsOf } from '../../journey/5-assess/statements/statements-ledger.ts';
import { statementDecisions } from '../../journey/5-assess/statements/status.ts';
import type { CodedStatement } from '../../model/coded-report.ts';
import type { StatementForm, StatementRecord, StatementStatus } from '../../model/statement-record.ts';
import type { PageRequest, StatementFilter, StatementRow } from '../store/lists.ts';
import type { AppParts } from './app-parts.ts';
import type { StatementLedgerRow } from './contract.ts';
import { tidied } from './passage.ts';

export type LedgerParts = Pick<AppParts, 'store' | 'ledgerRules' | 'actorName'>;

/** Kinds of which at least some statements are kept in the ledger. */
const LEDGER_KINDS: readonly CodedStatement['kind'][] = [
  'demand',
  'appeal',
  'warning',
  'threat',
  'commitment',
  'announcement',
  'expectation',
  'denial',
  'justification',
];
/** How many pages of statements are looked through for one page of records; the cursor goes on from there. */
const PAGES_LOOKED_THROUGH = 10;

export interface LedgerFilter {
  statements: Omit<StatementFilter, 'kind'>;
  form?: readonly StatementForm[];
  status?: readonly StatementStatus[];
  asOf: string;
}

/** A page may hold fewer records than asked for, since what became of a statement is known only when it was looked at. */
export async function ledgerRows(
  parts: LedgerParts,
  filter: LedgerFilter,
  page: PageRequest,
): Promise<{ items: StatementLedgerRow[]; next: string | null }> {
  const items: StatementLedgerRow[] = [];
  let request = page;
  for (let looked = 0; ; looked++) {
    const { items: rows, next } = await parts.store.statements({ ...filter.statements, kind: LEDGER_KINDS }, request);
    const found = await recordRows(parts, rows, filter.asOf);
    items.push(...found.filter(({ record }) => isWanted(record, filter)));
    if (next === null || items.length >= Math.ceil((page.limit ?? 50) / 2) || looked + 1 >= PAGES_LOOKED_THROUGH)
      return { items, next };
    request = { ...page, cursor: next };
  }
}

const isWanted = ({ form, status }: StatementRecord, filter: LedgerFilter): boolean =>
  (filter.form?.includes(form) ?? true) && (filter.status?.includes(status.value) ?? true);

/** The records whose first telling is among these rows, as they stood at an instant; what nobody had told by then is left out. */
export async function recordRows(
  parts: LedgerParts,
  rows: readonly StatementRow[],
  asOf: string,
): Promise<StatementLedgerRow[]> {
  const gathered = await gather(parts, rows, asOf);
  const byId = new Map(recordsOf(gathered.drafts, gathered, parts.ledgerRules).map((record) => [record.id, record]));
  return rows.flatMap((row) => {
    const record = byId.get(keyOf(spokenOf(row)));
    if (record === undefined) return [];
    const { report, deadlineWords } = row;
    return [{ record, report, deadlineWords, passage: tidied(row.passage), names: namesIn(record, parts.actorName) }];
  });
}

/** Everything that these records are made of, of what was known at the instant; `acts` holds every person's act, whenever it was. */
export async function gather({ store, ledgerRules }: LedgerParts, rows: readonly StatementRow[], asOf: string) {
  const spoken = await withPlaces(rows.map(spokenOf), store);
  const around = await store.statementsOf(speakersAround(spoken, ledgerRules.duties.days));
  const known = new Map([...around, ...spoken].map((one) => [keyOf(one), one]));
  const all = draftsOf([...known.values()], ledgerRules, asOf);
  const shown = new Set(spoken.map(keyOf));
  const drafts = all.filter(({ record }) => shown.has(record.id));
  const [found, lastReport, decisions] = await Promise.all([
    store.deedIncidents(questionsOf(drafts, ledgerRules)),
    store.lastPublished(asOf),
    store.decisions(),
  ]);
  return { drafts, all, found, asOf, lastReport, acts: decisions, decisions: statementDecisions(decisions, asOf) };
}

const spokenOf = ({ report, statement, passage }: StatementRow): Spoken => ({
  report: report.id,
  published: report.published,
  statement,
  words: passage.quote,
  before: passage.before,
  places: [],
});

/** The places that their words name, out of the codings of the reports that they stand in. */
async function withPlaces(spoken: readonly Spoken[], store: LedgerParts['store']): Promise<Spoken[]> {
  const codings = await store.codings([...new Set(spoken.map(({ report }) => report))]);
  const byId = new Map(codings.map((coding) => [coding.id, coding]));
  return spoken.map((one) => {
    const coding = byId.get(one.report);
    return coding === undefined ? one : { ...one, places: placesIn(one.statement, coding) };
  });
}

const keyOf = ({ report, statement }: Spoken): string => `${report}#${statement.id}`;

/** Everything the same speakers said from shortly before the first of these statements until what could overtake the last. */
function speakersAround(
  spoken: readonly Spoken[],
  days: { readonly 'same-statement': number; readonly 'overtaken-within': number },
): Parameters<LedgerParts['store']['statementsOf']>[0] {
  const speakers = [...new Set(spoken.flatMap(({ statement }) => statement.speaker?.actor ?? []))].sort();
  const said = spoken.flatMap((one) => saidFromMs(saidAt(one)) ?? []);
  if (said.length === 0) return { speakers, from: null, until: null };
  return {
    speakers,
    from: new Date(Math.min(...said) - days['same-statement'] * DAY_MS).toISOString(),
    until: new Date(Math.max(...said) + days['overtaken-within'] * DAY_MS).toISOString(),
  };
}

function namesIn(record: StatementRecord, actorName: (id: string) => string): StatementLedgerRow['names'] {
  const actors = [record.speaker, ...record.addressees].flatMap((one) => one?.actor ?? []);
  return [...new Set(actors)].sort().map((actor) => ({ actor, name: actorName(actor) }));
}
