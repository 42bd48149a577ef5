/** What the text as a whole says about where it plays: the countries and provinces it names, and the points it is sure of. */
import type { Place } from '../../../knowledge/gazetteer.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import type { ParsedText } from '../../../model/sentence.ts';
import type { Choice } from './choice.ts';

/** A name's chosen settlement, province or region. */
interface SurePoint {
  /** Index of its name. */
  readonly index: number;
  readonly place: Place;
  readonly confidence: number;
  readonly paragraph: number;
  /** What the place is called, in lower case. */
  readonly called: string;
}

interface Home {
  readonly country: string;
  /** Of all names, 0 to 1, and how much more than of the country that comes next. */
  readonly share: number;
  readonly lead: number;
  /** Names, each by how sure it is. */
  readonly weight: number;
}

export interface Surroundings {
  /** Share of the text's other place names that speak for a country or province, 0 to 1; a name does not speak for itself. */
  readonly support: (code: string, exceptText: string) => number;
  /** The country that most of the text's other names speak for; null when there is none. */
  readonly home: (exceptText: string) => Home | null;
  /** Whether another name of the text surely is of the country: its own name, a people, a province or a city that everybody knows. */
  readonly isTold: (country: string, exceptText: string) => boolean;
  /** Points in the order of the text. */
  readonly points: readonly SurePoint[];
  /** Index into `points` of the first that does not stand before each name. */
  readonly pointsFrom: readonly number[];
  readonly paragraphOf: (name: PlaceName) => number;
  readonly sourceCountry: string | null;
  /** The countries of the armed groups that the text names. */
  readonly groupHomes: readonly Place[];
}

/** A government that speaks or a people that is named tells less of where things happen than a place does. */
const WEIGHT: Record<PlaceName['use'], number> = {
  locative: 1,
  dateline: 0.6,
  modifier: 0.7,
  metonymic: 0.5,
  adjectival: 0.5,
  demonym: 0.5,
  embedded: 0.3,
};

/** An armed group of the register that the text names, by the country it fights in. */
export interface NamedGroup {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}
export interface GroupAtHome extends NamedGroup {
  /** Its country on the map; null where the gazetteer has none. */
  readonly home: Place | null;
}
/** "Taliban fighters": a group fights at home more often than abroad. */
const GROUP_WEIGHT = 0.5;

/** Counts support from a first round of choices; with no choices, only what is certain without one (countries). */
export function contextOf(
  choices: readonly Choice[],
  names: readonly PlaceName[],
  candidates: readonly (readonly Place[])[],
  settings: { parsed: ParsedText; sourceCountry: string | null; groups: readonly GroupAtHome[] },
): Surroundings {
  const { parsed, sourceCountry, groups } = settings;
  const weights = new Map<string, number>();
  /** The part of each name's own wording in them. */
  const own = new Map<string, Map<string, number>>();
  /** Names that surely are of a country, by its code. */
  const sure = new Map<string, Set<string>>();
  const points: SurePoint[] = [];
  const pointsFrom: number[] = [];
  const paragraphOf = (name: PlaceName): number => parsed.sentences[name.sentence]?.paragraph ?? 0;
  names.forEach((name, index) => {
    pointsFrom.push(points.length);
    const choice = choices[index];
    const place = choice?.place ?? (candidates[index] ?? []).find((each) => each.kind === 'country') ?? null;
    if (place === null) return;
    const confidence = choice?.confidence ?? 1;
    const weight = (0.3 + 0.7 * confidence) * WEIGHT[name.use];
    const text = name.text.toLowerCase();
    const ofText = own.get(text) ?? new Map<string, number>();
    own.set(text, ofText);
    if (place.country !== null && (place.kind !== 'settlement' || isWellKnown(place, candidates[index]?.length ?? 0)))
      sure.set(place.country, (sure.get(place.country) ?? new Set()).add(text));
    for (const code of ['', place.country ?? '', place.provinceCode ?? '']) {
      if (code === '' && place.country === null) continue;
      count(weights, code, weight);
      count(ofText, code, weight);
    }
    if (choice !== undefined && place.kind !== 'country' && place.kind !== 'continent')
      points.push({ index, place, confidence, paragraph: paragraphOf(name), called: place.name.toLowerCase() });
  });
  for (const { name, country } of groups) {
    for (const code of ['', country]) count(weights, code, GROUP_WEIGHT);
    sure.set(country, (sure.get(country) ?? new Set()).add(name));
  }
  const support = (code: string, exceptText: string): number => {
    const except = own.get(exceptText);
    const others = (weights.get(code) ?? 0) - (except?.get(code) ?? 0);
    if (others <= 0) return 0;
    const all = (weights.get('') ?? 0) - (except?.get('') ?? 0);
    return others / Math.max(1, all);
  };
  const isTold = (country: string, exceptText: string): boolean => {
    const told = sure.get(country);
    return told !== undefined && (told.size > 1 || !told.has(exceptText));
  };
  const countries = [...weights.keys()].filter((key) => key.length === 2);
  const home = (exceptText: string): Home | null => {
    let best: Home | null = null;
    let next = 0;
    for (const country of countries) {
      const share = support(country, exceptText);
      if (share > (best?.share ?? 0)) {
        next = best?.share ?? 0;
        best = { country, share, lead: 0, weight: weights.get(country) ?? 0 };
      } else if (share > next) next = share;
    }
    return best === null ? null : { ...best, lead: best.share - next };
  };
  const groupHomes = groups.flatMap((group) => group.home ?? []);
  return { support, home, isTold, points, pointsFrom, paragraphOf, sourceCountry, groupHomes };
}

/** A city that is named in texts about anywhere: one of the world, or a big one whose name few others bear. */
export const isWellKnown = ({ rank, population }: Place, namesakes: number): boolean =>
  rank >= WORLD_CITY || (population >= BIG && namesakes < COMMON);
/** Of the ranks of the gazetteer. */
const WORLD_CITY = 2;
const BIG = 150_000;
/** A name that so many places bear is that of an unknown village sooner than of a big town abroad. */
const COMMON = 6;

const count = (weights: Map<string, number>, code: string, weight: number): void =>
  void weights.set(code, (weights.get(code) ?? 0) + weight);
