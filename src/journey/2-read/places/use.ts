/** How a place name is used: where something is, or its government, its people, part of another name, the dateline. */
import type { PlaceUse } from '../../../model/place-name.ts';
import type { ParsedText, Sentence, Token } from '../../../model/sentence.ts';
import type { TextEvidence, Weighed } from './evidence.ts';
import { isHyphen } from './names.ts';

export function useOf(weighed: Weighed, parsed: ParsedText, text: TextEvidence): PlaceUse {
  const { candidate } = weighed;
  if (weighed.isDemonym) return 'demonym';
  if (weighed.isEmbedded) return 'embedded';
  if (isDateline(candidate.sentence, candidate.first, candidate.last, parsed)) return 'dateline';
  if (isMetonymic(weighed, text)) return 'metonymic';
  return isModifier(candidate.sentence, candidate.last, text) ? 'modifier' : 'locative';
}

/** How many tokens a dateline may take before its dash. */
const longestDateline = 14;

/** "BEIRUT, 12 June (Agency) --": a name that opens a paragraph, with a dash close behind and only capitals, dates, brackets between. */
function isDateline(sentence: Sentence, first: number, last: number, parsed: ParsedText): boolean {
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

const GOVERNED = new Set(['known/country', 'known/province', 'known/region']);

/** Countries, and cities that seat a government, speak and are spoken to; a town does not. */
function isMetonymic(weighed: Weighed, { gazetteer, words }: TextEvidence): boolean {
  const { sentence, first, last, matches } = weighed.candidate;
  const speaks =
    weighed.because.some((id) => GOVERNED.has(id)) || matches.some((match) => gazetteer.place(match.place).rank === 3);
  if (!speaks) return false;
  const before = sentence.tokens[first - 1]?.lower ?? '';
  const isPlaced = words.strongPrepositions.has(before) || words.weakPrepositions.has(before);
  if (words.againstGovernment.has(before)) return true;
  return !isPlaced && subjectVerb(sentence, first, last, words.speech);
}

/** True when the name is the subject of a verb of speech or policy; without a tree, when that verb is next. */
function subjectVerb(sentence: Sentence, first: number, last: number, verbs: ReadonlySet<string>): boolean {
  const { tree, tokens } = sentence;
  if (tree !== null) {
    for (let at = first; at <= last; at++) {
      const head = tree.heads[at] ?? -1;
      if (tree.relations[at]?.startsWith('nsubj') === true && (head < first || head > last))
        return tokens[head]?.pos === 'VERB';
    }
    return false;
  }
  const next = nextWord(tokens, last);
  return next !== undefined && verbs.has(next.lower);
}

const nextWord = (tokens: readonly Token[], last: number): Token | undefined => {
  const next = tokens[last + 1];
  return next !== undefined && /^(?:also|has|have|had|now|later|repeatedly)$/.test(next.lower)
    ? tokens[last + 2]
    : next;
};

/** Before a noun: "the Aleppo airport", "US officials", "Beirut-based". Needs tags; without them only hyphens tell. */
function isModifier(sentence: Sentence, last: number, { words }: TextEvidence): boolean {
  const next = sentence.tokens[last + 1];
  if (next === undefined) return false;
  if (isHyphen(next.text)) return next.start === sentence.tokens[last]?.end;
  if (words.placeNouns.has(next.lower)) return false;
  return (
    next.pos === 'NOUN' || next.pos === 'PROPN' || (next.pos === 'ADJ' && sentence.tokens[last + 2]?.pos === 'NOUN')
  );
}
