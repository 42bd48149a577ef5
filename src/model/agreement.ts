/**
 * A ceasefire agreement as it can be tested: clauses in our own words, who is bound since when and who says so, zones
 * with their uncertainty, and instants in the agreement's own time zone. Read from `knowledge/agreements/<id>/`.
 */
import type { IncidentType } from './coded-report.ts';

/** The 24 kinds of clause that real agreements hold (domain guide, section 2.3), in that order. */
export const CLAUSE_TYPES = [
  'prohibited-act',
  'permitted-act',
  'self-defence',
  'excluded-actors',
  'party-adherence',
  'associated-forces',
  'temporal-scope',
  'geographic-scope',
  'withdrawal-distance',
  'freeze-in-place',
  'no-territorial-gain',
  'redeployment',
  'exclusive-presence',
  'humanitarian-access',
  'protected-persons',
  'detainees',
  'political-step',
  'speech-duty',
  'prevention',
  'monitor-access',
  'procedure',
  'consequence',
  'definition',
  'evaluation',
] as const;
export type ClauseType = (typeof CLAUSE_TYPES)[number];

/** What a clause of each type adds to the common fields. */
export interface ClauseDetails {
  /** `offensive`: a defensive act is outside the verb; `any`: only an exception helps. `attempts`: a failed try counts. */
  'prohibited-act': { readonly verb: 'any' | 'offensive'; readonly attempts: boolean };
  'permitted-act': { readonly conditions: readonly string[]; readonly notify: string | null };
  'self-defence': { readonly windowHours: number | null; readonly proportionate: boolean };
  'excluded-actors': { readonly authority: string };
  'party-adherence': { readonly channel: string };
  'associated-forces': { readonly parent: string; readonly control: string };
  'temporal-scope': { readonly extension: string | null; readonly noticeHours: number | null };
  'geographic-scope': { readonly outside: string };
  /** Weapons of a class must stand at least `km` from the line that counts for the side. */
  'withdrawal-distance': {
    readonly bands: readonly { readonly means: string; readonly km: number }[];
    readonly lines: readonly { readonly side: string; readonly line: string }[];
  };
  'freeze-in-place': { readonly baseline: string; readonly authorised: readonly string[] };
  'no-territorial-gain': { readonly baseline: string };
  redeployment: { readonly to: string | null; readonly receiving: string | null };
  'exclusive-presence': { readonly allowed: readonly string[] };
  'humanitarian-access': { readonly delayHours: number | null };
  'protected-persons': { readonly categories: readonly string[] };
  detainees: { readonly duty: string };
  'political-step': { readonly dueRule: string | null };
  'speech-duty': { readonly duty: string };
  prevention: { readonly thirdParties: readonly string[]; readonly effort: string };
  'monitor-access': { readonly body: readonly string[] };
  procedure: { readonly steps: readonly string[] };
  consequence: { readonly remedy: string };
  definition: { readonly term: string; readonly test: string };
  evaluation: { readonly date: string | null; readonly deciders: readonly string[] };
}

export interface ClauseOf<T extends ClauseType> {
  readonly id: string;
  readonly type: T;
  readonly title: string;
  /** In our own words; the document's words stay in the document. */
  readonly says: string;
  readonly modality: 'must-not' | 'must' | 'may' | 'condition' | 'definition' | 'procedure';
  /** Id of the instrument it stands in, and where there ("paragraph 13"). */
  readonly instrument: string;
  readonly where: string | null;
  /** Side ids or actor ids. */
  readonly bearers: readonly string[];
  /** Side ids, actor ids, or `civilians`, `monitors`, `aid-workers`; empty = whoever it is done to. */
  readonly counterparties: readonly string[];
  /** Incident types that would go against it. */
  readonly acts: readonly IncidentType[];
  /** Incident types that carry it out. */
  readonly fulfils: readonly IncidentType[];
  /** Means families of the codebook; `any` = whatever it is done with. */
  readonly means: 'any' | readonly string[];
  /** Zone id. */
  readonly zone: string;
  /** Interval id of the calendar. */
  readonly interval: string;
  /** Ids of the clauses (self-defence, permitted acts, excluded actors) that may except from it. */
  readonly exceptions: readonly string[];
  /** False: binds and protects whether or not a party accepted (a resolution of the Security Council). */
  readonly needsAdherence: boolean;
  /** Id of the same clause with the sides exchanged; a clause that binds all alike mirrors itself. */
  readonly mirror: string | null;
  /** Ids of clauses that it may overlap with by design, with the reason in `note`. */
  readonly overlaps: readonly string[];
  /** False: background knowledge that could not be checked against a source; shown wherever the clause is shown. */
  readonly checked: boolean;
  readonly source: string;
  readonly note: string | null;
  readonly details: ClauseDetails[T];
}

export type Clause = { [T in ClauseType]: ClauseOf<T> }[ClauseType];

export interface Instrument {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly adds: string;
  readonly url: string | null;
  readonly checked: boolean;
}

/** A named stretch of time. Date resolution uses `names` ("since the ceasefire began"). */
export interface AgreementInterval {
  readonly id: string;
  readonly names: readonly string[];
  /** As the document gives them: local date-time without an offset; `end` exclusive; null = open. */
  readonly start: string | null;
  readonly end: string | null;
  /** UTC milliseconds; ±Infinity where open. */
  readonly startMs: number;
  readonly endMs: number;
  readonly note: string | null;
  readonly source: string;
  readonly checked: boolean;
}

/** Another instrument took the agreement's place at an instant; what reaches across it can be held against either. */
export interface Replacement {
  /** Local date or date-time, as the document gives it. */
  readonly at: string;
  readonly atMs: number;
  /** Name of the other instrument. */
  readonly by: string;
  readonly note: string | null;
  readonly source: string;
  readonly checked: boolean;
}

export interface Calendar {
  /** IANA name. Times of reports without an offset are read in it. */
  readonly timeZone: string;
  /** Interval id: when the agreement as a whole was in force. */
  readonly inForce: string;
  readonly intervals: readonly AgreementInterval[];
  readonly replaced: readonly Replacement[];
  /** The zone's offsets over the years the agreement can concern, ascending. */
  readonly offsets: readonly { readonly fromMs: number; readonly minutes: number }[];
}

export interface Side {
  readonly id: string;
  readonly name: string;
  /** Actor ids; whoever belongs to one of them is of the side too. */
  readonly members: readonly string[];
  /** Who stands under whom within the side, where the register of actors does not say so (actor id → actor id). */
  readonly under: Readonly<Record<string, string>>;
  /** `association`: forces of the side are bound by its acceptance; `acceptance`: each group must have accepted. */
  readonly bindsBy: 'association' | 'acceptance';
  readonly note: string | null;
}

export interface Registrar {
  readonly id: string;
  readonly name: string;
}

/** What one registrar recorded about one actor. Rival registrars stand side by side. */
export interface AdherenceFact {
  readonly actor: string;
  readonly registrar: string;
  readonly status: 'accepted' | 'suspended' | 'left' | 'not-listed';
  /** Local date or date-time; `until` exclusive, null = open. */
  readonly from: string;
  readonly until: string | null;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly source: string;
  readonly checked: boolean;
}

export interface ExcludedActor {
  readonly actor: string;
  readonly authority: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly source: string;
  readonly checked: boolean;
}

/** An actor of which it is not settled whether and on which side it is in the agreement. */
export interface UnsettledActor {
  readonly actor: string;
  readonly because: string;
  readonly wouldSettle: string;
  readonly source: string;
}

/** A position: degrees east, degrees north (RFC 7946 order). */
export type Position = readonly [lon: number, lat: number];

export interface Zone {
  readonly id: string;
  readonly name: string;
  readonly kind: 'area' | 'line';
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** First-order units by folded name, when the zone is made of whole ones. */
  readonly admin1: readonly string[];
  /** Outer rings (area) or one path (line). Empty = the zone is exactly its countries or units. */
  readonly paths: readonly (readonly Position[])[];
  /** How far the drawn edge may be off. */
  readonly toleranceKm: number;
  readonly source: string;
  readonly checked: boolean;
}

/** Languages besides English that a pack may carry names in. */
export const NAME_LANGUAGES = ['ar'] as const;
export type NameLanguage = (typeof NAME_LANGUAGES)[number];

/** What of a pack can have a name in another language; all but the agreement itself by id, a replacement by its instant. */
export const NAMED_KINDS = [
  'sides',
  'registrars',
  'instruments',
  'intervals',
  'replaced',
  'zones',
  'clauses',
  'parties',
] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** The names of one pack in one language; what is missing is shown in English and marked as such. */
export interface AgreementNames extends Readonly<Record<NamedKind, Readonly<Record<string, string>>>> {
  readonly language: NameLanguage;
  readonly agreement: string | null;
}

export interface Agreement {
  readonly id: string;
  readonly name: string;
  /** Raised with every change of a clause that can change an outcome. */
  readonly version: number;
  readonly signed: string | null;
  readonly countries: readonly string[];
  readonly notes: readonly string[];
  readonly instruments: readonly Instrument[];
  readonly calendar: Calendar;
  readonly sides: readonly Side[];
  readonly registrars: readonly Registrar[];
  readonly adherence: readonly AdherenceFact[];
  readonly excluded: readonly ExcludedActor[];
  readonly unsettled: readonly UnsettledActor[];
  /** Words that, in a party's justification, stand for the excluded actors ("terrorists"). */
  readonly excludedWords: readonly string[];
  /** Actors that stand for each other when the sides are exchanged, used by the neutrality run. */
  readonly counterparts: readonly (readonly [string, string])[];
  /** What the agreement itself treats differently, shown to the reader. */
  readonly asymmetries: readonly string[];
  readonly zones: readonly Zone[];
  readonly clauses: readonly Clause[];
  /** Names in other languages, at most one entry a language. */
  readonly names: readonly AgreementNames[];
}
