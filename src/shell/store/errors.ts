/** Every way in which the store says no to its operator; the codes are closed, the message says what to do. */
export type StoreCode =
  | 'store/locked'
  | 'store/unreachable'
  | 'store/newer-than-program'
  | 'store/migration-altered'
  | 'store/migration-failed'
  | 'store/directory-unusable'
  | 'store/disk-full'
  | 'store/damaged'
  | 'store/capture-missing'
  | 'store/cursor-invalid';

export class StoreError extends Error {
  readonly code: StoreCode;

  constructor(code: StoreCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
