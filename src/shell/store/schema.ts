/** The tables as the program sees them: one row type a table, and the SQL type of every column for writing in bulk. */
import type { Kysely } from 'kysely';

/** Canonical JSON as text: the drivers hand json over unparsed, because its exact bytes are what the ledger holds. */
export type JsonText = string;
/** `YYYY-MM-DDTHH:MM:SS[.fff]`, UTC, without zone or trailing zeros. */
export type Timestamp = string;

export interface Database {
  captures: { sha256: string; name: string; illustrative: boolean; received_at: Timestamp; document: JsonText };
  jobs: { capture: string; state: 'waiting' | 'done' };
  reports: {
    id: string;
    capture: string;
    ordinal: number;
    source: string | null;
    published: Timestamp | null;
    plain_text: string;
    item: JsonText;
    document: JsonText;
  };
  codings: {
    report: string;
    engine: string;
    knowledge: string;
    incidents: number;
    statements: number;
    document: JsonText;
  };
  statements: {
    report: string;
    id: string;
    kind: string;
    speaker: string | null;
    said: Timestamp | null;
    has_deadline: boolean;
    plain_text: string;
    item: JsonText;
  };
  corroborations: { report: string; story: string; origin: string; document: JsonText };
  incidents: {
    id: string;
    type: string;
    modality: string;
    completed: boolean;
    aggregate: boolean;
    time_start: Timestamp | null;
    time_end: Timestamp | null;
    day: Timestamp | null;
    latitude: number | null;
    longitude: number | null;
    place_precision: string | null;
    place_radius_km: number | null;
    killed_min: number | null;
    killed_best: number | null;
    killed_max: number | null;
    accused: string[];
    origins: number;
    outcome: string | null;
    plain_text: string;
    item: JsonText;
    document: JsonText;
  };
  incident_links: { report: string; coded: string; incident: string; origin: string; score: number };
  findings: { incident: string; agreement: string; clause: string; outcome: string; document: JsonText };
  refusals: {
    id: string;
    capture: string;
    report: string | null;
    stage: string;
    code: string;
    at: Timestamp;
    document: JsonText;
  };
  decisions: { id: string; kind: string; made_by: string; at: Timestamp; document: JsonText };
  person_keys: { fingerprint: string; name: string; retired: boolean; document: JsonText };
  lists: { id: string; name: string; mapping: string; events: number; document: JsonText };
  replaced_incidents: { decision: string; incident: string; entry: number; document: JsonText };
  picture_bands: { report: string; look: string; band: number; digits: string };
  translation_marks: { report: string; language: string; marks: readonly number[] };
  replaced_stories: { decision: string; report: string; entry: number; document: JsonText };
  determinations: {
    decision: string;
    incident: string;
    agreement: string;
    clause: string;
    finds: string;
    in_force: boolean;
  };
  past_findings: {
    incident: string;
    entry: number;
    replaced_by: number;
    reason: string;
    /** The reason as data; null of what was recorded before it was kept. */
    said: JsonText | null;
    document: JsonText;
  };
  entries: { index: number; kind: string; subject: string; body: string | null; leaf: string; document: JsonText };
  roots: { size: number; root: string; frontier: string[]; at: Timestamp };
  migrations: { number: number; name: string; sha256: string; applied_at: Timestamp };
}

export type TableName = keyof Database;
export type Db = Kysely<Database>;
type SqlType =
  | 'text'
  | 'text[]'
  | 'boolean'
  | 'integer'
  | 'integer[]'
  | 'bigint'
  | 'double precision'
  | 'timestamp'
  | 'json';

/** A column that is missing here, or has no place in its table, does not compile. */
export const COLUMN_TYPES: { readonly [T in TableName]: { readonly [C in keyof Database[T] & string]: SqlType } } = {
  captures: { sha256: 'text', name: 'text', illustrative: 'boolean', received_at: 'timestamp', document: 'json' },
  jobs: { capture: 'text', state: 'text' },
  reports: {
    id: 'text',
    capture: 'text',
    ordinal: 'integer',
    source: 'text',
    published: 'timestamp',
    plain_text: 'text',
    item: 'json',
    document: 'json',
  },
  codings: {
    report: 'text',
    engine: 'text',
    knowledge: 'text',
    incidents: 'integer',
    statements: 'integer',
    document: 'json',
  },
  statements: {
    report: 'text',
    id: 'text',
    kind: 'text',
    speaker: 'text',
    said: 'timestamp',
    has_deadline: 'boolean',
    plain_text: 'text',
    item: 'json',
  },
  corroborations: { report: 'text', story: 'text', origin: 'text', document: 'json' },
  incidents: {
    id: 'text',
    type: 'text',
    modality: 'text',
    completed: 'boolean',
    aggregate: 'boolean',
    time_start: 'timestamp',
    time_end: 'timestamp',
    day: 'timestamp',
    latitude: 'double precision',
    longitude: 'double precision',
    place_precision: 'text',
    place_radius_km: 'double precision',
    killed_min: 'double precision',
    killed_best: 'double precision',
    killed_max: 'double precision',
    accused: 'text[]',
    origins: 'integer',
    outcome: 'text',
    plain_text: 'text',
    item: 'json',
    document: 'json',
  },
  incident_links: { report: 'text', coded: 'text', incident: 'text', origin: 'text', score: 'double precision' },
  findings: { incident: 'text', agreement: 'text', clause: 'text', outcome: 'text', document: 'json' },
  refusals: {
    id: 'text',
    capture: 'text',
    report: 'text',
    stage: 'text',
    code: 'text',
    at: 'timestamp',
    document: 'json',
  },
  decisions: { id: 'text', kind: 'text', made_by: 'text', at: 'timestamp', document: 'json' },
  person_keys: { fingerprint: 'text', name: 'text', retired: 'boolean', document: 'json' },
  lists: { id: 'text', name: 'text', mapping: 'text', events: 'integer', document: 'json' },
  replaced_incidents: { decision: 'text', incident: 'text', entry: 'bigint', document: 'json' },
  picture_bands: { report: 'text', look: 'text', band: 'integer', digits: 'text' },
  translation_marks: { report: 'text', language: 'text', marks: 'integer[]' },
  replaced_stories: { decision: 'text', report: 'text', entry: 'bigint', document: 'json' },
  determinations: {
    decision: 'text',
    incident: 'text',
    agreement: 'text',
    clause: 'text',
    finds: 'text',
    in_force: 'boolean',
  },
  past_findings: {
    incident: 'text',
    entry: 'bigint',
    replaced_by: 'bigint',
    reason: 'text',
    said: 'json',
    document: 'json',
  },
  entries: { index: 'bigint', kind: 'text', subject: 'text', body: 'text', leaf: 'text', document: 'json' },
  roots: { size: 'bigint', root: 'text', frontier: 'text[]', at: 'timestamp' },
  migrations: { number: 'integer', name: 'text', sha256: 'text', applied_at: 'timestamp' },
};
