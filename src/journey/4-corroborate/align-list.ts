/**
 * Another monitor's list beside our incidents: which rows and incidents are one event, which are counted in another unit, which only
 * one side has. Nothing of theirs becomes a report of ours, and their figures never enter our ranges.
 */
import { distanceKm } from '../../measure/distance.ts';
import type { Count } from '../../model/coded-report.ts';
import type { CountedEvent, CounterList, FigureRange, ListAlignment } from '../../model/counter-list.ts';
import type { HarmRange, Incident } from '../../model/incident.ts';
import { linkWords } from '../../model/link-words.ts';
import { areSurelyApart, compareKilled } from './list-figures.ts';
import { NearIncidents } from './near-incidents.ts';
import { compareText } from './order.ts';
import { distinctNames, locationOf, type Profile, spanOf } from './profile.ts';
import { likeness } from './same-incident.ts';

interface Candidate {
  readonly row: CountedEvent;
  readonly incident: Incident;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** `threshold` is the least score of a row and an incident that are held to be one event. The likeliest pairs go first. */
export function alignList(list: CounterList, incidents: readonly Incident[], threshold: number): ListAlignment[] {
  const acts = incidents.filter(isAct);
  const rows = groupsOf(list.events);
  const candidates = candidatesOf(rows.single, acts, threshold);
  const taken = new Map<string, ListAlignment>();
  const result: ListAlignment[] = [];
  for (const candidate of candidates) {
    const { row, incident, score, reasons } = candidate;
    const [theirs, ours] = [taken.get(rowKey(row)), taken.get(incident.id)];
    if (theirs === undefined && ours === undefined) {
      const pair = alignment('agreed', [row], [incident], { score, reasons });
      result.push(pair);
      taken.set(rowKey(row), pair);
      taken.set(incident.id, pair);
    } else if (theirs === undefined && ours !== undefined) taken.set(rowKey(row), joined(ours, candidate));
    else if (ours === undefined && theirs !== undefined) taken.set(incident.id, joined(theirs, candidate));
  }
  const byRow = new Map(list.events.map((event) => [event.id, event]));
  const byIncident = new Map(acts.map((incident) => [incident.id, incident]));
  const counted = result.map((pair) => recounted(pair, byRow, byIncident));
  const totals = rows.totals.map((row) => totalOf(row, acts));
  const missing = rows.single
    .filter((row) => !taken.has(rowKey(row)))
    .map((row) => alignment(row.unit === 'person' ? 'different-unit' : 'only-theirs', [row], []));
  const covers = coverageOf(list.events);
  const own = acts
    .filter((incident) => !taken.has(incident.id) && covers(incident))
    .map((incident) => alignment('only-ours', [], [incident]));
  return [...counted, ...totals, ...missing, ...own];
}

/** Only what is held to have happened, once, can stand on a list of events. */
const isAct = ({ aggregate, modality }: Incident): boolean =>
  !aggregate && (modality === 'asserted' || modality === 'alleged');

const rowKey = ({ id }: CountedEvent): string => `row ${id}`;

/** Victims of one day and place stand for the act that harmed them; totals are held against sums. */
function groupsOf(events: readonly CountedEvent[]): { single: CountedEvent[]; totals: CountedEvent[] } {
  return {
    single: events.filter(({ unit }) => unit !== 'total'),
    totals: events.filter(({ unit }) => unit === 'total'),
  };
}

function candidatesOf(rows: readonly CountedEvent[], acts: readonly Incident[], threshold: number): Candidate[] {
  const near = new NearIncidents();
  const profiles = acts.map(profileOfIncident);
  for (const [index, profile] of profiles.entries()) near.meet(index, profile);
  const found: Candidate[] = [];
  for (const [position, row] of rows.entries()) {
    const own = profilesOfRow(row);
    const [first] = own;
    if (first === undefined) continue;
    for (const index of near.meet(acts.length + position, first)) {
      const [incident, profile] = [acts[index], profiles[index]];
      if (incident === undefined || profile === undefined) continue;
      const best = own.map((one) => likeness(one, profile)).reduce((a, b) => (b.score > a.score ? b : a));
      if (best.score >= threshold) found.push({ row, incident, ...best });
    }
  }
  return found.sort(
    (a, b) => b.score - a.score || compareText(a.row.id, b.row.id) || compareText(a.incident.id, b.incident.id),
  );
}

/** One profile for each of our types that their word may mean; without a type, as what may be any violence. */
function profilesOfRow({ types, time, place, killed, injured, unit }: CountedEvent): Profile[] {
  return (types.length === 0 ? (['killing'] as const) : types).map((type) => ({
    type,
    aggregate: false,
    ...spanOf(time),
    published: Number.NaN,
    likely: null,
    place: locationOf(place),
    // One victim's row says nothing of how many died.
    killed: unit === 'person' ? null : countOf(killed),
    injured: unit === 'person' ? null : countOf(injured),
    objects: [],
    persons: [],
    culprits: [],
  }));
}

function profileOfIncident(incident: Incident): Profile {
  const { type, time, place, harm, targets, attributions } = incident;
  return {
    type,
    aggregate: false,
    ...spanOf(time),
    published: Number.NaN,
    likely: null,
    place: locationOf(place),
    killed: countOf(harm.killed ?? null),
    injured: countOf(harm.injured ?? null),
    objects: distinctNames(targets.flatMap(({ object }) => object ?? [])),
    persons: [],
    culprits: distinctNames(attributions.flatMap(({ accused }) => accused.actor ?? [])),
  };
}

function countOf(range: FigureRange | HarmRange | null): Count | null {
  if (range === null) return null;
  const { min, best, max } = range;
  return { claim: { op: '=', ...(best === null ? {} : { n: best }) }, min, best, max, spans: [] };
}

interface Evidence {
  score: number | null;
  reasons: readonly string[];
}

function alignment(
  kind: ListAlignment['kind'],
  rows: readonly CountedEvent[],
  incidents: readonly Incident[],
  { score, reasons }: Evidence = { score: null, reasons: [] },
): ListAlignment {
  return {
    kind: kind === 'agreed' && rows.some(({ unit }) => unit !== 'event') ? 'different-unit' : kind,
    theirs: rows.map(({ id }) => id),
    ours: incidents.map(({ id }) => id),
    score,
    reasons: [...reasons],
    killed: compareKilled(rows, incidents),
  };
}

const IN_PARTS = linkWords('link/we-count-parts');
const TWICE = linkWords('link/parts-or-twice');

/** A second row or incident of one event: then one side counts in parts what the other counts as one. */
function joined(pair: ListAlignment, { row, incident, reasons }: Candidate): ListAlignment {
  const isTheirs = !pair.theirs.includes(row.id);
  pair.kind = 'different-unit';
  if (isTheirs) pair.theirs.push(row.id);
  else pair.ours.push(incident.id);
  pair.reasons = [isTheirs ? linkWords('link/they-count-parts') : IN_PARTS, ...pair.reasons, ...reasons].filter(
    (reason, index, all) => all.indexOf(reason) === index,
  );
  return pair;
}

function recounted(
  pair: ListAlignment,
  byRow: ReadonlyMap<string, CountedEvent>,
  byIncident: ReadonlyMap<string, Incident>,
): ListAlignment {
  const rows = pair.theirs.flatMap((id) => byRow.get(id) ?? []);
  const incidents = pair.ours.flatMap((id) => byIncident.get(id) ?? []);
  const areParts = incidents.every((one, at) => incidents.slice(at + 1).every((other) => areSurelyApart(one, other)));
  return {
    ...pair,
    reasons: areParts ? pair.reasons : pair.reasons.map((reason) => (reason === IN_PARTS ? TWICE : reason)),
    killed: compareKilled(rows, incidents),
  };
}

/** A row that is a sum stands beside the acts that lie wholly within its time and area. */
function totalOf(row: CountedEvent, acts: readonly Incident[]): ListAlignment {
  const { from, until } = spanOf(row.time);
  const place = locationOf(row.place);
  const within = acts.filter((incident) => {
    const own = spanOf(incident.time);
    if (own.from < from || own.until > until) return false;
    const point = locationOf(incident.place)?.point ?? null;
    if (place?.point == null || point === null) return place === null;
    return distanceKm(place.point, point) <= place.radiusKm;
  });
  return alignment('different-unit', [row], within, {
    score: null,
    reasons: [linkWords('link/total')],
  });
}

/** Kilometres round its rows within which a list may be expected to have an event. */
const COVERED_KM = 100;

/** Whether an incident is of a kind, time and region that the list counts at all: what it does not cover it does not lack. */
function coverageOf(events: readonly CountedEvent[]): (incident: Incident) => boolean {
  const types = new Set(events.flatMap((event) => event.types));
  const from = events.reduce((least, { time }) => Math.min(least, spanOf(time).from), Number.POSITIVE_INFINITY);
  const until = events.reduce((most, { time }) => Math.max(most, spanOf(time).until), Number.NEGATIVE_INFINITY);
  const points = events.flatMap(({ place }) => locationOf(place)?.point ?? []);
  const cells = new Set(points.flatMap(({ lat, lon }) => around(lat, lon)));
  return ({ type, time, place }) => {
    const own = spanOf(time);
    if ((types.size > 0 && !types.has(type)) || own.time === null || own.from < from || own.until > until) return false;
    const point = locationOf(place)?.point ?? null;
    return point !== null && cells.has(cellOf(point.lat, point.lon));
  };
}

const cellOf = (lat: number, lon: number): string => `${Math.floor(lat)} ${Math.floor(lon)}`;

/** Cells of one degree that lie within reach. */
function around(lat: number, lon: number): string[] {
  const up = COVERED_KM / 111.2;
  const across = up / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
  const cells: string[] = [];
  for (let row = Math.floor(lat - up); row <= Math.floor(lat + up); row += 1)
    for (let column = Math.floor(lon - across); column <= Math.floor(lon + across); column += 1)
      cells.push(`${row} ${column}`);
  return cells;
}
