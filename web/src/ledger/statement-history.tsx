/** How a statement stood over time: each status with the day from which it held, and the way to see the record as of that day. */
import { Link } from '@tanstack/react-router';
import type { StatementLedgerRecord } from '../../../src/shell/http/contract.ts';
import { writtenDay } from '../format/dates.ts';
import { StatusMark } from '../marks/status-mark.tsx';
import { SaidReason } from '../reasons/said-reason.tsx';
import { useSpeech } from '../words/use-words.ts';

export function StatementHistory({ detail: { record, history } }: { detail: StatementLedgerRecord }) {
  const { words, locale } = useSpeech();
  return (
    <ol className="stack">
      {history.map(({ from, status }) => {
        const day = from.slice(0, 10);
        return (
          <li key={from}>
            <p className="row">
              <Link to="/statements/$id" params={{ id: record.id }} search={{ asOf: day }}>
                {words.ledger.historyFrom(writtenDay(day, locale, words))}
              </Link>
              <StatusMark status={status.value} />
            </p>
            <p className="small soft">
              <SaidReason text={status.because} reason={status.reason} />
            </p>
          </li>
        );
      })}
    </ol>
  );
}
