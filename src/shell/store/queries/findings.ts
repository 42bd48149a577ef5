/** Lists of findings, and the counts per agreement and clause. */
import type { Finding } from '../../../model/finding.ts';

export interface FindingFilter {
  agreement?: string;
  clause?: string;
  outcome?: readonly Finding['outcome'][];
}

export type OutcomeCounts = Partial<Record<Finding['outcome'], number>>;

export interface AgreementCounts {
  agreement: string;
  findings: OutcomeCounts;
  clauses: { clause: string; findings: OutcomeCounts }[];
}
