/** What the words beside a name say it is: "the village of X", "X district", "X, 5 km north of Y". */
import type { PlaceWords, StatedKind } from '../../../knowledge/place-words.ts';
import type { Sentence } from '../../../model/sentence.ts';
import { isCapital } from './names.ts';

/** The lower-case place noun that leads up to the name: "the village of X", "districts of X", "the town X", "the capital, X". */
export function placeNounBefore(sentence: Sentence, at: number, words: PlaceWords): string | null {
  const link = sentence.tokens[at - 1]?.lower ?? '';
  const isLinked = link === 'of' || link === ',';
  const token = sentence.tokens[isLinked ? at - 2 : at - 1];
  if (token === undefined || (isCapital(token) && sentence.casing === 'mixed')) return null;
  const kind = words.placeNouns.get(token.lower);
  if (kind === undefined || link === 'of') return kind === undefined ? null : token.lower;
  const isApposition = link === ',' && kind === 'settlement' && sentence.tokens[at - 3]?.lower === 'the';
  return isApposition || (link !== ',' && (kind === 'settlement' || kind === 'district')) ? token.lower : null;
}

/** The kind that those words give the name itself: "the capital of X" and "villages of X" say nothing on what X is. */
export function statedBefore(sentence: Sentence, at: number, words: PlaceWords): StatedKind | null {
  const noun = placeNounBefore(sentence, at, words);
  if (noun === null) return null;
  const isOf = sentence.tokens[at - 1]?.lower === 'of';
  const named = sentence.tokens[at - 3];
  const isOfAnother = isOf && (words.partNouns.has(noun) || isCapital(named));
  return isOfAnother ? null : (words.placeNouns.get(noun) ?? null);
}

/** "X village", "X province": the kind that the lower-case noun after the name gives. */
export function statedAfter(sentence: Sentence, last: number, words: PlaceWords): StatedKind | null {
  const next = sentence.tokens[last + 1];
  if (next === undefined || next.start !== (sentence.tokens[last]?.end ?? -1) + 1) return null;
  // "the Fulani village of Sobane Da": the noun names what stands behind it.
  const [of, name] = [sentence.tokens[last + 2], sentence.tokens[last + 3]];
  const isDescribed = sentence.tokens[last - 1]?.lower === 'the' && of?.lower === 'of';
  if (isDescribed && name !== undefined && isCapital(name)) return null;
  return words.placeNouns.get(sentence.casing === 'mixed' ? next.text : next.lower) ?? null;
}

/** A name with its distance behind it is a place: "X, some 5 km north of Y". */
export function isMeasured(sentence: Sentence, end: number, words: PlaceWords): boolean {
  const { tokens } = sentence;
  if (tokens[end + 1]?.text !== ',') return false;
  for (let at = end + 3; at <= end + 4; at++) {
    const isUnit = words.units.has(tokens[at]?.lower ?? '') && (tokens[at]?.lower.length ?? 0) > 1;
    if (isUnit && words.bearings.has(tokens[at + 1]?.lower ?? '')) return true;
  }
  return false;
}
