/**
 * The event that coded incidents of several reports are held to be about. It owns no facts of its own: every value is
 * computed from its links, and every link can be undone, so an incident can always be derived again.
 */
import type { CodedIncident, Count, IncidentType, Participant } from './coded-report.ts';
import type { TimeInterval } from './interval.ts';
import type { Span } from './span.ts';

/** Why one coded incident of one report is held to be about this incident. */
export interface IncidentLink {
  /** Report id. */
  report: string;
  /** Id of the coded incident within that report. */
  coded: string;
  /** Reports of one origin count once. */
  origin: string;
  /** 0 to 1; 1 for the founding link. */
  score: number;
  /** Evidence for and against, strongest first, in words. */
  reasons: string[];
}

/** A range over independent origins; the claims stay beside it as worded. */
export interface HarmRange {
  min: number;
  best: number | null;
  /** null = open above. */
  max: number | null;
  /** Id of the rule that chose `best`. */
  rule: string;
  claims: { report: string; origin: string; count: Count }[];
}

/** Who is said to have done it, by whom. Claims, never a truth; denials stand beside what they deny. */
export interface AttributionClaim {
  accused: Participant;
  attribution: NonNullable<Participant['attribution']>;
  /** Who says so; empty = the report in its own voice. */
  saidBy: { name: string; actor: string | null }[];
  report: string;
  origin: string;
  spans: Span[];
}

export interface Contradiction {
  about: 'harm' | 'place' | 'time' | 'culprit' | 'occurrence';
  /** One plain sentence that names the values and their reports. */
  message: string;
  severity: 'minor' | 'major';
  reports: string[];
}

export type HarmMeasure = keyof CodedIncident['harm'];

export interface Incident {
  id: string;
  type: IncidentType;
  codes: CodedIncident['codes'];
  modality: CodedIncident['modality'];
  completed: boolean;
  /** True for a total over several events: shown and checked against, never summed, never assessed as one act. */
  aggregate: boolean;
  links: IncidentLink[];
  /** The narrowest interval that the links agree on, or their hull where they disagree. */
  time: (TimeInterval & { precision: NonNullable<CodedIncident['time']>['precision'] }) | null;
  place: NonNullable<CodedIncident['place']> | null;
  /** Radius in km within which it may have happened, from the place's precision. */
  placeRadiusKm: number | null;
  harm: Partial<Record<HarmMeasure, HarmRange>>;
  targets: CodedIncident['targets'];
  weapons: string[];
  attributions: AttributionClaim[];
  attributionStatus: 'admitted' | 'uncontested' | 'contested' | 'unattributed';
  contradictions: Contradiction[];
  /** Number of independent origins. */
  origins: number;
}
