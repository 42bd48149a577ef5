/** The situation: map, timeline and list of the same incidents, each narrowing the others, all of it in the address. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { SituationSummary } from '../../../src/shell/http/contract.ts';
import { incidentPages, summary } from '../api.ts';
import { Sheet } from '../chrome/sheet.tsx';
import { IllustrativeNote } from '../marks/illustrative-note.tsx';
import { Answered, Empty } from '../marks/page-states.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { IncidentDrawer } from './incident-drawer.tsx';
import { IncidentList } from './incident-list.tsx';
import { MapPanel } from './map-panel.tsx';
import { SearchField } from './search-field.tsx';
import { SituationFilters } from './situation-filters.tsx';
import {
  type Change,
  filterParams,
  isFiltered,
  NO_FILTERS,
  type SituationSearch,
  TABS,
  type Tab,
} from './situation-search.ts';
import { TimelinePanel } from './timeline-panel.tsx';

export function SituationPage() {
  const search = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const change: Change = useCallback(
    (part) =>
      void navigate({ search: (before: SituationSearch) => ({ ...before, ...part }), replace: !('incident' in part) }),
    [navigate],
  );
  const all = useQuery(summary({}));
  return (
    <Answered asked={all} isPage>
      {(base) => <Situation base={base} search={search} change={change} />}
    </Answered>
  );
}

function Situation({ base, search, change }: { base: SituationSummary; search: SituationSearch; change: Change }) {
  const words = useWords();
  const [sheetShown, setSheetShown] = useState(false);
  const found = useQuery({ ...summary(filterParams(search, 'window')), placeholderData: (before) => before });
  const list = useInfiniteQuery({
    ...incidentPages({ ...filterParams(search, 'window'), sort: search.sort }),
    placeholderData: (before) => before,
  });
  const tab = TABS.find((id) => id === search.tab) ?? 'list';
  if (base.incidents === 0) return <NothingYet />;
  const filters = <SituationFilters base={base} found={found.data} search={search} change={change} />;
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="situation" data-tab={tab} data-selected={search.incident !== undefined}>
      <header className="situation-head">
        <h1>{words.situation.title}</h1>
        <p className="soft" role="status">
          {found.data && words.situation.summary(found.data.incidents, found.data.reports)}
        </p>
        <IllustrativeNote shown={base.illustrative} />
        <SearchField value={search.q} label={words.situation.searchHint} search={(q) => change({ q })} />
        <button type="button" className="button filters-button" onClick={() => setSheetShown(true)}>
          {words.situation.showFilters}
        </button>
        <Tabs tab={tab} choose={(next) => change({ tab: next })} />
      </header>
      <aside className="situation-filters" aria-label={words.situation.filters}>
        {filters}
      </aside>
      <Sheet title={words.situation.filters} open={sheetShown} close={() => setSheetShown(false)}>
        {filters}
      </Sheet>
      <MapPanel search={search} change={change} unplaced={found.data?.unplaced ?? 0} />
      <TimelinePanel summary={found.data} rows={rows} change={change} />
      <div className="situation-side">
        <section className="situation-list" aria-label={words.situation.list}>
          {rows.length === 0 && list.isSuccess ? (
            <NothingFits search={search} change={change} />
          ) : (
            <Answered asked={list}>
              {() => <IncidentList asked={list} rows={rows} search={search} change={change} />}
            </Answered>
          )}
        </section>
        {search.incident !== undefined && (
          <IncidentDrawer id={search.incident} close={() => change({ incident: undefined })} />
        )}
      </div>
    </div>
  );
}

function Tabs({ tab, choose }: { tab: Tab; choose: (tab: Tab) => void }) {
  const words = useWords();
  return (
    <fieldset className="tabs">
      {TABS.map((id) => (
        <button key={id} type="button" className="button" aria-pressed={id === tab} onClick={() => choose(id)}>
          {words.situation[id]}
        </button>
      ))}
    </fieldset>
  );
}

function NothingYet() {
  const { words } = useSpeech();
  return (
    <div className="page">
      <h1>{words.situation.title}</h1>
      <Empty title={words.situation.nothingTitle}>{words.situation.nothingText}</Empty>
    </div>
  );
}

function NothingFits({ search, change }: { search: SituationSearch; change: Change }) {
  const words = useWords();
  return (
    <Empty title={words.situation.emptyTitle}>
      {words.situation.emptyText}{' '}
      {isFiltered(search) && (
        <button type="button" className="button" onClick={() => change(NO_FILTERS)}>
          {words.clear}
        </button>
      )}
    </Empty>
  );
}
