/**
 * Corroborates a whole store at once, so that the outcome does not depend on the order in which reports came in. Only what comes
 * out differently from what is stored is recorded.
 */
import type { Change } from '../../journey/7-record/change.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { Incident } from '../../model/incident.ts';
import { PROGRAM } from '../config.ts';
import { StoreError } from '../store/errors.ts';
import type { Store, Turn } from '../store/store.ts';
import type { Stages } from './stages.ts';

/** More reports than this are not held in memory at once: theirs are placed batch by batch (`place-incidents.ts`). */
export const RECONCILED_AT_MOST = 20_000;

export interface ReconcileOptions {
  at: string;
  /** Assess every incident, not only those that changed: after a change of the clauses, or of the program. */
  assessAll: boolean;
}

/** Resolves to null, or to what went wrong in a stage: a defect of the program. An incident that cannot be assessed is linked all the same. */
export async function reconcile(
  store: Store,
  stages: Stages,
  { at, assessAll }: ReconcileOptions,
): Promise<string | null> {
  try {
    return await store.inTurn({ at, by: PROGRAM.id }, async (turn) => {
      const { changes, defect } = await changesOfWhole(turn, stages, assessAll);
      await turn.record(changes);
      return defect;
    });
  } catch (error) {
    if (error instanceof StoreError) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

/** What must change for the store to be what corroboration and assessment say over all of it. */
export async function changesOfWhole(
  turn: Turn,
  stages: Stages,
  assessAll: boolean,
): Promise<{ changes: Change[]; defect: string | null }> {
  const before = await turn.everything();
  const { incidents, reports } = stages.corroborate(before.codings, await turn.decisions());
  const codings = new Map(before.codings.map((coding) => [coding.id, coding]));
  const known = new Set([...before.incidents, ...before.corroborations].map(canonicalJson));
  const now = new Set(incidents.map(({ id }) => id));
  const changed = incidents.filter((incident) => !known.has(canonicalJson(incident)));
  const { assessed, defect } = assess(assessAll ? incidents : changed, codings, stages);
  const changes = [
    ...before.incidents.filter(({ id }) => !now.has(id)).map(({ id }): Change => ({ kind: 'incident-dissolved', id })),
    ...changed.map((incident): Change => ({ kind: 'linked', incident })),
    ...assessed,
    ...reports
      .filter((report) => !known.has(canonicalJson(report)))
      .map((corroborated): Change => ({ kind: 'corroborated', corroborated })),
  ];
  return { changes, defect };
}

function assess(
  incidents: readonly Incident[],
  codings: ReadonlyMap<string, CodedReport>,
  stages: Stages,
): { assessed: Change[]; defect: string | null } {
  const assessed: Change[] = [];
  let defect: string | null = null;
  for (const incident of incidents) {
    try {
      assessed.push({ kind: 'assessed', incident: incident.id, findings: stages.assess(incident, codings) });
    } catch (error) {
      defect ??= `${incident.id} cannot be assessed: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return { assessed, defect };
}
