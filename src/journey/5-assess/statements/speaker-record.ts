/** What became of one speaker's words, month by month: every count is a list of the records it counts. */
import {
  STATEMENT_STATUSES,
  type StatementForm,
  type StatementRecord,
  type StatementStatus,
} from '../../../model/statement-record.ts';

export interface SpeakerMonth {
  /** `YYYY-MM`; null for statements of which it is not known when they were said. */
  month: string | null;
  form: StatementForm;
  /** Ids of records by what became of them; a status that nothing has is absent. */
  statuses: Partial<Record<StatementStatus, string[]>>;
}

export function speakerRecord(records: readonly StatementRecord[]): SpeakerMonth[] {
  const months = new Map<string, SpeakerMonth>();
  for (const record of records) {
    const month = (record.said?.start ?? record.said?.end)?.slice(0, 7) ?? null;
    const key = `${month ?? '9999'} ${record.form}`;
    const entry = months.get(key) ?? { month, form: record.form, statuses: {} };
    const ids = entry.statuses[record.status.value] ?? [];
    entry.statuses[record.status.value] = [...ids, record.id].sort();
    months.set(key, entry);
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => ({ ...entry, statuses: inOrder(entry) }));
}

function inOrder({ statuses }: SpeakerMonth): SpeakerMonth['statuses'] {
  const ordered: SpeakerMonth['statuses'] = {};
  for (const status of STATEMENT_STATUSES) {
    const ids = statuses[status];
    if (ids !== undefined) ordered[status] = ids;
  }
  return ordered;
}
