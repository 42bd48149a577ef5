/** Ties quotations to the cues beside them: before ("X said, …"), after ("…," X said), over sentences and paragraphs. */
import type { Span } from '../../../model/span.ts';
import type { StatementParty } from '../../../model/worded-statement.ts';
import { dependents, isRelation, relationOf } from '../grammar/tree.ts';
import { hearersOf } from './content.ts';
import { type Cue, mentionAt, type StatementPage, sentenceAt } from './page.ts';
import type { Quotation } from './quotations.ts';
import { speakerBeside } from './speaker.ts';

/** A quotation, possibly in parts, with its cue. */
export interface DirectStatement {
  readonly cue: Cue | null;
  readonly parts: Span[];
  readonly speaker: StatementParty | null;
  readonly hearers: readonly number[];
  readonly because: string;
}

const AFTER_WINDOW = 16;
const BEFORE_WINDOW = 14;

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
    const found = statementFor(page, quotation, index, previous);
    if (found === null) {
      loose.push(quotation);
      continue;
    }
    const known: DirectStatement | undefined =
      found.cue === null ? (found.parts.length > 0 ? found : undefined) : byCue.get(found.cue.start);
    const statement: DirectStatement = known ?? found;
    statement.parts.push({ start: quotation.start, end: quotation.end });
    if (!statements.includes(statement) && statement.parts.length === 1) statements.push(statement);
    if (statement.cue !== null) byCue.set(statement.cue.start, statement);
    previous = { quotation, statement };
  }
  return { statements, loose };
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
  const after = cueAfter(page, quotation, index);
  if (after !== null) return begin(page, after, quotation, 'statement/cue-after');
  const announced = cueOfColon(page, quotation);
  if (announced !== null) return begin(page, announced, quotation, 'statement/colon');
  return continued(page, quotation, previous);
}

function begin(page: StatementPage, cue: Cue, quotation: Quotation, because: string): DirectStatement {
  const reading = cue.readings.find((each) => each.frames.has('hearer')) ?? cue.readings[0];
  const isAfter = cue.start >= quotation.end;
  const speaker = speakerBeside(
    page,
    cue,
    isAfter ? quotation.end : cue.sentence.start,
    isAfter ? cue.sentence.end : Math.max(cue.end, quotation.start),
  );
  return { cue, parts: [], speaker, hearers: reading === undefined ? [] : hearersOf(cue, reading), because };
}

/** "X told Y: “…”": only marks, "that" and the hearer between cue and quotation. */
function cueBefore(page: StatementPage, quotation: Quotation, index: number): Cue | null {
  const sentence = sentenceAt(page.parsed, quotation.start);
  if (sentence === undefined) return null;
  const floor = page.quotations[index - 1]?.end ?? 0;
  const cue = (page.cues.get(sentence.index) ?? []).findLast(
    (each) => each.end <= quotation.start && each.start >= floor,
  );
  if (cue === undefined) {
    // "“A,” X said, “B”": the cue stands before the quotation, behind an earlier one.
    return null;
  }
  const between = sentence.tokens.filter((token) => token.start >= cue.end && token.end <= quotation.start);
  if (between.length > BEFORE_WINDOW) return null;
  const last = between.at(-1);
  const isOpen =
    last === undefined ||
    /^[,:—–-]+$/.test(last.text) ||
    last.lower === 'that' ||
    mentionAt(page, sentence.index, last.index) !== null;
  const hasVerb = between.some((token) => token.pos === 'VERB' || token.text === ';');
  if (!isOpen || hasVerb) return null;
  const isLoose = last !== undefined && !/^[,:—–-]+$/.test(last.text) && last.lower !== 'that';
  return isLoose &&
    dependents(sentence, cue.token).every(
      (child) => !isRelation(relationOf(sentence, child), 'obj') && !isRelation(relationOf(sentence, child), 'iobj'),
    )
    ? null
    : cue;
}

const JOINING = new Set([
  'and',
  'but',
  'while',
  'who',
  'which',
  'that',
  'as',
  'in',
  'of',
  'to',
  'for',
  'with',
  'from',
  'on',
  'at',
  'by',
  'than',
  'about',
]);

/** "“…,” X said" and "“…,” said X". */
function cueAfter(page: StatementPage, quotation: Quotation, index: number): Cue | null {
  const ceiling = page.quotations[index + 1]?.start ?? Number.POSITIVE_INFINITY;
  const sentence = sentenceAt(page.parsed, quotation.end - 1);
  if (sentence === undefined) return null;
  const own = firstCueAfter(page, sentence.index, quotation.end, ceiling);
  if (own !== null) return own;
  const next = page.parsed.sentences[sentence.index + 1];
  const isAdjacent =
    next !== undefined &&
    next.paragraph === sentence.paragraph &&
    sentence.end <= quotation.end + 1 &&
    next.tokens.length <= 12;
  return isAdjacent && /[?!.…]/.test(page.parsed.text.slice(quotation.end - 3, quotation.end))
    ? firstCueAfter(page, next.index, quotation.end, ceiling, 6)
    : null;
}

function firstCueAfter(
  page: StatementPage,
  index: number,
  from: number,
  to: number,
  window = AFTER_WINDOW,
): Cue | null {
  const sentence = page.parsed.sentences[index];
  const cue = (page.cues.get(index) ?? []).find((each) => each.start >= from && each.end <= to);
  if (sentence === undefined || cue === undefined) return null;
  const gap = sentence.tokens.filter(
    (token) => token.start >= from && token.end <= cue.start && !/^["”'’»,—–-]+$/.test(token.text),
  );
  if (gap.length > window) return null;
  const first = gap[0];
  if (first !== undefined && JOINING.has(first.lower)) return null;
  return gap.some((token) => /^[.;:!?]$/.test(token.text) || isFinite(token.tag)) ? null : cue;
}

const isFinite = (tag: string): boolean => tag === 'VBD' || tag === 'VBZ' || tag === 'VBP';

/** The sentence before ends with a colon and reports speech: "The spokesman said this:" */
function cueOfColon(page: StatementPage, quotation: Quotation): Cue | null {
  const sentence = sentenceAt(page.parsed, quotation.start);
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
  const sentence = sentenceAt(page.parsed, quotation.start);
  if (sentence === undefined || quotation.start > sentence.start + 3) return null;
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
