/** Ties quotations to the cues beside them: before ("X said, …"), after ("…," X said), over sentences and paragraphs. */
import type { Span } from '../../../model/span.ts';
import type { StatementParty } from '../../../model/worded-statement.ts';
import type { Cue } from './cue.ts';
import { cueAfter, saidTo, unquotedStart } from './cue-after.ts';
import { cueBefore, isCovered } from './cue-before.ts';
import { hearersOf } from './hearers.ts';
import { LONGEST_SENTENCE_TOKENS, type StatementPage } from './page.ts';
import type { Quotation } from './quotations.ts';
import { openingSentence, sentenceAt } from './sentence-at.ts';
import { speakerBeside } from './speaker.ts';
import { isNaming, isTitle } from './titles.ts';
import { unlistedCueAfter, unlistedCueBefore } from './unlisted-cue.ts';

/** A quotation, possibly in parts, with its cue. */
export interface DirectStatement {
  readonly cue: Cue | null;
  readonly parts: Span[];
  readonly speaker: StatementParty | null;
  readonly hearers: readonly number[];
  readonly because: string;
}

export interface DirectReading {
  readonly statements: DirectStatement[];
  /** Quotations without a cue beside them, which may be part of an indirect statement or no statement at all. */
  readonly loose: Quotation[];
}

export function readQuotations(page: StatementPage): DirectReading {
  const statements: DirectStatement[] = [];
  const loose: Quotation[] = [];
  const byCue = new Map<number, DirectStatement>();
  let previous: { quotation: Quotation; statement: DirectStatement } | null = null;
  for (const [index, quotation] of page.quotations.entries()) {
    if (isUnreadable(page, quotation) || (isTitle(page, quotation) && !isNaming(page, quotation))) continue;
    const found = statementFor(page, quotation, index, previous);
    if (found === null) {
      loose.push(quotation);
      continue;
    }
    const known: DirectStatement | undefined =
      found.cue === null ? (found.parts.length > 0 ? found : undefined) : byCue.get(found.cue.start);
    const statement: DirectStatement = known ?? found;
    const start =
      statement.parts.length === 0 && found.because === 'statement/cue-after'
        ? unquotedStart(page, quotation, index)
        : quotation.start;
    const end =
      statement.cue !== null && found.because === 'statement/cue-after' && statement.parts.length === 0
        ? saidTo(page, statement.cue, quotation.end)
        : quotation.end;
    statement.parts.push({ start, end });
    if (!statements.includes(statement) && statement.parts.length === 1) statements.push(statement);
    if (statement.cue !== null) byCue.set(statement.cue.start, statement);
    previous = { quotation, statement };
  }
  return { statements, loose };
}

/** A line of a transcript ("NAME: …") is read as a whole; a sentence beyond all length is not read. */
function isUnreadable(page: StatementPage, quotation: Quotation): boolean {
  const sentence = openingSentence(page.parsed, quotation);
  const isTranscript = /^["“]?\p{Lu}[\p{Lu} .'’-]{1,30}:/u.test(
    page.parsed.text.slice(quotation.start, quotation.start + 40),
  );
  return isTranscript || (sentence?.tokens.length ?? 0) > LONGEST_SENTENCE_TOKENS;
}

/** A new statement without parts, or an earlier one that goes on; null when nothing ties the quotation to a speaker. */
function statementFor(
  page: StatementPage,
  quotation: Quotation,
  index: number,
  previous: { quotation: Quotation; statement: DirectStatement } | null,
): DirectStatement | null {
  if (previous?.quotation.continues && previous.quotation.paragraph === quotation.paragraph - 1)
    return previous.statement;
  const before = cueBefore(page, quotation, index);
  if (before !== null) return begin(page, before, quotation, 'statement/cue-before');
  if (isCovered(page, quotation)) return null;
  const after = cueAfter(page, quotation, index);
  if (after !== null) return begin(page, after, quotation, 'statement/cue-after');
  const unlisted = unlistedCueAfter(page, quotation) ?? unlistedCueBefore(page, quotation);
  if (unlisted !== null)
    return begin(
      page,
      unlisted,
      quotation,
      unlisted.start >= quotation.end ? 'statement/cue-after' : 'statement/cue-before',
    );
  const signed = dashSpeaker(page, quotation);
  if (signed !== null) return { cue: null, parts: [], speaker: signed, hearers: [], because: 'statement/signed' };
  const announced = cueOfColon(page, quotation);
  if (announced !== null) return begin(page, announced, quotation, 'statement/colon');
  return continued(page, quotation, previous);
}

function begin(page: StatementPage, cue: Cue, quotation: Quotation, because: string): DirectStatement {
  const reading = cue.readings.find((each) => each.frames.has('hearer')) ?? cue.readings[0];
  const isAfter = cue.start >= quotation.end;
  const range = isAfter
    ? { from: quotation.end, to: cue.sentence.end }
    : { from: cue.sentence.start, to: Math.max(cue.end, quotation.start) };
  const speaker = speakerBeside(page, cue, { ...range, isAfter });
  return { cue, parts: [], speaker, hearers: reading === undefined ? [] : hearersOf(cue, reading), because };
}

/** "“…” — Name" at the end of a line. */
function dashSpeaker(page: StatementPage, quotation: Quotation): StatementParty | null {
  const line = /^\s*[―—–]\s*([^\n]{2,60})/.exec(page.parsed.text.slice(quotation.end, quotation.end + 70));
  if (line === null) return null;
  const start = quotation.end + line[0].length - (line[1]?.length ?? 0);
  const mentions = page.mentions.get(sentenceAt(page.parsed, start)?.index ?? -1) ?? [];
  const mention = mentions.find((each) => each.start === start) ?? null;
  if (mention !== null) return { mention: mention.id, span: { start, end: mention.end }, text: mention.text };
  const name = /^\p{Lu}[\p{L}.'’-]*(?: [\p{Lu}][\p{L}.'’-]*){0,4}/u.exec(line[1] ?? '')?.[0];
  return name === undefined ? null : { mention: null, span: { start, end: start + name.length }, text: name };
}

/** The sentence before ends with a colon and reports speech: "The spokesman said this:" */
function cueOfColon(page: StatementPage, quotation: Quotation): Cue | null {
  const sentence = openingSentence(page.parsed, quotation);
  const before =
    sentence === undefined || sentence.start < quotation.start - 1
      ? undefined
      : page.parsed.sentences[sentence.index - 1];
  if (before?.tokens.at(-1)?.text !== ':') return null;
  return page.cues.get(before.index)?.at(-1) ?? null;
}

/** A quotation that opens a sentence right after an attributed one goes on with it; one that fills its paragraph has the same speaker. */
function continued(
  page: StatementPage,
  quotation: Quotation,
  previous: { quotation: Quotation; statement: DirectStatement } | null,
): DirectStatement | null {
  if (previous === null) return null;
  const sentence = openingSentence(page.parsed, quotation);
  if (sentence === undefined) return null;
  const isInterrupted =
    sentence.index === previous.statement.cue?.sentence.index &&
    /,["”'’]*$/.test(page.parsed.text.slice(previous.quotation.start, previous.quotation.end));
  if (isInterrupted) return previous.statement;
  if (quotation.start > sentence.start + 3) return null;
  const last = sentenceAt(page.parsed, quotation.end - 1);
  const fills = last !== undefined && last.end <= quotation.end + 1;
  if (!fills) return null;
  const distance = sentence.index - (sentenceAt(page.parsed, previous.quotation.end - 1)?.index ?? 0);
  if (quotation.paragraph === previous.quotation.paragraph && distance <= 2) return previous.statement;
  const isNext = quotation.paragraph - previous.quotation.paragraph === 1;
  return isNext
    ? { cue: null, parts: [], speaker: previous.statement.speaker, hearers: [], because: 'statement/same-speaker' }
    : null;
}
