/** A few quoted words behind a cue: "called it “a disgrace”". */
import type { Sentence } from '../../../model/sentence.ts';
import type { WordedStatement } from '../../../model/worded-statement.ts';
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
