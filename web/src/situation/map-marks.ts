/** What stands on the map as page elements, so that it needs no glyphs: incidents, clusters, areas, names of places. */
import { type GeoJSONSource, type Map as MapLibre, Marker } from 'maplibre-gl';
import { writtenCount } from '../format/counts.ts';
import { OUTCOME_SHAPE } from '../marks/outcomes.ts';
import type { Speech } from '../words/use-words.ts';
import type { AreaGroup, MapPoint } from './map-shapes.ts';

export interface MarkActions {
  select: (id: string) => void;
  /** Shows an area's incidents in the list. */
  narrow: (points: readonly MapPoint[]) => void;
}

type Cluster = {
  cluster_id: number;
  point_count: number;
  killedMin: number;
  killedMax: number;
  open: number;
  coarse: number;
  isSelected: number;
};

function button(className: string, label: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.title = label;
  element.setAttribute('aria-label', label);
  // The list beside the map is its equal for the keyboard; a hundred marks in its way would not be.
  element.tabIndex = -1;
  element.addEventListener('click', (event) => {
    event.stopPropagation();
    press();
  });
  return element;
}

function killedText(min: number, max: number | null, { locale, words }: Speech): string {
  return words.harmShort('killed', writtenCount({ min, best: null, max }, locale, words).long);
}

function incidentMark(point: MapPoint, isSelected: boolean, speech: Speech, actions: MarkActions): HTMLElement {
  const { words } = speech;
  const what = words.titleAt(words.type[point.type] ?? point.type, point.name ?? point.admin1 ?? '');
  const killed = point.killedMin === null ? '' : `, ${killedText(point.killedMin, point.killedMax, speech)}`;
  const outcome = words.outcome[point.outcome ?? 'not-assessed'] ?? '';
  const element = button('map-mark', `${what}${killed}. ${outcome}`, () => actions.select(point.id));
  element.dataset.selected = String(isSelected);
  element.dataset.outcome = point.outcome ?? 'not-assessed';
  element.textContent = point.outcome === null ? '·' : OUTCOME_SHAPE[point.outcome];
  return element;
}

export function areaMark(area: AreaGroup, isSelected: boolean, speech: Speech, actions: MarkActions): HTMLElement {
  const [only] = area.points;
  const press = (): void =>
    area.points.length === 1 && only !== undefined ? actions.select(only.id) : actions.narrow(area.points);
  const element = button('map-mark area', speech.words.situation.area(area.points.length, area.name), press);
  element.dataset.selected = String(isSelected);
  element.textContent = area.points.length.toLocaleString(speech.locale);
  return element;
}

function clusterMark(map: MapLibre, cluster: Cluster, at: [number, number], speech: Speech): HTMLElement {
  const { words } = speech;
  const range = { min: cluster.killedMin, best: null, max: cluster.open === 1 ? null : cluster.killedMax };
  const killed = writtenCount(range, speech.locale, words);
  const label = words.situation.cluster(cluster.point_count, words.harmShort('killed', killed.long));
  const element = button(
    'map-mark cluster',
    cluster.coarse === 1 ? `${label} (${words.situation.mixed})` : label,
    () => {
      const source = map.getSource<GeoJSONSource>('incidents');
      void source?.getClusterExpansionZoom(cluster.cluster_id).then((zoom) => map.easeTo({ center: at, zoom }));
    },
  );
  element.dataset.selected = String(cluster.isSelected === 1);
  const count = document.createElement('b');
  count.textContent = cluster.point_count.toLocaleString(speech.locale);
  element.append(count);
  if (cluster.killedMin > 0 || cluster.open === 1) {
    const small = document.createElement('small');
    small.textContent = words.harmShort('killed', killed.short);
    // The label says the same in full.
    small.setAttribute('aria-hidden', 'true');
    element.append(small);
  }
  return element;
}

/** Keeps one element for each cluster and single incident that the map's index gives for the present view. */
export function syncMarks(
  map: MapLibre,
  kept: Map<string, Marker>,
  points: ReadonlyMap<string, MapPoint>,
  selected: string | undefined,
  speech: Speech,
  actions: MarkActions,
): void {
  const seen = new Set<string>();
  for (const feature of map.querySourceFeatures('incidents')) {
    if (feature.geometry.type !== 'Point') continue;
    const [lon = 0, lat = 0] = feature.geometry.coordinates;
    const at: [number, number] = [lon, lat];
    const point = points.get(String(feature.properties.id));
    // While new points are being taken in, the index still gives some of the old.
    if (point === undefined && feature.properties.cluster !== true) continue;
    const key =
      point === undefined
        ? `cluster ${feature.properties.cluster_id} ${feature.properties.isSelected}`
        : `${point.id} ${point.id === selected}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (kept.has(key)) continue;
    // Properties of a cluster are those that the style's clusterProperties declare.
    const element =
      point === undefined
        ? clusterMark(map, feature.properties as Cluster, at, speech)
        : incidentMark(point, point.id === selected, speech, actions);
    kept.set(key, new Marker({ element }).setLngLat(at).addTo(map));
  }
  for (const [key, marker] of kept) {
    if (seen.has(key)) continue;
    marker.remove();
    kept.delete(key);
  }
}

export function nameLabel(text: string, kind: 'country' | 'province'): HTMLElement {
  const element = document.createElement('span');
  element.className = `map-name ${kind}`;
  element.textContent = text;
  element.setAttribute('aria-hidden', 'true');
  return element;
}
