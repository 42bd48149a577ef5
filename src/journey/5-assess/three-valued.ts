/** Met, not met, unknown: Kleene's strong three-valued logic, and the shape of what a limb answers. */
import type { Finding } from '../../model/finding.ts';

export type Limb = Finding['limbs']['act'];
export type Evidence = Limb['spans'][number];

export const met = (because: string, spans: readonly Evidence[] = []): Limb => ({
  value: 'met',
  because,
  spans: [...spans],
});

export const notMet = (because: string, spans: readonly Evidence[] = []): Limb => ({
  value: 'not-met',
  because,
  spans: [...spans],
});

/** `wouldSettle` says what evidence would turn it into an answer. */
export const unknown = (because: string, wouldSettle: string, spans: readonly Evidence[] = []): Limb => ({
  value: 'unknown',
  because,
  spans: [...spans],
  wouldSettle,
});

/** An exception that somebody raised, and that is not shown. */
export const raised = (because: string, wouldSettle: string, spans: readonly Evidence[] = []): Limb => ({
  ...unknown(because, wouldSettle, spans),
  raised: true,
});

export const notApplicable = (because: string): Limb => ({ value: 'not-applicable', because, spans: [] });

/** The best answer of several ways to satisfy a limb: met before unknown before not met. */
export function anyOf(limbs: readonly Limb[]): Limb | null {
  return (
    limbs.find((limb) => limb.value === 'met') ??
    limbs.find((limb) => limb.value === 'unknown') ??
    limbs.find((limb) => limb.value === 'not-met') ??
    limbs[0] ??
    null
  );
}
