/** Ties quotations to the cues beside them: before ("X said, …"), after ("…," X said), over sentences and paragraphs. */
import type { Sentence, Token } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { StatementParty } from '../../../model/worded-statement.ts';
import { dependents, relationOf } from '../grammar/tree.ts';
import { contentOf, hearersOf } from './content.ts';
import type { Cue } from './cue.ts';
import { LONGEST_SENTENCE_TOKENS, type StatementPage } from './page.ts';
import type { Quotation } from './quotations.ts';
import { sentenceAt } from './sentence-at.ts';
import { speakerBeside } from './speaker.ts';

/** A quotation, possibly in parts, with its cue. */
export interface DirectStatement {
  readonly cue: Cue | null;
  readonly parts: Span[];
  readonly speaker: StatementParty | null;
  readonly hearers: readonly number[];
  readonly because: string;
}

const AFTER_WINDOW = 45;
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
  const sentence = openingSentence(page, quotation);
  const isTranscript = /^["“]?\p{Lu}[\p{Lu} .'’-]{1,30}:/u.test(
    page.parsed.text.slice(quotation.start, quotation.start + 40),
  );
  return isTranscript || (sentence?.tokens.length ?? 0) > LONGEST_SENTENCE_TOKENS;
}

const SMALL_WORDS = new Set([
  'the',
  'a',
  'an',
  'of',
  'in',
  'on',
  'at',
  'to',
  'for',
  'and',
  'or',
  'with',
  'by',
  'from',
  'vs',
]);

/** "“The Evening Show,”": every word begins with a capital, as in the name of a work or a programme. */
function isTitle(page: StatementPage, quotation: Quotation): boolean {
  const words = page.parsed.text.slice(quotation.start, quotation.end).match(/[\p{L}\p{N}][\p{L}\p{N}'’.&-]*/gu) ?? [];
  if (words.length === 1) return isCapitalised(words[0] ?? '') && isInside(page, quotation);
  if (words.length > 9 || /[!?]/.test(page.parsed.text.slice(quotation.start, quotation.end))) return false;
  return words.every((word) => SMALL_WORDS.has(word) || isCapitalised(word) || word.length === 1);
}

/** "The plan “is a mistake,” she said": what comes before the quotation in its sentence is said too. */
function unquotedStart(page: StatementPage, quotation: Quotation, index: number): number {
  const sentence = openingSentence(page, quotation);
  if (
    sentence === undefined ||
    sentence.start >= quotation.start ||
    (page.quotations[index - 1]?.end ?? -1) > sentence.start
  )
    return quotation.start;
  const before = sentence.tokens.filter((token) => token.end <= quotation.start);
  const hasCue = (page.cues.get(sentence.index) ?? []).some((cue) => {
    const content = cue.end <= quotation.start ? contentOf(page, cue) : null;
    return (
      content !== null && content.shape !== 'before' && (sentence.tokens[content.last]?.end ?? 0) > quotation.start
    );
  });
  const isOpen = /[\p{L}\p{N},]$/u.test(before.at(-1)?.text ?? '');
  // "As for the truce, “We want it,” she said": what ends in a comma before a capital is the reporter's.
  const isAside =
    before.at(-1)?.text === ',' &&
    /^["“'‘«`]*\p{Lu}/u.test(page.parsed.text.slice(quotation.start, quotation.start + 4));
  return before.length < 2 || hasCue || !isOpen || isAside ? quotation.start : (before[0]?.start ?? quotation.start);
}

/** The sentence of the first word: splitters may leave an opening mark at the end of the sentence before. */
const openingSentence = (page: StatementPage, quotation: Quotation): Sentence | undefined =>
  sentenceAt(page.parsed, Math.min(quotation.start + 2, quotation.end - 1));

const NAMING_TOKENS = 10;

/** "called her opponent “Lady Luck”": after a verb that gives a name, capitals are no sign of a title. */
function isNaming(page: StatementPage, quotation: Quotation): boolean {
  const sentence = openingSentence(page, quotation);
  const cue = page.cues.get(sentence?.index ?? -1)?.findLast((each) => each.end <= quotation.start);
  if (cue === undefined || !cue.readings.some((reading) => reading.frames.has('as'))) return false;
  return (
    cue.sentence.tokens.filter((token) => token.start >= cue.end && token.end <= quotation.start).length <=
    NAMING_TOKENS
  );
}

const isCapitalised = (word: string): boolean => /^[\p{Lu}\p{N}]/u.test(word) && /\p{Ll}/u.test(word);

/** Words stand before the quotation in its sentence. */
function isInside(page: StatementPage, quotation: Quotation): boolean {
  const sentence = openingSentence(page, quotation);
  return sentence?.tokens.some((token) => token.end <= quotation.start && token.pos !== 'PUNCT') ?? false;
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

/** "X told Y: “…”": only marks, "that" and the hearer between cue and quotation, and nothing said outside the marks. */
function cueBefore(page: StatementPage, quotation: Quotation, index: number): Cue | null {
  const sentence = openingSentence(page, quotation);
  if (sentence === undefined) return null;
  const floor = page.quotations[index - 1]?.end ?? 0;
  const cue = (page.cues.get(sentence.index) ?? []).findLast(
    (each) => each.end <= quotation.start && each.start >= floor,
  );
  if (cue === undefined || !takesSpeech(cue)) return null;
  const between = sentence.tokens.filter((token) => token.start >= cue.end && token.end <= quotation.start);
  if (between.length > BEFORE_WINDOW || between.some((token) => token.pos === 'VERB' || token.text === ';'))
    return null;
  const isOpen = (between.length === 0 && isPlain(cue)) || isOpener(between.at(-1)) || endsWithHearer(cue, between);
  return isOpen && !isPartOfClause(page, cue, quotation) && (isMarked(between.at(-1)) || !isNested(page, cue))
    ? cue
    : null;
}

/** A comma or colon right before the quotation ties it to the nearest cue. */
const isMarked = (token: Token | undefined): boolean => token?.text === ',' || token?.text === ':';

const OPENERS = new Set(['that', 'but', 'and', 'then', 'because', 'if']);

const isOpener = (token: Token | undefined): boolean =>
  token !== undefined && (/^[,:—–-]+$/.test(token.text) || OPENERS.has(token.lower));

/** "considers “smart”": a verb of opinion needs a comma or "that" before what is said. */
const isPlain = (cue: Cue): boolean =>
  cue.readings.some((reading) => reading.kind !== 'assessment' || reading.frames.has('quote'));

/** "told the council “…”": the words between are the one spoken to. */
const endsWithHearer = (cue: Cue, between: readonly Token[]): boolean =>
  cue.readings.some((reading) => reading.frames.has('hearer')) &&
  dependents(cue.sentence, cue.token).some(
    (child) =>
      ['obj', 'iobj'].includes(relationOf(cue.sentence, child)) && between.some((token) => token.index === child),
  );

/** "said that the plan was “dead” and buried": the clause says more than the quotation. */
function isPartOfClause(page: StatementPage, cue: Cue, quotation: Quotation): boolean {
  const content = contentOf(page, cue);
  const [first, last] = [cue.sentence.tokens[content?.first ?? -1], cue.sentence.tokens[content?.last ?? -1]];
  if (content === null || content.shape === 'before' || first === undefined || last === undefined) return false;
  if (first.start >= quotation.end || last.end <= quotation.start) return false;
  const outside = cue.sentence.tokens.filter(
    (token) =>
      token.pos !== 'PUNCT' &&
      token.index >= content.first &&
      token.index <= content.last &&
      (token.end <= quotation.start || token.start >= quotation.end),
  );
  return outside.length > 1;
}

/** A cue before the quotation reports a clause that holds it whole. */
function isCovered(page: StatementPage, quotation: Quotation): boolean {
  const sentence = openingSentence(page, quotation);
  return (page.cues.get(sentence?.index ?? -1) ?? []).some((cue) => {
    const content = cue.end <= quotation.start ? contentOf(page, cue) : null;
    if (content === null || content.shape === 'before' || content.shape === 'around') return false;
    const [first, last] = [cue.sentence.tokens[content.first], cue.sentence.tokens[content.last]];
    return first !== undefined && last !== undefined && first.start <= quotation.start && quotation.end <= last.end + 2;
  });
}

/** "said she hopes “…”": the outer cue reports the whole. */
function isNested(page: StatementPage, cue: Cue): boolean {
  return (page.cues.get(cue.sentence.index) ?? []).some((outer) => {
    const content = outer.end <= cue.start ? contentOf(page, outer) : null;
    return content?.shape === 'clause' && content.first <= cue.token && cue.token <= content.last;
  });
}

const takesSpeech = (cue: Cue): boolean =>
  cue.readings.some(
    (reading) =>
      reading.frames.has('clause') ||
      reading.frames.has('hearer') ||
      (reading.frames.has('quote') && !reading.frames.has('as')),
  );

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
  if (sentence === undefined || cue === undefined || !takesSpeech(cue) || !isFiniteCue(cue)) return null;
  const gap = withoutBrackets(sentence.tokens.filter((token) => token.start >= from && token.end <= cue.start)).filter(
    (token) => !/^["”'’»,—–-]+$/.test(token.text),
  );
  if (opensNext(page, cue, from, to) || isOfNext(page, cue, from)) return null;
  const first = gap[0];
  if (
    gap.length > window ||
    (first !== undefined && (JOINING.has(first.lower) || first.pos === 'SCONJ') && saidTo(page, cue, from) <= from)
  )
    return null;
  return gap.some((token) => /^[.;:!?]$/.test(token.text) || isFiniteTag(token.tag)) ? null : cue;
}

/** "“We agree.” The envoy says, “We will go.”": a cue between two quotations, of which the first ends its sentence, has the second. */
function opensNext(page: StatementPage, cue: Cue, from: number, to: number): boolean {
  if (to === Number.POSITIVE_INFINITY) return false;
  const isBeforeNext =
    /^\s*[,:]?\s*$/.test(page.parsed.text.slice(cue.end, Math.min(to, cue.end + 8))) && to - cue.end < 8;
  return isBeforeNext && /[.!?…]["”'’»]*$/.test(page.parsed.text.slice(Math.max(0, from - 4), from));
}

/** "“We agree.” She added that …": a quotation that ends its sentence is not of a cue that has a clause of its own. */
function isOfNext(page: StatementPage, cue: Cue, from: number): boolean {
  const shape = contentOf(page, cue)?.shape;
  return (
    shape !== undefined && shape !== 'before' && /\.["”'’»]*$/.test(page.parsed.text.slice(Math.max(0, from - 4), from))
  );
}

/** "“We like the idea” of talks, she said": where what is said ends, when it goes on behind the quotation. */
function saidTo(page: StatementPage, cue: Cue, from: number): number {
  const content = contentOf(page, cue);
  const last = content?.shape === 'before' ? cue.sentence.tokens[content.last] : undefined;
  return Math.max(from, last?.end ?? 0);
}

/** "Senator X (D-Y) said": what stands in brackets is passed over. */
function withoutBrackets(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.filter((token) => {
    if (token.text === '(') depth++;
    const isOutside = depth === 0;
    if (token.text === ')') depth = Math.max(0, depth - 1);
    return isOutside;
  });
}

const isFiniteTag = (tag: string): boolean => tag === 'VBD' || tag === 'VBZ' || tag === 'VBP';

/** A finite verb, or one with an auxiliary or a subject of its own. */
function isFiniteCue(cue: Cue): boolean {
  const tag = cue.sentence.tokens[cue.token]?.tag ?? '';
  return (
    cue.sentence.tokens[cue.token]?.pos !== 'VERB' ||
    isFiniteTag(tag) ||
    dependents(cue.sentence, cue.token).some((child) => {
      const relation = relationOf(cue.sentence, child);
      return relation.startsWith('aux') || relation.startsWith('nsubj');
    })
  );
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
  const sentence = openingSentence(page, quotation);
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
  const sentence = openingSentence(page, quotation);
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
