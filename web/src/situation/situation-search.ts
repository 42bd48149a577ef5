/** The state of the situation page as it stands in the address. */
import type { Params } from '../api.ts';

const KEYS = [
  'from',
  'to',
  'type',
  'party',
  'clause',
  'outcome',
  'bbox',
  'q',
  'severity',
  'sort',
  'incident',
  'tab',
] as const;
type Key = (typeof KEYS)[number];
export type SituationSearch = { [K in Key]?: string | undefined };

export const TABS = ['map', 'time', 'list'] as const;
export type Tab = (typeof TABS)[number];
export const SORTS = ['newest', 'oldest', 'killed', 'origins', 'disagreement'] as const;

export function validSituation(raw: Record<string, unknown>): SituationSearch {
  const entries = KEYS.map((key) => [key, raw[key]] as const).filter(
    ([, value]) => typeof value === 'string' && value !== '',
  );
  return Object.fromEntries(entries);
}

/** Stands in the address for the moment until the map has said what it shows. */
export const FROM_MAP = 'map';

/** What is asked of the API; the selection, the tab and, for what is drawn on the map itself, its window stay out of it. */
export function filterParams(
  { from, to, type, party, clause, outcome, q, severity, bbox }: SituationSearch,
  within: 'window' | 'everywhere',
): Params {
  return {
    from,
    to,
    type,
    party,
    clause,
    outcome,
    q,
    severity,
    bbox: within === 'window' && bbox !== FROM_MAP ? bbox : undefined,
  };
}

const FILTER_KEYS = ['from', 'to', 'type', 'party', 'clause', 'outcome', 'bbox', 'q', 'severity'] as const;
export const isFiltered = (search: SituationSearch): boolean => FILTER_KEYS.some((key) => search[key] !== undefined);

export const listed = (value: string | undefined): string[] => (value === undefined ? [] : value.split(','));

/** A comma list with one value put in or taken out; undefined when nothing is left. */
export function toggled(value: string | undefined, id: string): string | undefined {
  const now = listed(value);
  const next = now.includes(id) ? now.filter((other) => other !== id) : [...now, id].sort();
  return next.length === 0 ? undefined : next.join(',');
}

/** Changes part of the address; a field set to undefined leaves it. */
export type Change = (part: SituationSearch) => void;

export const NO_FILTERS: SituationSearch = Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined]));
