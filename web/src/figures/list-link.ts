/** Turns the address of a list, as figures carry it, into the page that shows exactly this list. */
const KEYS = [
  'from',
  'to',
  'type',
  'party',
  'clause',
  'outcome',
  'bbox',
  'q',
  'agreement',
  'area',
  'weapon',
  'target',
  'day',
  'evidence',
  'unknown',
  'contradiction',
  'severity',
  'harm',
  'sort',
  'counted',
] as const;
export type ListKey = (typeof KEYS)[number];
export type ListSearch = { [K in ListKey]?: string | undefined };

export const LIST_KEYS: readonly ListKey[] = KEYS;

export interface ListLink {
  to: '/incidents' | '/findings';
  search: ListSearch;
}

/** `list` is "/api/v1/incidents?…" or "/api/v1/findings?…". */
export function listLink(list: string): ListLink {
  const { pathname, searchParams } = new URL(list, 'http://list');
  const search: ListSearch = {};
  for (const key of KEYS) {
    const value = searchParams.get(key);
    if (value !== null) search[key] = value;
  }
  return { to: pathname.endsWith('/findings') ? '/findings' : '/incidents', search };
}
