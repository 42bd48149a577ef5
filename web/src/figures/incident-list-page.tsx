/** Exactly the incidents that a figure was computed from. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { incidentPages } from '../api.ts';
import { IllustrativeNote } from '../marks/illustrative-note.tsx';
import { MoreButton } from '../marks/more-button.tsx';
import { Answered, Empty } from '../marks/page-states.tsx';
import { IncidentCard, useIncidentTitle } from '../situation/incident-card.tsx';
import { useWords } from '../words/use-words.ts';
import { FilterWords } from './filter-words.tsx';

export function IncidentListPage() {
  const words = useWords();
  const titleOf = useIncidentTitle();
  const search = useSearch({ from: '/incidents' });
  const asked = useInfiniteQuery(incidentPages(search));
  const rows = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="page">
      <header>
        <h1>{words.figures.title}</h1>
        <p className="soft">{words.figures.intro}</p>
        <FilterWords search={search} />
        <IllustrativeNote shown={rows.some(({ illustrative }) => illustrative)} />
      </header>
      <Answered asked={asked}>
        {({ pages }) =>
          rows.length === 0 ? (
            <Empty title={words.figures.empty}>{words.figures.emptyText}</Empty>
          ) : (
            <section className="stack">
              <h2>{words.incidents(pages[0]?.total ?? rows.length)}</h2>
              <ol className="panel incident-list">
                {rows.map((row) => (
                  <li key={row.id}>
                    <IncidentCard
                      row={row}
                      title={
                        <Link className="card-title" data-item="" to="/incidents/$id" params={{ id: row.id }}>
                          {titleOf(row)}
                        </Link>
                      }
                    />
                  </li>
                ))}
              </ol>
            </section>
          )
        }
      </Answered>
      <MoreButton asked={asked} />
    </div>
  );
}
