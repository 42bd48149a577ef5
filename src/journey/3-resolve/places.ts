/**
 * From place names as worded to places on the map. Each name's candidates are scored by what the text says of them
 * (container, kind), by the places and countries named beside them, and by importance; the reasons stay with the choice.
 */
import type { Gazetteer, Place } from '../../knowledge/gazetteer.ts';
import type { PlaceName, ResolvedPlace } from '../../model/place-name.ts';
import type { ParsedText } from '../../model/sentence.ts';
import { type Choice, NONE } from './places/choice.ts';
import { choose } from './places/choose.ts';
import { contextOf, type GroupAtHome, type NamedGroup } from './places/context.ts';
import { type Container, held } from './places/held.ts';

export interface PlaceContext {
  /** ISO 3166-1 alpha-2 of the country the source reports from, when known. */
  readonly sourceCountry?: string;
  /** Armed groups that the text names, each with the country where it fights as far as the register knows. */
  readonly groups?: readonly NamedGroup[];
}

/** Resolves all names of one text together; the answer is parallel to `names`. Demonyms resolve to their country. */
export function resolvePlaces(
  names: readonly PlaceName[],
  parsed: ParsedText,
  gazetteer: Gazetteer,
  context: PlaceContext = {},
): ResolvedPlace[] {
  const most = names.length > MANY_NAMES ? FEW_CANDIDATES : MOST_CANDIDATES;
  const candidates = names.map((name) => onePerId(foremost(name.candidates, most, gazetteer).map(gazetteer.place)));
  const holds = new Map<number, number>();
  names.forEach((name, index) => {
    if (name.within !== null) holds.set(name.within, index);
  });
  const links = { names, candidates, holds, keys: new Map<Place, string>() };
  const settings = {
    parsed,
    sourceCountry: context.sourceCountry ?? null,
    groups: homesOf(context.groups ?? [], gazetteer),
  };
  const empty = contextOf([], names, candidates, settings);
  const first = names.map((_, index) => choose(index, links, empty));
  const surroundings = contextOf(first, names, candidates, settings);
  const second = names.map((_, index) => choose(index, links, surroundings));
  const choices = oneSense(names, second);
  return names.map((name, index) => held(name, choices[index] ?? NONE, containerOf(name, names, choices), gazetteer));
}

const homesOf = (groups: readonly NamedGroup[], gazetteer: Gazetteer): GroupAtHome[] =>
  groups.map((group) => ({ ...group, home: gazetteer.area(group.country) }));

/** "X village, Y township, Z region": the nearest of the containers that is known. */
const LONGEST_CHAIN = 4;

function containerOf(name: PlaceName, names: readonly PlaceName[], choices: readonly Choice[]): Container | null {
  let at = name.within ?? name.bearing?.from ?? null;
  for (let steps = 0; at !== null && steps < LONGEST_CHAIN; steps++) {
    const place = choices[at]?.place ?? null;
    if (place !== null) return { place, stated: names[at]?.stated ?? null };
    at = names[at]?.within ?? null;
  }
  return null;
}

/** A report names some hundred places; what names thousands is a list, and its common names are weighed more coarsely. */
const MANY_NAMES = 500;
const FEW_CANDIDATES = 10;
const MOST_CANDIDATES = 120;

/** The first `most` candidates by population, areas before settlements; in the given order. */
function foremost(refs: readonly number[], most: number, gazetteer: Gazetteer): readonly number[] {
  if (refs.length <= most) return refs;
  const weight = (ref: number): number =>
    gazetteer.kind(ref) === 'settlement' ? gazetteer.population(ref) : Number.MAX_SAFE_INTEGER;
  const kept = new Set([...refs].sort((a, b) => weight(b) - weight(a) || a - b).slice(0, most));
  return refs.filter((ref) => kept.has(ref));
}

/** Our own layer repeats places of the world layer under the names that reports use; the first entry stands for both. */
function onePerId(places: readonly Place[]): readonly Place[] {
  if (places.length < 2) return places;
  const seen = new Set<string>();
  return places.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** One sense per text: a name that the text itself pins down (by its container) means the same wherever it stands alone. */
function oneSense(names: readonly PlaceName[], choices: readonly Choice[]): readonly Choice[] {
  const pinned = new Map<string, Choice>();
  choices.forEach((choice, index) => {
    const name = names[index];
    if (
      name !== undefined &&
      choice.because.includes('resolve/in-its-container') &&
      !pinned.has(name.text.toLowerCase())
    )
      pinned.set(name.text.toLowerCase(), choice);
  });
  return choices.map((choice, index) => {
    const name = names[index];
    const sense = name === undefined || name.within !== null ? undefined : pinned.get(name.text.toLowerCase());
    return sense === undefined || name?.stated !== null || choice.place?.kind === 'country'
      ? choice
      : { ...sense, because: ['resolve/same-as-elsewhere', ...sense.because] };
  });
}
