/**
 * Nouns in -ing that the tagger takes for participles when nothing stands before them: "Shelling killed a child", "In Sudan,
 * fighting between two clans left 11 dead". They are told by where they stand: in the place of a subject, before its verb.
 */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import type { Tagging } from './tag-words.ts';

const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD']);
/** Words that such a noun's own description begins with. */
const LEADS_ON: ReadonlySet<string> = new Set(
  'of on in near around at from by between across inside outside along against'.split(' '),
);
const OPENS: ReadonlySet<string> = new Set([':', ';', '--', '–', '—', '"', '“', 'that']);

/** Sets the tag of such words, in place, where `mayName` says that the word can be a noun of an event. */
export function settleEventNouns(
  words: readonly { readonly lower: string }[],
  tagging: Tagging,
  { labels }: Pick<Grammar, 'labels'>,
  mayName: (word: number) => boolean,
): void {
  const noun = labels.findIndex(({ pos, tag }) => pos === 'NOUN' && tag === 'NN');
  const tagOf = (word: number): string => labels[tagging.best[word] ?? -1]?.tag ?? '';
  let hasVerb = false;
  for (let word = 0; word < words.length; word += 1) {
    const tag = tagOf(word);
    if (OPENS.has(words[word]?.lower ?? '')) hasVerb = false;
    else if (FINITE.has(tag)) hasVerb = true;
    else if (tag === 'VBG' && !hasVerb && noun !== -1 && mayName(word) && isSubject(words, word, tagOf)) {
      tagging.second[word] = tagging.best[word] ?? noun;
      tagging.best[word] = noun;
    }
  }
}

/** A verb comes next, or after words that describe the noun and hold no comma. */
function isSubject(
  words: readonly { readonly lower: string }[],
  word: number,
  tagOf: (word: number) => string,
): boolean {
  if (FINITE.has(tagOf(word + 1))) return true;
  if (!LEADS_ON.has(words[word + 1]?.lower ?? '')) return false;
  for (let at = word + 2; at < words.length; at += 1) {
    if (FINITE.has(tagOf(at))) return true;
    if (tagOf(at) === ',' || tagOf(at) === ':') return false;
  }
  return false;
}
