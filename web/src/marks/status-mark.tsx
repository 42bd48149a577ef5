/** What became of a statement, by shape and word. A withdrawn one is struck. */
import type { StatementRecord } from '../../../src/model/statement-record.ts';
import { useWords } from '../words/use-words.ts';

export type StatusId = StatementRecord['status']['value'];

/** In the order of lists and legends. */
export const STATUS_ORDER: readonly StatusId[] = ['open', 'met', 'missed', 'overtaken', 'withdrawn', 'unclear'];
const SHAPE: Record<StatusId, string> = {
  open: '○',
  met: '●',
  missed: '✕',
  overtaken: '↷',
  withdrawn: '—',
  unclear: '?',
};

export function StatusMark({ status }: { status: StatusId }) {
  const { ledger } = useWords();
  return (
    <span className="status" data-status={status}>
      <span className="shape" aria-hidden="true">
        {SHAPE[status]}
      </span>
      <span className="status-word">{ledger.status[status]}</span>
    </span>
  );
}
