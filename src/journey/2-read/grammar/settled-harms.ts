/** "Killing at least nine and wounding dozens": two verbs with a number each, of which the parser makes one object. */

import type { ArcDraft } from './settled-clauses.ts';
import type { Arc } from './settled-series.ts';

/** The arcs that the second of two such verbs should have, and its number and that of the first; none for any other word. */
export function harmOfTwo({ heads, relations, tags, words }: ArcDraft, second: number): Arc[] {
  const noun = heads[second] ?? -1;
  if (tags(second) !== 'VBG' || relations[second] !== 'amod' || words(second - 1) !== 'and' || noun < second) return [];
  const first = heads[noun] ?? -1;
  if (relations[noun] !== 'obj' || first < 0 || first > second - 2 || tags(first) !== 'VBG') return [];
  for (let number = second - 2; number > first; number -= 1)
    if (heads[number] === noun && relations[number] === 'nummod')
      return [
        { word: number, head: first, relation: 'obj' },
        { word: second, head: first, relation: 'conj' },
        { word: second - 1, head: second, relation: 'cc' },
        { word: noun, head: second, relation: 'obj' },
      ];
  return [];
}
