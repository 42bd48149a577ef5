/** Every report that was received. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReportRow } from '../../../src/shell/http/contract.ts';
import { reportPages } from '../api.ts';
import { writtenDay } from '../format/dates.ts';
import { DayField } from '../format/day-field.tsx';
import { IllustrativeNote } from '../marks/illustrative-note.tsx';
import { MoreButton } from '../marks/more-button.tsx';
import { Answered, Empty } from '../marks/page-states.tsx';
import { SearchField } from '../situation/search-field.tsx';
import { useSpeech } from '../words/use-words.ts';

export function ReportListPage() {
  const { words, locale } = useSpeech();
  const { q, from, to } = useSearch({ from: '/reports' });
  const navigate = useNavigate({ from: '/reports' });
  const asked = useInfiniteQuery({ ...reportPages({ q, from, to }), placeholderData: (before) => before });
  const rows = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const total = asked.data?.pages[0]?.total;
  return (
    <div className="page">
      <header>
        <h1>{words.report.listTitle}</h1>
        <p className="row">
          <span className="soft">{words.report.listIntro}</span>
          <IllustrativeNote shown={rows.some((row) => row.illustrative)} />
        </p>
        <div className="row">
          <SearchField
            value={q}
            label={words.search}
            search={(text) => void navigate({ search: { q: text, from, to }, replace: true })}
          />
          <DayField
            layout="row"
            label={words.from}
            value={from ?? ''}
            set={(day) => void navigate({ search: { q, from: day || undefined, to }, replace: true })}
          />
          <DayField
            layout="row"
            label={words.to}
            value={to ?? ''}
            set={(day) => void navigate({ search: { q, from, to: day || undefined }, replace: true })}
          />
          <span className="soft" role="status">
            {typeof total === 'number' && words.reports(total)}
          </span>
        </div>
      </header>
      <Answered asked={asked}>
        {() =>
          rows.length === 0 ? (
            <Empty title={words.report.empty}>{q || from || to ? words.report.noneFits : words.report.emptyText}</Empty>
          ) : (
            <table className="cards panel">
              <thead>
                <tr>
                  <th scope="col">{words.report.title}</th>
                  <th scope="col">{words.report.source}</th>
                  <th scope="col">{words.report.published}</th>
                  <th scope="col">{words.report.holds}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row" className="list-title">
                      <Link data-item="" to="/reports/$id" params={{ id: row.id }} dir="auto" lang={row.language}>
                        {row.title ?? words.report.untitled}
                      </Link>
                    </th>
                    <td data-label={words.report.source}>
                      {row.source ?? <span className="not-stated">{words.notStated}</span>}
                    </td>
                    <td data-label={words.report.published}>{writtenDay(row.published, locale, words)}</td>
                    <td data-label={words.report.holds}>
                      <Holds row={row} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answered>
      <MoreButton asked={asked} />
    </div>
  );
}

function Holds({ row }: { row: ReportRow }) {
  const { words } = useSpeech();
  if (row.refusal !== null) return <span className="tag">{`${words.report.refused}: ${row.refusal.code}`}</span>;
  return (
    <span>
      {words.incidents(row.incidents)}
      {words.comma}
      {words.statementCount(row.statements)}
    </span>
  );
}
