/** How one statement stood over time: computed anew at each instant at which that could have changed. */
import { DAY_MS, millisecondsOf, saidFromMs } from '../../journey/5-assess/statements/spoken.ts';
import type { Decision } from '../../model/decision.ts';
import type { PastStatus, StatementRecord, StatusAnswer } from '../../model/statement-record.ts';
import type { StatementRow } from '../store/lists.ts';
import { gather, type LedgerParts, recordRows } from './statement-records.ts';

/** Each is computed anew; nobody reads more. */
const MOMENTS_AT_MOST = 40;

/** From its first telling until `asOf`, the first status first; what did not change is not repeated. */
export async function historyOf(parts: LedgerParts, row: StatementRow, asOf: string): Promise<PastStatus[]> {
  const history: PastStatus[] = [];
  for (const from of await momentsOf(parts, row, asOf)) {
    const [then] = await recordRows(parts, [row], from);
    if (then !== undefined && !isSameStatus(history.at(-1)?.status, then.record.status))
      history.push({ from, status: then.record.status });
  }
  return history;
}

const isSameStatus = (a: StatusAnswer | undefined, b: StatusAnswer): boolean =>
  a !== undefined && a.value === b.value && a.because === b.because;

/** It is told, a deed becomes known, the speaker says something else, its time passes, a later day is reported, a person decides. */
async function momentsOf(parts: LedgerParts, row: StatementRow, asOf: string): Promise<string[]> {
  const { drafts, all, found, acts } = await gather(parts, [row], asOf);
  const [draft] = drafts;
  if (draft === undefined) return [];
  const { record } = draft;
  const due = millisecondsOf(record.due?.end);
  const told = millisecondsOf(row.report.published) ?? saidFromMs(record.said);
  const sameSpeaker = all.filter((one) => isSameSpeaker(one.record, record));
  const instants = [
    told,
    due,
    await laterReportMs(parts, due),
    ...sameSpeaker.map((one) => saidFromMs(one.record.said)),
    ...(found[0]?.incidents ?? []).map(({ knownFrom }) => millisecondsOf(knownFrom)),
    ...actsAbout(record, acts).map(({ at }) => millisecondsOf(at)),
  ].filter((at) => at !== null);
  const until = millisecondsOf(asOf) ?? Number.POSITIVE_INFINITY;
  return [...new Set(instants)]
    .filter((at) => at >= (told ?? at) && at <= until)
    .sort((a, b) => a - b)
    .slice(0, MOMENTS_AT_MOST)
    .map((at) => new Date(at).toISOString());
}

const isSameSpeaker = (a: Pick<StatementRecord, 'speaker'>, b: Pick<StatementRecord, 'speaker'>): boolean =>
  a.speaker?.actor != null && a.speaker.actor === b.speaker?.actor;

/** When the first report came that counts as one of days after the due time. */
async function laterReportMs({ store, ledgerRules }: LedgerParts, due: number | null): Promise<number | null> {
  if (due === null) return null;
  const since = new Date(due + ledgerRules.duties.days['around-due'] * DAY_MS).toISOString();
  return millisecondsOf(await store.firstPublished(since));
}

function actsAbout({ tellings }: Pick<StatementRecord, 'tellings'>, acts: readonly Decision[]): Decision[] {
  const own = new Set(tellings.map(({ report, statement }) => `statement:${report}#${statement}`));
  const direct = acts.filter(({ about }) => about.some((subject) => own.has(subject)));
  const undone = new Set(direct.map(({ id }) => `decision:${id}`));
  return [...direct, ...acts.filter(({ about }) => about.some((subject) => undone.has(subject)))];
}
