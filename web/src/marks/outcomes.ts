/** The outcomes of findings: their order of strength and the shape each is drawn with. */
import type { IncidentRow } from '../../../src/shell/http/contract.ts';

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
