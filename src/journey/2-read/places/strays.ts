/** Names found by their loose key in countries that the text does not speak of: the likeness of sound is chance there. */
import type { Gazetteer } from '../../../knowledge/gazetteer.ts';
import type { Weighed } from './evidence.ts';

/**
 * Names with the stray places taken from those found loosely. A name that keeps none stays a place by its wording. A text that
 * names no other place says nothing about where its names lie, so nothing is taken.
 */
export function withoutStrays(kept: readonly Weighed[], gazetteer: Gazetteer): readonly Weighed[] {
  if (!kept.some(({ candidate }) => candidate.via === 'loose')) return kept;
  const countries = countriesOf(kept, gazetteer);
  if (countries.size === 0) return kept;
  return kept.map((each) => {
    const { candidate } = each;
    if (candidate.via !== 'loose') return each;
    const matches = candidate.matches.filter(({ place }) => countries.has(gazetteer.country(place) ?? ''));
    if (matches.length === candidate.matches.length) return each;
    return { ...each, candidate: { ...candidate, matches, via: matches.length === 0 ? 'worded' : 'loose' } };
  });
}

/** A name with more namesakes than this tells nothing of a country. */
const FEW_MATCHES = 12;

function countriesOf(kept: readonly Weighed[], gazetteer: Gazetteer): Set<string> {
  const countries = new Set<string>();
  for (const { candidate } of kept) {
    if (candidate.via !== 'exact') continue;
    for (const { place } of candidate.matches.slice(0, FEW_MATCHES)) {
      const country = gazetteer.country(place);
      if (country !== null) countries.add(country);
    }
  }
  return countries;
}
