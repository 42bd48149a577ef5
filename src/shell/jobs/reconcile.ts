/**
 * Corroborates a whole store at once, after reports were placed one by one: what each report saw of its neighbourhood depends on what
 * had arrived before it, what all see together does not. Only what comes out differently is recorded.
 */
import type { Change } from '../../journey/7-record/change.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import { PROGRAM } from '../config.ts';
import type { Store } from '../store/store.ts';
import type { Stages } from './stages.ts';

/** More reports than this are not held in memory at once; their incidents stay as they were placed. */
export const RECONCILED_AT_MOST = 20_000;

/** Resolves to the number of changes that it made. */
export async function reconcile(store: Store, stages: Stages, at: string): Promise<number> {
  return store.inTurn({ at, by: PROGRAM.id }, async (turn) => {
    const before = await turn.everything();
    const { incidents, reports } = stages.corroborate(before.codings, await turn.decisions());
    const codings = new Map(before.codings.map((coding) => [coding.id, coding]));
    const known = new Set([...before.incidents, ...before.corroborations].map(canonicalJson));
    const now = new Set(incidents.map(({ id }) => id));
    const changed = incidents.filter((incident) => !known.has(canonicalJson(incident)));
    const changes: Change[] = [
      ...before.incidents
        .filter(({ id }) => !now.has(id))
        .map(({ id }): Change => ({ kind: 'incident-dissolved', id })),
      ...changed.map((incident): Change => ({ kind: 'linked', incident })),
      ...changed.map(
        (incident): Change => ({ kind: 'assessed', incident: incident.id, findings: stages.assess(incident, codings) }),
      ),
      ...reports
        .filter((report) => !known.has(canonicalJson(report)))
        .map((corroborated): Change => ({ kind: 'corroborated', corroborated })),
    ];
    await turn.record(changes);
    return changes.length;
  });
}
