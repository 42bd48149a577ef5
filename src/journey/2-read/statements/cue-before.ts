/** A cue before its quotation: "X told Y: “…”". */
import type { Token } from '../../../model/sentence.ts';
import { dependents, relationOf } from '../grammar/tree.ts';
import { contentOf } from './content.ts';
import type { Cue } from './cue.ts';
import type { StatementPage } from './page.ts';
import type { Quotation } from './quotations.ts';
import { openingSentence } from './sentence-at.ts';

const BEFORE_WINDOW = 14;

/** "X told Y: “…”": only marks, "that" and the hearer between cue and quotation, and nothing said outside the marks. */
export function cueBefore(page: StatementPage, quotation: Quotation, index: number): Cue | null {
  const sentence = openingSentence(page.parsed, quotation);
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
export function isCovered(page: StatementPage, quotation: Quotation): boolean {
  const sentence = openingSentence(page.parsed, quotation);
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

export const takesSpeech = (cue: Cue): boolean =>
  cue.readings.some(
    (reading) =>
      reading.frames.has('clause') ||
      reading.frames.has('hearer') ||
      (reading.frames.has('quote') && !reading.frames.has('as')),
  );
