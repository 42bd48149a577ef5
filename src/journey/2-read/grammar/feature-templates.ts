/** Feature templates as data: which facts of a parser state are joined into one feature, and how a list of them becomes keys. */
import { mix1, mix2, seedOf } from './hashing.ts';

/** A template's number, which keeps its keys apart from those of others, and the names of one to four facts. */
export type Template = readonly [number: number, ...facts: string[]];

/** Templates ready to be filled in, those of one fact first, then of two, three and four. */
export interface Templates {
  readonly count: number;
  /** Multiplied template numbers. */
  readonly seeds: Int32Array;
  /** Four places in the list of facts per template. */
  readonly places: Uint8Array;
  /** Where the templates of one, two and three facts end. */
  readonly ends: readonly [number, number, number];
}

/** Throws on a fact that is not in `facts`. */
export function compileTemplates(list: readonly Template[], facts: readonly string[]): Templates {
  const sorted = [...list].sort((a, b) => a.length - b.length);
  const places = new Uint8Array(sorted.length * 4);
  sorted.forEach(([number, ...names], i) => {
    names.forEach((name, k) => {
      const place = facts.indexOf(name);
      if (place < 0 || k > 3) throw new Error(`template ${number}: expected up to four known facts, found "${name}"`);
      places[i * 4 + k] = place;
    });
  });
  const upTo = (arity: number) => sorted.filter((template) => template.length <= arity + 1).length;
  return {
    count: sorted.length,
    seeds: Int32Array.from(sorted, ([number]) => seedOf(number)),
    places,
    ends: [upTo(1), upTo(2), upTo(3)],
  };
}

/** Writes the templates' keys over `values` (one per fact) into `keys` from `from`; gives the end. */
export function fillKeys(templates: Templates, values: Int32Array, keys: Int32Array, from: number): number {
  const { seeds, places, ends, count } = templates;
  const [one, two, three] = ends;
  const value = (i: number, k: number): number => values[places[i * 4 + k] as number] as number;
  let n = from;
  for (let i = 0; i < one; i++) keys[n++] = mix1(seeds[i] as number, value(i, 0));
  for (let i = one; i < two; i++) keys[n++] = mix2(seeds[i] as number, value(i, 0), value(i, 1));
  for (let i = two; i < three; i++) {
    const seed = seeds[i] as number;
    keys[n++] = mix2(seed, mix2(seed, value(i, 0), value(i, 1)), value(i, 2));
  }
  for (let i = three; i < count; i++) {
    const seed = seeds[i] as number;
    keys[n++] = mix2(seed, mix2(seed, value(i, 0), value(i, 1)), mix2(seed, value(i, 2), value(i, 3)));
  }
  return n;
}
