/** A report (or a whole capture) that a stage did not take: kept with its reason, so that it can be run again. */
export interface RecordedRefusal {
  /** `capture/ordinal`; the ordinal is `-` when the capture as a whole was refused. */
  id: string;
  capture: string;
  ordinal: number | null;
  /** Null when it was refused before it had a report id. */
  report: string | null;
  stage: 'read' | 'code' | 'corroborate' | 'assess' | 'record';
  code: string;
  where: string;
  message: string;
  /** UTC instant. */
  at: string;
}
