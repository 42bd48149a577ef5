/** How deeply the elements of an XML part are nested, counted without building anything. */

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;

/** True when elements are nested more than `most` levels. Comments and instructions do not count; linear in the length. */
export function isDeeperThan(most: number, xml: Uint8Array): boolean {
  let depth = 0;
  for (let at = xml.indexOf(lessThan); at !== -1; at = xml.indexOf(lessThan, at + 1)) {
    const next = xml[at + 1] ?? 0;
    if (next === slash) depth--;
    else if (isNameStart(next)) {
      const end = xml.indexOf(greaterThan, at);
      if (end === -1) return depth > most;
      if (xml[end - 1] !== slash) depth++;
      at = end;
    }
    if (depth > most) return true;
  }
  return false;
}

const isNameStart = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f || byte >= 0x80;
