/**
 * The label that a post or a line of a digest opens with: "Northtown: …", "#Northtown #Eastland …", "Ministry of Health | …". It takes no part
 * in the clause behind it, where the parser would make it the subject.
 */
export interface LabelWord {
  readonly lower: string;
  /** 0 where it opens with no capital. */
  readonly capital: number;
  readonly tag: string;
}

const LONGEST = 10;
/** Behind a shorter rest nothing is labelled ("Killed: 12"). */
const SHORTEST_REST = 3;
const ENDS: ReadonlySet<string> = new Set([':', '|']);
export const DASHES: ReadonlySet<string> = new Set(['-', '–', '—', '--']);
const OPEN_QUOTES: ReadonlySet<string> = new Set(['"', '“', '‘', "'", '«', '``']);
/** What a clause of its own begins with, behind a single tag. */
const OPENS_CLAUSE: ReadonlySet<string> = new Set(['CD', 'DT', 'PRP', 'EX']);

/** Whether there is a tag or a mark at all, which few sentences have: asked before anything is worked out. */
export function mayHaveLabel(words: readonly { readonly lower: string; readonly mayMarkLabel: boolean }[]): boolean {
  const first = words[0];
  if (first?.mayMarkLabel === true && isTag(first.lower)) return true;
  for (let at = 1; at < Math.min(words.length, LONGEST + 1); at += 1) {
    const word = words[at];
    if (word?.mayMarkLabel === true && !isTag(word.lower)) return true;
  }
  return false;
}

/** Whether a word may be a tag or end a label: worked out once for each, as most words of a text are met again. */
export const mayMarkLabel = (lower: string): boolean => ENDS.has(lower) || DASHES.has(lower) || isTag(lower);

/** How many words the label has, its mark included; 0 where there is none. */
export function labelLength(words: readonly LabelWord[]): number {
  return marked(words) || tagged(words);
}

function marked(words: readonly LabelWord[]): number {
  let names = 0;
  for (let at = 0; at < Math.min(words.length - SHORTEST_REST, LONGEST + 1); at += 1) {
    const { lower, capital, tag } = words[at] as LabelWord;
    if (ENDS.has(lower)) return names > 0 && !OPEN_QUOTES.has(words[at + 1]?.lower ?? '') ? at + 1 : 0;
    // A dash joins as often as it parts: only a bare name before it is a label.
    if (DASHES.has(lower) && tag !== 'HYPH') return at > 0 && names === at ? at + 1 : 0;
    if (tag.startsWith('V') || tag === 'MD') return 0;
    if (capital > 0 || isTag(lower)) names += 1;
  }
  return 0;
}

function tagged(words: readonly LabelWord[]): number {
  let count = 0;
  while (count < words.length && isTag(words[count]?.lower ?? '')) count += 1;
  const next = words[count];
  if (count === 0 || next === undefined || words.length - count < SHORTEST_REST) return 0;
  const isNoun = next.tag.startsWith('N') || next.tag === 'JJ';
  return OPENS_CLAUSE.has(next.tag) || (count > 1 && isNoun) ? count : 0;
}

const isTag = (word: string): boolean => word.length > 2 && word.startsWith('#');
