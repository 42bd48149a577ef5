/** Statements: the ledger with what became of each, or every statement as it was said; each with its words. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { StatementRow } from '../../../src/shell/http/contract.ts';
import { statementPages } from '../api.ts';
import { writtenDay, writtenInterval } from '../format/dates.ts';
import { AsOfField } from '../ledger/as-of-field.tsx';
import { RecordFilters, RecordList } from '../ledger/record-list.tsx';
import { ReminderPanel } from '../ledger/reminder-panel.tsx';
import { NotStated } from '../marks/harm-words.tsx';
import { IllustrativeNote } from '../marks/illustrative-note.tsx';
import { joinedPassages } from '../marks/joined-passages.ts';
import { MoreButton } from '../marks/more-button.tsx';
import { Answered, Empty } from '../marks/page-states.tsx';
import { QuotedPassage } from '../marks/quoted-passage.tsx';
import { SearchField } from '../situation/search-field.tsx';
import { useSpeech } from '../words/use-words.ts';

export function StatementListPage() {
  const { words } = useSpeech();
  const search = useSearch({ from: '/statements' });
  const navigate = useNavigate({ from: '/statements' });
  const change = (part: typeof search): void => void navigate({ search: { ...search, ...part }, replace: true });
  const isAll = search.show === 'all';
  const views = [
    [undefined, words.ledger.records, !isAll],
    ['all', words.ledger.all, isAll],
  ] as const;
  return (
    <div className="page">
      <header>
        <h1>{words.statements.title}</h1>
        <p className="soft">{isAll ? words.statements.intro : words.ledger.intro}</p>
        <div className="row">
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a form */}
          <span className="row" role="group" aria-label={words.ledger.views}>
            {views.map(([id, name, isPressed]) => (
              <button
                key={name}
                type="button"
                className="button"
                aria-pressed={isPressed}
                onClick={() => change({ show: id, kind: undefined, form: undefined, status: undefined })}
              >
                {name}
              </button>
            ))}
          </span>
          <SearchField value={search.q} label={words.search} search={(q) => change({ q })} />
          {isAll ? (
            <KindChoice kind={search.kind} change={change} />
          ) : (
            <RecordFilters form={search.form} status={search.status} change={change} />
          )}
          <label className="tick inline small">
            <input
              type="checkbox"
              checked={search.deadline === 'with'}
              onChange={(event) => change({ deadline: event.target.checked ? 'with' : undefined })}
            />
            {words.statements.onlyDeadline}
          </label>
          {!isAll && <AsOfField asOf={search.asOf} set={(asOf) => change({ asOf })} />}
        </div>
      </header>
      {isAll ? <StatementList search={search} /> : <Ledger search={search} change={change} />}
    </div>
  );
}

interface Search {
  q?: string | undefined;
  kind?: string | undefined;
  deadline?: string | undefined;
  form?: string | undefined;
  status?: string | undefined;
  speaker?: string | undefined;
  asOf?: string | undefined;
  within?: string | undefined;
  show?: string | undefined;
}

function Ledger({ search, change }: { search: Search; change: (part: Search) => void }) {
  const { q, deadline, form, status, speaker, asOf, within } = search;
  return (
    <>
      <ReminderPanel asOf={asOf} withinDays={within} change={change} />
      <RecordList search={{ q, deadline, form, status, speaker, asOf }} />
    </>
  );
}

function KindChoice({ kind, change }: { kind: string | undefined; change: (part: Search) => void }) {
  const { words } = useSpeech();
  return (
    <label className="row small">
      <span className="soft">{words.statements.kind}</span>
      <select
        className="input"
        value={kind ?? ''}
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
  );
}

/** Every statement of every report, also those that leave nothing to become of. */
function StatementList({ search: { q, kind, deadline, speaker } }: { search: Search }) {
  const { words } = useSpeech();
  const asked = useInfiniteQuery({
    ...statementPages({ q, kind, deadline, speaker }),
    placeholderData: (before) => before,
  });
  const rows = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <IllustrativeNote shown={rows.some((row) => row.report.illustrative)} />
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
      <MoreButton asked={asked} />
    </>
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
