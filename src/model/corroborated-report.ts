/** One line of `trucewatch corroborate --jsonl`, per report read. */
export interface CorroboratedReport {
  id: string;
  /** Reports on the same story share it, whatever they code. */
  story: string;
  /** Reports that descend from one origin (reprints, rewrites of one wire piece, the same statement) share it: they count once. */
  origin: string;
  /** The incidents that this report's coded incidents were linked to, the report's main one first. */
  incidents: string[];
}
