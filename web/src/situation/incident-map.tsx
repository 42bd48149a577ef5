/** The map: each incident drawn as exactly as it is known, from outlines that come with the program. */
import 'maplibre-gl/dist/maplibre-gl.css';
import {
  AttributionControl,
  type GeoJSONSource,
  Map as MapLibre,
  Marker,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Speech } from '../words/use-words.ts';
import { areaMark, type MarkActions, nameLabel, syncMarks } from './map-marks.ts';
import { loadOutlines, type Outlines } from './map-outlines.ts';
import { boundsOf, collection, featureOf, grouped, type MapPoint, ring } from './map-shapes.ts';
import { addHatch, coloursNow, repaint, styleOf } from './map-style.ts';
import { type Change, FROM_MAP } from './situation-search.ts';

setWorkerUrl(workerUrl);

interface Shown {
  points: readonly MapPoint[];
  selected: string | undefined;
  bbox: string | undefined;
  change: Change;
  theme: 'light' | 'dark';
  speech: Speech;
}

/** Rings smaller than this cannot be told from the mark itself. */
const LEAST_RING_KM = 1;

export function IncidentMap({ points, selected, bbox, change, theme, speech }: Shown) {
  const frame = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const { pinned, areas } = useMemo(() => grouped(points), [points]);
  const outlines = useOutlines(points);
  const actions = useMemo<MarkActions>(
    () => ({
      select: (id) => change({ incident: id }),
      narrow: (inside) => change({ bbox: boundsOf(inside)?.join(','), incident: undefined }),
    }),
    [change],
  );
  const firstView = useRef(bbox === undefined || bbox === FROM_MAP ? firstBounds(points) : boxOf(bbox));

  useEffect(() => {
    if (frame.current === null) return;
    const made = new MapLibre({
      container: frame.current,
      style: styleOf(coloursNow()),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxZoom: 14,
      ...(firstView.current === null ? { center: [20, 20], zoom: 1 } : { bounds: firstView.current }),
      fitBoundsOptions: { padding: 40 },
    });
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    made.addControl(new ScaleControl(), 'bottom-left');
    made.addControl(new AttributionControl({ compact: false }), 'bottom-right');
    made.keyboard.disableRotation();
    made.touchZoomRotate.disableRotation();
    made.on('load', () => {
      addHatch(made, coloursNow().accent);
      // The frame may have changed its size while the style was read.
      if (firstView.current !== null) made.fitBounds(firstView.current, { padding: 40, animate: false });
      // The frame around it is the region; two of one name would be one too many.
      made.getCanvas().removeAttribute('role');
      setMap(made);
    });
    return () => {
      setMap(null);
      made.remove();
    };
  }, []);

  // The theme attribute is set after this renders, so its colours are read a frame later.
  useEffect(() => {
    const frameId = requestAnimationFrame(
      () => map !== null && document.documentElement.dataset.theme === theme && repaint(map, coloursNow()),
    );
    return () => cancelAnimationFrame(frameId);
  }, [map, theme]);
  useIncidents(map, pinned, selected, speech, actions);
  useAreas(map, areas, pinned, outlines, selected, speech, actions);
  useNames(map, outlines, speech);
  useWindow(map, bbox, change);
  return (
    <section
      className="map-frame"
      ref={frame}
      dir="ltr"
      aria-label={speech.words.situation.mapLabel}
      data-ready={map !== null}
    />
  );
}

/** The country that most incidents lie in: talks abroad do not make the first view a map of the world. */
function firstBounds(points: readonly MapPoint[]): [number, number, number, number] | null {
  const placed = points.filter(
    ({ precision, aggregate }) => precision !== 'country' && precision !== 'region' && !aggregate,
  );
  const byCountry = [...Map.groupBy(placed, ({ country }) => country).values()].sort((a, b) => b.length - a.length);
  const [main = []] = byCountry;
  const bounds = boundsOf(main.length * 2 >= placed.length ? main : placed);
  if (bounds === null) return boundsOf(points);
  const [west, south, east, north] = bounds;
  const margin = Math.max(0.3, (east - west) * 0.1, (north - south) * 0.1);
  return [west - margin, south - margin, east + margin, north + margin];
}

function boxOf(bbox: string): [number, number, number, number] | null {
  const [west, south, east, north] = bbox.split(',').map(Number);
  if (
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined ||
    Number.isNaN(west + south + east + north)
  )
    return null;
  return [west, south, east, north];
}

function setData(map: MapLibre, source: string, features: GeoJSON.Feature[]): void {
  map.getSource<GeoJSONSource>(source)?.setData(collection(features));
}

function useIncidents(
  map: MapLibre | null,
  pinned: readonly MapPoint[],
  selected: string | undefined,
  speech: Speech,
  actions: MarkActions,
): void {
  useEffect(() => {
    if (map === null) return;
    const byId = new Map(pinned.map((point) => [point.id, point]));
    const kept = new Map<string, Marker>();
    const sync = (): void => syncMarks(map, kept, byId, selected, speech, actions);
    setData(
      map,
      'incidents',
      pinned.map((point) => pointFeature(point, selected)),
    );
    map.on('render', sync);
    return () => {
      map.off('render', sync);
      for (const marker of kept.values()) marker.remove();
    };
  }, [map, pinned, selected, speech, actions]);
}

function pointFeature(point: MapPoint, selected: string | undefined): GeoJSON.Feature {
  const killedMin = point.killedMin ?? 0;
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [point.longitude, point.latitude] },
    properties: {
      id: point.id,
      killedMin,
      killedMax: point.killedMax ?? killedMin,
      open: point.killedMin !== null && point.killedMax === null ? 1 : 0,
      coarse: (point.radiusKm ?? 0) > LEAST_RING_KM ? 1 : 0,
      isSelected: point.id === selected ? 1 : 0,
    },
  };
}

function useAreas(
  map: MapLibre | null,
  areas: ReturnType<typeof grouped>['areas'],
  pinned: readonly MapPoint[],
  outlines: Outlines,
  selected: string | undefined,
  speech: Speech,
  actions: MarkActions,
): void {
  useEffect(() => {
    if (map === null) return;
    const hasSelected = (points: readonly MapPoint[]): boolean => points.some((point) => point.id === selected);
    const outlined = areas.map((area) => ({
      area,
      outline: outlines.outlineOf(area),
      isSelected: hasSelected(area.points),
    }));
    setData(
      map,
      'areas',
      outlined.flatMap(({ area, outline, isSelected }) =>
        outline === null ? [] : [{ ...outline, properties: { isSelected, isWide: area.precision === 'country' } }],
      ),
    );
    const circles = pinned
      .filter((point) => (point.radiusKm ?? 0) >= LEAST_RING_KM)
      .map((point) => ({ point, isSelected: point.id === selected }));
    setData(map, 'rings', [
      ...circles.map(({ point, isSelected }) =>
        featureOf(ring(point.longitude, point.latitude, point.radiusKm ?? 0), { isSelected }),
      ),
      ...outlined
        .filter(({ outline }) => outline === null)
        .map(({ area, isSelected }) => featureOf(ring(area.longitude, area.latitude, area.radiusKm), { isSelected })),
    ]);
    const marks = outlined.map(({ area, isSelected }) => {
      const at = outlines.middleOf(area);
      return new Marker({ element: areaMark(area, isSelected, speech, actions), offset: [0, -18] })
        .setLngLat(at)
        .addTo(map);
    });
    return () => {
      for (const mark of marks) mark.remove();
    };
  }, [map, areas, pinned, outlines, selected, speech, actions]);
}

function useOutlines(points: readonly MapPoint[]): Outlines {
  const countries = [...new Set(points.flatMap((point) => (point.country === null ? [] : [point.country])))]
    .sort()
    .slice(0, 12)
    .join(',');
  const [outlines, setOutlines] = useState<Outlines>(() => loadOutlines.none);
  useEffect(() => {
    let isWanted = true;
    void loadOutlines(countries === '' ? [] : countries.split(',')).then((loaded) => isWanted && setOutlines(loaded));
    return () => {
      isWanted = false;
    };
  }, [countries]);
  return outlines;
}

function useNames(map: MapLibre | null, outlines: Outlines, speech: Speech): void {
  useEffect(() => {
    if (map === null) return;
    setData(map, 'provinces', outlines.provinces);
    const names = outlines.names(speech.locale).map(({ text, kind, at, leastZoom }) => ({
      leastZoom,
      marker: new Marker({ element: nameLabel(text, kind) }).setLngLat(at),
    }));
    const sync = (): void => {
      for (const { leastZoom, marker } of names) {
        if (map.getZoom() >= leastZoom && map.getBounds().contains(marker.getLngLat())) marker.addTo(map);
        else marker.remove();
      }
    };
    sync();
    map.on('moveend', sync);
    return () => {
      map.off('moveend', sync);
      for (const { marker } of names) marker.remove();
    };
  }, [map, outlines, speech.locale]);
}

/** While the list is narrowed to what the map shows, every move of the map narrows it anew. */
function useWindow(map: MapLibre | null, bbox: string | undefined, change: Change): void {
  const isOn = bbox !== undefined;
  const known = useRef(bbox);
  known.current = bbox;
  useEffect(() => {
    if (map === null || !isOn) return;
    const tell = (): void => {
      const { _sw: sw, _ne: ne } = map.getBounds();
      const now = [Math.max(-180, sw.lng), Math.max(-90, sw.lat), Math.min(180, ne.lng), Math.min(90, ne.lat)]
        .map((degrees) => degrees.toFixed(3))
        .join(',');
      if (now !== known.current) change({ bbox: now });
    };
    if (known.current === FROM_MAP) tell();
    map.on('moveend', tell);
    return () => {
      map.off('moveend', tell);
    };
  }, [map, isOn, change]);
}
