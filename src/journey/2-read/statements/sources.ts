/** Statements whose speaker is named without a verb: "according to X", a heading or a transcript line "X: …". */
import { matchPhrase } from '../../../knowledge/phrase-table.ts';
import type { SpeechCue } from '../../../knowledge/speech-words.ts';
import type { ActorName } from '../../../model/actor-name.ts';
import type { Sentence } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { StatementParty } from '../../../model/worded-statement.ts';
import { nounPhrase } from '../grammar/tree.ts';
import { partyAt, partyOf, type StatementPage } from './page.ts';

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
    const match = matchPhrase(page.words.sources, sentence.tokens, at);
    if (match === null || isInQuotation(page, sentence.tokens[at]?.start ?? 0)) continue;
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
  if (head > last && sentence.tokens[head]?.pos !== 'VERB') return head;
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

/** "X: content" and "X to Y: content" in headings, "content: X" at their end, and lines of a transcript. */
export function beforeColon(page: StatementPage, sentence: Sentence): SourcedStatement | null {
  const colon = sentence.tokens.findIndex((token) => token.text === ':');
  if (colon < 1 || colon > 9 || colon >= sentence.tokens.length - 2) return fromEnd(page, sentence);
  const isHeading = sentence.kind === 'heading';
  if (!isHeading && !isTranscript(sentence, colon)) return null;
  const speakers = (page.mentions.get(sentence.index) ?? []).filter(
    (mention) => mention.lastToken < colon && mention.form !== 'pronoun',
  );
  const [first, second] = speakers;
  if (first === undefined || !coversHead(sentence, speakers, colon)) return null;
  const token = sentence.tokens[colon];
  const span = spanOfTokens(sentence, colon + 1, sentence.tokens.length - 1);
  if (span === null || token === undefined) return null;
  const addressees =
    second !== undefined && sentence.tokens[second.firstToken - 1]?.lower === 'to' ? [partyOf(second)] : [];
  return {
    sentence,
    cue: { start: token.start, end: token.end },
    cueLemma: ':',
    reading: null,
    speaker: partyOf(first),
    addressees,
    span,
    because: 'statement/colon-heading',
  };
}

/** "Truce has collapsed: minister": a short name or office after the last colon. */
function fromEnd(page: StatementPage, sentence: Sentence): SourcedStatement | null {
  if (sentence.kind !== 'heading') return null;
  const colon = sentence.tokens.findLastIndex((token) => token.text === ':');
  const mention = (page.mentions.get(sentence.index) ?? []).find(
    (each) => each.firstToken === colon + 1 && each.lastToken >= sentence.tokens.length - 2,
  );
  const token = sentence.tokens[colon];
  const span = colon < 3 ? null : spanOfTokens(sentence, 0, colon - 1);
  if (mention === undefined || token === undefined || span === null) return null;
  return {
    sentence,
    cue: { start: token.start, end: token.end },
    cueLemma: ':',
    reading: null,
    speaker: partyOf(mention),
    addressees: [],
    span,
    because: 'statement/colon-heading',
  };
}

/** A line that opens with a name in capitals. */
const isTranscript = (sentence: Sentence, colon: number): boolean =>
  colon <= 4 &&
  sentence.tokens.slice(0, colon).every((token) => /^[\p{Lu}.'’-]+$/u.test(token.text)) &&
  sentence.casing !== 'upper';

/** The words before the colon are actors and "to", "tells" or the like, not a clause of their own. */
function coversHead(sentence: Sentence, speakers: readonly ActorName[], colon: number): boolean {
  const covered = speakers.reduce((sum, mention) => sum + mention.lastToken - mention.firstToken + 1, 0);
  return covered >= colon - 2 && !sentence.tokens.slice(0, colon).some((token) => token.tag === 'VBD');
}

function isInQuotation(page: StatementPage, offset: number): boolean {
  return page.quotations.some((quotation) => quotation.start <= offset && offset < quotation.end);
}

function spanOfTokens(sentence: Sentence, from: number, to: number): Span | null {
  let [first, last] = [from, to];
  const isMark = (at: number): boolean => /^[.,;:–—-]+$/.test(sentence.tokens[at]?.text ?? '');
  while (first < last && isMark(first)) first++;
  while (last > first && isMark(last)) last--;
  const [start, end] = [sentence.tokens[first]?.start, sentence.tokens[last]?.end];
  return start === undefined || end === undefined || start >= end ? null : { start, end };
}
