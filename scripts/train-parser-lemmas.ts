/** The list of irregular forms: WordNet's, and those of the treebank that the spelling rules get wrong. */
import { lemmaOf } from '../src/journey/2-read/grammar/lemmas.ts';
import { lowerCased, wordForm } from '../src/journey/2-read/grammar/word-forms.ts';
import type { Lexicon } from '../src/knowledge/grammar-weights.ts';
import type { TreebankSentence } from './train-parser-conllu.ts';
import type { Dictionary } from './train-parser-lexicon.ts';

const kinds = { noun: 'noun', verb: 'verb', adj: 'adjective' } as const;

export function buildLemmas(
  sentences: readonly TreebankSentence[],
  dictionary: Dictionary,
  lexicon: Lexicon,
): Map<string, string> {
  const lemmas = new Map<string, string>();
  for (const [part, kind] of Object.entries(kinds) as ['noun' | 'verb' | 'adj', string][]) {
    for (const [form, base] of dictionary.irregular[part]) lemmas.set(`${kind} ${form}`, base);
  }
  const counts = new Map<string, Map<string, number>>();
  for (const word of sentences.flat()) {
    if (/\d/.test(word.form)) continue;
    const key = `${word.tag} ${lowerCased(word.form)}`;
    const seen = counts.get(key) ?? new Map<string, number>();
    const lemma = word.lemma.toLowerCase();
    seen.set(lemma, (seen.get(lemma) ?? 0) + 1);
    counts.set(key, seen);
  }
  for (const [key, seen] of counts) {
    const [tag = '', form = ''] = key.split(' ');
    const [best] = [...seen].sort((a, b) => b[1] - a[1]);
    if (best === undefined || best[1] < 2 || ['ADD', 'GW', 'NFP', 'FW', 'NNP'].includes(tag)) continue;
    const [lemma] = best;
    const byRule = lemmaOf(wordForm(form, lexicon), { pos: 'X', tag }, { lemmas, lexicon });
    if (lemma !== byRule && !lemma.includes(' ')) lemmas.set(key, lemma);
  }
  return lemmas;
}
