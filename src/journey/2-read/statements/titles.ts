/** Quotation marks around the name of a work or a programme, which nobody says. */
import type { Span } from '../../../model/span.ts';
import type { StatementPage } from './page.ts';
import { openingSentence } from './sentence-at.ts';

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
export function isTitle(page: StatementPage, quotation: Span): boolean {
  const words = page.parsed.text.slice(quotation.start, quotation.end).match(/[\p{L}\p{N}][\p{L}\p{N}'’.&-]*/gu) ?? [];
  if (words.length === 1) return isCapitalised(words[0] ?? '') && isInside(page, quotation);
  if (words.length > 9 || /[!?]/.test(page.parsed.text.slice(quotation.start, quotation.end))) return false;
  return words.every((word) => SMALL_WORDS.has(word) || isCapitalised(word) || word.length === 1);
}

const isCapitalised = (word: string): boolean => /^[\p{Lu}\p{N}]/u.test(word) && /\p{Ll}/u.test(word);

/** Words stand before the quotation in its sentence. */
function isInside(page: StatementPage, quotation: Span): boolean {
  const sentence = openingSentence(page.parsed, quotation);
  return sentence?.tokens.some((token) => token.end <= quotation.start && token.pos !== 'PUNCT') ?? false;
}

const NAMING_TOKENS = 10;

/** "called her opponent “Lady Luck”": after a verb that gives a name, capitals are no sign of a title. */
export function isNaming(page: StatementPage, quotation: Span): boolean {
  const sentence = openingSentence(page.parsed, quotation);
  const cue = page.cues.get(sentence?.index ?? -1)?.findLast((each) => each.end <= quotation.start);
  if (cue === undefined || !cue.readings.some((reading) => reading.frames.has('as'))) return false;
  return (
    cue.sentence.tokens.filter((token) => token.start >= cue.end && token.end <= quotation.start).length <=
    NAMING_TOKENS
  );
}
