/** Containment in the words: "X, Y", "X in Y", "the X quarter of Y", where Y is an area or city that holds a place called X. */
import type { Gazetteer, NameMatch, Place, PlaceRef } from '../../../knowledge/gazetteer.ts';
import type { PlaceWords } from '../../../knowledge/place-words.ts';
import { distanceKm } from '../../../measure/distance.ts';
import type { Token } from '../../../model/sentence.ts';
import type { TextEvidence, Weighed } from './evidence.ts';
import { isShortCompass } from './names.ts';
import { statedAfter, statedBefore } from './stated.ts';

const AREAS = new Set(['country', 'province', 'region', 'district', 'continent']);
/** A name is compared with at most this many namesakes. */
const mostMatches = 40;
/** Quarters and suburbs lie within this distance of the middle of their city. */
const CITY_KM = 25;
const CITY_POPULATION = 50_000;

/** The area among the second name's matches that holds one of the first name's places; null when none does. */
export function areaOf(
  inner: readonly NameMatch[],
  outer: readonly NameMatch[],
  gazetteer: Gazetteer,
): PlaceRef | null {
  const isCountry = inner.some((match) => gazetteer.kind(match.place) === 'country');
  for (const { place } of outer.slice(0, mostMatches)) {
    if (!AREAS.has(gazetteer.kind(place))) continue;
    for (const match of inner.slice(0, mostMatches))
      if (isInArea(match.place, place, isCountry, gazetteer)) return place;
  }
  return null;
}

function isInArea(inner: PlaceRef, area: PlaceRef, isCountryName: boolean, gazetteer: Gazetteer): boolean {
  const kind = gazetteer.kind(inner);
  if (inner === area || kind === 'country') return false;
  // "Jordan, Minnesota" is a town; "Jordan, Syria" is a list.
  if (isCountryName && kind !== 'province' && gazetteer.kind(area) !== 'province') return false;
  const country = gazetteer.country(inner);
  if (country === null || country !== gazetteer.country(area)) return false;
  if (gazetteer.kind(area) === 'region') return isInRegion(gazetteer.place(inner), gazetteer.place(area));
  const province = gazetteer.provinceCode(area);
  return (
    gazetteer.kind(area) === 'country' ||
    (kind !== 'province' && province !== null && province === gazetteer.provinceCode(inner))
  );
}

/** A region has no outline here: what lies within its radius lies in it. */
const isInRegion = (inner: Place, region: Place): boolean => distanceKm(inner, region) <= region.radiusKm;

/** The city among the second name's matches that one of the first name's places lies in or beside. */
function cityOf(inner: readonly NameMatch[], outer: readonly NameMatch[], gazetteer: Gazetteer): PlaceRef | null {
  for (const { place } of outer.slice(0, mostMatches)) {
    if (gazetteer.kind(place) !== 'settlement' || gazetteer.population(place) < CITY_POPULATION) continue;
    const city = gazetteer.place(place);
    for (const match of inner.slice(0, mostMatches)) {
      const kind = gazetteer.kind(match.place);
      if (
        match.place === place ||
        (kind !== 'quarter' && kind !== 'site' && kind !== 'settlement' && kind !== 'district')
      )
        continue;
      if (gazetteer.country(match.place) === city.country && distanceKm(gazetteer.place(match.place), city) <= CITY_KM)
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
  return (
    containerAfter(kept, index, { gazetteer, words }) ?? ownerBefore(kept, index, words) ?? labelOf(kept, index, words)
  );
}

/** "Northford: shells fell on the Amber district": what the sentence is labelled with holds its quarters and districts. */
function labelOf(kept: readonly Weighed[], index: number, words: PlaceWords): number | null {
  const inner = kept[index];
  if (inner === undefined || !isPart(inner, words)) return null;
  let at = index - 1;
  while (at >= 0 && kept[at]?.candidate.sentence === inner.candidate.sentence) at -= 1;
  const label = at + 1;
  return label < index && kept[label]?.because.includes('beside/label') === true ? label : null;
}

/** "the X quarter of Y", "X village, Y": the name behind it. */
function containerAfter(
  kept: readonly Weighed[],
  index: number,
  { gazetteer, words }: Pick<TextEvidence, 'gazetteer' | 'words'>,
): number | null {
  const [inner, outer] = [kept[index], kept[index + 1]];
  if (inner === undefined || outer === undefined || inner.candidate.sentence !== outer.candidate.sentence) return null;
  if (inner.isDemonym || outer.isDemonym) return null;
  const gap = inner.candidate.sentence.tokens.slice(inner.candidate.last + 1, outer.candidate.first);
  const link = gap.length > longestGap ? null : linkIn(gap, words);
  if (link === null) return null;
  const isUnknown = inner.candidate.matches.length === 0;
  const statesArea = outer.candidate.matches.some((match) => AREAS.has(gazetteer.kind(match.place)));
  if (isUnknown && (statesArea || isPart(outer, words) || outer.candidate.matches.length === 0 || link === 'in'))
    return index + 1;
  if (areaOf(inner.candidate.matches, outer.candidate.matches, gazetteer) !== null) return index + 1;
  if (link === 'in' && isPart(inner, words)) return index + 1;
  if (statesArea && isBracketed(outer) && isWordedAsPlace(inner, words)) return index + 1;
  if (link === 'comma' && !isBracketed(outer)) return null;
  return cityOf(inner.candidate.matches, outer.candidate.matches, gazetteer) !== null ? index + 1 : null;
}

const isBracketed = ({ candidate: { sentence, first } }: Weighed): boolean => sentence.tokens[first - 1]?.text === '(';

/** "X village (Y province)": said to be a place that Y holds, whatever else is called X. */
const isWordedAsPlace = ({ candidate: { sentence, first, last, stated } }: Weighed, words: PlaceWords): boolean =>
  (stated ?? statedAfter(sentence, last, words) ?? statedBefore(sentence, first, words)) !== null;

/** "the X district of Y", "X neighbourhood in Y": said to be a part of something, whatever else is called so elsewhere. */
function isPart({ candidate: { sentence, first, last, stated } }: Weighed, words: PlaceWords): boolean {
  const kind = stated ?? statedAfter(sentence, last, words) ?? statedBefore(sentence, first, words);
  return kind === 'quarter' || kind === 'district';
}

/** "Sanaa's X district": the name before it, in the possessive. */
function ownerBefore(kept: readonly Weighed[], index: number, words: PlaceWords): number | null {
  const [outer, inner] = [kept[index - 1], kept[index]];
  return inner !== undefined && outer !== undefined && ownsPart(outer, inner, words) ? index - 1 : null;
}

/** True when the first name stands in the possessive before the second, which is worded as a part of something. */
export function ownsPart(outer: Weighed, inner: Weighed, words: PlaceWords): boolean {
  const { sentence, first } = inner.candidate;
  if (sentence !== outer.candidate.sentence || inner.isDemonym || outer.isDemonym || !isPart(inner, words))
    return false;
  const gap = sentence.tokens.slice(outer.candidate.last + 1, first);
  const bare = gap.filter(({ lower }) => !words.placeNouns.has(lower) && !words.compass.has(lower));
  return gap.length <= longestGap && bare.length === 1 && bare[0]?.lower === "'s";
}

/** How the words between two names join them: "X village, Y" by a comma, "X in the north of Y" by "in"; "X, north of Y" does not. */
export function linkIn(gap: readonly Token[], words: PlaceWords): 'comma' | 'in' | null {
  const lower = gap.map((token) => token.lower);
  const bare = lower.filter((word) => !words.placeNouns.has(word) && !isShortCompass(word));
  const plain = bare.filter((word) => !words.compass.has(word));
  if (plain.length === 1 && (plain[0] === ',' || plain[0] === '(')) return 'comma';
  const joins = plain.filter((word) => !FILLERS.has(word));
  const hasIn = joins.includes('in') || joins.includes('of');
  const isBearing =
    !joins.includes('in') && lower.some((word, at) => words.bearings.has(word) && lower[at + 1] === 'of');
  return hasIn && !isBearing && joins.every((word) => word === 'in' || word === 'of') ? 'in' : null;
}

const FILLERS = new Set(['the', 'a', 'an', ',', "'s"]);
