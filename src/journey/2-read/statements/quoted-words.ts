/** A few quoted words behind a cue: "called it “a disgrace”". */
import type { Sentence } from '../../../model/sentence.ts';
import type { WordedStatement } from '../../../model/worded-statement.ts';
import { phraseEnd } from './content-frame.ts';
import { quotationsIn, type StatementPage } from './page.ts';
import type { Quotation } from './quotations.ts';
import { sentenceAt } from './sentence-at.ts';
import { speakerOf } from './speaker.ts';
import { worded } from './worded.ts';

const LOOSE_WINDOW = 14;

/** A quotation behind a cue that takes one ("called it “a disgrace”"): more than a word or two set apart. */
export function fromLoose(page: StatementPage, quotation: Quotation): WordedStatement | null {
  const sentence = sentenceAt(page.parsed, quotation.start);
  if (sentence === undefined) return null;
  const cue = (page.cues.get(sentence.index) ?? []).findLast((each) => each.end <= quotation.start);
  if (cue === undefined) return null;
  const distance = sentence.tokens.filter((token) => token.start >= cue.end && token.end <= quotation.start).length;
  const reading =
    cue.readings.find((each) => each.frames.has('quote') || each.frames.has('as')) ?? cue.readings[0] ?? null;
  const isAttitude = reading?.kind === 'assessment' && !reading.frames.has('quote');
  const speaker = speakerOf(page, cue);
  const window = reading !== null && reading.frames.size === 1 && reading.frames.has('quote') ? 1 : LOOSE_WINDOW;
  if (speaker === null || distance > window || isAttitude) return null;
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
    parts: [{ start, end: wholePhrase(page, sentence, joinedEnd(page, sentence, quotation)) }],
    style: start < quotation.start ? 'mixed' : 'direct',
    because: ['statement/quoted-words'],
  });
}

/** "“disgusting” and “a con”": quotations joined by "and" or a comma are one. */
function joinedEnd(page: StatementPage, sentence: Sentence, quotation: Quotation): number {
  let end = quotation.end;
  for (const next of quotationsIn(page, end, sentence.end)) {
    if (!/^[\s,]*(?:(?:and|or)\s*)?$/.test(page.parsed.text.slice(end, next.start))) break;
    end = next.end;
  }
  return end;
}

/** "the “crooked” talks in Ankara": quoted words without a stop of their own are part of a phrase. */
function wholePhrase(page: StatementPage, sentence: Sentence, end: number): number {
  const isClosed = /[,.;:!?…—–]["”'’»]*$/.test(page.parsed.text.slice(Math.max(0, end - 4), end));
  const next = sentence.tokens.find((token) => token.start >= end);
  if (isClosed || next === undefined || next.pos === 'PUNCT' || next.pos === 'CCONJ' || next.pos === 'SCONJ')
    return end;
  return sentence.tokens[phraseEnd(sentence, next.index)]?.end ?? end;
}
