/**
 * The door of place names: which stretches of a text name places, how each is used, and which names stand for the
 * container or the reference point of another. What they stand for on the map is decided in `3-resolve`.
 */
import type { Gazetteer } from '../../../knowledge/gazetteer.ts';
import type { PlaceWords } from '../../../knowledge/place-words.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import type { ParsedText } from '../../../model/sentence.ts';
import { bearingOf, type FoundBearing } from './bearing.ts';
import { type Candidate, candidatesIn, statedAfter, statedBefore } from './candidates.ts';
import { areaOf, containerOf, linkIn } from './containers.ts';
import { addEvidence, type TextEvidence, type Weighed, weigh } from './evidence.ts';
import { peopleIn } from './people.ts';
import { usesOf } from './use.ts';

/** The place names of a text in order, without overlaps. Linear in the length of the text. */
export function findPlaces(parsed: ParsedText, gazetteer: Gazetteer, words: PlaceWords): PlaceName[] {
  const search = { text: parsed.text, gazetteer, words };
  const candidates: Candidate[] = [];
  for (const sentence of parsed.sentences)
    if (sentence.kind !== 'furniture') candidates.push(...candidatesIn(sentence, search));
  if (candidates.length === 0) return [];
  const text: TextEvidence = { ...search, parsed, people: peopleIn(parsed, search) };
  const weighed = candidates.map((candidate) => weigh(candidate, text));
  weighContainers(weighed, text);
  weighCountries(weighed, text);
  weighLists(weighed, text);
  weighElsewhere(weighed, text);
  const threshold = words.evidence.get('threshold') ?? 2;
  const kept = weighed.filter((each) => each.score >= threshold || each.isEmbedded);
  return linked(kept, parsed, text);
}

const gapBetween = (a: Weighed, b: Weighed): readonly string[] =>
  a.candidate.sentence.tokens.slice(a.candidate.last + 1, b.candidate.first).map((token) => token.lower);

/** A name before its container is a place: "X, Y", and less surely "X in Y". */
function weighContainers(weighed: readonly Weighed[], { gazetteer, words }: TextEvidence): void {
  for (let at = 0; at + 1 < weighed.length; at++) {
    const [a, b] = [weighed[at], weighed[at + 1]];
    if (a === undefined || b === undefined || a.candidate.sentence !== b.candidate.sentence || b.isDemonym) continue;
    const link = linkIn(a.candidate.sentence.tokens.slice(a.candidate.last + 1, b.candidate.first), words);
    if (
      link === null ||
      (a.candidate.via !== 'worded' && areaOf(a.candidate.matches, b.candidate.matches, gazetteer) === null)
    )
      continue;
    addEvidence(a, link === 'comma' ? 'beside/container' : 'beside/container-in', words);
  }
}

/** A country that this share of a text's certain places lie in is where the text plays. */
const HOME_SHARE = 0.3;
const fewPlaces = 2;

/** A doubtful name of a place in the country that the text is about is likelier to be that place. */
function weighCountries(weighed: readonly Weighed[], { gazetteer, words }: TextEvidence): void {
  const sure = (words.evidence.get('threshold') ?? 2) + 0.5;
  const counts = new Map<string, number>();
  let total = 0;
  for (const { candidate, score } of weighed) {
    const [first] = candidate.matches;
    if (score < sure || first === undefined) continue;
    const countries = new Set(candidate.matches.slice(0, fewMatches).map((match) => gazetteer.country(match.place)));
    total++;
    for (const country of countries)
      if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1 / countries.size);
  }
  const homes = new Set(
    [...counts].filter(([, count]) => count >= fewPlaces && count >= total * HOME_SHARE).map(([country]) => country),
  );
  if (homes.size === 0) return;
  for (const each of weighed) {
    if (each.score >= sure || each.isDemonym) continue;
    if (each.candidate.matches.some((match) => homes.has(gazetteer.country(match.place) ?? '')))
      addEvidence(each, 'text/country-fits', words);
  }
}

/** Names with more namesakes than this tell nothing of a country. */
const fewMatches = 8;

/** Names in a list with a certain place are places, and make their own neighbours certain: once forward, once back. */
function weighLists(weighed: readonly Weighed[], { words }: TextEvidence): void {
  const sure = words.evidence.get('threshold') ?? 2;
  const spread = (
    from: Weighed | undefined,
    to: Weighed | undefined,
    a: Weighed | undefined,
    b: Weighed | undefined,
  ): void => {
    if (from === undefined || to === undefined || a === undefined || b === undefined) return;
    if (from.candidate.sentence !== to.candidate.sentence || from.score < sure || from.isDemonym || from.isEmbedded)
      return;
    if (b.candidate.first - a.candidate.last > 3 || to.because.includes('beside/list-of-places')) return;
    const gap = gapBetween(a, b);
    if (gap.length > 0 && gap.every((lower) => lower === ',' || lower === 'and' || lower === 'or'))
      addEvidence(to, 'beside/list-of-places', words);
  };
  for (let at = 0; at + 1 < weighed.length; at++) spread(weighed[at], weighed[at + 1], weighed[at], weighed[at + 1]);
  for (let at = weighed.length - 1; at > 0; at--) spread(weighed[at], weighed[at - 1], weighed[at - 1], weighed[at]);
}

/** One sense per text: where a name is clearly a place once, it is likelier one elsewhere. */
function weighElsewhere(weighed: readonly Weighed[], { words }: TextEvidence): void {
  const sure = (words.evidence.get('threshold') ?? 2) + 1;
  const places = new Set(
    weighed.filter((each) => each.score >= sure && !each.isEmbedded).map((each) => each.candidate.key),
  );
  for (const each of weighed)
    if (each.score < sure && places.has(each.candidate.key)) addEvidence(each, 'text/place-elsewhere', words);
}

function linked(kept: readonly Weighed[], parsed: ParsedText, text: TextEvidence): PlaceName[] {
  const bearings = kept.map((each) => bearingOf(each.candidate, text.words));
  const uses = usesOf(kept, parsed, text);
  return kept.map((each, index) => {
    const { candidate } = each;
    const { sentence, first, last } = candidate;
    const start = sentence.tokens[first]?.start ?? sentence.start;
    const end = sentence.tokens[last]?.end ?? sentence.end;
    const next = bearings[index + 1] ?? null;
    const isMeasured = next !== null && describes(each, kept[index + 1], next);
    const isReference = index > 0 && bearings[index] != null && describes(kept[index - 1], each, bearings[index]);
    return {
      start,
      end,
      sentence: sentence.index,
      firstToken: first,
      lastToken: last,
      text: parsed.text.slice(start, end),
      use: uses[index] ?? 'locative',
      candidates: [...new Set(candidate.matches.map((match) => match.place))],
      stated: candidate.stated ?? statedAfter(sentence, last, text.words) ?? statedBefore(sentence, first, text.words),
      within: containerOf(kept, index, text),
      bearing: isMeasured
        ? { ...next.bearing, from: index + 1 }
        : isReference
          ? null
          : (bearings[index]?.bearing ?? null),
      because: because(each, text.words),
    };
  });
}

const because = (each: Weighed, words: PlaceWords): string[] =>
  [...each.because].sort((a, b) => Math.abs(words.evidence.get(b) ?? 0) - Math.abs(words.evidence.get(a) ?? 0));

const BETWEEN = new Set([
  ',',
  '(',
  'about',
  'some',
  'around',
  'roughly',
  'just',
  'nearly',
  'almost',
  'a',
  'town',
  'village',
  'city',
  'lying',
  'located',
]);

/** "X, about 5 km north of Y": the bearing of Y stands right behind X, so it says where X is. */
function describes(
  named: Weighed | undefined,
  reference: Weighed | undefined,
  found: FoundBearing | undefined | null,
): boolean {
  if (
    named === undefined ||
    reference === undefined ||
    found == null ||
    named.isDemonym ||
    named.candidate.sentence !== reference.candidate.sentence
  )
    return false;
  const gap = named.candidate.sentence.tokens.slice(named.candidate.last + 1, found.firstToken);
  return gap.length <= 4 && gap.every((token) => BETWEEN.has(token.lower));
}
