/** The outcome of a finding by shape and word, so that it does not hang on colour. */
import type { IncidentRow } from '../../../src/shell/http/contract.ts';
import { useWords } from '../words/use-words.ts';

export type OutcomeId = NonNullable<IncidentRow['outcome']>;

export const OUTCOME_SHAPE: Record<OutcomeId, string> = {
  'breach-indicated': '◆',
  'exception-claimed': '◈',
  indeterminate: '?',
  consistent: '○',
  'outside-scope': '◇',
};
/** Strongest first, as lists and legends show them. */
export const OUTCOME_ORDER: readonly OutcomeId[] = [
  'breach-indicated',
  'exception-claimed',
  'indeterminate',
  'consistent',
  'outside-scope',
];

export function OutcomeMark({ outcome }: { outcome: OutcomeId | null }) {
  const words = useWords();
  return (
    <span className="outcome" data-outcome={outcome ?? 'not-assessed'}>
      <span className="shape" aria-hidden="true">
        {outcome === null ? '·' : OUTCOME_SHAPE[outcome]}
      </span>
      {words.outcome[outcome ?? 'not-assessed']}
    </span>
  );
}
