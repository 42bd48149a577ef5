/** The records of the statements ledger, narrowed by form and by what became of them, with reminders above. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Params } from '../api.ts';
import { recordPages } from '../api.ts';
import { IllustrativeNote } from '../marks/illustrative-note.tsx';
import { MoreButton } from '../marks/more-button.tsx';
import { Answered, Empty } from '../marks/page-states.tsx';
import { STATUS_ORDER } from '../marks/status-mark.tsx';
import { useWords } from '../words/use-words.ts';
import { RecordCard } from './record-card.tsx';

export function RecordList({ search }: { search: Params }) {
  const words = useWords();
  const asked = useInfiniteQuery({ ...recordPages(search), placeholderData: (before) => before });
  const rows = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <IllustrativeNote shown={rows.some(({ report }) => report.illustrative)} />
      <Answered asked={asked}>
        {() =>
          rows.length === 0 && !asked.hasNextPage ? (
            <Empty title={words.ledger.empty}>{words.ledger.emptyText}</Empty>
          ) : (
            <ol className="stack">
              {rows.map((row) => (
                <li key={row.record.id}>
                  <RecordCard row={row} asOf={search['asOf']} />
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

interface Choices {
  form: string | undefined;
  status: string | undefined;
  change: (part: { form?: string | undefined; status?: string | undefined }) => void;
}

export function RecordFilters({ form, status, change }: Choices) {
  const { any, ledger } = useWords();
  return (
    <>
      <label className="row small">
        <span className="soft">{ledger.formLabel}</span>
        <select
          className="input"
          value={form ?? ''}
          onChange={(event) => change({ form: event.target.value || undefined })}
        >
          <option value="">{any}</option>
          {Object.entries(ledger.form).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="row small">
        <span className="soft">{ledger.statusLabel}</span>
        <select
          className="input"
          value={status ?? ''}
          onChange={(event) => change({ status: event.target.value || undefined })}
        >
          <option value="">{any}</option>
          {STATUS_ORDER.map((id) => (
            <option key={id} value={id}>
              {ledger.status[id]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
