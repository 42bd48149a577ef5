/** A party's words over time: for each month and form, how many records came to which status; each number opens to them. */
import { Link } from '@tanstack/react-router';
import type { PartyDetail } from '../../../src/shell/http/contract.ts';
import { writtenInterval } from '../format/dates.ts';
import { STATUS_ORDER, StatusMark } from '../marks/status-mark.tsx';
import { useSpeech } from '../words/use-words.ts';

export function SpeakerRecord({ months }: { months: PartyDetail['record'] }) {
  const { words, locale } = useSpeech();
  if (months.length === 0) return <p className="soft">{words.party.noRecord}</p>;
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{words.party.month}</th>
          <th scope="col">{words.ledger.formLabel}</th>
          <th scope="col">{words.ledger.statusLabel}</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, form, statuses }) => (
          <tr key={`${month} ${form}`}>
            <th scope="row">{month === null ? words.party.noMonth : writtenMonth(month, locale, words)}</th>
            <td data-label={words.ledger.formLabel}>{words.ledger.form[form]}</td>
            <td data-label={words.ledger.statusLabel}>
              <ul className="row">
                {STATUS_ORDER.map((status) => {
                  const ids = statuses[status] ?? [];
                  return ids.length === 0 ? null : (
                    <li key={status} className="row">
                      <StatusMark status={status} />
                      <RecordLinks ids={ids} />
                    </li>
                  );
                })}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function writtenMonth(month: string, locale: string, words: Parameters<typeof writtenInterval>[2]): string {
  const [year = '', number = ''] = month.split('-');
  const next =
    Number(number) === 12 ? `${Number(year) + 1}-01` : `${year}-${String(Number(number) + 1).padStart(2, '0')}`;
  return writtenInterval({ start: `${month}-01`, end: `${next}-01`, precision: 'month' }, locale, words);
}

function RecordLinks({ ids }: { ids: readonly string[] }) {
  const { words, locale } = useSpeech();
  return (
    <span className="row">
      {ids.map((id, index) => (
        <Link
          key={id}
          className="figure-link number"
          to="/statements/$id"
          params={{ id }}
          aria-label={`${words.ledger.record} ${(index + 1).toLocaleString(locale)}`}
        >
          {(index + 1).toLocaleString(locale)}
        </Link>
      ))}
    </span>
  );
}
