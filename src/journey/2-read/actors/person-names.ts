/** The parts of a personal name, lower-cased. */

/** The last word of a personal name, without particles and "Jr." */
export function surnameOf(name: string): string {
  const parts = name
    .toLowerCase()
    .replace(/,? (jr|sr|ii|iii)\.?$/, '')
    .split(/[\s-]+/);
  return parts.at(-1) ?? '';
}

/** All parts but the given name: "Torres" is the surname of "Fernando Torres Silva" as well as "Silva". */
export function surnamesIn(name: string): string[] {
  const parts = name
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((part) => part.length > 2);
  return parts.length > 1 ? parts.slice(1) : parts;
}

/** The first of several words; null where a name has but one. */
export const givenOf = (name: string): string | null => {
  const parts = name.toLowerCase().split(/\s+/);
  return parts.length > 1 ? (parts[0] ?? null) : null;
};

/** "Ana Ruiz Mora … Ruiz Mora": both surnames without the given name. */
export function areSurnamesOf(name: string | null, full: string | null): boolean {
  const [words, all] = [wordsOf(name), wordsOf(full)];
  return (
    words.length > 1 &&
    words.length < all.length &&
    words.every((word, at) => all[all.length - words.length + at] === word)
  );
}

const wordsOf = (name: string | null): readonly string[] => name?.toLowerCase().split(/\s+/) ?? [];
