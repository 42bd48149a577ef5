/** What `verify` answers: the root that the entries give, and every row that does not say what its entry says. */
export interface Discrepancy {
  kind: 'altered' | 'missing' | 'added';
  /** Table or ledger part: `incidents`, `entries`, `roots`, `capture bytes`, ... */
  where: string;
  /** Key of the row. */
  key: string;
  message: string;
}

export interface VerifyOptions {
  /** A root noted earlier: the ledger must still begin with those entries. */
  expect?: { size: number; root: string };
  /** Stop after this many discrepancies (default 100). */
  limit?: number;
}

export interface Verification {
  size: number;
  root: string;
  rows: number;
  discrepancies: Discrepancy[];
}
