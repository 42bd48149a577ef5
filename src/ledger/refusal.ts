/** Every way in which the ledger says no. The codes are closed and stable; tests and programs go by them, not by the prose. */
export type LedgerCode =
  | 'ledger/not-json'
  | 'ledger/not-finite'
  | 'ledger/lone-surrogate'
  | 'ledger/too-deep'
  | 'ledger/not-canonical'
  | 'ledger/hash-malformed'
  | 'ledger/size-out-of-range'
  | 'ledger/index-out-of-range'
  | 'ledger/inclusion-proof-wrong-length'
  | 'ledger/inclusion-root-mismatch'
  | 'ledger/consistency-proof-wrong-length'
  | 'ledger/consistency-old-root-mismatch'
  | 'ledger/consistency-new-root-mismatch'
  | 'ledger/entry-mismatch'
  | 'ledger/key-malformed'
  | 'ledger/key-fingerprint-mismatch'
  | 'ledger/key-name-mismatch'
  | 'ledger/key-not-in-use'
  | 'ledger/key-unknown'
  | 'ledger/signature-malformed'
  | 'ledger/signature-mismatch';

export interface LedgerRefusal {
  readonly kind: 'refused';
  readonly code: LedgerCode;
  /** Where in what was given: a JSON path, a field of a proof. */
  readonly where: string;
  /** What was expected and what was found. */
  readonly message: string;
}

export const refused = (code: LedgerCode, where: string, message: string): LedgerRefusal => ({
  kind: 'refused',
  code,
  where,
  message,
});
