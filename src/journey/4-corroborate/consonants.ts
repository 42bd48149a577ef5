/**
 * Names by their consonants, so that a name meets itself in another script: "de Mistura" and "دي ميستورا" are both "dmstr". Scripts with
 * capitals show which words are names; of a script without, every word may be one.
 */

/** A name of fewer consonants is shared by chance too often, two words together need one more. */
const SHORTEST = 4;
const SHORTEST_PAIR = 5;
/** Letters that one consonant may be written with. */
const LONGEST_SPELLING = 3;
/** In Arabic script, what is written before a word as one with it: and, then, in, to, as; the article. */
const ATTACHED = /^[وفبلك]?(?:ال)?/;

/** Consonant keys of what may be names in the text, without the stretches given. */
export function consonantKeys(
  text: string,
  consonants: ReadonlyMap<string, string>,
  skipped: readonly { start: number; end: number }[] = [],
): Set<string> {
  const keys = new Set<string>();
  let before: string[] = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const start = match.index;
    // Only what stands beside each other is one name.
    if (!/^[\s'’-]{1,2}$/.test(text.slice(end, start))) before = [];
    end = start + match[0].length;
    const isKnown = skipped.some((stretch) => stretch.start < end && start < stretch.end);
    const spelt = isKnown || !mayBeName(match[0]) ? [] : formsOf(match[0]).map((form) => keyOf(form, consonants));
    for (const key of spelt) {
      if (key.length >= SHORTEST) keys.add(key);
      for (const first of before) if (first.length + key.length >= SHORTEST_PAIR) keys.add(`${first}${key}`);
    }
    before = spelt;
  }
  return keys;
}

const hasCase = (word: string): boolean => word.toLowerCase() !== word.toUpperCase();
/** Particles stand small within names: "de Mistura", "bin Salman". */
const PARTICLES = new Set(['de', 'di', 'da', 'al', 'el', 'bin', 'ibn', 'abu', 'von', 'van', 'де', 'аль', 'бин', 'фон']);

const mayBeName = (word: string): boolean =>
  !hasCase(word) || PARTICLES.has(word) || word.slice(0, 1) !== word.slice(0, 1).toLowerCase();

/** The word, and where it is of a script with attached words what is left without them. */
function formsOf(word: string): string[] {
  if (hasCase(word)) return [word.toLowerCase()];
  const bare = word.replace(ATTACHED, '');
  return bare === word || bare.length < 2 ? [word] : [word, bare];
}

/** Its consonants in order; doubled ones, and a breath at the end, are left out. */
export function keyOf(word: string, consonants: ReadonlyMap<string, string>): string {
  let key = '';
  let last = '';
  for (let at = 0; at < word.length; ) {
    const [consonant, length] = spellingAt(word, at, consonants);
    at += length;
    if (consonant !== last) key += consonant;
    last = consonant;
  }
  return key.endsWith('h') ? key.slice(0, -1) : key;
}

/** The longest spelling that stands there, with the consonant it writes; nothing for a vowel. */
function spellingAt(word: string, at: number, consonants: ReadonlyMap<string, string>): [string, number] {
  for (let length = Math.min(LONGEST_SPELLING, word.length - at); length > 0; length -= 1) {
    const consonant = consonants.get(word.slice(at, at + length));
    if (consonant !== undefined) return [consonant, length];
  }
  return ['', 1];
}
