/** A statement put together: its kind, its span, those it is directed at, and the details of its content. */
import type { SpeechCue } from '../../../knowledge/speech-words.ts';
import type { Token } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { StatementParty, WordedStatement } from '../../../model/worded-statement.ts';
import type { Cue } from './cue.ts';
import { conditionOf, deadlineOf, tokensIn, topicsOf } from './details.ts';
import { kindOf, OBLIGES } from './kind.ts';
import { partyOf, type StatementPage } from './page.ts';
import { firstFrom, sentenceAt } from './sentence-at.ts';

interface Draft {
  readonly sentence: number;
  readonly cue: Cue | null;
  readonly reading: SpeechCue | null;
  readonly speaker: StatementParty | null;
  readonly addressees: readonly StatementParty[];
  readonly parts: readonly Span[];
  readonly style: WordedStatement['style'];
  readonly because: readonly string[];
  readonly shape?: string;
}

export function worded(page: StatementPage, draft: Draft): WordedStatement {
  const content = tokensIn(page, draft.parts);
  const isOrder = draft.shape === 'infinitive' && draft.reading?.kind === 'plain' && draft.reading.frames.has('hearer');
  const guess = isOrder
    ? { kind: 'demand' as const, confidence: 0.9, because: 'statement/told-to' }
    : kindOf(draft.reading, content, page.words);
  const span = spanOf(draft.parts);
  return {
    sentence: draft.sentence,
    kind: guess.kind,
    span,
    parts: draft.parts,
    style: draft.style,
    cue: draft.cue === null ? null : { start: draft.cue.start, end: draft.cue.end },
    cueLemma: draft.cue === null ? null : (draft.cue.sentence.tokens[draft.cue.token]?.lemma ?? null),
    speaker: draft.speaker,
    addressees:
      draft.addressees.length === 0 && DIRECTED.has(guess.kind)
        ? directedAt(page, draft, content, span)
        : draft.addressees,
    deadline: deadlineOf(page, guess.kind, draft.parts, content),
    condition: conditionOf(content, page.words),
    topics: topicsOf(content, page.words),
    confidence: guess.confidence * (draft.speaker === null ? 0.6 : 1),
    because: [...draft.because, guess.because],
  };
}

/** From the first part to the last; where the reporter's words between are longer than what is said, the longest part. */
function spanOf(parts: readonly Span[]): Span {
  const start = parts.reduce((least, part) => Math.min(least, part.start), Number.POSITIVE_INFINITY);
  const end = parts.reduce((most, part) => Math.max(most, part.end), 0);
  const said = parts.reduce((sum, part) => sum + part.end - part.start, 0);
  const longest = parts.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a), parts[0] ?? { start, end });
  return end - start - said < said * 0.9 ? { start, end } : { start: longest.start, end: longest.end };
}

/** Kinds that are directed at someone: asked, threatened, accused, promised something. */
const DIRECTED: ReadonlySet<WordedStatement['kind']> = new Set([
  'demand',
  'warning',
  'appeal',
  'threat',
  'accusation',
  'condemnation',
  'denial',
  'commitment',
]);

/** The one obliged, else the first actor in what is said who is not the speaker. */
function directedAt(page: StatementPage, draft: Draft, content: readonly Token[], span: Span): StatementParty[] {
  const obliged = obligedIn(page, content, span.start);
  if (obliged.length > 0) return obliged;
  const speaker = draft.speaker?.mention;
  const root = speaker == null ? null : page.chains.representative[speaker];
  for (const part of draft.parts) {
    for (
      let index = Math.max(0, firstFrom(page.parsed, part.start) - 1);
      (page.parsed.sentences[index]?.start ?? part.end) < part.end;
      index++
    ) {
      const found = (page.mentions.get(index) ?? []).find(
        (mention) =>
          mention.start >= part.start &&
          mention.end <= part.end &&
          mention.form !== 'pronoun' &&
          (mention.actor ?? mention.affiliation) !== null &&
          page.chains.representative[mention.id] !== root,
      );
      if (found !== undefined) return [partyOf(found)];
    }
  }
  return [];
}

/** "Ankara must stop", "the council needs to understand": the one obliged is the one spoken to. */
function obligedIn(page: StatementPage, content: readonly Token[], start: number): StatementParty[] {
  const modal = content.find((token) => OBLIGES.has(token.lower));
  const sentence = modal === undefined ? undefined : sentenceAt(page.parsed, modal.start);
  if (modal === undefined || sentence === undefined) return [];
  const obliged = (page.mentions.get(sentence.index) ?? []).find(
    (mention) => mention.lastToken === modal.index - 1 && mention.start >= start && mention.form !== 'pronoun',
  );
  return obliged === undefined ? [] : [partyOf(obliged)];
}
