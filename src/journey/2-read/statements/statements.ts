/**
 * The door of reading statements: direct, mixed and indirect speech, each with its cue, speaker, those spoken to, content,
 * kind, deadline and condition. Quotations are tied to their cues first; what other cues report is read off the tree.
 */
import type { SpeechCue, SpeechWords } from '../../../knowledge/speech-words.ts';
import type { ActorChains, ActorName } from '../../../model/actor-name.ts';
import type { Located, ParsedText, Sentence, Token } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { StatementParty, WordedStatement } from '../../../model/worded-statement.ts';
import { dependents, negationOf, subjectOf } from '../grammar/tree.ts';
import { colonStatement } from './colon.ts';
import { contentOf } from './content.ts';
import type { Cue } from './cue.ts';
import { conditionOf, deadlineOf, tokensIn, topicsOf } from './details.ts';
import { type DirectStatement, readQuotations } from './direct.ts';
import { kindOf, OBLIGES } from './kind.ts';
import { nounStatements } from './noun-cues.ts';
import { LONGEST_SENTENCE_TOKENS, pageOf, partyOf, quotationsIn, type StatementPage } from './page.ts';
import type { Quotation } from './quotations.ts';
import { firstFrom, sentenceAt } from './sentence-at.ts';
import { accordingTo, type SourcedStatement } from './sources.ts';
import { partiesAt, speakerOf } from './speaker.ts';

/** Statements in order of text. Linear in the length of the report. */
export function findStatements(
  parsed: ParsedText,
  actors: readonly ActorName[],
  chains: ActorChains,
  times: readonly Located[],
  words: SpeechWords,
): WordedStatement[] {
  const page = pageOf(parsed, actors, chains, times, words);
  const { statements: direct, loose } = readQuotations(page);
  const used = new Set(direct.map((statement) => statement.cue?.start));
  const harvest: Harvest = { statements: [], covered: new Uint8Array(parsed.text.length) };
  for (const statement of direct) add(harvest, fromDirect(page, statement));
  for (const sentence of parsed.sentences) if (isReadable(sentence)) readSentence(page, sentence, used, harvest);
  for (const quotation of loose) {
    const statement = holds(harvest, quotation) ? null : fromLoose(page, quotation);
    if (statement !== null) add(harvest, statement);
  }
  return withoutNested(harvest.statements).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

const isReadable = (sentence: Sentence): boolean =>
  sentence.kind !== 'furniture' && sentence.tokens.length <= LONGEST_SENTENCE_TOKENS;

/** Kinds that add nothing inside another statement; a denial or a threat that another reports is told of all the same. */
const WEAK: ReadonlySet<WordedStatement['kind']> = new Set([
  'assessment',
  'expectation',
  'announcement',
  'acknowledgement',
]);

/** "The envoy said she expects …": a cue inside what another reports is part of that statement. */
function withoutNested(found: readonly WordedStatement[]): WordedStatement[] {
  const bySentence = new Map<number, WordedStatement[]>();
  for (const statement of found)
    bySentence.set(statement.sentence, [...(bySentence.get(statement.sentence) ?? []), statement]);
  return found.filter((statement) => {
    const { cue } = statement;
    return (
      cue === null ||
      !WEAK.has(statement.kind) ||
      !(bySentence.get(statement.sentence) ?? []).some(
        (outer) =>
          outer !== statement &&
          outer.cue !== null &&
          outer.parts.some((part) => part.start <= cue.start && cue.end <= part.end),
      )
    );
  });
}

function readSentence(
  page: StatementPage,
  sentence: Sentence,
  used: ReadonlySet<number | undefined>,
  harvest: Harvest,
): void {
  for (const cue of page.cues.get(sentence.index) ?? []) {
    const statement = used.has(cue.start) ? null : fromCue(page, cue);
    if (statement !== null) add(harvest, statement);
  }
  for (const sourced of [
    accordingTo(page, sentence),
    colonStatement(page, sentence),
    ...nounStatements(page, sentence),
  ]) {
    if (sourced !== null && !touches(harvest, sourced.span)) add(harvest, fromSource(page, sourced));
  }
}

/** The statements so far, and which characters of the text they hold, so that asking costs the same however many there are. */
interface Harvest {
  readonly statements: WordedStatement[];
  readonly covered: Uint8Array;
}

function add(harvest: Harvest, statement: WordedStatement): void {
  harvest.statements.push(statement);
  harvest.covered.fill(1, statement.span.start, statement.span.end);
}

/** True where a sourced statement would only repeat part of another. */
const touches = ({ covered }: Harvest, span: Span): boolean => covered[span.start] === 1 || covered[span.end - 1] === 1;

const holds = ({ covered }: Harvest, span: Span): boolean => covered[span.start] === 1 && covered[span.end - 1] === 1;

function fromDirect(page: StatementPage, direct: DirectStatement): WordedStatement {
  const reading = direct.cue?.readings[0] ?? null;
  const sentence = direct.cue?.sentence ?? sentenceAt(page.parsed, direct.parts[0]?.start ?? 0);
  const hearers =
    direct.cue === null
      ? []
      : direct.hearers.flatMap((token) => partiesAt(page, direct.cue?.sentence ?? raise(), token));
  return worded(page, {
    sentence: sentence?.index ?? 0,
    cue: direct.cue,
    reading,
    speaker: direct.speaker,
    addressees: hearers,
    parts: direct.parts,
    style: 'direct',
    because: [direct.because],
  });
}

function raise(): never {
  throw new Error('a statement with hearers has a cue');
}

const UNREAL = new Set(['must', 'should', 'may', 'might', 'could', 'can', 'ca']);

/** "might demand", "has not agreed": the cue itself is not told as said. */
function isUnreal(cue: Cue): boolean {
  const { sentence, token } = cue;
  return (
    negationOf(sentence, token) !== null ||
    dependents(sentence, token, 'aux').some((child) => UNREAL.has(sentence.tokens[child]?.lower ?? ''))
  );
}

/**
 * Where a clause with quotations ends. A comma inside the closing mark ends what is said: what follows it (", a swipe at
 * …", "though …") is the reporter's, unless it is joined by "and" or is quoted again.
 */
function endOfQuoted(page: StatementPage, touching: readonly Quotation[], end: number, start: number): number {
  for (const [index, quotation] of touching.entries()) {
    const isClosed = /,["”»’']*$/.test(
      page.parsed.text.slice(Math.max(quotation.start, quotation.end - 4), quotation.end),
    );
    const next = page.parsed.text.slice(quotation.end, quotation.end + 8);
    const goesOn =
      /^\s*(?:and|or|but)\b/.test(next) || (touching[index + 1]?.start ?? Number.POSITIVE_INFINITY) - quotation.end < 8;
    if (isClosed && !goesOn && quotation.start > start) return quotation.end;
  }
  return Math.max(end, ...touching.map((quotation) => quotation.end));
}

/** An indirect statement; null where the cue has no content or no one who says it. */
function fromCue(page: StatementPage, cue: Cue): WordedStatement | null {
  const content = isUnreal(cue) ? null : contentOf(page, cue);
  if (content === null) return null;
  const speaker = speakerOf(page, cue);
  // "was accused of": the accuser need not be named.
  const accused =
    speaker === null &&
    content.shape === 'noun' &&
    content.reading.kind === 'accusation' &&
    content.reading.frames.has('accused')
      ? subjectOf(cue.sentence, cue.token)
      : null;
  if (speaker === null && accused === null) return null;
  const { tokens } = cue.sentence;
  const start = tokens[content.first]?.start ?? cue.start;
  const end = tokens[content.last]?.end ?? cue.end;
  const touching = quotationsIn(page, start, end);
  // A quotation that begins in the content may run on over the sentence's end.
  const parts = [
    {
      start: Math.min(start, ...touching.filter((q) => q.start >= start - 2).map((q) => q.start)),
      end: endOfQuoted(page, touching, end, start),
    },
  ];
  const addressees = (accused === null ? content.hearers : [accused]).flatMap((token) =>
    partiesAt(page, cue.sentence, token),
  );
  const hole = content.hole;
  if (hole !== undefined) {
    const [open, close] = [tokens[hole.first], tokens[hole.last]];
    const whole = parts[0];
    if (open !== undefined && close !== undefined && whole !== undefined)
      parts.splice(0, 1, { start: whole.start, end: open.start }, { start: close.end, end: whole.end });
  }
  return worded(page, {
    sentence: cue.sentence.index,
    cue,
    reading: content.reading,
    speaker,
    addressees,
    parts,
    style: touching.length > 0 ? 'mixed' : 'indirect',
    because: [`statement/${content.shape}`],
    shape: content.shape,
  });
}

function fromSource(page: StatementPage, sourced: SourcedStatement): WordedStatement {
  const touching = quotationsIn(page, sourced.span.start, sourced.span.end).length > 0;
  const statement = worded(page, {
    sentence: sourced.sentence.index,
    cue: null,
    reading: sourced.reading,
    speaker: sourced.speaker,
    addressees: sourced.addressees,
    parts: [sourced.span],
    style: touching ? 'mixed' : 'indirect',
    because: [sourced.because],
  });
  return { ...statement, cue: sourced.cue, cueLemma: sourced.cueLemma };
}

const LOOSE_WINDOW = 14;

/** A quotation behind a cue that takes one ("called it “a disgrace”"): more than a word or two set apart. */
function fromLoose(page: StatementPage, quotation: Quotation): WordedStatement | null {
  const sentence = sentenceAt(page.parsed, quotation.start);
  if (sentence === undefined) return null;
  const cue = (page.cues.get(sentence.index) ?? []).findLast((each) => each.end <= quotation.start);
  if (cue === undefined) return null;
  const distance = sentence.tokens.filter((token) => token.start >= cue.end && token.end <= quotation.start).length;
  const reading =
    cue.readings.find((each) => each.frames.has('quote') || each.frames.has('as')) ?? cue.readings[0] ?? null;
  const isAttitude = reading?.kind === 'assessment' && !reading.frames.has('quote');
  const speaker = speakerOf(page, cue);
  if (speaker === null || distance > LOOSE_WINDOW || isAttitude) return null;
  // "called the vote “a disgrace”": what it is said of belongs to what is said.
  const that = sentence.tokens.find(
    (token) => token.start >= cue.end && token.end <= quotation.start && token.lower === 'that',
  );
  const next = sentence.tokens.find((token) => token.index > (that?.index ?? cue.token) && token.pos !== 'PUNCT');
  const start = next === undefined || next.start > quotation.start ? quotation.start : next.start;
  return worded(page, {
    sentence: sentence.index,
    cue,
    reading,
    speaker,
    addressees: [],
    parts: [{ start, end: joinedEnd(page, sentence, quotation) }],
    style: start < quotation.start ? 'mixed' : 'direct',
    because: ['statement/quoted-words'],
  });
}

/** "“disgusting” and “a con”": quotations joined by "and" or a comma are one. */
function joinedEnd(page: StatementPage, sentence: Sentence, quotation: Quotation): number {
  let end = quotation.end;
  for (const next of quotationsIn(page, end, sentence.end)) {
    if (!/^[\s,]*(?:and|or)?\s*$/.test(page.parsed.text.slice(end, next.start))) break;
    end = next.end;
  }
  return end;
}

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

/** From the first part to the last; where the reporter's words between are longer than what is said, the longest part. */
function spanOf(parts: readonly Span[]): Span {
  const start = parts.reduce((least, part) => Math.min(least, part.start), Number.POSITIVE_INFINITY);
  const end = parts.reduce((most, part) => Math.max(most, part.end), 0);
  const said = parts.reduce((sum, part) => sum + part.end - part.start, 0);
  const longest = parts.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a), parts[0] ?? { start, end });
  return end - start - said < said * 0.9 ? { start, end } : { start: longest.start, end: longest.end };
}

function worded(page: StatementPage, draft: Draft): WordedStatement {
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
