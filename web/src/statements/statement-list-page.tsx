/** Statements: who said what to whom, and by when; each with its words. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { StatementRow } from '../../../src/shell/http/contract.ts';
import { statementPages } from '../api.ts';
import { writtenDay, writtenInterval } from '../format/dates.ts';
import { NotStated } from '../marks/harm-words.tsx';
import { IllustrativeNote } from '../marks/illustrative-note.tsx';
import { joinedPassages } from '../marks/joined-passages.ts';
import { Answered, Empty } from '../marks/page-states.tsx';
import { QuotedPassage } from '../marks/quoted-passage.tsx';
import { SearchField } from '../situation/search-field.tsx';
import { useSpeech } from '../words/use-words.ts';

export function StatementListPage() {
  const { words } = useSpeech();
  const search = useSearch({ from: '/statements' });
  const navigate = useNavigate({ from: '/statements' });
  const asked = useInfiniteQuery({ ...statementPages(search), placeholderData: (before) => before });
  const rows = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const change = (part: typeof search): void => void navigate({ search: { ...search, ...part }, replace: true });
  return (
    <div className="page">
      <header>
        <h1>{words.statements.title}</h1>
        <p className="row">
          <span className="soft">{words.statements.intro}</span>
          <IllustrativeNote shown={rows.some((row) => row.report.illustrative)} />
        </p>
        <div className="row">
          <SearchField value={search.q} label={words.search} search={(q) => change({ q })} />
          <label className="row small">
            <span className="soft">{words.statements.kind}</span>
            <select
              className="input"
              value={search.kind ?? ''}
              onChange={(event) => change({ kind: event.target.value || undefined })}
            >
              <option value="">{words.any}</option>
              {Object.entries(words.statement).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label className="tick inline small">
            <input
              type="checkbox"
              checked={search.deadline === 'with'}
              onChange={(event) => change({ deadline: event.target.checked ? 'with' : undefined })}
            />
            {words.statements.onlyDeadline}
          </label>
        </div>
      </header>
      <Answered asked={asked}>
        {() =>
          rows.length === 0 ? (
            <Empty title={words.statements.empty}>{words.statements.emptyText}</Empty>
          ) : (
            <ol className="stack">
              {rows.map((row) => (
                <li key={`${row.report.id}/${row.statement.id}`}>
                  <StatementCard row={row} />
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
      {asked.hasNextPage && (
        <button
          type="button"
          className="button more"
          disabled={asked.isFetchingNextPage}
          onClick={() => void asked.fetchNextPage()}
        >
          {words.more}
        </button>
      )}
    </div>
  );
}

function StatementCard({ row: { report, statement, passage, deadlineWords } }: { row: StatementRow }) {
  const { words, locale } = useSpeech();
  return (
    <article className="panel statement-card">
      <header className="row">
        <b>{words.statement[statement.kind] ?? statement.kind}</b>
        <span dir="auto">{statement.speaker?.name ?? <NotStated />}</span>
        {statement.addressees.length > 0 && (
          <span className="soft" dir="auto">
            → {statement.addressees.map(({ name }) => name).join(', ')}
          </span>
        )}
        <span className="tag">{statement.quoted ? words.report.quoted : words.report.reported}</span>
      </header>
      <p className="statement-words">
        {joinedPassages([passage]).map((joined) => (
          <QuotedPassage key={joined.start} passage={joined} report={report.id} isItem />
        ))}
      </p>
      {statement.deadline !== null && (
        <p>
          <span className="soft">{words.report.deadline}: </span>
          {writtenInterval(statement.deadline, locale, words)}
          {deadlineWords !== null && <span className="soft"> (“{deadlineWords}”)</span>}
        </p>
      )}
      <p className="small soft">
        <span dir="auto">{report.source ?? words.notStated}</span>, {writtenDay(report.published, locale, words)}
      </p>
    </article>
  );
}
