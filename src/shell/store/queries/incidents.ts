/** Lists of incidents: which filters there are, and the row that a list shows. */

import type { Finding } from '../../../model/finding.ts';
import type { HarmMeasure, Incident } from '../../../model/incident.ts';

export interface IncidentFilter {
  /** Days as YYYY-MM-DD, both inclusive; an incident matches when its interval overlaps. */
  from?: string;
  to?: string;
  type?: readonly Incident['type'][];
  modality?: readonly Incident['modality'][];
  /** Actor ids among the accused. */
  party?: readonly string[];
  /** `agreement/clause` or clause ids. */
  clause?: readonly string[];
  agreement?: readonly string[];
  outcome?: readonly (Finding['outcome'] | 'not-assessed')[];
  /** west, south, east, north in degrees; west > east crosses the antimeridian. */
  bbox?: readonly [number, number, number, number];
  /** Least number of people killed by the lowest reading (`min`). */
  minKilled?: number;
  /** Words that must all stand in the incident's place, participants, targets or titles of its reports. */
  q?: string;
}

export type IncidentSort = 'newest' | 'oldest' | 'killed' | 'origins';

interface Range {
  min: number;
  best: number | null;
  max: number | null;
}

/** One line of a list: everything a card shows, without the evidence. */
export interface IncidentRow {
  id: string;
  type: Incident['type'];
  modality: Incident['modality'];
  completed: boolean;
  aggregate: boolean;
  time: NonNullable<Incident['time']> | null;
  place: Omit<NonNullable<Incident['place']>, 'spans'> | null;
  placeRadiusKm: number | null;
  harm: Partial<Record<HarmMeasure, Range>>;
  accused: { actor: string | null; name: string }[];
  attributionStatus: Incident['attributionStatus'];
  origins: number;
  reports: number;
  contradictions: number;
  /** The strongest outcome of its findings; null when no clause could concern it. */
  outcome: Finding['outcome'] | null;
  illustrative: boolean;
}
