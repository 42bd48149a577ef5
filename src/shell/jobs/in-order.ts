/** Plumbing of the pipeline: work that runs side by side but comes out in the order it went in. */

/** Runs `work` on up to `width` items at once, taking new ones only as results are taken. A failure ends the whole. */
export async function* inOrder<In, Out>(
  source: AsyncIterable<In> | Iterable<In>,
  width: number,
  work: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const running: Promise<Out>[] = [];
  for await (const item of source) {
    const result = work(item);
    // Whoever awaits it later hears of a failure; until then it must not count as unheard.
    result.catch(() => {});
    running.push(result);
    const first = running.length >= width ? running.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const result of running) yield await result;
}

/** Groups of items, each of at most `size`, the last one as it comes. */
export async function* inGroups<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = [];
  for await (const item of source) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
