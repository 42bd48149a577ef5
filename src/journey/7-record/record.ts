/**
 * Turns changes of state into entries of the ledger, and entries back into what the state must be. `decide` says which
 * entries a change makes, `evolve` what the ledger knows after one; the store does both in one transaction with the rows.
 */
import { canonicalJson } from '../../ledger/canonical-json.ts';
import type { HashFunction } from '../../ledger/hash.ts';
import { leafHash } from '../../ledger/merkle-tree.ts';
import { type Change, described } from './change.ts';
import type { Entry } from './entry.ts';
import { type Sealed, seal } from './sealed.ts';

/** What the ledger knows: how long it is, and the hash of what each subject is now (absent = it is not). */
export interface LedgerState {
  size: number;
  readonly bodies: ReadonlyMap<string, string>;
}

export interface Recorded {
  change: Change;
  entry: Entry;
  /** Null when the subject is no more. */
  sealed: Sealed | null;
}

export interface RecordContext {
  /** UTC instant. */
  at: string;
  by: string;
  hash: HashFunction;
}

/**
 * The entries that these changes make, in order. What changes nothing makes none. Preconditions, both defects when
 * broken: each subject occurs once, and every document has a canonical form (see `seal`).
 */
export function decide(changes: readonly Change[], state: LedgerState, context: RecordContext): Recorded[] {
  const recorded: Recorded[] = [];
  const seen = new Set<string>();
  for (const change of changes) {
    const { kind, subject, document } = described(change);
    if (seen.has(subject)) throw new Error(`two changes of ${subject} in one record: give the last one only`);
    seen.add(subject);
    const sealed = document === null ? null : sealedOf(change, subject, document, context.hash);
    const previous = state.bodies.get(subject) ?? null;
    const body = sealed?.sha256 ?? null;
    if (body === previous) continue;
    const index = state.size + recorded.length;
    const entry: Entry = { format: 'entry/1', index, kind, subject, at: context.at, by: context.by, body, previous };
    recorded.push({ change, entry, sealed });
  }
  return recorded;
}

function sealedOf(change: Change, subject: string, document: unknown, hash: HashFunction): Sealed {
  if ((change.kind === 'coded' || change.kind === 'read') && change.sealed !== undefined) return change.sealed;
  const sealed = seal(hash, document);
  if ('kind' in sealed)
    throw new Error(`${subject} has no canonical form: ${sealed.message} at ${sealed.where} [${sealed.code}]`);
  return sealed;
}

/** What is wrong with an entry that should be the next one; null when it is. */
export function entryFault(state: LedgerState, entry: Entry): string | null {
  if (entry.index !== state.size) return `expected index ${state.size}, found ${entry.index}`;
  const previous = state.bodies.get(entry.subject) ?? null;
  if (entry.previous !== previous) return `expected the body before it to be ${previous}, found ${entry.previous}`;
  if (entry.body === previous) return 'expected a change, found the same body as before';
  return null;
}

/** The state after an entry; `bodies` is changed in place, since a ledger may hold millions of subjects. */
export function evolve(state: { size: number; bodies: Map<string, string> }, entry: Entry): void {
  if (entry.body === null) state.bodies.delete(entry.subject);
  else state.bodies.set(entry.subject, entry.body);
  state.size += 1;
}

/** The exact text of an entry: its UTF-8 bytes are the leaf of the tree. */
export function entryJson(entry: Entry): string {
  const json = canonicalJson(entry);
  if (typeof json !== 'string')
    throw new Error(`entry ${entry.index} has no canonical form: ${json.message} [${json.code}]`);
  return json;
}

export const entryLeaf = (hash: HashFunction, json: string): Uint8Array =>
  leafHash(hash, new TextEncoder().encode(json));
