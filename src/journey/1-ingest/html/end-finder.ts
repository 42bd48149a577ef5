/** Looks for end marks in a long text so that the whole scan stays linear, however often a mark is missing. */

/** Finds an end mark from a position on, or gives the position back; a mark that is missing once is not looked for again. */
export function endFinder(text: string): (mark: string, from: number) => number {
  const missing = new Set<string>();
  return (mark, from) => {
    if (missing.has(mark)) return from;
    const found = text.indexOf(mark, from);
    if (found === -1) missing.add(mark);
    return found === -1 ? from : found;
  };
}
