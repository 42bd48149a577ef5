/**
 * The door of place names: which stretches of a text name places, how each is used, and which names stand for the
 * container or the reference point of another. What they stand for on the map is decided in `3-resolve`.
 */
import type { Gazetteer } from '../../../knowledge/gazetteer.ts';
import type { PlaceWords } from '../../../knowledge/place-words.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import type { ParsedText } from '../../../model/sentence.ts';
import { bearingOf, type FoundBearing } from './bearing.ts';
import type { Candidate } from './candidate.ts';
import { candidatesIn } from './candidates.ts';
import { containerOf } from './containers.ts';
import { type TextEvidence, type Weighed, weigh } from './evidence.ts';
import { weighContainers, weighCountries, weighElsewhere, weighLists } from './neighbours.ts';
import { peopleIn } from './people.ts';
import { statedAfter, statedBefore } from './stated.ts';
import { withoutStrays } from './strays.ts';
import { isTag } from './tagged-names.ts';
import { usesOf } from './use.ts';

/** The place names of a text in order, without overlaps. Linear in the length of the text. */
export function findPlaces(
  parsed: ParsedText,
  gazetteer: Gazetteer,
  words: PlaceWords,
  isCommon: (word: string) => boolean,
): PlaceName[] {
  const search = { text: parsed.text, gazetteer, words, isCommon };
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
  return linked(atHome(withoutStrays(kept, gazetteer), gazetteer), parsed, text);
}

/**
 * "Raqqa … Mansoura": a name that the gazetteer knows elsewhere may be another spelling of a place in the country that the report tells of,
 * which is then among its candidates.
 */
function atHome(kept: readonly Weighed[], gazetteer: Gazetteer): Weighed[] {
  const homes = new Set(kept.flatMap(({ candidate }) => onlyCountryOf(candidate, gazetteer) ?? []));
  return kept.map((each) => {
    const { candidate } = each;
    const isElsewhere = candidate.matches.every(
      ({ place }) => gazetteer.kind(place) === 'settlement' && !homes.has(gazetteer.country(place) ?? ''),
    );
    if (homes.size === 0 || candidate.via !== 'exact' || candidate.matches.length === 0 || !isElsewhere) return each;
    const name = candidate.sentence.tokens.slice(candidate.first, candidate.last + 1).map(({ text }) => text);
    const near = gazetteer
      .findLoosely(name.join(' ').replace(/^#/, ''))
      .filter(({ place }) => gazetteer.kind(place) === 'settlement' && homes.has(gazetteer.country(place) ?? ''));
    return near.length === 0
      ? each
      : { ...each, candidate: { ...candidate, matches: [...candidate.matches, ...near] } };
  });
}

/** The country that a place by its own name surely lies in: no whole country, and none that several countries have. */
function onlyCountryOf({ matches, via }: Candidate, gazetteer: Gazetteer): string | null {
  const countries = new Set(matches.map(({ place }) => gazetteer.country(place)));
  const isWhole = matches.some(({ place }) => gazetteer.kind(place) === 'country');
  return via === 'exact' && !isWhole && countries.size === 1 ? ([...countries][0] ?? null) : null;
}

function linked(kept: readonly Weighed[], parsed: ParsedText, text: TextEvidence): PlaceName[] {
  const bearings = kept.map((each) => bearingOf(each.candidate, text.words));
  const uses = usesOf(kept, parsed, text);
  return kept.map((each, index) => {
    const { candidate } = each;
    const { sentence, first, last } = candidate;
    const opening = sentence.tokens[first];
    const start = opening === undefined ? sentence.start : opening.start + (isTag(opening) ? 1 : 0);
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
