/** The list beside the map: the same incidents, read by keyboard. */
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { IncidentRow } from '../../../src/shell/http/contract.ts';
import { useSpeech } from '../words/use-words.ts';
import { IncidentCard, useIncidentTitle } from './incident-card.tsx';
import { type Change, type SituationSearch, SORTS } from './situation-search.ts';

interface Listed {
  asked: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  rows: readonly IncidentRow[];
  search: SituationSearch;
  change: Change;
}

export function IncidentList({ asked, rows, search, change }: Listed) {
  const { words } = useSpeech();
  const titleOf = useIncidentTitle();
  const chosen = useRef<HTMLLIElement>(null);
  const { incident } = search;
  useEffect(() => {
    if (incident !== undefined) chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [incident]);
  return (
    <>
      <label className="sort row small">
        <span className="soft">{words.situation.sort}</span>
        <select
          className="input"
          value={search.sort ?? 'newest'}
          onChange={(event) => change({ sort: event.target.value })}
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {words.situation[sort]}
            </option>
          ))}
        </select>
      </label>
      <ol className="incident-list">
        {rows.map((row) => (
          <li
            key={row.id}
            ref={row.id === search.incident ? chosen : undefined}
            aria-current={row.id === search.incident}
          >
            <IncidentCard
              row={row}
              title={
                <Link className="card-title" data-item="" to="/" search={{ ...search, incident: row.id }}>
                  {titleOf(row)}
                </Link>
              }
            />
          </li>
        ))}
      </ol>
      {asked.hasNextPage && (
        <button
          type="button"
          className="button more"
          disabled={asked.isFetchingNextPage}
          onClick={() => asked.fetchNextPage()}
        >
          {asked.isFetchingNextPage ? words.loading : words.more}
        </button>
      )}
    </>
  );
}
