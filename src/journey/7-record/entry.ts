/** One line of the ledger: that a subject changed, when, by whom, and the hash of what it is now. */

/** What can change. A new kind of change is added here and nowhere renamed: the words are part of the sealed bytes. */
export const ENTRY_KINDS = [
  'captured',
  'read',
  'coded',
  'refused',
  'corroborated',
  'linked',
  'assessed',
  'decided',
  'published',
  'listed',
  'registered',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface Entry {
  format: 'entry/1';
  /** Position in the ledger, from 0. */
  index: number;
  kind: EntryKind;
  /** `topic:key`, for example `coding:a1b2`. */
  subject: string;
  /** UTC instant. */
  at: string;
  by: string;
  /** SHA-256 (hex) of the canonical form of what the subject is now; null = it is no more. */
  body: string | null;
  /** `body` of the entry before this one about the same subject; null = there was none. */
  previous: string | null;
}
