/** What the situation page shows at a glance: points of the map, days of the timeline, counts of each filter. */

import type { Finding } from '../../../model/finding.ts';
import type { Incident } from '../../../model/incident.ts';

export interface MapPoint {
  id: string;
  type: Incident['type'];
  latitude: number;
  longitude: number;
  /** Gazetteer id, name, ISO country and first-order division of the place, for areas drawn on the map. */
  place: string | null;
  name: string | null;
  country: string | null;
  admin1: string | null;
  precision: NonNullable<Incident['place']>['precision'];
  radiusKm: number | null;
  /** UTC instant or day; null when undated. */
  start: string | null;
  killedMin: number | null;
  killedMax: number | null;
  outcome: Finding['outcome'] | null;
  aggregate: boolean;
}

interface Range {
  min: number;
  best: number | null;
  max: number | null;
}

export interface Summary {
  incidents: number;
  undated: number;
  unplaced: number;
  illustrative: boolean;
  period: { first: string | null; last: string | null };
  /** Over completed single events that are asserted or alleged; totals over several events are never in it. */
  killed: Range;
  days: { day: string; incidents: number; killed: Range /** Reports published that day. */; reporting: number }[];
  types: { id: string; incidents: number }[];
  parties: { id: string; incidents: number }[];
  outcomes: { id: string; incidents: number }[];
  /** `agreement/clause`. */
  clauses: { id: string; incidents: number }[];
}
