/** One wording of an incident in one sentence: a trigger with what stands around it. Mentions are later grouped. */
import type { HarmKind } from '../../../knowledge/harm-words.ts';
import type { TriggerEntry } from '../../../knowledge/incident-words.ts';
import type { Telling } from '../../../knowledge/linear-model.ts';
import type { IncidentType } from '../../../model/coded-report.ts';
import type { Quantity } from '../../../model/quantity.ts';
import type { Span } from '../../../model/span.ts';
import type { Modality, Near, WordedParticipant } from '../../../model/worded-incident.ts';

/** A word that may name an incident, before its participants are known. */
export interface Trigger {
  readonly sentence: number;
  readonly token: number;
  readonly lastToken: number;
  /** Readings of the word, in the order of the lexicon. */
  readonly readings: readonly TriggerEntry[];
  readonly nominal: boolean;
}

/** Tokens that stand in the places of a frame. */
export interface FrameTokens {
  readonly doers: readonly number[];
  readonly hit: readonly number[];
  readonly weapons: readonly number[];
  /** Tokens of other triggers that this one is the outcome or the cause of. */
  readonly linked: readonly number[];
}

/** A number of people harmed, as worded. */
export interface HarmFact {
  readonly measure: HarmKind;
  /** Null when the words name the harmed without a number. */
  readonly quantity: Quantity | null;
  readonly sufferers: readonly WordedParticipant[];
  readonly sentence: number;
  readonly token: number;
  readonly span: Span;
  /** A running total of one event ("bringing the toll to 40"). */
  readonly total: boolean;
  /** The sentence sums up a longer time: the number is of several events. */
  readonly isSum: boolean;
  /** A part of people told of before ("one of the wounded", "two of them"). */
  readonly isOfTold: boolean;
  /** Told of a time well before the report ("in 1997", "last August"): most likely of another event than the news. */
  readonly isEarlier: boolean;
}

export type FillerSlot = 'doer' | 'hit';

export interface Candidate {
  readonly slot: FillerSlot;
  readonly participant: WordedParticipant;
  /** Proposed by the frame, not only by standing in the sentence. */
  readonly inFrame: boolean;
  /** What speaks for it, under the role of its slot. */
  readonly tell: Telling;
  /** Log-odds that it fills the place, seen from this sentence alone. */
  readonly score: number;
}

/** A doer whom the tree shows: the party as the register knows it, and its role. */
export interface Side {
  readonly party: string | null;
  readonly role: WordedParticipant['role'];
}

export interface EventMention {
  readonly id: number;
  readonly sentence: number;
  readonly token: number;
  readonly span: Span;
  /** Other words that make it an incident: the weapon of "shells fell". */
  readonly beside: readonly Span[];
  readonly entry: TriggerEntry;
  readonly type: IncidentType;
  readonly nominal: boolean;
  readonly plural: boolean;
  /** "the attack", "this attack": may refer back to one told before. */
  readonly definite: boolean;
  /** What the frame proposes for its places, chosen or not, and who the words say is behind it. */
  readonly candidates: readonly Candidate[];
  /** These with all that only stand nearby: what the filler model is fitted on. Worked out when first asked for, which few acts are. */
  readonly allCandidates: () => readonly Candidate[];
  readonly perpetrators: readonly WordedParticipant[];
  readonly targets: readonly WordedParticipant[];
  readonly weapons: readonly { readonly term: string; readonly implies: IncidentType; readonly span: Span }[];
  /** Tokens of triggers of the same sentence that belong to the same event. */
  readonly linked: readonly number[];
  readonly harm: readonly HarmFact[];
  readonly modality: Modality;
  readonly completed: boolean;
  readonly aggregate: boolean;
  /** Nearest in the syntax first. */
  readonly places: readonly Near[];
  readonly times: readonly Near[];
  readonly because: readonly string[];
}

/** Mentions held for one event, and why they were joined. */
export interface MentionGroup {
  readonly mentions: EventMention[];
  readonly because: string[];
}
