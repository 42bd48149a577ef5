/** Lists of reports: which filters there are, and the row that a list shows. */
export interface ReportFilter {
  /** Days of publication as YYYY-MM-DD, both inclusive. */
  from?: string;
  to?: string;
  source?: readonly string[];
  q?: string;
}

export interface ReportRow {
  id: string;
  title: string | null;
  source: string | null;
  published: string | null;
  language: string;
  incidents: number;
  statements: number;
  story: string | null;
  origin: string | null;
  illustrative: boolean;
  /** Set when a stage of the journey refused it. */
  refusal: { code: string; message: string } | null;
}
