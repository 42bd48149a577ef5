/** Containment in the words: "X, Y", "X in Y", "X (Y)", where Y is an area that holds a place called X. */
import type { Gazetteer, NameMatch, PlaceRef } from '../../../knowledge/gazetteer.ts';
import type { TextEvidence, Weighed } from './evidence.ts';

const AREAS = new Set(['country', 'province', 'region', 'district', 'continent']);
/** A city is asked about at most this many namesakes. */
const mostMatches = 40;

/** The area among the second name's matches that holds one of the first name's places; null when none does. */
export function areaOf(
  inner: readonly NameMatch[],
  outer: readonly NameMatch[],
  gazetteer: Gazetteer,
): PlaceRef | null {
  const isCountry = inner.some((match) => gazetteer.kind(match.place) === 'country');
  for (const { place } of outer.slice(0, mostMatches)) {
    if (!AREAS.has(gazetteer.kind(place))) continue;
    const area = gazetteer.place(place);
    for (const match of inner.slice(0, mostMatches)) {
      const held = gazetteer.place(match.place);
      if (isCountry && held.kind !== 'province') continue;
      if (match.place === place || held.kind === 'country' || held.country === null || held.country !== area.country)
        continue;
      if (
        area.kind === 'country' ||
        (area.provinceCode !== null && area.provinceCode === held.provinceCode && held.kind !== 'province')
      )
        return place;
    }
  }
  return null;
}

/** How far the container may stand from the name it holds, in tokens between them. */
const longestGap = 6;

/** Index of the name that contains the one at `index`: the next in the sentence, joined by a comma, "in" or "of". */
export function containerOf(
  kept: readonly Weighed[],
  index: number,
  { gazetteer, words }: TextEvidence,
): number | null {
  const [inner, outer] = [kept[index], kept[index + 1]];
  if (
    inner === undefined ||
    outer === undefined ||
    inner.candidate.sentence !== outer.candidate.sentence ||
    inner.isDemonym ||
    outer.isDemonym
  )
    return null;
  const gap = inner.candidate.sentence.tokens.slice(inner.candidate.last + 1, outer.candidate.first);
  if (gap.length === 0 || gap.length > longestGap) return null;
  const lower = gap.map((token) => token.lower);
  const isComma = lower.length === 1 && (lower[0] === ',' || lower[0] === '(');
  const isIn =
    lower.some((word) => word === 'in' || word === 'of') &&
    lower.every(
      (word) =>
        word === 'in' ||
        word === 'of' ||
        word === 'the' ||
        word === ',' ||
        word === 'a' ||
        words.compass.has(word) ||
        words.placeNouns.has(word) ||
        word === "'s",
    );
  if (!isComma && !isIn) return null;
  const isUnknown = inner.candidate.matches.length === 0;
  const statesArea = outer.candidate.matches.some((match) => AREAS.has(gazetteer.kind(match.place)));
  return areaOf(inner.candidate.matches, outer.candidate.matches, gazetteer) !== null || (isUnknown && statesArea)
    ? index + 1
    : null;
}
