/** Words that are nouns and verbs or adjectives alike: "the army plans to", "a mob beat two men", "a weapons plant", "a 17-year-old". */
import { FINITE_OR_BARE, OPENS_COUNTED, type Tagged } from './tagged.ts';

/** "Missile lands in a field": a verb of headlines in a sentence that has no other. */
export function settleLands({ words, tagOf, set }: Tagged, word: number): void {
  if (tagOf(word) !== 'NNS' || !tagOf(word - 1).startsWith('NN') || tagOf(word + 1) !== 'IN') return;
  for (let at = 0; at < words.length; at += 1) if (FINITE_OR_BARE.has(tagOf(at))) return;
  set(word, 'VBZ');
}

/** "The army plans to withdraw": a verb of intent that is also a plural. */
export function settleIntent({ tagOf, set }: Tagged, word: number): void {
  const before = tagOf(word - 1);
  if (tagOf(word) !== 'NNS' || tagOf(word + 1) !== 'TO' || !(before.startsWith('NN') || before === ',')) return;
  for (let at = word + 2; tagOf(at) !== ''; at += 1)
    if (tagOf(at) === 'VBD' || tagOf(at) === 'MD' || tagOf(at) === 'VBZ') return;
  set(word, 'VBZ');
}

/** "A mob beat two men": nobody counts or names what stands behind the noun. */
export function settleBeat({ tagOf, set }: Tagged, word: number): void {
  if (tagOf(word) === 'NN' && tagOf(word - 1).startsWith('NN') && OPENS_COUNTED.has(tagOf(word + 1))) set(word, 'VBD');
}

/** "insisted that Norway hand over two men". */
export function settleHand({ words, tagOf, set }: Tagged, word: number): void {
  if (words[word + 1]?.lower === 'over' && tagOf(word) === 'NN' && tagOf(word - 1).startsWith('NN')) set(word, 'VB');
}

const SINGLE: ReadonlySet<string> = new Set(['a', 'an']);
/** "a suspected weapons plant": so many words may stand between. */
const PLANT_REACH = 4;

/** "visited a chemical weapons plant": behind an article that no plural can have, a house and no verb. */
export function settlePlant({ words, tagOf, set }: Tagged, word: number): void {
  if (!tagOf(word).startsWith('V')) return;
  for (let at = word - 1; at >= 0 && at >= word - PLANT_REACH; at -= 1) {
    if (SINGLE.has(words[at]?.lower ?? '')) {
      if (tagOf(word - 1) === 'NNS') set(word, 'NN');
      return;
    }
  }
}

/** "called the Norwegian move a provocation": behind an article and an adjective. */
export function settleMove({ tagOf, set }: Tagged, word: number): void {
  const before = tagOf(word - 1);
  if (tagOf(word).startsWith('V') && tagOf(word - 2) === 'DT' && (before === 'JJ' || before === 'NNP')) set(word, 'NN');
}

const DEMANDED: ReadonlySet<string> = new Set(
  'demand demands demanded insist insists insisted ask asks asked urge urges urged request requests requested propose proposed order ordered recommend recommended'.split(
    ' ',
  ),
);
/** "demanded that the new government of the north pay": so many words may stand between. */
const DEMAND_REACH = 6;

/** "demanded that the army pay for every house": behind "that" and whom it is demanded of, a verb. */
export function settleDemanded({ words, tagOf, set }: Tagged, word: number): void {
  const tag = tagOf(word);
  if ((tag !== 'NN' && tag !== 'VBP') || !tagOf(word - 1).startsWith('NN')) return;
  for (let at = word - 2; at > 0 && at >= word - DEMAND_REACH; at -= 1)
    if (words[at]?.lower === 'that') {
      if (DEMANDED.has(words[at - 1]?.lower ?? '')) set(word, 'VB');
      return;
    }
}

/** "a Canadian major with the force": an officer, where no noun follows. */
export function settleMajor({ tagOf, set }: Tagged, word: number): void {
  const next = tagOf(word + 1);
  if (tagOf(word) === 'JJ' && (next === 'IN' || next === 'VBD' || next === ',' || next === '.')) set(word, 'NN');
}

/** "Norway cut ties with Chad": between a name and what is cut. */
export function settleCut({ tagOf, set }: Tagged, word: number): void {
  const next = tagOf(word + 1);
  if (
    tagOf(word).startsWith('NN') &&
    tagOf(word - 1) === 'NNP' &&
    (next === 'NNS' || next === 'DT' || next === 'PRP$' || next === 'RP')
  )
    set(word, 'VBD');
}

const AGED: ReadonlySet<string> = new Set(['year', 'month', 'week', 'day']);

/** "Troops shot a 17-year-old in the chest": a person, where no noun says who. */
export function settleOld({ words, tagOf, set }: Tagged, word: number): void {
  const isAge = tagOf(word - 1) === 'HYPH' && AGED.has(words[word - 2]?.lower ?? '');
  if (isAge && !/^(?:NN|JJ|CD|VBG|HYPH)/.test(tagOf(word + 1))) set(word, 'NN');
}

/** "Army drones struck": of two finite verbs in a row behind a noun the first is its plural. */
export function settlePlural({ tagOf, set }: Tagged, word: number): void {
  if (tagOf(word) !== 'VBZ' || !tagOf(word - 1).startsWith('NN')) return;
  const next = tagOf(word + 1);
  if (next === 'VBD' || next === 'MD') set(word, 'NNS');
}

/** "herdsmen", "tribesmen": no verb ends so. */
export function settleMen({ words, tagOf, set }: Tagged, word: number): void {
  if (tagOf(word).startsWith('V') && words[word]?.lower.endsWith('men') === true) set(word, 'NNS');
}

/** "Kurds rallied in the square": verbs that nothing is done by have no passive. */
export function settleIntransitive({ tagOf, set }: Tagged, word: number): void {
  if (tagOf(word) === 'VBN' && tagOf(word - 1).startsWith('NN')) set(word, 'VBD');
}

/** "Striking miners occupied a mine", "arrested striking nurses": before those who strike, with a verb right beside them. */
export function settleStriking({ tagOf, set }: Tagged, word: number): void {
  const next = tagOf(word + 2);
  const isObject = tagOf(word - 1) === 'VBD' || tagOf(word - 1) === 'VBN';
  if (tagOf(word + 1) === 'NNS' && (isObject || next.startsWith('VB') || next === 'MD')) set(word, 'JJ');
}

/** Acts whose plural is also a verb. */
export const ACTS = ['clashes', 'attacks', 'raids', 'protests', 'battles', 'talks', 'fights'];
const AFTER: ReadonlySet<string> = new Set(['after', 'before', 'during', 'following', 'amid', 'despite', 'since']);

/** "after clashes with the militia": a noun, where nobody stands between who could do it. */
export function settleActs({ words, tagOf, set }: Tagged, word: number): void {
  if (tagOf(word) === 'VBZ' && AFTER.has(words[word - 1]?.lower ?? '')) set(word, 'NNS');
}
