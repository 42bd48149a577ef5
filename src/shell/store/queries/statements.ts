/** Lists of statements: who said what to whom, and by when it is due. */
import type { CodedStatement } from '../../../model/coded-report.ts';

export interface StatementFilter {
  /** Days as YYYY-MM-DD, both inclusive: when it was said, or else when the report was published. */
  from?: string;
  to?: string;
  kind?: readonly CodedStatement['kind'][];
  /** Actor ids. */
  speaker?: readonly string[];
  withDeadline?: boolean;
  q?: string;
}

export interface StatementRow {
  report: { id: string; title: string | null; source: string | null; published: string | null; illustrative: boolean };
  statement: CodedStatement;
  /** The stated words with up to 160 characters on either side; `start` and `end` as in the statement's span. */
  passage: { start: number; end: number; before: string; quote: string; after: string };
  deadlineWords: string | null;
}
