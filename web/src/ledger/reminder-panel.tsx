/** What falls due soon, and what fell due and waits for a person, as of the day that the page shows. */
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Reminders } from '../../../src/shell/http/contract.ts';
import { reminders } from '../api.ts';
import { writtenDay } from '../format/dates.ts';
import { Answered } from '../marks/page-states.tsx';
import { useSpeech } from '../words/use-words.ts';
import { RecordCard } from './record-card.tsx';

const SPANS = ['7', '14', '30', '90'] as const;

interface Asked {
  asOf: string | undefined;
  withinDays: string | undefined;
  change: (part: { within?: string | undefined }) => void;
}

export function ReminderPanel({ asOf, withinDays, change }: Asked) {
  const { words } = useSpeech();
  const heading = useId();
  const asked = useQuery({ ...reminders({ asOf, withinDays }), placeholderData: (before) => before });
  return (
    <section className="panel stack" aria-labelledby={heading}>
      <h2 id={heading}>{words.ledger.reminders}</h2>
      <div className="row small">
        <label className="row">
          <span className="soft">{words.ledger.within}</span>
          <select
            className="input"
            value={withinDays ?? '14'}
            onChange={(event) => change({ within: event.target.value })}
          >
            {SPANS.map((span) => (
              <option key={span} value={span}>
                {words.ledger.days(Number(span))}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Answered asked={asked}>{(answer) => <Found answer={answer} asOf={asOf} />}</Answered>
    </section>
  );
}

function Found({ answer, asOf }: { answer: Reminders; asOf: string | undefined }) {
  const { words, locale } = useSpeech();
  const groups = [
    [words.ledger.soon(answer.withinDays), answer.due],
    [words.ledger.past(answer.withinDays), answer.past],
  ] as const;
  return (
    <>
      <p className="small soft">{words.ledger.asOf(writtenDay(answer.asOf.slice(0, 10), locale, words))}</p>
      {answer.due.length + answer.past.length === 0 && <p>{words.ledger.nothingDue}</p>}
      {groups.map(
        ([name, rows]) =>
          rows.length > 0 && (
            <details key={name} open>
              <summary>
                {name}: {rows.length.toLocaleString(locale)}
              </summary>
              <ol className="stack">
                {rows.map((row) => (
                  <li key={row.record.id}>
                    <RecordCard row={row} asOf={asOf} />
                  </li>
                ))}
              </ol>
            </details>
          ),
      )}
    </>
  );
}
