/** Remembers what was worked out for a word or a place, since most of a text's are met again. Results never depend on it. */

/** Most that are remembered; the store is emptied when full, so that memory stays bounded. */
const mostRemembered = 20_000;

/** `make` with its results kept; `make` must be pure and its results must not be changed by whoever gets them. */
export function remembered<K extends string | number, T extends object | string | number | boolean | null>(
  make: (key: K) => T,
): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const held = known.get(key);
    if (held !== undefined) return held;
    const made = make(key);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, made);
    return made;
  };
}
