/**
 * Rates of events with their uncertainty: the evidence of a stretch of days for one rate, and the ratio of two rates with a
 * credible interval. Counts are held to be Poisson, rates have a Gamma prior (conjugate; Gelman et al., Bayesian Data
 * Analysis, section 2.6).
 */

/** Jeffreys' prior for a Poisson rate has this shape. */
const PRIOR_SHAPE = 0.5;

/** Lanczos' approximation, g = 7, nine terms; relative error below 1e-13 for x > 0. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

export function logGamma(x: number): number {
  const t = x + 6.5;
  const series = LANCZOS.slice(1).reduce((sum, term, index) => sum + term / (x + index), LANCZOS[0] ?? 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** Log of the probability of `count` events over `exposure` days if one rate held, up to a term that depends on the single days alone. */
export function logEvidence(count: number, exposure: number, priorRate: number): number {
  const scale = PRIOR_SHAPE / priorRate;
  return (
    PRIOR_SHAPE * Math.log(scale) -
    logGamma(PRIOR_SHAPE) +
    logGamma(PRIOR_SHAPE + count) -
    (PRIOR_SHAPE + count) * Math.log(scale + exposure)
  );
}

export interface Observed {
  count: number;
  /** Days on which somebody could have told. */
  days: number;
}

export interface RatioRange {
  min: number;
  best: number;
  max: number;
}

/** Ratio of two rates: median and the interval that holds it with this probability. Null when either has no day. */
export function rateRatio(now: Observed, before: Observed, probability: number): RatioRange | null {
  if (now.days <= 0 || before.days <= 0) return null;
  const [a, b] = [PRIOR_SHAPE + now.count, PRIOR_SHAPE + before.count];
  const at = (share: number): number => {
    const p = betaQuantile(share, a, b);
    return (p / (1 - p)) * (before.days / now.days);
  };
  const tail = (1 - probability) / 2;
  return { min: at(tail), best: at(0.5), max: at(1 - tail) };
}

function betaQuantile(share: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (regularisedBeta(middle, a, b) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Continued fraction of Lentz's method (Numerical Recipes, section 6.4). */
function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - regularisedBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a;
  const safe = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-12) break;
  }
  return front * fraction;
}
