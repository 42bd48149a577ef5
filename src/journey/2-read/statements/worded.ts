/** A statement put together: its kind, its span, those it is directed at, and the details of its content. */
import type { SpeechCue } from '../../../knowledge/speech-words.ts';
import type { Token } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { StatementParty, WordedStatement } from '../../../model/worded-statement.ts';
import { addresseesOf } from './addressees.ts';
import { boundSpeaker } from './bound-speaker.ts';
import type { Cue } from './cue.ts';
import { conditionOf, deadlineOf, namedIn, tokensIn, topicsOf } from './details.ts';
import { type KindGuess, kindOf } from './kind.ts';
import type { StatementPage } from './page.ts';

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
  /** Where a cue that is no verb ends. */
  readonly cueEnd?: number;
}

export function worded(page: StatementPage, draft: Draft): WordedStatement {
  const content = tokensIn(page, draft.parts);
  const guess = guessOf(page, draft, content);
  const span = spanOf(draft.parts);
  const due = dueParts(draft);
  const speaker =
    draft.style === 'indirect' ? boundSpeaker(page, draft.speaker, content, guess.because) : draft.speaker;
  return {
    sentence: draft.sentence,
    kind: guess.kind,
    span,
    parts: draft.parts,
    style: draft.style,
    cue: draft.cue === null ? null : { start: draft.cue.start, end: draft.cue.end },
    cueLemma: draft.cue === null ? null : (draft.cue.sentence.tokens[draft.cue.token]?.lemma ?? null),
    speaker,
    cueCameo: draft.reading !== null && draft.reading.kind === guess.kind ? draft.reading.cameo : null,
    subjects: namedIn(content, page.words.subjects),
    addressees: addresseesOf(page, {
      kind: guess.kind,
      isAct: draft.reading?.cameo != null && !draft.reading.cameo.startsWith('01'),
      root: draft.reading?.cameo?.slice(0, 2) ?? null,
      speaker,
      heard: new Set(),
      named: draft.addressees,
      parts: draft.parts,
      content,
      cue: draft.cue,
      cueEnd: draft.cue?.end ?? draft.cueEnd ?? null,
    }),
    deadline: deadlineOf(page, guess.kind, due, due === draft.parts ? content : tokensIn(page, due)),
    condition: conditionOf(content, page.words),
    topics: topicsOf(content, page.words),
    confidence: guess.confidence * (draft.speaker === null ? 0.6 : 1),
    because: [...draft.because, guess.because],
  };
}

/** "gave the army 48 hours to leave": the time may stand between the cue and what is asked. */
function dueParts({ shape, cue, parts }: Draft): readonly Span[] {
  const [only] = parts;
  return shape === 'infinitive' && cue !== null && parts.length === 1 && only !== undefined && cue.end <= only.start
    ? [{ start: cue.end, end: only.end }]
    : parts;
}

function guessOf(page: StatementPage, { shape, reading }: Draft, content: readonly Token[]): KindGuess {
  if (shape === 'infinitive' && reading?.kind === 'plain' && reading.frames.has('hearer'))
    return { kind: 'demand', confidence: 0.9, because: 'statement/told-to' };
  // "declined to comment": a bare verb behind "to" is no order.
  const isPlainTold = shape === 'infinitive' && reading?.kind === 'assessment';
  if ((shape === 'act' || isPlainTold) && reading !== null && reading.kind !== 'plain')
    return { kind: reading.kind, confidence: 0.8, because: `statement/cue-${reading.kind}` };
  return kindOf(reading, content, page.words);
}

/** From the first part to the last, or the longest part where the reporter's words between would be too much of the whole. */
function spanOf(parts: readonly Span[]): Span {
  const length = ({ start, end }: Span): number => end - start;
  const [first] = parts;
  if (first === undefined) throw new Error('a statement has at least one part');
  const whole = {
    start: parts.reduce((least, part) => Math.min(least, part.start), first.start),
    end: parts.reduce((most, part) => Math.max(most, part.end), first.end),
  };
  const said = parts.reduce((sum, part) => sum + length(part), 0);
  const longest = parts.reduce((a, b) => (length(b) > length(a) ? b : a), first);
  return said / length(whole) >= length(longest) / said ? whole : { start: longest.start, end: longest.end };
}
