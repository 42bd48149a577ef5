/** The tags of a sentence's words. */
export interface Tagging {
  /** Index into `Grammar.labels` per word. */
  readonly best: Uint8Array;
  /** The runner-up, and the bucket (0..3) of its distance from the best. */
  readonly second: Uint8Array;
  readonly margin: Uint8Array;
}
