/**
 * Tests stored incidents anew after some clauses changed: only incidents that such a clause can reach, and only against these
 * clauses. What comes out as before is not recorded; what it replaces stays readable with the reason.
 */
import type { Change } from '../../journey/7-record/change.ts';
import { PROGRAM } from '../config.ts';
import type { Store } from '../store/store.ts';
import type { Stages } from './stages.ts';

export interface ReassessSummary {
  /** Clauses tested anew: those named and those that list one of them as an exception. */
  clauses: string[];
  /** Incidents that they can reach. */
  reached: number;
  /** Incidents of which a finding came out otherwise. */
  changed: number;
}

/** One transaction: small enough that other writers need not wait long. */
const INCIDENTS_AT_ONCE = 500;

/** `named` are `agreement/clause`; one that no agreement has any more only loses its findings. */
export async function reassess(
  store: Store,
  stages: Stages,
  named: readonly string[],
  at: () => string,
): Promise<ReassessSummary> {
  const { clauses, types } = stages.reach(named);
  const summary: ReassessSummary = { clauses: [...clauses].sort(), reached: 0, changed: 0 };
  let after: string | null = null;
  do {
    after = await store.inTurn({ at: at(), by: PROGRAM.id }, async (turn) => {
      const incidents = await turn.reachableIncidents({ types, clauses: [...clauses] }, after, INCIDENTS_AT_ONCE);
      const codings = await turn.codings([
        ...new Set(incidents.flatMap(({ links }) => links.map(({ report }) => report))),
      ]);
      const coded = new Map(codings.map((coding) => [coding.id, coding]));
      const before = Map.groupBy(await turn.findingsFor(incidents.map(({ id }) => id)), ({ incident }) => incident);
      const changes = incidents.map((incident): Change => {
        const kept = (before.get(incident.id) ?? []).filter(
          ({ agreement, clause }) => !clauses.has(`${agreement}/${clause}`),
        );
        return {
          kind: 'assessed',
          incident: incident.id,
          findings: [...kept, ...stages.assess(incident, coded, clauses)],
        };
      });
      summary.reached += incidents.length;
      summary.changed += (await turn.record(changes)).length;
      return incidents.length < INCIDENTS_AT_ONCE ? null : (incidents.at(-1)?.id ?? null);
    });
  } while (after !== null);
  return summary;
}
