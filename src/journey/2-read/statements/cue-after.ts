/** A cue behind its quotation: "“…,” X said" and "“…,” said X". */
import type { Token } from '../../../model/sentence.ts';
import { dependents } from '../grammar/tree.ts';
import { leftComma } from './comment-clause.ts';
import { contentOf } from './content.ts';
import type { Cue } from './cue.ts';
import { takesSpeech } from './cue-before.ts';
import type { StatementPage } from './page.ts';
import type { Quotation } from './quotations.ts';
import { openingSentence, sentenceAt } from './sentence-at.ts';
import { isTitle } from './titles.ts';
import { isFiniteTag, isTold } from './verb-form.ts';

const AFTER_WINDOW = 45;

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
export function cueAfter(page: StatementPage, quotation: Quotation, index: number): Cue | null {
  const ceiling = nextQuotationStart(page, index);
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

function nextQuotationStart(page: StatementPage, index: number): number {
  for (let at = index + 1; ; at++) {
    const next = page.quotations[at];
    if (next === undefined) return Number.POSITIVE_INFINITY;
    if (!isByname(page, next)) return next.start;
  }
}

const LONGEST_BYNAME = 24;

/** "Ali “the Lion” Mora", "a “Peace” banner": a word or two in capitals without a stop are no quotation of their own. */
function isByname(page: StatementPage, { start, end }: Quotation): boolean {
  const text = page.parsed.text.slice(start, end);
  return text.length <= LONGEST_BYNAME && !/[,.;:!?…]["”'’»]*$/.test(text) && isTitle(page, { start, end });
}

function firstCueAfter(
  page: StatementPage,
  index: number,
  from: number,
  to: number,
  window = AFTER_WINDOW,
): Cue | null {
  const sentence = page.parsed.sentences[index];
  if (sentence === undefined) return null;
  const following = withoutRelative(withoutBrackets(sentence.tokens.filter((token) => token.start >= from)));
  const cue = (page.cues.get(index) ?? []).find(
    (each) => each.start >= from && each.end <= to && following.some((token) => token.index === each.token),
  );
  if (cue === undefined || !takesSpeech(cue) || !isFiniteCue(cue)) return null;
  const gap = following.filter((token) => token.end <= cue.start && !/^["”'’»,—–-]+$/.test(token.text));
  if (opensNext(page, cue, from, to) || isOfNext(page, cue, from) || isMereThought(cue, gap)) return null;
  const first = gap[0];
  if (
    gap.length > window ||
    (first !== undefined && (JOINING.has(first.lower) || first.pos === 'SCONJ') && saidTo(page, cue, from) <= from)
  )
    return null;
  return gap.some((token) => /^[.;:!?]$/.test(token.text) || (isFiniteTag(token.tag) && token.pos !== 'AUX'))
    ? null
    : cue;
}

const THINKER_TOKENS = 5;

/** "“…,” she thinks": a verb of thought has a quotation only right beside its subject. */
const isMereThought = (cue: Cue, gap: readonly Token[]): boolean =>
  gap.length > THINKER_TOKENS &&
  cue.readings.every((reading) => reading.kind === 'assessment' && !reading.frames.has('quote'));

/** "“We agree.” The envoy says, “We will go.”": a cue between two quotations, of which the first ends its sentence, has the second. */
function opensNext(page: StatementPage, cue: Cue, from: number, to: number): boolean {
  if (to === Number.POSITIVE_INFINITY) return false;
  const isBeforeNext =
    /^\s*(?:[,:]\s*)?$/.test(page.parsed.text.slice(cue.end, Math.min(to, cue.end + 8))) && to - cue.end < 8;
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
export function saidTo(page: StatementPage, cue: Cue, from: number): number {
  const { tokens } = cue.sentence;
  const isClosed = /[,.!?…]["”'’»]*$/.test(page.parsed.text.slice(Math.max(0, from - 4), from));
  if (isClosed) return from;
  const content = contentOf(page, cue);
  const last = content?.shape === 'before' ? tokens[content.last] : tokens[leftComma(cue.sentence, cue.token) - 1];
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

/** "the envoy, who was in Ankara, said": a clause about the speaker is passed over, up to its comma. */
function withoutRelative(tokens: readonly Token[]): Token[] {
  let isInside = false;
  return tokens.filter((token) => {
    if (token.tag === 'WP' || token.tag === 'WP$' || token.tag === 'WDT') isInside = true;
    else if (token.text === ',') isInside = false;
    return !isInside;
  });
}

/** Told as done, or a participle or bare verb right behind its subject, as taggers misread "the minister asked". */
function isFiniteCue({ sentence, token }: Cue): boolean {
  const verb = sentence.tokens[token];
  if (verb?.pos !== 'VERB' || isTold(sentence, token)) return true;
  const before = sentence.tokens[token - 1];
  const isBesideSubject = before?.pos === 'NOUN' || before?.pos === 'PROPN' || before?.pos === 'PRON';
  return (isBesideSubject && verb.tag !== 'VBG') || dependents(sentence, token, 'aux').length > 0;
}

/** "The plan “is a mistake,” she said": what comes before the quotation in its sentence is said too. */
export function unquotedStart(page: StatementPage, quotation: Quotation, index: number): number {
  const sentence = openingSentence(page.parsed, quotation);
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
