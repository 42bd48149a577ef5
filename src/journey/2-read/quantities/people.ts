/** People counted without a number word: "a woman", "another man", "civilians were killed". */
import type { QuantityWords } from '../../../knowledge/quantity-words.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import { groupOf, personGroup } from './counted-noun.ts';
import type { ReadClaim } from './number-claim.ts';

export interface CountedPeople extends ReadClaim {
  readonly head: number;
  readonly who: string | null;
}

const INSIDE: ReadonlySet<string> = new Set([
  'JJ',
  'JJR',
  'JJS',
  'VBN',
  'VBG',
  'HYPH',
  'CD',
  'RB',
  'NN',
  'NNP',
  'NNPS',
  'NNS',
  'FW',
  'AFX',
  'POS',
  ',',
]);
const MOST_WORDS = 9;

/** "a woman", "an elderly man", "a 12-year-old boy", "another soldier"; a couple is two. */
export function onePerson({ tokens }: Sentence, at: number, words: QuantityWords): CountedPeople | null {
  for (let i = at + 1; i <= at + MOST_WORDS; i++) {
    const token = tokens[i];
    if (token === undefined) return null;
    const old = childByAge(tokens, at, i);
    if (old !== null && !isNoun(tokens[i + 1])) return person(tokens, at, i, old < 18 ? 'children' : null, words);
    if (isPerson(token, words) && !goesOn(tokens, i))
      return token.tag === 'NNS' ? null : person(tokens, at, i, null, words);
    if (!INSIDE.has(token.tag) || (token.tag === ',' && !/^JJ/.test(tokens[i + 1]?.tag ?? ''))) return null;
    // A noun that is no person ends the phrase, unless another noun follows ("a taxi driver").
    if (
      isNoun(token) &&
      !isNoun(tokens[i + 1]) &&
      tokens[i + 1]?.tag !== 'POS' &&
      tokens[i + 1]?.text !== '-' &&
      token.tag !== 'NNP'
    )
      return null;
  }
  return null;
}

/** "killed one and wounded another", "the other was hurt": one person beside those told of, with no noun. */
export function oneMore({ tokens }: Sentence, at: number, words: QuantityWords): CountedPeople | null {
  const word = tokens[at]?.lower ?? '';
  if (words.nextOne.has(word)) return isNextOne(tokens, at) ? another(at) : null;
  const isOther = word === 'other' && tokens[at - 1]?.lower === 'the';
  if (word !== 'another' && !isOther) return null;
  const next = tokens[at + 1];
  // "another wounded Monday": taggers make an adjective of the state.
  const isState = next?.tag === 'JJ' && next.lower.endsWith('ed');
  const isVerb = next !== undefined && (next.pos === 'AUX' || isState || /^VB[DNZ]$/.test(next.tag));
  const ends = isVerb || (!isOther && (next === undefined || next.pos === 'PUNCT' || ENDS.has(next.pos)));
  if (!ends || ['of', 'than'].includes(next?.lower ?? '')) return null;
  return another(at);
}

const another = (at: number): CountedPeople => ({
  claim: { op: '=', n: 1 },
  first: at,
  last: at,
  core: { first: at, last: at },
  head: at,
  who: 'people',
});

/** "two were killed and a third critically wounded", "a third was hurt": the next of those who were counted. */
function isNextOne(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.lower !== 'a') return false;
  let next = at + 1;
  while (tokens[next]?.pos === 'AUX' || tokens[next]?.pos === 'ADV') next += 1;
  return /^(VBN|VBD|JJ)$/.test(tokens[next]?.tag ?? '') && !isNoun(tokens[next + 1]);
}

const ENDS: ReadonlySet<string> = new Set(['ADP', 'CCONJ', 'SCONJ', 'ADV']);

const isNoun = (token: Token | undefined): boolean => token !== undefined && /^NN/.test(token.tag);
const isPerson = (token: Token, words: QuantityWords): boolean => isNoun(token) && personGroup(token, words) !== null;

/** "a police officer's house", "a child soldier": the phrase ends later. */
const goesOn = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return (
    next !== undefined &&
    (next.tag === 'POS' ||
      next.tag === 'NN' ||
      next.tag === 'NNS' ||
      (next.text === '-' && next.start === tokens[at]?.end))
  );
};

/** The age of "a 5-year-old" that ends at a token; null where none does. */
function childByAge(tokens: readonly Token[], at: number, end: number): number | null {
  if (tokens[end]?.lower !== 'old' || tokens[end - 2]?.lower !== 'year' || end - 4 < at) return null;
  const age = Number(tokens[end - 4]?.lower);
  return Number.isInteger(age) ? age : null;
}

function person(
  tokens: readonly Token[],
  first: number,
  head: number,
  who: string | null,
  words: QuantityWords,
): CountedPeople {
  const n = words.twosomes.has(tokens[head]?.lower ?? '') ? 2 : 1;
  return {
    claim: { op: '=', n },
    first,
    last: first,
    core: { first, last: first },
    head,
    who: who ?? groupOf(tokens, head, words),
  };
}

/** A plural of people with no number of its own. */
export function barePlural({ tokens }: Sentence, at: number, words: QuantityWords): CountedPeople | null {
  const token = tokens[at];
  if (token === undefined || !isPlural(token) || !words.people.has(token.lower) || goesOn(tokens, at)) return null;
  return {
    claim: { op: 'plural' },
    first: at,
    last: at,
    core: { first: at, last: at },
    head: at,
    who: groupOf(tokens, at, words),
  };
}

/** Words of people that have no ending for the plural, or are adjectives used as nouns ("the dead", "the wounded"). */
const isPlural = (token: Token): boolean =>
  token.tag === 'NNS' || (token.tag === 'NNPS' && token.lower !== token.lemma) || token.lower === 'people';
