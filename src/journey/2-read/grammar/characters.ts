/** What kind of character a UTF-16 code unit is, by one table look-up: tokenizing must not run a pattern per letter. */

export const other = 0;
export const space = 1;
export const lowerLetter = 2;
export const upperLetter = 3;
export const digit = 4;
/** Half of a surrogate pair; such characters (emoji, rare scripts) stay together with their neighbours of the kind. */
export const surrogate = 5;

const kinds = new Uint8Array(65536).fill(255);

function findKind(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return surrogate;
  const character = String.fromCharCode(unit);
  if (/[\s\p{Zs}\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\u0000-\u001f\u007f-\u009f]/u.test(character)) return space;
  if (/\p{Nd}/u.test(character)) return digit;
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return upperLetter;
  // Marks, joiners and soft hyphens belong to the word they stand in; letters without case count as lower case.
  const joins = unit === 0x200c || unit === 0x200d || unit === 0xad;
  return joins || /[\p{L}\p{M}\p{Nl}_]/u.test(character) ? lowerLetter : other;
}

/** Kind of one code unit (0..65535); every kind is worked out once per process. */
export function kindOf(unit: number): number {
  const known = kinds[unit] ?? other;
  if (known !== 255) return known;
  const found = findKind(unit);
  kinds[unit] = found;
  return found;
}

export const isLetter = (kind: number): boolean => kind === lowerLetter || kind === upperLetter;

export const isWordKind = (kind: number): boolean => kind === lowerLetter || kind === upperLetter || kind === digit;
