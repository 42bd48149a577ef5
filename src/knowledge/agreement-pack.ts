/** The parsed files of an agreement pack, and what may be said against it. */
import type { AreasFile, CalendarFile, ClausesFile, PartiesFile } from './agreement-schema.ts';
import type { Complaint, SourceFile } from './yaml-source.ts';

export type AgreementComplaint = Complaint<
  | 'source/too-long'
  | 'source/not-text'
  | 'source/syntax'
  | 'source/schema'
  | 'agreement/missing-file'
  | 'agreement/duplicate-id'
  | 'agreement/unknown-actor'
  | 'agreement/unknown-party'
  | 'agreement/unknown-zone'
  | 'agreement/unknown-interval'
  | 'agreement/unknown-clause'
  | 'agreement/unknown-instrument'
  | 'agreement/unknown-registrar'
  | 'agreement/unknown-act'
  | 'agreement/unknown-means'
  | 'agreement/unknown-time-zone'
  | 'agreement/interval-ends-before-start'
  | 'agreement/adherence-ends-before-start'
  | 'agreement/replaced-while-not-in-force'
  | 'agreement/zone-crosses-itself'
  | 'agreement/zone-not-closed'
  | 'agreement/zone-empty'
  | 'agreement/zone-has-holes'
  | 'agreement/mirror-not-mutual'
  | 'agreement/mirror-differs'
  | 'agreement/overlapping-clauses'
  | 'agreement/contradictory-clauses'
  | 'agreement/name-of-nothing'
>;

export interface PackSources {
  readonly clauses: SourceFile<ClausesFile>;
  readonly parties: SourceFile<PartiesFile>;
  readonly calendar: SourceFile<CalendarFile>;
  readonly areas: SourceFile<AreasFile>;
}
