/** Cursors: where a page ended, as an opaque word that is checked when it comes back. */

import { z } from 'zod';
import { StoreError } from '../errors.ts';
import type { Page, PageRequest } from '../lists.ts';

/** The values that the list is sorted by, in the last row of a page. */
export type SortKey = readonly (string | number)[];
const sortKey = z.array(z.union([z.string().max(1000), z.number()])).max(4);

const LIMIT = { default: 50, max: 200 } as const;

export function limitOf(page: PageRequest): number {
  return Math.min(LIMIT.max, Math.max(1, Math.trunc(page.limit ?? LIMIT.default)));
}

/** `sorts` names the list and its order, so that a cursor of one is not taken for a cursor of another. */
export function readCursor(page: PageRequest, sorts: string, length: number): SortKey | null {
  if (page.cursor === undefined) return null;
  try {
    const [name, ...key] = sortKey.parse(JSON.parse(Buffer.from(page.cursor, 'base64url').toString('utf8')));
    if (name === sorts && key.length === length && key.every(isUsable)) return key;
  } catch {
    // Falls through: whatever is wrong with it, there is one answer.
  }
  throw new StoreError(
    'store/cursor-invalid',
    'the cursor is not one that this list gave out: begin again without one',
  );
}

/** PostgreSQL would refuse U+0000 in a parameter with an error of its own. */
const isUsable = (value: string | number): boolean => typeof value === 'number' || !value.includes('\0');

/** Of one row more than the page holds, the page and, when that row came, the cursor after its last item. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  sorts: string,
  keyOf: (row: Row) => SortKey,
  itemOf: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    rows.length > limit && last !== undefined
      ? Buffer.from(JSON.stringify([sorts, ...keyOf(last)])).toString('base64url')
      : null;
  return { items: shown.map(itemOf), next };
}
