/** What the content of a statement carries besides its words: by when, under what condition, about what. */
import { matchHinted, type PhraseTable } from '../../../knowledge/phrase-table.ts';
import type { SpeechWords } from '../../../knowledge/speech-words.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { Located, Token } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { StatementKind } from '../../../model/worded-statement.ts';
import type { StatementPage } from './page.ts';
import { firstFrom } from './sentence-at.ts';

/** Kinds that can be due: only these carry a deadline. */
const DUE: ReadonlySet<StatementKind> = new Set([
  'demand',
  'commitment',
  'expectation',
  'appeal',
  'threat',
  'warning',
  'announcement',
]);
const FUTURE_WORDS = new Set([
  'within',
  'by',
  'before',
  'until',
  'next',
  'coming',
  'tomorrow',
  'soon',
  'end',
  'later',
  'hours',
  'days',
  'weeks',
  'tonight',
]);
const PAST_WORDS = new Set(['last', 'ago', 'past', 'yesterday', 'since', 'previous', 'earlier', 'previously']);

/** The tokens of the content's parts, over sentences. */
export function tokensIn(page: StatementPage, parts: readonly Span[]): Token[] {
  const tokens: Token[] = [];
  for (const part of parts) {
    const first = Math.max(0, firstFrom(page.parsed, part.start) - 1);
    for (let index = first; (page.parsed.sentences[index]?.start ?? Number.POSITIVE_INFINITY) < part.end; index++) {
      for (const token of page.parsed.sentences[index]?.tokens ?? [])
        if (token.start >= part.start && token.end <= part.end) tokens.push(token);
    }
  }
  return tokens;
}

/** Index of the time by which something is to happen; null when the content names none that lies ahead. */
export function deadlineOf(
  page: StatementPage,
  kind: StatementKind,
  parts: readonly Span[],
  content: readonly Token[],
): number | null {
  if (!DUE.has(kind)) return null;
  let best: number | null = null;
  for (const part of parts) {
    for (let index = firstTime(page.times, part.start); (page.times[index]?.start ?? part.end) < part.end; index++) {
      const time = page.times[index];
      if (time !== undefined && liesAhead(content, time) && !isAfterAnEvent(content, time)) best ??= index;
    }
  }
  return best;
}

function liesAhead(content: readonly Token[], time: Located): boolean {
  const around = content
    .filter((token) => token.end > time.start - 12 && token.start < time.end + 4)
    .map((token) => token.lower);
  return around.some((word) => FUTURE_WORDS.has(word)) && !around.some((word) => PAST_WORDS.has(word));
}

const AFTER_AN_EVENT = new Set(['of', 'after', 'following', 'from']);

/** "Within 24 hours of a request": by when depends on something that has no date here. */
function isAfterAnEvent(content: readonly Token[], time: Located): boolean {
  const next = content.findIndex(({ start }) => start >= time.end);
  if (!AFTER_AN_EVENT.has(content[next]?.lower ?? '') || !content.some((token) => isLength(token, time))) return false;
  return content[next + 1]?.pos !== 'NUM' && content[next + 1]?.lower !== 'now';
}

const LENGTHS = new Set(['minutes', 'hours', 'hour', 'days', 'day', 'weeks', 'week', 'months', 'month']);
const isLength = ({ lower, start, end }: Token, time: Located): boolean =>
  start >= time.start && end === time.end && LENGTHS.has(lower);

function firstTime(times: readonly Located[], offset: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "if …", "unless …", "as long as …": from the word to the end of its clause. */
export function conditionOf(content: readonly Token[], words: SpeechWords): Span | null {
  for (let at = 0; at < content.length; at++) {
    const token = content[at];
    if (token === undefined || !opensCondition(content, at, words)) continue;
    let last = at;
    while (last + 1 < content.length && !/^[,;.!?”"]|''$/.test(content[last + 1]?.text ?? '')) last++;
    const end = content[last]?.end ?? token.end;
    if (last > at + 1) return { start: token.start, end };
  }
  return null;
}

function opensCondition(content: readonly Token[], at: number, words: SpeechWords): boolean {
  const word = content[at]?.lower ?? '';
  if (word === 'if')
    return (
      !ASKING.has(content[at - 1]?.lemma ?? '') && content[at - 1]?.lower !== 'as' && content[at - 1]?.lower !== 'even'
    );
  if (word === 'unless') return true;
  return matchHinted(WORD_HINT.content, words.conditionPhrases, content, at) !== null;
}

/** "see if", "ask if": an indirect question and no condition. */
const ASKING = new Set([
  'see',
  'ask',
  'know',
  'wonder',
  'check',
  'decide',
  'determine',
  'tell',
  'doubt',
  'sure',
  'question',
]);

/** Topics of the content, the most often named first. */
export function topicsOf(content: readonly Token[], words: SpeechWords): string[] {
  const counts = new Map<string, number>();
  for (let at = 0; at < content.length; at++) {
    const match = matchHinted(WORD_HINT.content, words.topics, content, at);
    if (match === null) continue;
    counts.set(match.entry, (counts.get(match.entry) ?? 0) + 1);
    at = match.lastToken;
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([topic]) => topic);
}

/** What the phrases of a table name in the content, in order of text. */
export function namedIn(content: readonly Token[], table: PhraseTable<string>): string[] {
  const found: string[] = [];
  for (let at = 0; at < content.length; at++) {
    const match = matchHinted(WORD_HINT.content, table, content, at);
    if (match === null) continue;
    if (!found.includes(match.entry)) found.push(match.entry);
    at = match.lastToken;
  }
  return found;
}
