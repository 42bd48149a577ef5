/** Feature templates as data: which facts are joined into one feature, and how a list of them becomes keys. */
import { mix } from './hashing.ts';

/** A template's number, which keeps its keys apart from those of others, and the names of one to four facts. */
export type Template = readonly [number: number, ...facts: string[]];

/** Templates ready to be filled in. Pairs of facts that several templates hold are joined once. */
export interface Templates {
  readonly count: number;
  readonly seeds: Int32Array;
  /** Per template one to three places in the list of facts and pairs, eight bits each; those of one place first, then of two. */
  readonly places: Int32Array;
  /** Where the templates of one place and of two end. */
  readonly ends: readonly [number, number];
  /** Where the pairs stand, after the facts; and the places of their two facts, eight bits each. */
  readonly pairsFrom: number;
  readonly pairs: Int32Array;
}

/** Room that the pairs of any list of templates take at most. */
export const pairRoom = 120;

/** Throws on a fact that is not in `facts`. */
export function compileTemplates(list: readonly Template[], facts: readonly string[]): Templates {
  const placed = list.map(([number, ...names]) => ({ number, at: names.map((name) => placeOf(number, name, facts)) }));
  const shared = new Map<number, number>();
  for (const { at } of placed) {
    if (at.length < 3) continue;
    for (const pair of pairsOf(at)) shared.set(pair, (shared.get(pair) ?? 0) + 1);
  }
  const pairs: number[] = [];
  const place = (pair: number): number => {
    const known = pairs.indexOf(pair);
    return facts.length + (known < 0 ? pairs.push(pair) - 1 : known);
  };
  const joined = placed
    .map(({ number, at }) => ({ number, at: joinPairs(at, shared, place) }))
    .sort((a, b) => a.at.length - b.at.length);
  if (pairs.length > pairRoom || facts.length + pairs.length > 256)
    throw new Error(`templates: expected at most ${pairRoom} pairs, found ${pairs.length}`);
  const upTo = (length: number) => joined.filter(({ at }) => at.length <= length).length;
  return {
    count: joined.length,
    seeds: Int32Array.from(joined, ({ number }) => mix(number, 0)),
    places: Int32Array.from(joined, ({ at }) => at.reduce((packed, one, i) => packed | (one << (8 * i)), 0)),
    ends: [upTo(1), upTo(2)],
    pairsFrom: facts.length,
    pairs: Int32Array.from(pairs),
  };
}

function placeOf(number: number, name: string, facts: readonly string[]): number {
  const place = facts.indexOf(name);
  if (place < 0) throw new Error(`template ${number}: expected a known fact, found "${name}"`);
  return place;
}

/** All pairs of the places, each as one number. */
const pairsOf = (at: readonly number[]): number[] =>
  at.flatMap((a, i) => at.slice(i + 1).map((b) => Math.min(a, b) | (Math.max(a, b) << 8)));

/** Three places as a shared pair and one more, four as two pairs; the pairs that most templates share are chosen. */
function joinPairs(
  at: readonly number[],
  shared: ReadonlyMap<number, number>,
  place: (pair: number) => number,
): readonly number[] {
  if (at.length < 3) return at;
  const uses = (pair: number) => shared.get(pair) ?? 0;
  const [best = 0] = pairsOf(at).sort((a, b) => uses(b) - uses(a));
  const rest = at.filter((one) => one !== (best & 255) && one !== best >>> 8);
  if (at.length === 4) return [place(best), ...pairsOf(rest).map(place)];
  return uses(best) > 1 ? [place(best), ...rest] : at;
}

/** What a fact's values are mixed with, so that one value in two roles is two things. */
export const saltsOf = (facts: readonly string[]): Int32Array => Int32Array.from(facts, (_, place) => mix(place, 1));

/** Mixes the facts from `from` to `to` (exclusive) in place. */
export function mixFacts(facts: Int32Array, salts: Int32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) facts[i] = mix(facts[i] as number, salts[i] as number);
}

/** Writes the templates' keys over mixed `facts` (which have `pairRoom` behind them) into `keys` from `from`; gives the end. */
export function fillKeys(templates: Templates, facts: Int32Array, keys: Int32Array, from: number): number {
  const { seeds, places, ends, count, pairs, pairsFrom } = templates;
  const [one, two] = ends;
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i] as number;
    facts[pairsFrom + i] = (facts[pair & 255] as number) ^ (facts[pair >>> 8] as number);
  }
  let n = from;
  for (let i = 0; i < one; i++) keys[n++] = (seeds[i] as number) ^ (facts[places[i] as number] as number);
  for (let i = one; i < two; i++) {
    const at = places[i] as number;
    keys[n++] = (seeds[i] as number) ^ (facts[at & 255] as number) ^ (facts[at >>> 8] as number);
  }
  for (let i = two; i < count; i++) {
    const at = places[i] as number;
    const join = (facts[at & 255] as number) ^ (facts[(at >>> 8) & 255] as number) ^ (facts[at >>> 16] as number);
    keys[n++] = (seeds[i] as number) ^ join;
  }
  return n;
}
