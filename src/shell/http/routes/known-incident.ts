/** The incident that an address names. */
import type { StoredIncident } from '../../store/lists.ts';
import type { Store } from '../../store/store.ts';
import { ProblemError } from '../problem.ts';

/** Answers `request/not-found` when there is none. */
export async function knownIncident(store: Store, id: string): Promise<StoredIncident> {
  const stored = await store.incident(id);
  if (stored !== null) return stored;
  throw new ProblemError('request/not-found', `no incident has the id ${id}; the list is at /api/v1/incidents`);
}
