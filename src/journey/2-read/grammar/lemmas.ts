/** Dictionary form of a word from its tag: irregular forms from a list, regular ones by English spelling. */
import type { Grammar } from '../../../knowledge/grammar-weights.ts';
import { hashText } from './hashing.ts';
import type { WordForm } from './word-forms.ts';

/** Bits of `Lexicon.classes` that mark dictionary forms. */
const baseBits = { noun: 1, verb: 4, adjective: 128 } as const;

type LemmaClass = keyof typeof baseBits;

/** Penn tags of inflected words: their class and what to cut. */
const endings: Readonly<Record<string, readonly [LemmaClass, readonly string[]]>> = {
  NNS: ['noun', ['s']],
  NNPS: ['noun', ['s']],
  VBZ: ['verb', ['s']],
  VBD: ['verb', ['ed', 'd']],
  VBN: ['verb', ['ed', 'd']],
  VBG: ['verb', ['ing']],
  JJR: ['adjective', ['er']],
  JJS: ['adjective', ['est']],
  RBR: ['adjective', ['er']],
  RBS: ['adjective', ['est']],
};

type Tag = { readonly pos: string; readonly tag: string } | undefined;

export function lemmaOf(form: WordForm, tag: Tag, grammar: Pick<Grammar, 'lemmas' | 'lexicon'>): string {
  const lower = form.lower;
  if (tag === undefined) return lower;
  const listed = grammar.lemmas.get(`${tag.tag} ${lower}`);
  if (listed !== undefined) return listed;
  const inflected = endings[tag.tag];
  if (inflected === undefined) return lower;
  const [kind, cuts] = inflected;
  const irregular = grammar.lemmas.get(`${kind} ${lower}`);
  if (irregular !== undefined) return irregular;
  const isBase = (word: string): boolean => {
    const entry = grammar.lexicon.find(hashText(word));
    return entry >= 0 && ((grammar.lexicon.classes[entry] ?? 0) & baseBits[kind]) !== 0;
  };
  for (const cut of cuts) {
    if (lower.length < cut.length + 2 || !lower.endsWith(cut)) continue;
    const bases = basesOf(lower.slice(0, -cut.length), cut);
    return bases.find(isBase) ?? bases[0] ?? lower;
  }
  return lower;
}

const isVowel = (letter: string): boolean => 'aeiou'.includes(letter);

/** Possible bases, the likeliest for words outside the dictionary first. */
function basesOf(stem: string, cut: string): string[] {
  const last = stem.slice(-1);
  if (cut === 's') {
    if (stem.endsWith('ie')) return stem.length > 3 ? [`${stem.slice(0, -2)}y`, stem] : [stem];
    if (/(?:s|x|z|ch|sh)e$/.test(stem)) return [stem.slice(0, -1), stem];
    return stem.endsWith('e') ? [stem, stem.slice(0, -1)] : [stem];
  }
  if (last === 'i') return [`${stem.slice(0, -1)}y`, stem];
  const doubled = last !== '' && last === stem.slice(-2, -1) && !isVowel(last);
  if (doubled) return 'lsz'.includes(last) ? [stem, stem.slice(0, -1)] : [stem.slice(0, -1), stem];
  const needsE = /[^aeiou][aeiouy][^aeiouwxy]$/.test(stem) && stem.length < 4;
  const endsLikeE =
    /(?:[cvuszg]|[^aeo]id|[^eo]at|iz|is|bl|tl|dl|gl|pl|fl|kl|plor|crib|[^aeiou][aeiou]f)$/.test(stem) &&
    !/(?:ss|zz|ng)$/.test(stem);
  return needsE || endsLikeE ? [`${stem}e`, stem] : [stem, `${stem}e`];
}
