/** Remembers what was worked out for a word, since most words of a text are met again. Results never depend on it. */

/** Most words that are remembered; the store is emptied when full, so that memory stays bounded. */
const mostRemembered = 20_000;

/** `make` with its results kept by word; `make` must be pure and its results must not be changed by whoever gets them. */
export function rememberedByWord<T extends object | string | number | boolean | null>(
  make: (word: string) => T,
): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const held = known.get(word);
    if (held !== undefined) return held;
    const made = make(word);
    if (known.size >= mostRemembered) known.clear();
    known.set(word, made);
    return made;
  };
}
