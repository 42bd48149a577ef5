/** A picture that lies beside a file of rows, by the path that a row names it with. */
export interface PictureBeside extends Omit<Picture, 'name'> {
  /** Relative to the folder of the file. */
  path: string;
}

/** A picture that came with a report: which bytes, and what it looks like, so that it is known again when it comes back. */
export interface Picture {
  /** As its container names it. */
  name: string;
  /** SHA-256 (hex) of its bytes. */
  sha256: string;
  /**
   * 256 bits (64 hex digits): where the picture grows clearly darker from left to right. Nearly the same after scaling and recompression.
   * Null for a picture with next to nothing on it, which looks like any other, and for one that could not be read.
   */
  look: string | null;
}
