/**
 * Keys under which a name can be found whatever its accents, hyphens or spelling: an exact key ("Sana'a" = "Sanaa") and a
 * loose one for transliterations ("Deir ez-Zor" = "Dayr az Zawr"). One definition serves the build and the reader.
 */
import { remembered } from './word-memory.ts';

const SPECIAL: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ə: 'a',
};
const ALIAS: Record<string, string> = { st: 'saint', ste: 'sainte', mt: 'mount', ft: 'fort' };
const DROPPED =
  /[\u0300-\u036f'’‘`´ʻʼʾʿʹʺ.\u0610-\u061a\u064b-\u065f\u0670\u0591-\u05c7\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** True when a word is its own key: ASCII letters and digits only. Most words are, so this is checked before anything else. */
function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) return false;
  }
  return true;
}

/** The exact key of one lower-cased token; may hold several words ("al-zour" gives "al zour") or none ("-" gives ""). */
export const wordKey = (lower: string): string =>
  isPlain(lower) ? (lower.length <= 3 ? (ALIAS[lower] ?? lower) : lower) : foldedKey(lower);

const foldedKey = remembered((lower: string): string => {
  const folded = lower.normalize('NFKD').replace(DROPPED, '').toLowerCase();
  let plain = '';
  for (const char of folded) plain += SPECIAL[char] ?? (/[\p{L}\p{N}]/u.test(char) ? char : ' ');
  return plain
    .trim()
    .split(/ +/)
    .map((word) => ALIAS[word] ?? word)
    .join(' ');
});

/** The exact key of a whole name. */
export const nameKey = (name: string): string => wordKey(name.toLowerCase());

const ARTICLES = new Set('al el ul il an ar as ash at ath ad adh az ed er es esh et ez en l'.split(' '));
const DIGRAPHS: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'x'],
  [/sh|sch|ch/g, '$'],
  [/gh/g, 'g'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/zh|dj/g, 'j'],
  [/ck|q|c/g, 'k'],
  [/ph/g, 'f'],
  [/[ou]w?(?![a-z])|aw|au|ou|oo|[ouw]/g, 'u'],
  [/[aeiy]+/g, 'a'],
  [/(?<!a)a*u[au]*/g, 'u'],
  [/(.)\1+/g, '$1'],
  [/[au]?h?$/g, ''],
];

/**
 * The loose key of an exact key: consonants with vowels reduced to two classes, articles and doubled letters dropped.
 * Made for Latin spellings of Arabic, Persian and Cyrillic names; "" when too little is left to tell names apart.
 */
export function looseKey(key: string): string {
  const words = key.split(' ');
  const kept = words.filter((word, index) => !(ARTICLES.has(word) && words.length > 1 && index < words.length - 1));
  const loose = kept.map(looseWord).join('');
  return loose.length >= 3 ? loose : '';
}

function looseWord(word: string): string {
  let loose = word;
  for (const [pattern, replacement] of DIGRAPHS)
    loose = loose.replace(pattern, replacement === '$' ? '$$' : replacement);
  return loose === '' ? word : loose;
}

/** A running 48-bit hash over key characters: 32 bits index the table, 16 more confirm the match. */
export interface KeyHash {
  high: number;
  low: number;
}

const emptyHash = (): KeyHash => ({ high: 0x811c9dc5, low: 0x9747b28c });

/** Adds characters to a hash in place: the reader extends one hash word by word along a name. */
export function addToHash(hash: KeyHash, key: string): void {
  let { high, low } = hash;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995) ^ (low >>> 15);
  }
  hash.high = high;
  hash.low = low;
}

/** Spreads the last characters over all bits, since tables are indexed by the top ones. */
export const indexBits = (hash: KeyHash): number => {
  let bits = hash.high;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
};

export const confirmBits = (hash: KeyHash): number => (hash.low ^ (hash.low >>> 16)) & 0xffff;

export function hashOf(key: string): KeyHash {
  const hash = emptyHash();
  addToHash(hash, key);
  return hash;
}
