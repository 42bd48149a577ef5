/** Fits a logistic regression by full-batch gradient descent with per-feature steps (AdaGrad): small data, same result each time. */

export interface Example {
  readonly features: Readonly<Record<string, number>>;
  readonly label: 0 | 1;
  readonly weight?: number;
}

export interface FitOptions {
  /** Features seen in fewer examples are left out. */
  readonly minimum: number;
  readonly l2: number;
  readonly rounds: number;
}

export function fit(examples: readonly Example[], options: FitOptions): Record<string, number> {
  const names = namesSeen(examples, options.minimum);
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map((example) => ({
    at: Object.keys(example.features).flatMap((name) => {
      const at = index.get(name);
      return at === undefined ? [] : [[at, example.features[name] ?? 0] as const];
    }),
    label: example.label,
    weight: example.weight ?? 1,
  }));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-6);
  const gradient = new Float64Array(names.length);
  for (let round = 0; round < options.rounds; round += 1) {
    gradient.fill(0);
    for (const row of rows) {
      let score = 0;
      for (const [at, value] of row.at) score += (weights[at] ?? 0) * value;
      const error = (1 / (1 + Math.exp(-score)) - row.label) * row.weight;
      for (const [at, value] of row.at) gradient[at] = (gradient[at] ?? 0) + error * value;
    }
    for (let at = 0; at < weights.length; at += 1) {
      const step = (gradient[at] ?? 0) / rows.length + (options.l2 * (weights[at] ?? 0)) / rows.length;
      squares[at] = (squares[at] ?? 0) + step * step;
      weights[at] = (weights[at] ?? 0) - (0.3 * step) / Math.sqrt(squares[at] ?? 1);
    }
  }
  return Object.fromEntries(
    names
      .map((name, at) => [name, Math.round((weights[at] ?? 0) * 1000) / 1000] as const)
      .filter(([, weight]) => weight !== 0),
  );
}

function namesSeen(examples: readonly Example[], minimum: number): string[] {
  const counts = new Map<string, number>();
  for (const example of examples)
    for (const name of Object.keys(example.features)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= minimum)
    .map(([name]) => name)
    .sort();
}

/** Mean gap between the stated probability and how often it came true, over ten equal bins. */
export function calibrationError(pairs: readonly { readonly probability: number; readonly label: 0 | 1 }[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin += 1) {
    const inside = pairs.filter(
      ({ probability }) => probability >= bin / 10 && (probability < (bin + 1) / 10 || bin === 9),
    );
    if (inside.length === 0) continue;
    const stated = inside.reduce((sum, pair) => sum + pair.probability, 0) / inside.length;
    const came = inside.reduce<number>((sum, pair) => sum + pair.label, 0) / inside.length;
    error += (Math.abs(stated - came) * inside.length) / pairs.length;
  }
  return error;
}
