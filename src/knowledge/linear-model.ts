/** A linear model: named features with weights, kept as data. Its score is the log-odds of the question it was fitted to. */
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
