/**
 * Nouns in -ing that the tagger takes for participles when nothing stands before them: "Shelling killed a child", "In Sudan,
 * fighting between two clans left 11 dead". They are told by where they stand: in the place of a subject, before its verb.
 */

import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import { FINITE } from './tagged.ts';
import type { Tagging } from './tagging.ts';

/** Words that such a noun's own description begins with. */
const LEADS_ON: ReadonlySet<string> = new Set(
  'of on in near around at from by between across inside outside along against'.split(' '),
);
const OPENS: ReadonlySet<string> = new Set([':', ';', '--', '–', '—', '"', '“', 'that']);

/** Whether a clause begins behind the word: worked out once for each, as most words of a text are met again. */
export const opensClause = (lower: string): boolean => OPENS.has(lower);

interface Word {
  readonly lower: string;
  /** `opensClause` of the word. */
  readonly opensClause: boolean;
}

/** Sets the tag of such words, in place, where `mayName` says that the word can be a noun of an event. */
type SettleEventNouns = (words: readonly Word[], tagging: Tagging, mayName: (word: number) => boolean) => void;

/** What a tag is to these nouns: nothing, for nearly all words. */
const plain = 0;
const participle = 1;
const finite = 2;
/** Ends the noun's own description. */
const stop = 3;

/** What the tags of a grammar are to these nouns is worked out once, so that a word costs one read. */
export function eventNouns({ labels }: Pick<Grammar, 'labels'>): SettleEventNouns {
  const noun = labels.findIndex(({ pos, tag }) => pos === 'NOUN' && tag === 'NN');
  const kinds = Uint8Array.from(labels, ({ tag }) => {
    if (tag === 'VBG') return participle;
    if (FINITE.has(tag)) return finite;
    return tag === ',' || tag === ':' ? stop : plain;
  });
  return (words, tagging, mayName) => {
    const { best, second } = tagging;
    const opens = (word: number): boolean => words[word]?.opensClause === true;
    let hasVerb = false;
    for (let word = 0; word < words.length; word += 1) {
      const kind = kinds[best[word] ?? 0] ?? plain;
      if (kind === plain || kind === stop) {
        if (hasVerb && opens(word)) hasVerb = false;
      } else if (opens(word)) hasVerb = false;
      else if (kind === finite) hasVerb = true;
      else if (!hasVerb && noun !== -1 && mayName(word) && isSubject(words, word, best, kinds)) {
        second[word] = best[word] ?? noun;
        best[word] = noun;
      }
    }
  };
}

/** A verb comes next, or after words that describe the noun and hold no comma. */
function isSubject(words: readonly Word[], word: number, tags: Uint8Array, kinds: Uint8Array): boolean {
  const kindAt = (at: number): number => kinds[tags[at] ?? -1] ?? plain;
  if (kindAt(word + 1) === finite) return true;
  if (!LEADS_ON.has(words[word + 1]?.lower ?? '')) return false;
  for (let at = word + 2; at < words.length; at += 1) {
    if (kindAt(at) === finite) return true;
    if (kindAt(at) === stop) return false;
  }
  return false;
}
