/** Findings as they are read: the strongest first, those outside an agreement's scope apart from the rest. */
import type { Finding } from '../../../src/model/finding.ts';
import { OUTCOME_ORDER } from '../marks/outcomes.ts';

export interface OrderedFindings {
  within: Finding[];
  outside: Finding[];
}

export function findingsInOrder(findings: readonly Finding[]): OrderedFindings {
  const ordered = [...findings].sort(
    (a, b) => OUTCOME_ORDER.indexOf(a.outcome) - OUTCOME_ORDER.indexOf(b.outcome) || b.confidence - a.confidence,
  );
  return {
    within: ordered.filter(({ outcome }) => outcome !== 'outside-scope'),
    outside: ordered.filter(({ outcome }) => outcome === 'outside-scope'),
  };
}
