/** Builds the lexicon of the grammar: clusters of word vectors, WordNet's word classes, tags seen in the treebank. */
import { readFileSync } from 'node:fs';
import { hashText } from '../src/journey/2-read/grammar/hashing.ts';
import { lowerCased } from '../src/journey/2-read/grammar/word-forms.ts';
import type { TreebankSentence } from './train-parser-conllu.ts';

interface LexiconEntry {
  readonly hash: number;
  coarse: number;
  fine: number;
  classes: number;
  ambiguity: number;
}

/** Bits of the dictionary classes. */
const classBits = {
  noun: 1,
  nouns: 2,
  verb: 4,
  verbs: 8,
  past: 16,
  participle: 32,
  gerund: 64,
  adjective: 128,
  comparative: 256,
  superlative: 512,
  adverb: 1024,
} as const;

type Part = 'noun' | 'verb' | 'adj' | 'adv';

/** WordNet's single words by part of speech and its lists of irregular forms. */
export interface Dictionary {
  readonly words: Record<Part, ReadonlySet<string>>;
  readonly irregular: Record<Part, ReadonlyMap<string, string>>;
}

export function readDictionary(folder: string): Dictionary {
  const words = (part: Part) =>
    new Set(
      readFileSync(`${folder}/index.${part}`, 'latin1')
        .split('\n')
        .filter((line) => !line.startsWith(' '))
        .map((line) => line.split(' ')[0] ?? '')
        .filter((word) => word !== '' && !word.includes('_')),
    );
  const irregular = (part: Part) =>
    new Map(
      readFileSync(`${folder}/${part}.exc`, 'latin1')
        .split('\n')
        .map((line) => line.trim().split(' '))
        .filter((pair) => pair.length === 2 && !pair[0]?.includes('_'))
        .map(([form = '', base = '']) => [form, base] as const),
    );
  return {
    words: { noun: words('noun'), verb: words('verb'), adj: words('adj'), adv: words('adv') },
    irregular: { noun: irregular('noun'), verb: irregular('verb'), adj: irregular('adj'), adv: irregular('adv') },
  };
}

const vowels = 'aeiou';

/** Possible bases of a form that ends in `ending`, as English spelling allows. */
function bases(form: string, ending: string): string[] {
  if (!form.endsWith(ending) || form.length < ending.length + 2) return [];
  const stem = form.slice(0, -ending.length);
  const last = stem.at(-1) ?? '';
  const found = [stem];
  if (ending !== 's') found.push(`${stem}e`);
  if (ending !== 's' && last === stem.at(-2) && !vowels.includes(last)) found.push(stem.slice(0, -1));
  if (last === 'i' && ending !== 's') found.push(`${stem.slice(0, -1)}y`);
  if (ending === 's' && stem.endsWith('e')) found.push(stem.slice(0, -1));
  if (ending === 's' && stem.endsWith('ie')) found.push(`${stem.slice(0, -2)}y`);
  return found;
}

function classesOf(form: string, dictionary: Dictionary): number {
  const { words, irregular } = dictionary;
  const any = (part: Part, ending: string) => bases(form, ending).some((base) => words[part].has(base));
  let bits = 0;
  if (words.noun.has(form)) bits |= classBits.noun;
  if (any('noun', 's') || irregular.noun.has(form)) bits |= classBits.nouns;
  if (words.verb.has(form)) bits |= classBits.verb;
  if (any('verb', 's')) bits |= classBits.verbs;
  if (any('verb', 'ed')) bits |= classBits.past | classBits.participle;
  if (any('verb', 'ing')) bits |= classBits.gerund;
  if (irregular.verb.has(form)) {
    bits |= form.endsWith('ing')
      ? classBits.gerund
      : form.endsWith('s')
        ? classBits.verbs
        : classBits.past | classBits.participle;
  }
  if (words.adj.has(form)) bits |= classBits.adjective;
  if (any('adj', 'er') || (irregular.adj.has(form) && form.endsWith('r'))) bits |= classBits.comparative;
  if (any('adj', 'est') || (irregular.adj.has(form) && form.endsWith('t'))) bits |= classBits.superlative;
  if (words.adv.has(form)) bits |= classBits.adverb;
  return bits;
}

export interface Clusters {
  readonly words: readonly string[];
  readonly small: readonly number[];
  readonly large: readonly number[];
}

export interface BuiltLexicon {
  readonly entries: LexiconEntry[];
  /** Label numbers per ambiguity class, 0 being that of words seen seldom or never; null where any tag is open. */
  readonly candidates: (number[] | null)[];
}

/** Seen at least this often, a word has an ambiguity class. */
const leastSeen = 8;
/** Seen at least this often, a word takes only tags it was seen with. */
const leastClosed = 20;
/**
 * Once trained, the tagger does not consider a tag that such a word has more seldom: mostly a slip of the annotators. In training
 * it must (0), or learns worse (UPOS 95.37 instead of 95.45).
 */
export const leastShare = 0.002;

/** Labels of seldom words, seen at least this often among them, are those that a word never seen may take. */
const leastOpen = 3;

function openLabels(seen: ReadonlyMap<string, ReadonlyMap<number, number>>): number[] {
  const counts = new Map<number, number>();
  for (const ofWord of seen.values()) {
    if ([...ofWord.values()].reduce((a, b) => a + b, 0) >= leastSeen) continue;
    for (const [label, n] of ofWord) counts.set(label, (counts.get(label) ?? 0) + n);
  }
  return [...counts].flatMap(([label, n]) => (n >= leastOpen ? [label] : [])).sort((a, b) => a - b);
}

export function buildLexicon(
  sentences: readonly TreebankSentence[],
  labelOf: (pos: string, tag: string) => number,
  clusters: Clusters,
  dictionary: Dictionary,
  leastShareOfTag: number,
): BuiltLexicon {
  const entries = new Map<number, LexiconEntry>();
  const entry = (word: string): LexiconEntry => {
    const hash = hashText(word);
    let found = entries.get(hash);
    if (found === undefined) {
      found = { hash, coarse: 0, fine: 0, classes: classesOf(word, dictionary), ambiguity: 0 };
      entries.set(hash, found);
    }
    return found;
  };
  clusters.words.forEach((word, i) => {
    const found = entry(word);
    if (found.coarse > 0) return; // Another number of the same shape, commoner, came first.
    found.coarse = (clusters.small[i] ?? 0) + 1;
    found.fine = (clusters.large[i] ?? 0) + 1;
  });
  const seen = new Map<string, Map<number, number>>();
  for (const sentence of sentences) {
    for (const word of sentence) {
      const lower = lowerCased(word.form).replace(/\d/g, '0');
      const counts = seen.get(lower) ?? new Map<number, number>();
      const label = labelOf(word.pos, word.tag);
      counts.set(label, (counts.get(label) ?? 0) + 1);
      seen.set(lower, counts);
    }
  }
  const classNumbers = new Map<string, number>();
  const candidates: (number[] | null)[] = [openLabels(seen)];
  for (const [word, counts] of seen) {
    const total = [...counts.values()].reduce((a, b) => a + b, 0);
    const found = entry(word);
    if (total < leastSeen) continue;
    const frequent = [...counts].filter(([, n]) => n >= total * 0.02).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const closed = total >= leastClosed;
    const name = `${frequent.map(([label, n]) => `${label}${n > total * 0.8 ? '!' : ''}`).join(' ')}${closed ? '.' : ''}`;
    let number = classNumbers.get(name);
    if (number === undefined) {
      number = candidates.length;
      classNumbers.set(name, number);
      candidates.push(null);
    }
    found.ambiguity = number;
    if (closed) {
      const all = [...counts].flatMap(([label, n]) => (n >= total * leastShareOfTag ? [label] : []));
      candidates[number] = [...new Set([...(candidates[number] ?? []), ...all])].sort((a, b) => a - b);
    }
  }
  return { entries: [...entries.values()].sort((a, b) => (a.hash >>> 0) - (b.hash >>> 0)), candidates };
}
