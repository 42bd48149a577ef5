/**
 * What a picture looks like, as 256 bits: of 16 rows of 17 mean greys, whether each is clearly lighter than the next (difference hash).
 * Scaling and recompression turn few bits, since even stretches give none; another picture turns many.
 */
const ROWS = 16;
const COLUMNS = 17;
/** A decoded picture of more pixels is a trap, not evidence. */
const PIXELS_AT_MOST = 100_000_000;
/** Greys (of 255) by which a cell must be lighter than the next: less is noise. */
const CLEARLY = 4;
/** A picture of fewer edges than this looks like too many others. */
const LEAST_EDGES = 16;

/** Null when the bytes are no picture that can be read, or have next to nothing on them. */
export async function lookAtPicture(bytes: Uint8Array): Promise<string | null> {
  const { default: sharp } = await import('sharp');
  try {
    const grey = await sharp(bytes, { limitInputPixels: PIXELS_AT_MOST, failOn: 'error' })
      .rotate()
      .flatten({ background: '#fff' })
      .greyscale()
      .resize(COLUMNS, ROWS, { fit: 'fill' })
      .raw()
      .toBuffer();
    return lookOf(grey);
  } catch {
    // Not a picture, damaged, or larger than is decoded: the caller notes that it was not read.
    return null;
  }
}

function lookOf(grey: Uint8Array): string | null {
  let look = '';
  let edges = 0;
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS - 1; column += 4) {
      let digit = 0;
      for (let at = column; at < column + 4; at += 1) {
        const here = row * COLUMNS + at;
        const isEdge = (grey[here] ?? 0) > (grey[here + 1] ?? 0) + CLEARLY;
        digit = digit * 2 + (isEdge ? 1 : 0);
        if (isEdge) edges += 1;
      }
      look += digit.toString(16);
    }
  }
  return edges < LEAST_EDGES ? null : look;
}
