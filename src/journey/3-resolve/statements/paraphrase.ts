/**
 * A heading or a lead often says in the reporter's words what a quotation says below. Both are one statement: the quotation
 * is kept, because its words are the speaker's own.
 */
import type { Reading } from '../../../model/reading.ts';
import type { ParsedText } from '../../../model/sentence.ts';
import type { WordedStatement } from '../../../model/worded-statement.ts';

/** How far below its paraphrase a quotation may stand. */
const WINDOW_PARAGRAPHS = 2;
/** How many of the next statements are compared with one. */
const WINDOW_STATEMENTS = 30;
/** Part of the paraphrase's own words that the quotation must repeat. */
const LEAST_SHARE = 1 / 3;

export function withoutParaphrases(reading: Reading): WordedStatement[] {
  const { statements } = reading;
  return statements.filter((statement, index) => {
    const following = statements.slice(index + 1, index + 1 + WINDOW_STATEMENTS);
    return !following.some((other) => isParaphraseOf(reading, statement, other));
  });
}

function isParaphraseOf(reading: Reading, statement: WordedStatement, quoted: WordedStatement): boolean {
  const sentence = reading.parsed.sentences[statement.sentence];
  const other = reading.parsed.sentences[quoted.sentence];
  if (
    sentence === undefined ||
    other === undefined ||
    statement.span.start >= quoted.span.start ||
    !isSameSpeaker(reading, statement, quoted)
  )
    return false;
  const isHeading = sentence.kind === 'heading';
  if (!isHeading && (statement.style !== 'indirect' || quoted.style !== 'direct' || statement.kind !== quoted.kind))
    return false;
  if (!isHeading && other.paragraph - sentence.paragraph > WINDOW_PARAGRAPHS) return false;
  return sharesWords(reading, statement, quoted);
}

function isSameSpeaker(reading: Reading, a: WordedStatement, b: WordedStatement): boolean {
  const root = (statement: WordedStatement): number | null =>
    statement.speaker?.mention == null ? null : (reading.chains.representative[statement.speaker.mention] ?? null);
  return root(a) !== null && root(a) === root(b);
}

function sharesWords(reading: Reading, statement: WordedStatement, quoted: WordedStatement): boolean {
  const own = contentWords(reading, statement);
  const others = contentWords(reading, quoted);
  const shared = [...own].filter((word) => others.has(word)).length;
  return shared > 0 && shared / own.size >= LEAST_SHARE;
}

/** Lemmas of common nouns, verbs and adjectives. */
function contentWords(reading: Reading, statement: WordedStatement): Set<string> {
  const words = new Set<string>();
  for (const sentence of sentencesOf(reading, statement)) {
    for (const token of sentence.tokens) {
      const isWithin = statement.parts.some((part) => part.start <= token.start && token.end <= part.end);
      if (isWithin && (token.pos === 'NOUN' || token.pos === 'VERB' || token.pos === 'ADJ')) words.add(token.lemma);
    }
  }
  return words;
}

/** The sentences that the content touches, around the one of the cue. */
function sentencesOf({ parsed }: Reading, { sentence, span }: WordedStatement): ParsedText['sentences'] {
  let first = sentence;
  let last = sentence;
  while ((parsed.sentences[first - 1]?.end ?? -1) > span.start) first--;
  while ((parsed.sentences[last + 1]?.start ?? span.end) < span.end) last++;
  return parsed.sentences.slice(first, last + 1);
}
