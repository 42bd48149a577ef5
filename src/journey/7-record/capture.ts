import type { PictureBeside } from '../../model/picture.ts';

/** Bytes as they were received, addressed by their SHA-256, and what was known about them on receipt. */
export interface Capture {
  sha256: string;
  /** Length in bytes. */
  length: number;
  /** Path, URL or other name the bytes came under. */
  name: string;
  contentType: string | null;
  /** What the operator or the container said: taken over by the reader where the bytes say nothing. */
  given: { published?: string; source?: string; language?: string; url?: string };
  /** Pictures that its rows name by path, as they were on receipt; their bytes are not kept. */
  beside?: PictureBeside[];
  /** True for texts written for demonstration; shown wherever they appear. */
  illustrative: boolean;
  /** UTC instant. */
  receivedAt: string;
}
