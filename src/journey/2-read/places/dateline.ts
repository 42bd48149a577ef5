/** Datelines: where a report was filed from, before the dash that opens its text. */
import type { ParsedText } from '../../../model/sentence.ts';
import type { Candidate } from './candidate.ts';

/** How many tokens a dateline may take before its dash. */
const longestDateline = 14;

/** "BEIRUT, 12 June (Agency) --": a name that opens a paragraph, with a dash close behind and only capitals, dates, brackets between. */
export function isDateline({ sentence, first, last }: Candidate, parsed: ParsedText): boolean {
  const before = parsed.sentences[sentence.index - 1];
  if (first > 1 || (before !== undefined && before.paragraph === sentence.paragraph)) return false;
  for (let at = last + 1; at < sentence.tokens.length && at < last + longestDateline; at++) {
    const token = sentence.tokens[at];
    if (token === undefined) return false;
    if (/^(?:--+|[–—-])$/.test(token.text))
      return sentence.tokens[at - 1]?.end !== token.start || token.text.length > 1 || token.text === '—';
    if (/^\p{Ll}/u.test(token.text) && !/^(?:via|and|at|on|by)$/.test(token.lower)) return false;
  }
  return false;
}
