/** Names in a row. Beside Arabic each keeps its own direction, or "34 people" would be read as "people 34". */

/** Sorted by name, each once. */
export const inNameOrder = (names: readonly string[], locale: string): string =>
  inList(
    [...new Set(names)].sort((a, b) => a.localeCompare(b, locale)),
    locale,
  );

/** In the given order, with the comma of the language. */
export const inList = (names: readonly string[], locale: string): string =>
  isRightToLeft(locale)
    ? names.map(isolated).join('، ')
    : new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(names);

const isRightToLeft = (locale: string): boolean => locale.startsWith('ar');

/** First strong isolate, as the element `bdi` does. */
const isolated = (name: string): string => `\u2068${name}\u2069`;
