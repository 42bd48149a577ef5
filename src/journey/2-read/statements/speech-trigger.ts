/** Whether a sentence may report a statement: only such sentences are parsed. */
import { matchPhrase } from '../../../knowledge/phrase-table.ts';
import type { SpeechWords } from '../../../knowledge/speech-words.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { Token } from '../../../model/sentence.ts';

const MARKS = new Set(['"', '“', '”', "''", '``', '«', '»']);

export function speechTrigger(tokens: readonly Token[], words: SpeechWords): boolean {
  return tokens.some((token, at) => triggers(token, at, tokens, words));
}

function triggers(token: Token, at: number, tokens: readonly Token[], words: SpeechWords): boolean {
  if (token.text.length <= 2 && MARKS.has(token.text)) return true;
  if ((token.hints & WORD_HINT.speech) === 0) return false;
  if (words.sources.has(token.lower) && matchPhrase(words.sources, tokens, at) !== null) return true;
  if (token.pos === 'NOUN')
    return words.forms.has(token.lower) || (words.nouns.has(token.lemma) && isReported(at, tokens, words));
  return (token.pos === 'VERB' || token.pos === 'X') && isCue(words, token.lemma, tokens);
}

const LIGHT_WINDOW = 5;

/** "the claim that", "issued a stern warning": the noun alone reports nothing. */
function isReported(at: number, tokens: readonly Token[], words: SpeechWords): boolean {
  const next = tokens[at + 1]?.lower;
  if (next === 'that' || next === 'to' || next === 'for') return true;
  const before = tokens.slice(Math.max(0, at - LIGHT_WINDOW), at);
  if (before.some(({ lemma }) => words.light.has(lemma) || words.receives.has(lemma))) return true;
  // "Norway's criticism of the raid": who says it and of whom stand on both sides.
  const isOwned = before.some(({ tag }) => tag === 'POS' || tag === 'PRP$') || next === 'by' || next === 'from';
  return isOwned && words.nouns.get(tokens[at]?.lemma ?? '')?.kind !== 'plain';
}

/**
 * Verbs that only a quotation makes a cue need its marks, which are looked for on their own; those that need certain words
 * beside them are cues only in a sentence that has them.
 */
const isCue = (words: SpeechWords, lemma: string, tokens: readonly Token[]): boolean =>
  words.verbs
    .get(lemma)
    ?.some(
      (cue) =>
        !(cue.frames.has('quote') && cue.frames.size === 1) &&
        cue.beside.every((group) => tokens.some((token) => group.has(token.lemma) || group.has(token.lower))),
    ) ?? false;
