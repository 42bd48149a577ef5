/** The map's look: greys and outlines from our own files; no tile, glyph or sprite of another host. */
import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import { collection } from './map-shapes.ts';

export interface MapColours {
  land: string;
  sea: string;
  line: string;
  strong: string;
  accent: string;
}

export function coloursNow(): MapColours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    land: read('--map-land'),
    sea: read('--map-sea'),
    line: read('--map-line'),
    strong: read('--line-strong'),
    accent: read('--tone-2'),
  };
}

const empty = { type: 'geojson', data: collection([]) } as const;

export function styleOf(colours: MapColours): StyleSpecification {
  return {
    version: 8,
    sources: {
      countries: { type: 'geojson', data: '/api/v1/map/outlines/countries', attribution: 'Natural Earth' },
      provinces: empty,
      areas: empty,
      rings: empty,
      incidents: {
        ...empty,
        cluster: true,
        clusterRadius: 44,
        clusterMaxZoom: 12,
        clusterProperties: {
          killedMin: ['+', ['get', 'killedMin']],
          killedMax: ['+', ['get', 'killedMax']],
          open: ['max', ['get', 'open']],
          coarse: ['max', ['get', 'coarse']],
          isSelected: ['max', ['get', 'isSelected']],
        },
      },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': colours.land } },
      { id: 'provinces', type: 'line', source: 'provinces', paint: { 'line-color': colours.line, 'line-width': 0.7 } },
      { id: 'borders', type: 'line', source: 'countries', paint: { 'line-color': colours.strong, 'line-width': 1.1 } },
      {
        id: 'areas-fill',
        type: 'fill',
        source: 'areas',
        paint: {
          'fill-pattern': 'hatch',
          'fill-opacity': ['case', ['get', 'isSelected'], 0.9, ['get', 'isWide'], 0.12, 0.45],
        },
      },
      {
        id: 'areas-line',
        type: 'line',
        source: 'areas',
        paint: {
          'line-color': colours.accent,
          'line-width': ['case', ['get', 'isSelected'], 2.5, 1],
          'line-opacity': ['case', ['get', 'isWide'], 0, 1],
        },
      },
      {
        id: 'rings',
        type: 'line',
        source: 'rings',
        paint: {
          'line-color': colours.accent,
          'line-width': ['case', ['get', 'isSelected'], 2, 1],
          'line-dasharray': [2, 2],
        },
      },
      { id: 'incidents', type: 'circle', source: 'incidents', paint: { 'circle-radius': 1, 'circle-opacity': 0 } },
    ],
  };
}

/** Diagonal lines as a pattern, drawn here so that nothing is fetched. */
export function addHatch(map: MapLibre, colour: string): void {
  const size = 16;
  const canvas = new OffscreenCanvas(size, size);
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.6;
  for (const shift of [-size, 0, size]) {
    pen.beginPath();
    pen.moveTo(shift, size);
    pen.lineTo(shift + size, 0);
    pen.stroke();
  }
  const image = pen.getImageData(0, 0, size, size);
  if (map.hasImage('hatch')) map.updateImage('hatch', image);
  else map.addImage('hatch', image, { pixelRatio: 2 });
}

export function repaint(map: MapLibre, colours: MapColours): void {
  map.setPaintProperty('sea', 'background-color', colours.sea);
  map.setPaintProperty('land', 'fill-color', colours.land);
  map.setPaintProperty('provinces', 'line-color', colours.line);
  map.setPaintProperty('borders', 'line-color', colours.strong);
  map.setPaintProperty('areas-line', 'line-color', colours.accent);
  map.setPaintProperty('rings', 'line-color', colours.accent);
  addHatch(map, colours.accent);
}
