/** A small map on which a point is picked: with a pointer, or with arrow keys. The field beside it takes the same by words or numbers. */
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { AgreementDetail } from '../../../src/shell/http/contract.ts';
import { provinceOutlines } from '../api.ts';
import { nameIn, useSpeech } from '../words/use-words.ts';
import {
  following,
  fromDrawing,
  HEIGHT,
  type Point,
  pathIn,
  radiusIn,
  stepped,
  toDrawing,
  type View,
  viewAround,
  WIDTH,
  zoomed,
} from './place-view.ts';

export type MapZone = AgreementDetail['zones'][number];

export interface PlaceMapParts {
  /** Where the incident is held to have happened. */
  known: Point & { name: string; radiusKm: number; country: string | null };
  zones: readonly MapZone[];
  picked: Point | null;
  /** The point under consideration; nothing is asked yet. */
  move: (point: Point) => void;
  /** The point is meant. */
  pick: (point: Point) => void;
}

export function PlaceMap({ known, zones, picked, move, pick }: PlaceMapParts) {
  const speech = useSpeech();
  const { whatIf } = speech.words;
  const [view, setView] = useState(() => viewAround(known, known.radiusKm));
  const seen = picked === null ? view : following(view, picked);
  const outlines = useQuery({ ...provinceOutlines(known.country ?? ''), enabled: known.country !== null });
  /** Enter and Space click a button too, without a place under the pointer. */
  const clicked = (event: MouseEvent): void => {
    setView(seen);
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    pick(event.detail === 0 ? (picked ?? known) : fromDrawing(seen, x * WIDTH, y * HEIGHT));
  };
  const pressed = (event: KeyboardEvent): void => {
    const next = stepped(seen, picked ?? known, event.key);
    if (next !== null) move(next);
    else if (event.key === '+' || event.key === '-') setView(zoomed(seen, event.key === '+' ? 0.5 : 2));
    else return;
    event.preventDefault();
  };
  return (
    <figure className="place-map">
      <button type="button" aria-label={whatIf.mapLabel} onClick={clicked} onKeyDown={pressed}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
          {outlines.data?.features.map(({ properties, geometry }) => (
            <path
              key={properties.code}
              className="province"
              d={geometry.coordinates.flatMap((polygon) => polygon.map((ring) => pathIn(seen, ring, true))).join('')}
            />
          ))}
          {outlines.data?.features.map(({ properties: { code, name, lon, lat } }) => (
            <Name key={code} text={name} at={toDrawing(seen, { longitude: lon, latitude: lat })} />
          ))}
          {zones.map((zone) => (
            <path
              key={zone.id}
              className="zone"
              data-kind={zone.kind}
              d={zone.paths.map((path) => pathIn(seen, path, zone.kind === 'area')).join('')}
            />
          ))}
          <Marks known={known} picked={picked} view={seen} />
        </svg>
      </button>
      <figcaption className="small soft">
        <span className="row">
          <button type="button" className="button" onClick={() => setView(zoomed(seen, 0.5))}>
            {whatIf.nearer}
          </button>
          <button type="button" className="button" onClick={() => setView(zoomed(seen, 2))}>
            {whatIf.farther}
          </button>
        </span>
        {whatIf.mapLegend(zones.map(({ name }) => nameIn(name, speech)).join(speech.words.comma))}
      </figcaption>
    </figure>
  );
}

function Name({ text, at: [x, y] }: { text: string; at: [x: number, y: number] }) {
  return (
    <text x={x} y={y}>
      {text}
    </text>
  );
}

function Marks({ known, picked, view }: Pick<PlaceMapParts, 'known' | 'picked'> & { view: View }) {
  const [x, y] = toDrawing(view, known);
  const [px, py] = picked === null ? [0, 0] : toDrawing(view, picked);
  return (
    <>
      <circle className="reach" cx={x} cy={y} r={Math.max(4, radiusIn(view, known.radiusKm))} />
      <circle className="known" cx={x} cy={y} r={3} />
      <Name text={known.name} at={[x, y - Math.max(4, radiusIn(view, known.radiusKm)) - 4]} />
      {picked !== null && <path className="picked" d={`M${px - 9} ${py}h18M${px} ${py - 9}v18`} />}
    </>
  );
}
