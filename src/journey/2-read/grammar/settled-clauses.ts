/**
 * Clauses in -ing behind a comma tell what came of the clause right before them: "Demonstrators blocked a road; police fired, killing one"
 * is not the doing of the demonstrators. The parser hangs them on the first verb of the sentence as often as on the last.
 */
export interface ArcDraft {
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  readonly tags: (word: number) => string;
  readonly words: (word: number) => string;
}

const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP']);
const BESIDE: ReadonlySet<string> = new Set(['conj', 'parataxis']);

/** Adjectives that say on whose side somebody is. */
const SIDED: ReadonlySet<string> = new Set([
  'loyal',
  'allied',
  'aligned',
  'affiliated',
  'close',
  'opposed',
  'faithful',
  'linked',
]);

/** "Forces loyal to the king seized the port": the noun that the adjective stands behind is the verb's subject; null for any other word. */
export function subjectBefore({ heads, relations, tags, words }: ArcDraft, word: number): number | null {
  const head = heads[word] ?? -1;
  const noun = word - 1;
  const isSided = head > word && relations[word] === 'nsubj' && SIDED.has(words(word));
  return isSided && heads[noun] === word && relations[noun] === 'nsubj' && tags(noun).startsWith('NN') ? noun : null;
}

/** The head that such a word should have; null where it may keep its own. */
export function nearerClause({ heads, relations, tags, words }: ArcDraft, word: number): number | null {
  if (tags(word) !== 'VBG' || relations[word] !== 'advcl' || words(word - 1) !== ',') return null;
  const head = heads[word] ?? -1;
  if (head < 0 || head > word) return null;
  for (let at = word - 1; at > head; at -= 1) {
    if (!FINITE.has(tags(at))) continue;
    return BESIDE.has(relations[at] ?? '') && heads[at] === head ? at : null;
  }
  return null;
}
