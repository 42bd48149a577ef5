/**
 * Why something was found, as data: a code with the values that its sentence is made of. The English sentence is stored beside
 * it; a page in another language makes its own out of the same code and values.
 */
import type { IncidentType } from './coded-report.ts';

/** Names and quoted words as they stand; an incident type, which every language has its own word for; or reasons within a reason. */
export type ReasonValue = string | { readonly type: IncidentType } | Reason | readonly Reason[];

export interface Reason {
  /** `topic/what`, never reused. */
  readonly code: string;
  readonly values: Readonly<Record<string, ReasonValue>>;
}
