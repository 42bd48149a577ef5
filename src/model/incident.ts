/**
 * The event that coded incidents of several reports are held to be about. It owns no facts of its own: every value is
 * computed from its links, and every link can be undone, so an incident can always be derived again.
 */
import type { CodedIncident, Count, IncidentType, Participant } from './coded-report.ts';
import type { TimeInterval } from './interval.ts';
import type { Reason } from './reason.ts';
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
  /** As worded; one that is set aside is shown and does not count in the range. */
  claims: { report: string; origin: string; count: Count; setAside?: 'superseded' | 'beyond-belief' }[];
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
  /** For a denial: the reports whose accusation it denies. */
  denies?: string[];
}

/** Why two reports are not two sources; `same-quotation` is shown as evidence and ties no lines by itself. */
export interface DependenceEdge {
  reports: [string, string];
  kind: 'same-text' | 'same-outlet' | 'same-owner' | 'takes-copy' | 'credits' | 'same-statement' | 'same-quotation';
  /** One plain sentence. */
  because: string;
}

/** Which of the reports stand on feet of their own: one line per independent origin. */
export interface Independence {
  lines: { reports: string[] }[];
  edges: DependenceEdge[];
}

/** Information credibility on the Admiralty scale, 1 (confirmed by independent sources) to 6 (cannot be judged). */
export interface CredibilityGrade {
  about: 'occurrence' | 'culprit' | HarmMeasure;
  grade: 1 | 2 | 3 | 4 | 5 | 6;
  because: string;
}

/** Reliability of the source of one report on this topic, A to F, kept apart from the credibility of what it says. */
export interface SourceGrade {
  report: string;
  outlet: string | null;
  reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  /** How the source stands to who is accused. */
  relation: 'uninvolved' | 'about-itself' | 'about-its-enemy' | 'against-its-interest' | 'unknown';
  because: string;
}

/** Airwars' scale of how well harm is established. */
export interface HarmGrade {
  grade: 'confirmed' | 'fair' | 'weak' | 'contested' | 'discounted';
  because: string;
}

export interface Grades {
  sources: SourceGrade[];
  credibility: CredibilityGrade[];
  /** Absent when nobody is said to be harmed. */
  harm?: HarmGrade;
}

/** A total held against the single incidents within its window and area: a check, never a sum. */
export interface Accounting {
  measure: HarmMeasure;
  /** Ids of the single incidents that lie wholly within. */
  incidents: string[];
  /** Sum of their ranges; null = open above. */
  accounted: { min: number; max: number | null };
  /** What the total leaves over: null above = open. */
  unaccounted: { min: number; max: number | null };
  /** True when the single incidents alone are more than the total can be. */
  exceeds: boolean;
}

/** What sources can contradict each other about, and how badly. */
export const TOPICS = ['harm', 'place', 'time', 'culprit', 'occurrence', 'picture'] as const;
export const SEVERITIES = ['minor', 'major'] as const;

export interface Contradiction {
  about: (typeof TOPICS)[number];
  /** One plain sentence that names the values and their reports. */
  message: string;
  /** The same as data, for pages in other languages; absent in what was recorded before there was any. */
  reason?: Reason;
  severity: (typeof SEVERITIES)[number];
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
  /** Number of independent origins that tell of it; who only denies it is none, unless all do. */
  origins: number;
  /** All lines, those that deny it included, with the evidence; absent when one report alone tells of it. */
  independence?: Independence;
  grades?: Grades;
  /** Of a total over several events. */
  accounting?: Accounting[];
}
