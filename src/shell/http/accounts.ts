/** What single reports tell of an incident, each with its words: as incident pages and the review desk show it. */
import type { CodedRef } from '../../model/link-decisions.ts';
import type { Store } from '../store/store.ts';
import type { IncidentDetail } from './contract.ts';
import { passagesOf, spansOf } from './passage.ts';

type Account = IncidentDetail['sources'][number];

/** Loads the reports of these once; the answer gives the account of one of them, or none when it is not stored. */
export async function accountsOf(
  store: Pick<Store, 'reportRows' | 'codings'>,
  refs: readonly CodedRef[],
): Promise<(ref: CodedRef) => Account[]> {
  const ids = [...new Set(refs.map(({ report }) => report))];
  const [rows, codings] = await Promise.all([store.reportRows(ids), store.codings(ids)]);
  const rowOf = new Map(rows.map((report) => [report.id, report]));
  const codingOf = new Map(codings.map((coding) => [coding.id, coding]));
  return (ref) => {
    const [report, coding] = [rowOf.get(ref.report), codingOf.get(ref.report)];
    const coded = coding?.incidents.find(({ id }) => id === ref.coded);
    if (report === undefined || coding === undefined || coded === undefined) return [];
    return [{ report, coded, passages: passagesOf(coding.text, spansOf(coded)) }];
  };
}
