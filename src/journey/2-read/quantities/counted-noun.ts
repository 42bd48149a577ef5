/** What a number counts: the noun it stands before, the noun after "of", or nothing where it stands for itself. */

import { matchPhrase } from '../../../knowledge/phrase-table.ts';
import type { QuantityWords } from '../../../knowledge/quantity-words.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';

export interface Counted {
  readonly head: number | null;
  readonly counted: number | null;
  readonly noun: string | null;
  readonly who: string | null;
}

const NOTHING: Counted = { head: null, counted: null, noun: null, who: null };
const NOUN = /^NN/;
const INSIDE: ReadonlySet<string> = new Set([
  'JJ',
  'JJR',
  'JJS',
  'VBN',
  'VBG',
  'HYPH',
  'CD',
  'RB',
  'POS',
  'NNP',
  'NNPS',
  'NN',
  'NNS',
  'FW',
  'AFX',
]);
const FURTHER: ReadonlySet<string> = new Set(['more', 'other', 'further', 'additional', 'others']);
const ARTICLES: ReadonlySet<string> = new Set([
  'the',
  'his',
  'her',
  'its',
  'their',
  'these',
  'those',
  'our',
  'my',
  'all',
]);

/** `last` is the number's last token. */
export function countedNoun(sentence: Sentence, last: number, words: QuantityWords): Counted {
  const { tokens } = sentence;
  const next = tokens[last + 1]?.lower ?? '';
  if (next === 'of') return ofNoun(sentence, last, words);
  const end = nounAfter(tokens, last + 1, words);
  if (end === null) return predicate(tokens, last + 1, words) ?? NOTHING;
  return counted(tokens, end, end, words);
}

/** "12 were fighters", "of the dead, three are said to be children": a plural right after the copula says what they were. */
function predicate(tokens: readonly Token[], at: number, words: QuantityWords): Counted | null {
  if (!['were', 'are', 'was', 'is'].includes(tokens[at]?.lower ?? '')) return null;
  const end = nounAfter(tokens, at + 1, words);
  if (end === null || !/^NNS?$/.test(tokens[end]?.tag ?? '') || !isPerson(tokens[end], words)) return null;
  if (/^(VBN|VBD)$/.test(tokens[end + 1]?.tag ?? '')) return null;
  return { ...counted(tokens, end, end, words), head: null };
}

/** "dozens of people", "two of the soldiers": the number stands in the clause, the noun says of what. */
function ofNoun({ tokens }: Sentence, last: number, words: QuantityWords): Counted {
  let at = last + 2;
  while (ARTICLES.has(tokens[at]?.lower ?? '') && at < last + 5) at++;
  const pronoun = tokens[at]?.lower;
  if (pronoun === 'them' || pronoun === 'whom' || pronoun === 'which' || pronoun === 'these' || pronoun === 'those')
    return ofThem(tokens, at + 1, words);
  const end = nounAfter(tokens, at, words);
  if (end === null) return NOTHING;
  // "ten of the wounded were women"
  return predicate(tokens, end + 1, words) ?? { ...counted(tokens, end, end, words), head: null };
}

/** "five of them children", "two of whom were soldiers": the number stands for itself, the noun after says of what sort. */
function ofThem(tokens: readonly Token[], at: number, words: QuantityWords): Counted {
  let start = at;
  while (['were', 'was', 'are', 'is', 'being', 'a', 'an', 'the'].includes(tokens[start]?.lower ?? '') && start < at + 3)
    start++;
  const end = nounAfter(tokens, start, words);
  return end === null || !isPerson(tokens[end], words) ? NOTHING : { ...counted(tokens, end, end, words), head: null };
}

/** What a number of people may be told to be. */
export const STATES: ReadonlySet<string> = new Set(['dead', 'killed', 'wounded', 'injured', 'hurt']);

/** Last noun of the phrase that starts at a token, looking over adjectives; null where a verb or preposition comes first. */
export function nounAfter(tokens: readonly Token[], at: number, words: QuantityWords): number | null {
  let noun: number | null = null;
  for (let i = at; i < tokens.length && i <= at + words.maxGap + 4; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (FURTHER.has(token.lower) && noun === null) {
      if (token.lower === 'others') return i;
      continue;
    }
    // "8 wounded - medics": whose word it is stands behind a dash.
    if (i > at && token.text === '-' && token.start > (tokens[i - 1]?.end ?? 0)) break;
    // "9 civilians incl. 4 children", "131 killed and wounded": what follows is a part, or another state.
    if (i > at && words.subsetCues.has(token.lower)) break;
    if (token.lower === 'and' && noun === null && STATES.has(tokens[i + 1]?.lower ?? '')) break;
    // "one killed two injured": another number begins another count, but for an age.
    if (isNumber(token) && noun === null && tokens[i + 1]?.text !== '-') break;
    if (token.lower === ',' && noun === null && isAdjective(tokens[i - 1]) && isAdjective(tokens[i + 1])) {
      // "six killed, including two children"
      if (words.subsetCues.has(tokens[i + 1]?.lower ?? '')) break;
      continue;
    }
    if (token.text === '-' && i > at && tokens[i + 1]?.start === token.end) continue;
    if (token.lower === 'and' && noun === null && isAdjective(tokens[i - 1]) && i > at) continue;
    // "12 army and police officers": a lone singular before "and" only says of which sort.
    if (
      token.lower === 'and' &&
      noun === i - 1 &&
      /^(NN|NNP)$/.test(tokens[noun]?.tag ?? '') &&
      !isPerson(tokens[noun], words) &&
      /^(NN|NNP|JJ)$/.test(tokens[i + 1]?.tag ?? '') &&
      /^NN/.test(tokens[i + 2]?.tag ?? '')
    )
      continue;
    // A people noun ends the phrase before a name or participle: "two men Friday", "30 people killed".
    if (noun !== null && isPerson(tokens[noun], words) && !continuesNoun(tokens, i, words)) break;
    // "two raids Saturday night"
    if (noun === i - 1 && tokens[noun]?.tag === 'NNS' && token.tag === 'NNP') break;
    if (isPerson(token, words) && isNominal(token, words)) noun = i;
    else if (!INSIDE.has(token.tag)) break;
    else if (NOUN.test(token.tag)) noun = i;
  }
  // "killed 12 Friday": a lone name is nothing that is counted.
  return noun !== null && tokens[noun]?.tag === 'NNP' && !isPerson(tokens[noun], words) ? null : noun;
}

/** "10 union members": the tagger takes a word for a number that is none. */
const isNumber = ({ tag, hints }: Token): boolean => tag === 'CD' && (hints & WORD_HINT.number) !== 0;

/** "the wounded" is a noun whatever its tag; "suspected" is none though "suspect" is. */
const isNominal = ({ tag, lower }: Token, words: QuantityWords): boolean =>
  tag !== 'VB' && tag !== 'VBD' && tag !== 'VBZ' && (NOUN.test(tag) || words.people.has(lower));

/** After a people noun: another common noun ("police officers"), one for people in capitals ("JESUIT PRIESTS") or a possessive go on. */
const continuesNoun = (tokens: readonly Token[], at: number, words: QuantityWords): boolean => {
  const token = tokens[at];
  return (
    token !== undefined &&
    (token.tag === 'NN' ||
      token.tag === 'NNS' ||
      (token.tag === 'NNPS' && words.people.has(token.lower)) ||
      token.tag === 'POS' ||
      (token.tag === 'HYPH' && NOUN.test(tokens[at + 1]?.tag ?? '')))
  );
};

const isAdjective = (token: Token | undefined): boolean => token !== undefined && /^(JJ|VBN|VBG)/.test(token.tag);
const isPerson = (token: Token | undefined, words: QuantityWords): boolean =>
  token !== undefined && personGroup(token, words) !== null;

function counted(tokens: readonly Token[], head: number, noun: number, words: QuantityWords): Counted {
  return { head, counted: noun, noun: tokens[noun]?.lemma ?? null, who: groupOf(tokens, noun, words) };
}

/** The group a noun names; two words together say more ("aid workers"), an adjective may too ("elderly people", "injured children"). */
export function groupOf(tokens: readonly Token[], noun: number, words: QuantityWords): string | null {
  for (const first of [noun - 2, noun - 1]) {
    // "25-year-old woman" is no "old woman".
    const match =
      first < 0 || tokens[first - 1]?.text === '-' ? null : matchPhrase(words.peopleCompounds, tokens, first);
    if (match !== null && match.lastToken === noun) return match.entry;
  }
  const token = tokens[noun];
  return token === undefined ? null : personGroup(token, words);
}

/** The group that one word names: from the list, else by its ending ("patrolmen"). */
export function personGroup(token: Token, words: QuantityWords): string | null {
  const listed = words.people.get(token.lower) ?? words.people.get(token.lemma);
  if (listed !== undefined) return listed;
  if (
    !token.tag.startsWith('NN') ||
    token.tag.startsWith('NNP') ||
    token.lower.length < 6 ||
    words.notPeople.has(token.lower)
  )
    return null;
  for (const [ending, group] of words.peopleEndings) if (token.lower.endsWith(ending)) return group;
  return null;
}
