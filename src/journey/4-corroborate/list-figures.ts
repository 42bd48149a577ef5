/**
 * The killed of both sides of an alignment. Rows of one list are what its owner counts apart, so their figures are added. Two incidents of
 * ours that both look like one row may be parts of it or one event that we count twice: their toll lies between the two readings.
 */
import type { CountedEvent, FigureRange, ListAlignment } from '../../model/counter-list.ts';
import type { Incident } from '../../model/incident.ts';
import { BEYOND_BELIEF } from './harm-ranges.ts';
import { locationOf, spanOf } from './profile.ts';
import { arePlacesApart, areTimesApart, saysNotHow } from './same-incident.ts';

export function compareKilled(rows: readonly CountedEvent[], incidents: readonly Incident[]): ListAlignment['killed'] {
  const theirs = sumOf(rows.map(({ killed, unit }) => killed ?? (unit === 'person' ? ONE : null)));
  const isTotal = rows.some(({ unit }) => unit === 'total');
  const ours = isTotal ? sumOf(incidents.map(killedIn)) : tollOf(incidents);
  if (theirs === null || ours === null) return { theirs, ours, verdict: 'unknown' };
  const isBelow = (a: FigureRange, b: FigureRange): boolean => a.max !== null && a.max < b.min;
  return { theirs, ours, verdict: isBelow(theirs, ours) || isBelow(ours, theirs) ? 'differ' : 'agree' };
}

const ONE: FigureRange = { min: 1, best: 1, max: 1 };
/** A toll that nobody believes is not known. */
const killedIn = ({ harm: { killed } }: Incident): FigureRange | null =>
  killed === undefined || killed.rule === BEYOND_BELIEF ? null : killed;

/** The sum of all is the most; the least is that of those which certainly are events apart, the deadliest first. */
function tollOf(incidents: readonly Incident[]): FigureRange | null {
  const sum = sumOf(incidents.map(killedIn));
  if (sum === null) return null;
  const apart: Incident[] = [];
  const deadliest = incidents.toSorted((a, b) => (killedIn(b)?.min ?? 0) - (killedIn(a)?.min ?? 0));
  for (const incident of deadliest) if (apart.every((other) => areSurelyApart(incident, other))) apart.push(incident);
  if (apart.length === incidents.length) return sum;
  return { ...sum, min: sumOf(apart.map(killedIn))?.min ?? 0, best: null };
}

/**
 * Their times or places cannot be one, or one report tells of both as acts of a named kind. "Nine were killed" beside an air strike in the same
 * report may be of that strike.
 */
export function areSurelyApart(a: Incident, b: Incident): boolean {
  const told = new Set(a.links.map(({ report }) => report));
  const areNamed = !saysNotHow(a.type) && !saysNotHow(b.type);
  if (areNamed && b.links.some(({ report }) => told.has(report))) return true;
  const timed = (one: Incident) => ({ aggregate: one.aggregate, ...spanOf(one.time) });
  return (
    areTimesApart(timed(a), timed(b)) || arePlacesApart({ place: locationOf(a.place) }, { place: locationOf(b.place) })
  );
}

/** Null when nobody gives a figure; those without one leave the sum open above. */
function sumOf(ranges: readonly (FigureRange | null)[]): FigureRange | null {
  const known = ranges.filter((range) => range !== null);
  if (known.length === 0) return null;
  const isWhole = known.length === ranges.length;
  const add = (values: readonly (number | null)[]): number | null =>
    isWhole && values.every((value) => value !== null) ? values.reduce((sum, value) => sum + value, 0) : null;
  return {
    min: known.reduce((sum, { min }) => sum + min, 0),
    best: add(known.map(({ best }) => best)),
    max: add(known.map(({ max }) => max)),
  };
}
