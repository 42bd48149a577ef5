/** Statements whose speaker is named without a verb: "according to X", "citing X". */
import { matchHinted } from '../../../knowledge/phrase-table.ts';
import type { SpeechCue } from '../../../knowledge/speech-words.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { Sentence } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { StatementParty } from '../../../model/worded-statement.ts';
import { nounPhrase } from '../grammar/tree.ts';
import { partyAt, quotationAt, type StatementPage } from './page.ts';

export interface SourcedStatement {
  readonly sentence: Sentence;
  readonly cue: Span;
  readonly cueLemma: string;
  readonly reading: SpeechCue | null;
  readonly speaker: StatementParty;
  readonly addressees: readonly StatementParty[];
  readonly span: Span;
  readonly because: string;
}

/** "According to X, C." and "C, according to X." */
export function accordingTo(page: StatementPage, sentence: Sentence): SourcedStatement | null {
  for (let at = 0; at < sentence.tokens.length; at++) {
    const match = matchHinted(WORD_HINT.speech, page.words.sources, sentence.tokens, at);
    if (match === null || quotationAt(page, sentence.tokens[at]?.start ?? 0) !== null) continue;
    const head = sourceHead(sentence, match.firstToken, match.lastToken);
    if (head === null) return null;
    const speaker = partyAt(page, sentence, head);
    const phraseEnd = Math.max(nounPhrase(sentence, head).last, head);
    const range =
      at <= 2
        ? { first: commaAfter(sentence, phraseEnd) + 1, last: sentence.tokens.length - 1 }
        : { first: 0, last: at - 1 };
    const span = spanOfTokens(sentence, range.first, range.last);
    if (span === null) return null;
    const cue = {
      start: sentence.tokens[match.firstToken]?.start ?? 0,
      end: sentence.tokens[match.lastToken]?.end ?? 0,
    };
    return {
      sentence,
      cue,
      cueLemma: sentence.tokens
        .slice(match.firstToken, match.lastToken + 1)
        .map((token) => token.lower)
        .join(' '),
      reading: match.entry,
      speaker,
      addressees: [],
      span,
      because: 'statement/according-to',
    };
  }
  return null;
}

function sourceHead(sentence: Sentence, first: number, last: number): number | null {
  const heads = sentence.tree?.heads;
  const head = heads?.[first] ?? -1;
  const comma = commaAfter(sentence, last);
  const isNamed = ['NOUN', 'PROPN', 'PRON'].includes(sentence.tokens[head]?.pos ?? '');
  if (head > last && isNamed && (comma === last || head < comma)) return head;
  for (let at = last + 1; at < Math.min(sentence.tokens.length, last + 8); at++) {
    const pos = sentence.tokens[at]?.pos;
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON') return at;
  }
  return null;
}

function commaAfter(sentence: Sentence, from: number): number {
  const comma = sentence.tokens.findIndex((token) => token.index > from && token.text === ',');
  return comma === -1 ? from : comma;
}

/** The span of tokens without punctuation at its ends; null when nothing is left. */
export function spanOfTokens(sentence: Sentence, from: number, to: number): Span | null {
  let [first, last] = [from, to];
  const isMark = (at: number): boolean => /^[.,;:–—-]+$/.test(sentence.tokens[at]?.text ?? '');
  while (first < last && isMark(first)) first++;
  while (last > first && isMark(last)) last--;
  const [start, end] = [sentence.tokens[first]?.start, sentence.tokens[last]?.end];
  return start === undefined || end === undefined || start >= end ? null : { start, end };
}
