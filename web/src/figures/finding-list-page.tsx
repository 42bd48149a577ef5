/** Exactly the findings that a figure counts, each with its plain paragraph and a way to its incident. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { findingPages } from '../api.ts';
import { FindingSummary } from '../incident/finding-summary.tsx';
import { MoreButton } from '../marks/more-button.tsx';
import { OutcomeMark } from '../marks/outcome-mark.tsx';
import { Answered, Empty } from '../marks/page-states.tsx';
import { useWords } from '../words/use-words.ts';
import { FilterWords } from './filter-words.tsx';

export function FindingListPage() {
  const words = useWords();
  const search = useSearch({ from: '/findings' });
  const asked = useInfiniteQuery(findingPages(search));
  const rows = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="page">
      <header>
        <h1>{words.figures.findings}</h1>
        <p className="soft">{words.figures.findingsIntro}</p>
        <FilterWords search={search} />
      </header>
      <Answered asked={asked}>
        {() =>
          rows.length === 0 ? (
            <Empty title={words.figures.empty}>{words.figures.emptyText}</Empty>
          ) : (
            <ol className="stack">
              {rows.map((finding) => (
                <li
                  key={`${finding.incident} ${finding.agreement} ${finding.clause}`}
                  className="finding-card"
                  data-outcome={finding.outcome}
                >
                  <p className="finding-line">
                    <OutcomeMark outcome={finding.outcome} />
                    <Link
                      to="/agreements/$id/clauses/$clause"
                      params={{ id: finding.agreement, clause: finding.clause }}
                    >
                      {finding.agreement}/{finding.clause}
                    </Link>
                  </p>
                  <FindingSummary finding={finding} />
                  <p>
                    <Link data-item="" to="/incidents/$id" params={{ id: finding.incident }}>
                      {words.report.linked}
                    </Link>
                  </p>
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
      <MoreButton asked={asked} />
    </div>
  );
}
