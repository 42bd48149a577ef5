/**
 * The door of quantities: every number of people or things in a report, as worded, with what it counts and how it stands to
 * the numbers around it. What it comes to as an interval is derived by `measure/count-range.ts`, never here.
 */
import type { QuantityWords } from '../../../knowledge/quantity-words.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { Quantity } from '../../../model/quantity.ts';
import type { ParsedText, Sentence } from '../../../model/sentence.ts';
import { type Counted, countedNoun, groupOf, nounAfter } from './counted-noun.ts';
import { claimAt, type ReadClaim } from './number-claim.ts';
import { relate } from './parts.ts';
import { barePlural, oneMore, onePerson } from './people.ts';
import { kindOf } from './quantity-kind.ts';

/** Quantities in the order of the text, each number once. Linear in the length of the text. */
export function findQuantities(parsed: ParsedText, words: QuantityWords): Quantity[] {
  const found: Quantity[] = [];
  for (const sentence of parsed.sentences)
    if (sentence.kind !== 'furniture') readSentence(sentence, parsed.text, words, found);
  return relate(parsed, found, words);
}

function readSentence(sentence: Sentence, text: string, words: QuantityWords, found: Quantity[]): void {
  const { tokens } = sentence;
  const first = found.length;
  /** Nouns that a number has been read for. */
  const taken = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    if (((tokens[at]?.hints ?? 0) & WORD_HINT.number) === 0) continue;
    const quantity = quantityAt(sentence, at, text, words, taken);
    if (quantity === null) continue;
    if (quantity.firstToken <= (found.at(-1)?.sentence === sentence.index ? (found.at(-1)?.lastToken ?? -1) : -1))
      continue;
    found.push(quantity);
    if (quantity.counted !== null) taken.add(quantity.counted);
    at = Math.max(at, quantity.lastToken);
  }
  if (found.length - first > 1) found.splice(first, Infinity, ...found.slice(first).sort((a, b) => a.start - b.start));
}

function quantityAt(
  sentence: Sentence,
  at: number,
  text: string,
  words: QuantityWords,
  taken: ReadonlySet<number>,
): Quantity | null {
  const { tokens } = sentence;
  const claim = claimAt(tokens, at, words);
  if (claim !== null) return numbered(sentence, claim, text, words);
  const word = tokens[at]?.lower ?? '';
  if (words.twosomes.has(word) && tokens[at]?.tag.startsWith('NN') && tokens[at + 1]?.lower !== 'of')
    return pairOfPeople(sentence, at, text, words);
  const people =
    words.one.has(word) || words.further.has(word)
      ? (onePerson(sentence, at, words) ?? oneMore(sentence, at, words))
      : words.nextOne.has(word)
        ? oneMore(sentence, at, words)
        : taken.has(at)
          ? null
          : barePlural(sentence, at, words);
  if (people === null) return null;
  const { head, who } = people;
  return build(sentence, people, text, { head, counted: head, noun: tokens[head]?.lemma ?? null, who }, 'count');
}

function numbered(sentence: Sentence, claim: ReadClaim, text: string, words: QuantityWords): Quantity | null {
  const { tokens } = sentence;
  const kind = kindOf(tokens, claim, words);
  const counted =
    kind === 'count'
      ? (sizedGroup(sentence, claim, words) ??
        twosome(sentence, claim, words) ??
        countedNoun(sentence, Math.max(claim.core.last, claim.last), words))
      : { head: null, counted: null, noun: null, who: null };
  if (isNoCount(sentence, claim, counted, words)) return null;
  return build(sentence, claim, text, counted, kind);
}

/** "No reason", "many reasons" and "one" as a pronoun count nothing that a monitor would. */
function isNoCount(
  { tokens }: Sentence,
  { claim, core }: ReadClaim,
  { who, counted }: Counted,
  words: QuantityWords,
): boolean {
  const word = tokens[core.first]?.lower ?? '';
  if (claim.n === 0)
    return (
      word === 'no' &&
      core.first === core.last &&
      who === null &&
      !words.harmNouns.has(tokens[counted ?? -1]?.lower ?? '')
    );
  if (claim.op === 'word' && words.pluralOnly.has(claim.word ?? '')) return who === null;
  if (word === 'both') return counted === null && !/^VB/.test(tokens[core.last + 1]?.tag ?? '');
  if (word !== 'one') return false;
  const before = tokens[core.first - 1]?.lower ?? '';
  return (
    core.first === core.last &&
    counted === null &&
    (['this', 'that', 'the', 'which', 'each', 'every', 'another', 'any'].includes(before) ||
      tokens[core.first]?.tag === 'PRP' ||
      ['another', "'s"].includes(tokens[core.last + 1]?.lower ?? ''))
  );
}

/** "a family of five": the group stands in the clause, the number says how many it is. */
function sizedGroup({ tokens }: Sentence, { first, core }: ReadClaim, words: QuantityWords): Counted | null {
  if (tokens[first - 1]?.lower !== 'of' || !words.sizedGroups.has(tokens[first - 2]?.lower ?? '')) return null;
  const head = first - 2;
  const members = nounAfter(tokens, core.last + 1, words);
  if (members !== null)
    return { head, counted: members, noun: tokens[members]?.lemma ?? null, who: groupOf(tokens, members, words) };
  return { head, counted: head, noun: tokens[head]?.lemma ?? null, who: groupOf(tokens, head, words) ?? 'people' };
}

/** "Couple killed in blast", "the couple was hurt": two people; a determiner before it stays outside. */
function pairOfPeople(sentence: Sentence, at: number, text: string, words: QuantityWords): Quantity | null {
  const noun = sentence.tokens[at]?.lower ?? '';
  const who = groupOf(sentence.tokens, at, words) ?? 'people';
  return build(
    sentence,
    { claim: { op: '=', n: 2 }, first: at, last: at, core: { first: at, last: at } },
    text,
    { head: at, counted: at, noun, who },
    'count',
  );
}

/** "A couple was killed": the word for two people is itself what is counted. */
function twosome({ tokens }: Sentence, { core }: ReadClaim, words: QuantityWords): Counted | null {
  const word = tokens[core.last]?.lower ?? '';
  if (
    !words.twosomes.has(word) ||
    tokens[core.last + 1]?.lower === 'of' ||
    /^(NN|JJ)/.test(tokens[core.last + 1]?.tag ?? '')
  )
    return null;
  return { head: core.last, counted: core.last, noun: word, who: 'people' };
}

function build(
  sentence: Sentence,
  { claim, first, last }: ReadClaim,
  text: string,
  counted: Counted,
  kind: Quantity['kind'],
): Quantity | null {
  const start = sentence.tokens[first]?.start;
  const end = sentence.tokens[last]?.end;
  if (start === undefined || end === undefined) return null;
  return {
    start,
    end,
    sentence: sentence.index,
    firstToken: first,
    lastToken: last,
    text: text.slice(start, end),
    kind,
    claim,
    ...counted,
    relation: null,
    of: null,
  };
}
