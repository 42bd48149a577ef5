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

export interface Surroundings {
  /** Share of the text's other place names that speak for a country or province, 0 to 1; a name does not speak for itself. */
  readonly support: (code: string, exceptText: string) => number;
  /** The country that most of the text's other names speak for, with its share; null when there is none. */
  readonly home: (
    exceptText: string,
  ) => { readonly country: string; readonly share: number; readonly weight: number } | null;
  /** Points in the order of the text. */
  readonly points: readonly SurePoint[];
  /** Index into `points` of the first that does not stand before each name. */
  readonly pointsFrom: readonly number[];
  readonly paragraphOf: (name: PlaceName) => number;
  readonly sourceCountry: string | null;
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

/** Counts support from a first round of choices; with no choices, only what is certain without one (countries). */
export function contextOf(
  choices: readonly Choice[],
  names: readonly PlaceName[],
  candidates: readonly (readonly Place[])[],
  { parsed, sourceCountry }: { parsed: ParsedText; sourceCountry: string | null },
): Surroundings {
  const weights = new Map<string, number>();
  /** The part of each name's own wording in them. */
  const own = new Map<string, Map<string, number>>();
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
    for (const code of ['', place.country ?? '', place.provinceCode ?? '']) {
      if (code === '' && place.country === null) continue;
      count(weights, code, weight);
      count(ofText, code, weight);
    }
    if (choice !== undefined && place.kind !== 'country' && place.kind !== 'continent')
      points.push({ index, place, confidence, paragraph: paragraphOf(name), called: place.name.toLowerCase() });
  });
  const support = (code: string, exceptText: string): number => {
    const except = own.get(exceptText);
    const others = (weights.get(code) ?? 0) - (except?.get(code) ?? 0);
    if (others <= 0) return 0;
    const all = (weights.get('') ?? 0) - (except?.get('') ?? 0);
    return others / Math.max(1, all);
  };
  const countries = [...weights.keys()].filter((key) => key.length === 2);
  const home = (exceptText: string): { country: string; share: number; weight: number } | null => {
    let best: { country: string; share: number; weight: number } | null = null;
    for (const country of countries) {
      const share = support(country, exceptText);
      if (share > (best?.share ?? 0)) best = { country, share, weight: weights.get(country) ?? 0 };
    }
    return best;
  };
  return { support, home, points, pointsFrom, paragraphOf, sourceCountry };
}

const count = (weights: Map<string, number>, code: string, weight: number): void =>
  void weights.set(code, (weights.get(code) ?? 0) + weight);
