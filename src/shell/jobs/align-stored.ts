/** Another monitor's list beside the incidents of a store: those of its period, as they are now. */
import { alignList } from '../../journey/4-corroborate/align-list.ts';
import type { CounterList, ListAlignment } from '../../model/counter-list.ts';
import type { Store } from '../store/store.ts';

export async function alignStored(store: Store, list: CounterList, threshold: number): Promise<ListAlignment[]> {
  const starts = list.events.flatMap(({ time }) => time?.start ?? []);
  const ends = list.events.flatMap(({ time }) => time?.end ?? []);
  if (starts.length === 0) return alignList(list, [], threshold);
  const from = starts.reduce((least, day) => (day < least ? day : least));
  const until = ends.reduce((most, day) => (day > most ? day : most), from);
  return alignList(list, await store.candidateIncidents([{ from, until, near: null }]), threshold);
}
