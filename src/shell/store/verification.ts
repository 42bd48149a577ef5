/** What `verify` is asked and what it answers. */
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
  /** Stop naming after this many discrepancies (default 100). */
  limit?: number;
}

export interface Verification {
  size: number;
  root: string;
  /** Rows of state that were compared. */
  rows: number;
  /** Decisions of persons by what stands under them. */
  acts: { signed: number; unsigned: number; broken: number };
  discrepancies: Discrepancy[];
  /** Files of bytes that no capture names: left by a crash between keeping bytes and recording them; harmless. */
  unrecordedFiles: number;
}

export type Reporter = (found: Discrepancy) => void;
