/** Incidents as a report words them, before names, dates and places are resolved. */
import type { CodedIncident, IncidentType, Participant } from './coded-report.ts';
import type { HarmMeasure } from './incident.ts';
import type { Claim } from './quantity.ts';
import type { Span } from './span.ts';

export type Modality = CodedIncident['modality'];
export type Evidence = CodedIncident['evidence'][number];

/** Someone or something that did it or was hit, as worded. */
export interface WordedParticipant {
  /** As worded, without a leading article. */
  name: string;
  kind: Participant['kind'];
  /** `ActorName.id`; null when the words are no actor mention (most objects). */
  mention: number | null;
  role: NonNullable<Participant['role']>;
  /** Id in the actor register when the words are no mention of their own ("Russian" in "Russian raids"). */
  actor: string | null;
  /** Kind of object in the lexicon of targets. */
  object: string | null;
  protected: boolean;
  damage: 'damaged' | 'destroyed' | null;
  attribution: NonNullable<Participant['attribution']>;
  /** Participants of one incident that share a number are alternatives. */
  either: number | null;
  /** Class that harm is split by ("children"); null when the words name none. */
  subset: string | null;
  /** Lemma of the head noun; for names the last word. */
  head: string;
  /** Where the head stands. */
  sentence: number;
  token: number;
  spans: Span[];
}

export interface WordedHarm {
  claim: Claim;
  spans: Span[];
  /** Constraints on the count, never added to it. */
  parts: { who: string; claim: Claim; spans: Span[] }[];
}

/** A place name or time and how far in the tree it stands from the incident's words (in edges; clause boundaries count more). */
export interface Near {
  /** Index into the place names or the time expressions. */
  index: number;
  distance: number;
}

export interface WordedIncident {
  type: IncidentType;
  modality: Modality;
  completed: boolean;
  aggregate: boolean;
  /** First mention first. */
  trigger: Span[];
  /** Indices of the sentences that mention it, in order of text. */
  sentences: number[];
  perpetrators: WordedParticipant[];
  targets: WordedParticipant[];
  weapons: { term: string; spans: Span[] }[];
  /** Places of its sentences, the nearest in the syntax first. */
  places: Near[];
  /** Times of its sentences, those of the first mention first; a time stands once for each mention that it stands with. */
  times: Near[];
  harm: Partial<Record<HarmMeasure, WordedHarm>>;
  attributedTo: { name: string; mention: number | null; spans: Span[] }[];
  evidence: Evidence[];
  /** Codes of its words where they are more exact than those of the type. */
  codes: { cameo?: string; acled?: string };
  /** Named numbers from which the confidence is computed; the strongest are printed in `because`. */
  features: Record<string, number>;
  /** Ids of the rules that built it, in the order in which they fired. */
  because: string[];
}
