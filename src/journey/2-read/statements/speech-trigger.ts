/** Whether a sentence may report a statement: only such sentences are parsed. */
import type { SpeechWords } from '../../../knowledge/speech-words.ts';
import type { Token } from '../../../model/sentence.ts';

const MARKS = new Set(['"', '“', '”', "''", '``', '«', '»']);

export function speechTrigger(tokens: readonly Token[], words: SpeechWords): boolean {
  for (const token of tokens) {
    if (MARKS.has(token.text) || words.sources.has(token.lower)) return true;
    if (token.pos !== 'VERB' && token.pos !== 'X' && token.pos !== 'NOUN') continue;
    if (token.pos === 'NOUN' ? words.nouns.has(token.lemma) : isCue(words, token.lemma)) return true;
  }
  return false;
}

/** Verbs that only a quotation makes a cue need its marks, which are looked for on their own. */
const isCue = (words: SpeechWords, lemma: string): boolean =>
  words.verbs.get(lemma)?.some((cue) => !(cue.frames.has('quote') && cue.frames.size === 1)) ?? false;
