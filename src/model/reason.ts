/**
 * Why something was found, as data: a code with the values that its sentence is made of. The English sentence is stored beside
 * it; a page in another language makes its own out of the same code and values.
 */
import type { IncidentType } from './coded-report.ts';

/** What is counted; every language has its own forms for one, two and many. */
export type Counted = 'incidents' | 'days';

/**
 * Names and quoted words as they stand; a number; an incident type or a number of things, which every language has its own words for; or
 * reasons within a reason.
 */
export type ReasonValue =
  | string
  | number
  | { readonly type: IncidentType }
  | { readonly count: number; readonly of: Counted }
  | Reason
  | readonly Reason[];

export interface Reason {
  /** `topic/what`, never reused. */
  readonly code: string;
  readonly values: Readonly<Record<string, ReasonValue>>;
}
