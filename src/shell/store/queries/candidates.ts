/** What corroboration must look at before it can place a newly coded incident. */
export interface CandidateQuestion {
  /** UTC instants; null = open on that side. */
  from: string | null;
  until: string | null;
  /** Degrees, WGS 84; null = anywhere. */
  near: { latitude: number; longitude: number; radiusKm: number } | null;
}
