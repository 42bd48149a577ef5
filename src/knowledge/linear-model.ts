/**
 * Linear models: named features with weights, kept as data. A score is the log-odds of the question that the model was fitted
 * to. What speaks for an answer is told once, by `Telling`s; it is summed when a report is read, and written down by name when
 * a model is fitted or a reading explained.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export interface LinearModel {
  readonly about: string;
  readonly weights: ReadonlyMap<string, number>;
}

const modelFile = z.strictObject({
  about: z.string(),
  data: z.string(),
  licence: z.string(),
  date: z.string(),
  recipe: z.string(),
  scores: z.record(z.string(), z.number()),
  weights: z.record(z.string(), z.number()),
});

export function loadLinearModel(path: string): LinearModel {
  const file = modelFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  return { about: file.about, weights: new Map(Object.entries(file.weights)) };
}

/** Sum of weight times value over the named features; features without a weight count nothing. */
export function scoreOf(model: LinearModel, features: Readonly<Record<string, number>>): number {
  let score = 0;
  for (const name in features) score += (model.weights.get(name) ?? 0) * (features[name] ?? 0);
  return score;
}

export const probabilityOf = (score: number): number => 1 / (1 + Math.exp(-score));

/** What takes in the evidence for one answer. Each feature is told once. */
export interface Marks {
  /** The feature "name" holds. */
  mark(name: string): void;
  /** "name-value" holds; any value. */
  markOf(name: string, value: string): void;
  /** "name-first-second" holds; `first` out of a closed list, `second` any value. */
  markPair(name: string, first: string, second: string): void;
  /** The feature "name" has this value. */
  weigh(name: string, value: number): void;
}

/** Tells the evidence for one answer, the same each time. */
export type Telling = (marks: Marks) => void;

/** The score of what is told; the features stand in the model as "role/name". */
export function scoreTold(model: LinearModel, role: string, tell: Telling): number {
  const sum = sumOf(model, role);
  sum.score = 0;
  tell(sum);
  return sum.score;
}

/** What is told, by name: for fitting and for the trace. */
export function featuresTold(role: string, tell: Telling): Record<string, number> {
  const features: Record<string, number> = {};
  const weigh = (name: string, value: number): void => {
    features[`${role}/${name}`] = value;
  };
  tell({
    weigh,
    mark: (name) => weigh(name, 1),
    markOf: (name, value) => weigh(`${name}-${value}`, 1),
    markPair: (name, first, second) => weigh(`${name}-${first}-${second}`, 1),
  });
  return features;
}

/** Adds up weights without putting the names of features together: each part of a name leads to a table of what may follow. */
class WeightSum implements Marks {
  score = 0;
  readonly #weights: Weights;
  readonly #after = new Map<string, Weights>();
  readonly #afterTwo = new Map<string, Map<string, Weights>>();

  constructor(weights: Weights) {
    this.#weights = weights;
  }

  mark(name: string): void {
    this.score += this.#weights.get(name) ?? 0;
  }

  markOf(name: string, value: string): void {
    let table = this.#after.get(name);
    if (table === undefined) {
      table = weightsAfter(this.#weights, `${name}-`);
      this.#after.set(name, table);
    }
    this.score += table.get(value) ?? 0;
  }

  markPair(name: string, first: string, second: string): void {
    let tables = this.#afterTwo.get(name);
    if (tables === undefined) {
      tables = new Map();
      this.#afterTwo.set(name, tables);
    }
    let table = tables.get(first);
    if (table === undefined) {
      table = weightsAfter(this.#weights, `${name}-${first}-`);
      tables.set(first, table);
    }
    this.score += table.get(second) ?? 0;
  }

  weigh(name: string, value: number): void {
    this.score += (this.#weights.get(name) ?? 0) * value;
  }
}

type Weights = ReadonlyMap<string, number>;

/** The weights whose names begin so, by the rest of their names. */
const weightsAfter = (weights: Weights, beginning: string): Weights =>
  new Map(
    [...weights].flatMap(([name, weight]) =>
      name.startsWith(beginning) ? [[name.slice(beginning.length), weight] as const] : [],
    ),
  );

const sums = new WeakMap<LinearModel, Map<string, WeightSum>>();

function sumOf(model: LinearModel, role: string): WeightSum {
  let byRole = sums.get(model);
  if (byRole === undefined) {
    byRole = new Map();
    sums.set(model, byRole);
  }
  const known = byRole.get(role);
  if (known !== undefined) return known;
  const made = new WeightSum(weightsAfter(model.weights, `${role}/`));
  byRole.set(role, made);
  return made;
}
