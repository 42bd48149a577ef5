/** How a place name is used: where something is, or its government, its people, part of another name, the dateline. */
import type { PlaceUse } from '../../../model/place-name.ts';
import type { ParsedText, Sentence, Token } from '../../../model/sentence.ts';
import { isDateline } from './dateline.ts';
import type { TextEvidence, Weighed } from './evidence.ts';
import { isCapital, isHyphen } from './names.ts';
import { isTag } from './tagged-names.ts';

/** The use of every name; one joined to a government by "and" or a comma is a government too: "Moscow and Washington said". */
export function usesOf(kept: readonly Weighed[], parsed: ParsedText, text: TextEvidence): PlaceUse[] {
  const uses = kept.map((each) => useOf(each, parsed, text));
  const spread = (at: number, from: number): void => {
    const [each, other] = [kept[at], kept[from]];
    if (each === undefined || other === undefined || uses[from] !== 'metonymic' || uses[at] !== 'locative') return;
    if (each.candidate.sentence === other.candidate.sentence && isCoordinated(each, other) && isGoverned(each, text))
      uses[at] = 'metonymic';
  };
  for (let at = 1; at < kept.length; at++) spread(at, at - 1);
  for (let at = kept.length - 2; at >= 0; at--) spread(at, at + 1);
  return uses;
}

function isCoordinated(a: Weighed, b: Weighed): boolean {
  const [first, second] = a.candidate.first < b.candidate.first ? [a, b] : [b, a];
  const gap = first.candidate.sentence.tokens.slice(first.candidate.last + 1, second.candidate.first);
  return (
    gap.length > 0 &&
    gap.length <= 3 &&
    gap.some((token) => token.lower === 'and' || token.lower === 'or') &&
    gap.every((token) => COORDINATION.has(token.lower))
  );
}

const COORDINATION = new Set([',', 'and', 'or', 'both', 'the']);

function useOf(weighed: Weighed, parsed: ParsedText, text: TextEvidence): PlaceUse {
  const { candidate } = weighed;
  if (weighed.isDemonym) return isAdjectival(candidate.sentence, candidate.last) ? 'adjectival' : 'demonym';
  if (weighed.isEmbedded) return 'embedded';
  if (isOwner(candidate.sentence, candidate.last, text) && !isGoverned(weighed, text)) return 'embedded';
  if (isDateline(candidate, parsed)) return 'dateline';
  if (weighed.because.includes('beside/label')) return 'locative';
  if (isMetonymic(weighed, text)) return 'metonymic';
  return isModifier(candidate.sentence, candidate.last, text) ? 'modifier' : 'locative';
}

const NOT_HEADS = new Set([
  'and',
  'or',
  'of',
  'in',
  'on',
  'at',
  'to',
  'by',
  'for',
  'from',
  'with',
  'who',
  'that',
  'which',
  'is',
  'are',
  'was',
  'were',
  'has',
  'have',
  'had',
  'will',
  'would',
  'said',
  'say',
  'says',
  'do',
  'did',
  'can',
  'could',
  'as',
  'but',
  'than',
  'when',
  'while',
  'if',
  "'s",
  'not',
  'also',
  'after',
  'before',
  'the',
  'a',
  'an',
]);
const HEADS = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);
/** How far a list of adjectives is followed to its noun: "Syrian, Russian and Iranian officers". */
const longestList = 6;

/** "Yemeni ports", "Yemeni-backed", "Syrian and Russian jets": before a noun; "Yemenis" and "spoke Turkish" are not. */
function isAdjectival(sentence: Sentence, last: number): boolean {
  const own = sentence.tokens[last];
  if (own === undefined || /[^sui]s$/.test(own.lower)) return false;
  for (let at = last + 1; at <= last + longestList; at++) {
    const next = sentence.tokens[at];
    if (next === undefined) return false;
    if (isHyphen(next.text)) return next.start === sentence.tokens[at - 1]?.end;
    const isList = next.lower === 'and' || next.lower === 'or' || next.text === ',';
    if (isList && at < last + longestList && isCapital(sentence.tokens[at + 1])) {
      at++;
      continue;
    }
    return next.pos === 'X' ? /^\p{L}/u.test(next.text) && !NOT_HEADS.has(next.lower) : HEADS.has(next.pos);
  }
  return false;
}

/** "the X-run enclave", "X-held": who runs or holds something is a party, and no town of that name. */
function isOwner(sentence: Sentence, last: number, { words }: TextEvidence): boolean {
  const hyphen = sentence.tokens[last + 1];
  const verb = sentence.tokens[last + 2];
  return hyphen !== undefined && isHyphen(hyphen.text) && verb !== undefined && words.ownedWords.has(verb.lower);
}

const GOVERNED = new Set(['known/country', 'known/province', 'known/region']);

/** A country, province or capital: what can stand for a government. */
const isGoverned = ({ because, candidate }: Weighed, { gazetteer, words }: TextEvidence): boolean =>
  words.seats.has(candidate.key) ||
  (because.some((id) => GOVERNED.has(id))
    ? !candidate.matches.every(({ place }) => gazetteer.kind(place) === 'water' || gazetteer.kind(place) === 'terrain')
    : candidate.matches.some((match) => gazetteer.rank(match.place) === 3));

/** Countries, and cities that seat a government, speak and are spoken to; a town does not. */
function isMetonymic(weighed: Weighed, text: TextEvidence): boolean {
  const { words } = text;
  const { sentence, first, last } = weighed.candidate;
  if (!isGoverned(weighed, text)) return false;
  const before = sentence.tokens[first - 1]?.lower ?? '';
  const isPlaced = words.strongPrepositions.has(before) || words.weakPrepositions.has(before);
  const isBorder = words.placeNouns.get(sentence.tokens[first - 2]?.lower ?? '') === 'region';
  if (words.againstGovernment.has(before)) return !isBorder;
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
  // The label of a post stands by itself: "#Northtown #Eastland warplanes …".
  const label = sentence.tree?.label ?? 0;
  if (last === label - 1 || (last < label && (isTag(next) || next.text === ':'))) return false;
  if (isHyphen(next.text)) return next.start === sentence.tokens[last]?.end;
  if (words.placeNouns.has(next.lower)) return false;
  return (
    next.pos === 'NOUN' || next.pos === 'PROPN' || (next.pos === 'ADJ' && sentence.tokens[last + 2]?.pos === 'NOUN')
  );
}
