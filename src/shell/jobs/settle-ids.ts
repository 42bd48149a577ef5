/**
 * Report ids are unique in the store, but senders number their rows as they like and the same words reach us twice. A report
 * id belongs to the capture that first brought it; this settles what happens to a second one.
 */
import { createHash } from 'node:crypto';
import type { ReadReport } from '../../journey/7-record/change.ts';
import { sameCanonical } from '../../ledger/canonical-json.ts';
import type { Refusal, Report } from '../../model/report.ts';
import type { Item } from './item.ts';

export interface Settled {
  item: Item;
  /** The report under the id it is stored by, a refusal, or nothing to do: it is stored already, word for word. */
  kept: Report | Refusal | 'duplicate';
}

/** Longest id that is taken, in UTF-16 code units. */
const ID_LENGTH = 300;

interface Owner {
  capture: string;
  ordinal: number;
  report: Report;
}

/** Ids under which the reports may be stored already. */
export const idsOf = (items: readonly Item[]): string[] =>
  items
    .flatMap(({ read, capture }) => ('kind' in read ? [] : [read.id, ownId(read.id, capture.sha256)]))
    .filter(isUsable);

/** `stored` are the reports that stand under those ids. */
export function settleIds(items: readonly Item[], stored: readonly ReadReport[]): Settled[] {
  const owners = new Map<string, Owner>(stored.map((read) => [read.report.id, read]));
  return items.map((item) => {
    const kept = settle(item, owners);
    if (kept !== 'duplicate' && !('kind' in kept))
      owners.set(kept.id, { capture: item.capture.sha256, ordinal: item.ordinal, report: kept });
    return { item, kept };
  });
}

function settle(item: Item, owners: ReadonlyMap<string, Owner>): Settled['kept'] {
  const { read } = item;
  if ('kind' in read) return read;
  if (!isUsable(read.id))
    return refused(
      'read/id-malformed',
      read,
      `expected an id of 1 to ${ID_LENGTH} characters without control characters`,
    );
  const isOwn = (owner: Owner | undefined): boolean =>
    owner === undefined || (owner.capture === item.capture.sha256 && owner.ordinal === item.ordinal);
  const owner = owners.get(read.id);
  if (owner === undefined || isOwn(owner)) return read;
  if (sameCanonical(owner.report, read)) return 'duplicate';
  // The same words under another title, date or outlet: a reprint, which must stay a report of its own.
  const own = { ...read, id: ownId(read.id, item.capture.sha256) };
  if (isHashOf(read) && isOwn(owners.get(own.id))) return own;
  return refused(
    'read/id-taken',
    read,
    `the id "${read.id}" is that of another report already (capture ${owner.capture}): give this one another id, or none`,
  );
}

const ownId = (id: string, capture: string): string => `${id}~${capture.slice(0, 12)}`;

/** Whether the id was made by the reader: the SHA-256 of the text. */
const isHashOf = ({ id, text }: Report): boolean => id === createHash('sha256').update(text).digest('hex');

const isUsable = (id: string): boolean =>
  id !== '' && id.length <= ID_LENGTH && id.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(id);

const refused = (code: string, { id }: Report, message: string): Refusal => ({
  kind: 'refused',
  code,
  where: id.slice(0, 100).toWellFormed(),
  message,
});
