/** The map's place on the page: loads the drawing code when first shown, and says what it cannot show. */
import { useQuery } from '@tanstack/react-query';
import { Component, lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { mapPoints } from '../api.ts';
import { useTheme } from '../chrome/theme.ts';
import { Loading } from '../marks/page-states.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { type Change, FROM_MAP, filterParams, type SituationSearch } from './situation-search.ts';

const IncidentMap = lazy(async () => ({ default: (await import('./incident-map.tsx')).IncidentMap }));

export function MapPanel({ search, change, unplaced }: { search: SituationSearch; change: Change; unplaced: number }) {
  const speech = useSpeech();
  const { words } = speech;
  const { shown } = useTheme();
  const isVisible = useIsWide() || search.tab === 'map';
  const asked = useQuery({
    ...mapPoints(filterParams(search, 'everywhere')),
    enabled: isVisible,
    placeholderData: (before) => before,
  });
  return (
    <section className="situation-map" aria-label={words.situation.map}>
      <MapOrReason>
        <Suspense fallback={<Loading />}>
          {isVisible && asked.data && (
            <IncidentMap
              points={asked.data.points}
              selected={search.incident}
              bbox={search.bbox}
              change={change}
              theme={shown}
              speech={speech}
            />
          )}
        </Suspense>
      </MapOrReason>
      <p className="map-notes small row">
        <label className="tick inline">
          <input
            type="checkbox"
            checked={search.bbox !== undefined}
            onChange={(event) => change({ bbox: event.target.checked ? FROM_MAP : undefined })}
          />
          {words.situation.inView}
        </label>
        <span className="soft">▨ {words.situation.hatched}</span>
        <span className="soft">◌ {words.situation.ring}</span>
        {unplaced > 0 && <span className="soft">{words.situation.unplaced(unplaced)}</span>}
        {asked.data?.truncated === true && (
          <span className="soft">{words.situation.truncated(asked.data.points.length)}</span>
        )}
      </p>
    </section>
  );
}

/** From this width on, map and list stand beside each other; below it the map is drawn only when its tab is open. */
const wide = matchMedia('(min-width: 861px)');
const listen = (changed: () => void): (() => void) => {
  wide.addEventListener('change', changed);
  return () => wide.removeEventListener('change', changed);
};
const useIsWide = (): boolean => useSyncExternalStore(listen, () => wide.matches);

/** A browser without WebGL gets a sentence instead of an empty frame. */
class MapOrReason extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override render(): ReactNode {
    return this.state.failed ? <MapFailed /> : this.props.children;
  }
}

function MapFailed() {
  const words = useWords();
  return <p className="state">{words.situation.mapFailed}</p>;
}
