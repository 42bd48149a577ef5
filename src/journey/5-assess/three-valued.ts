/** Met, not met, unknown: Kleene's strong three-valued logic, and the shape of what a limb answers. */
import type { Finding } from '../../model/finding.ts';
import { type PlainCode, plain, type Said } from './reason.ts';

export type Limb = Finding['limbs']['act'];
export type Evidence = Limb['spans'][number];

const NO_SPANS: readonly Evidence[] = [];

const said = (words: Said | PlainCode): Said => (typeof words === 'string' ? plain(words) : words);

export function met(because: Said | PlainCode, spans: readonly Evidence[] = NO_SPANS): Limb {
  const { text, reason } = said(because);
  return { value: 'met', because: text, reason, spans };
}

export function notMet(because: Said | PlainCode, spans: readonly Evidence[] = NO_SPANS): Limb {
  const { text, reason } = said(because);
  return { value: 'not-met', because: text, reason, spans };
}

/** `settles` says what evidence would turn it into an answer. */
export function unknown(
  because: Said | PlainCode,
  settles: Said | PlainCode,
  spans: readonly Evidence[] = NO_SPANS,
): Limb {
  const { text, reason } = said(because);
  const settling = said(settles);
  return { value: 'unknown', because: text, reason, spans, wouldSettle: settling.text, settles: settling.reason };
}

/** An exception that somebody raised, and that is not shown. */
export const raised = (because: Said | PlainCode, settles: Said | PlainCode, spans: readonly Evidence[]): Limb => ({
  ...unknown(because, settles, spans),
  raised: true,
});

export const notApplicable = (because: PlainCode): Limb => ({
  value: 'not-applicable',
  because: plain(because).text,
  reason: plain(because).reason,
  spans: NO_SPANS,
});

/** What a limb said, to be said again within another reason. */
export const saidBy = ({ because, reason }: Limb): Said => ({
  text: because,
  reason: reason ?? { code: 'given/words', values: { words: because } },
});

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
