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
    if (DASH.test(token.text))
      return sentence.tokens[at - 1]?.end !== token.start || token.text.length > 1 || token.text === '—';
    if (/^\p{Ll}/u.test(token.text) && !/^(?:via|and|at|on|by)$/.test(token.lower)) return false;
  }
  return false;
}

/** "BEIRUT, 12 June (Radio Sonora) --": what stands in the bracket right before the dash is who reports. */
export function isAgency({ sentence: { tokens }, first, last }: Candidate): boolean {
  if (first > longestDateline) return false;
  let close = last + 1;
  while (close < tokens.length && close < last + longestBracket && tokens[close]?.text !== ')') close += 1;
  if (tokens[close]?.text !== ')' || !DASH.test(tokens[close + 1]?.text ?? '')) return false;
  for (let open = first - 1; open > 0; open -= 1) if (tokens[open]?.text === '(') return true;
  return false;
}
const longestBracket = 6;
const DASH = /^(?:--+|[–—-])$/;
