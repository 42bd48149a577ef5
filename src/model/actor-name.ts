/** Mentions of actors as a report words them: people, groups, organisations, forces and classes of people. */
import type { ActorMention, Participant } from './coded-report.ts';
import type { Located } from './sentence.ts';
import type { Span } from './span.ts';

export type ActorRole = ActorMention['role'];

/** The roles of the contract as a list, for schemas at the borders. */
export const ACTOR_ROLES = [
  'state',
  'military',
  'police',
  'non_state_armed_group',
  'militia',
  'political',
  'international_organisation',
  'humanitarian',
  'media',
  'activist',
  'civilian',
  'medical',
  'person',
  'unknown',
] as const satisfies readonly ActorRole[];

/** One mention. `start`..`end` covers the noun phrase with its "of" complements, without relative clauses or appositions. */
export interface ActorName extends Located {
  /** Position in the list of mentions, which is in order of text. */
  readonly id: number;
  /** `text.slice(start, end)`. */
  readonly text: string;
  /** Index of the head noun among the sentence's tokens. */
  readonly head: number;
  readonly form: 'name' | 'description' | 'pronoun';
  readonly kind: Participant['kind'];
  readonly number: 'singular' | 'plural' | 'unknown';
  readonly gender: 'female' | 'male' | 'unknown';
  readonly role: ActorRole;
  /** Id in the actor register; null when the name is not in it, or when it is a person or group only affiliated with one. */
  readonly actor: string | null;
  /** Id of the actor that the mention belongs to ("a Hezbollah commander", "US Secretary of State John Kerry"). */
  readonly affiliation: string | null;
  /** All ids that the name may stand for, the likeliest first; `actor` is the first of them. */
  readonly candidates: readonly string[];
  /** Whom the head noun belongs to, where the phrase names it: "Hezbollah" in "a Hezbollah commander". */
  readonly owner: ActorOwner | null;
  /** Further owners of the same head noun: "Russian and Syrian jets", "Syrian or Russian aircraft" (`either`). */
  readonly others: readonly ActorOwner[];
  readonly either: boolean;
  /** ISO 3166-1 alpha-2 of the nationality as worded, or of the actor. */
  readonly country: string | null;
  /** Title or office before the name ("Col.", "US Secretary of State"). */
  readonly title: string | null;
  /** The title is a public office ("president", "senator", "judge"): its holder speaks for a state. */
  readonly office: boolean;
  /** The bare name without title ("John Kerry"); null for descriptions and pronouns. */
  readonly name: string | null;
  /** The wording of the same actor inside the phrase: "Northern Front" in "the Northern Front movement", "armed men" in "a group of armed men". */
  readonly inner: string | null;
  /** Class that harm counts are split by ("children", "women", "medical", "journalists"). */
  readonly subset: string | null;
  /** For things that act for someone ("warplanes" → "aircraft"). */
  readonly object: string | null;
  /** A class of people that humanitarian law protects. */
  readonly protected: boolean;
  /** True when a place name stands for its government ("Moscow said"). */
  readonly metonym: boolean;
}

/** One owner named before a shared head noun. */
export interface ActorOwner extends Span {
  /** What head and owner mean together ("sy.airforce"); null when the register has no such actor. */
  readonly actor: string | null;
  readonly affiliation: string | null;
  readonly country: string | null;
}

/** Which mentions stand for the same actor. Both lists are indexed by `ActorName.id`. */
export interface ActorChains {
  /** Id of the mention that names the actor best: a name before a description before a pronoun, the fullest first. */
  readonly representative: readonly number[];
  /** All mentions of the actor, in order of text; the same array for every member. */
  readonly members: readonly (readonly number[])[];
}
