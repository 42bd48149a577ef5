/** Another monitor's list beside the incidents of a store: those of its period, as they are now. */
import { alignList } from '../../journey/4-corroborate/align-list.ts';
import type { CounterList, ListAlignment } from '../../model/counter-list.ts';
import type { Store } from '../store/store.ts';

export async function alignStored(store: Store, list: CounterList, threshold: number): Promise<ListAlignment[]> {
  const from = list.events.flatMap(({ time }) => time?.start ?? []).sort()[0];
  if (from === undefined) return alignList(list, [], threshold);
  const until = [from, ...list.events.flatMap(({ time }) => time?.end ?? [])].sort().at(-1) ?? from;
  return alignList(list, await store.candidateIncidents([{ from, until, near: null }]), threshold);
}
