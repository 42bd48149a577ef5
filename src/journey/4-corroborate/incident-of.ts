/** Computes an incident from its links: where the reports agree the narrowest value, where they differ the range and the difference. */
import type { CodedIncident } from '../../model/coded-report.ts';
import type { Incident } from '../../model/incident.ts';
import { attributionStatusOf, attributionsOf } from './attributions.ts';
import { contradictionsOf, isDayDoubtful } from './contradictions.ts';
import { gradesOf } from './grading.ts';
import { type HarmBounds, harmRanges } from './harm-ranges.ts';
import { independenceOf } from './independence.ts';
import type { Member } from './member.ts';
import type { SourceContext } from './source-context.ts';

/** Kilometres within which it happened, from the precision of the place; narrower than the reach used for comparing. */
const RADIUS_KM: Record<string, number> = {
  exact: 0.1,
  settlement: 5,
  district: 25,
  province: 80,
  country: 400,
  region: 800,
};

/** Derives every value of the incident `id` from its members, which stand in a fixed order (earliest report first). */
export function incidentOf(
  id: string,
  members: readonly Member[],
  sources: SourceContext,
  bounds: HarmBounds,
): Incident {
  const first = members[0];
  if (first === undefined) throw new Error(`incident ${id} has no member`);
  // A denial quotes what it denies: its figures and places are nobody's own account while there is one.
  const told = members.filter(({ coded }) => coded.modality !== 'denied');
  const telling = told.length === 0 ? members : told;
  const independence = independenceOf(members, sources);
  const lines = new Map(
    independence.lines.flatMap(({ reports }, line) => reports.map((report) => [report, line] as const)),
  );
  const lineOf = (report: string): number => lines.get(report) ?? -1;
  const { harm, byLine } = harmRanges(telling, lineOf, bounds);
  const place = finestPlace(telling);
  const type = commonest(telling.map(({ coded }) => coded.type)) ?? first.coded.type;
  const attributions = attributionsOf(members);
  const base = {
    id,
    type,
    codes: (members.find(({ coded }) => coded.type === type) ?? first).coded.codes,
    modality: surest(members),
    completed: members.some(({ coded }) => coded.completed),
    aggregate: members.every(({ coded }) => coded.aggregate),
    links: members.map(({ link }) => link),
    time: commonTime(oneEachOrigin(telling)),
    place,
    placeRadiusKm: place?.precision == null ? null : (RADIUS_KM[place.precision] ?? null),
    harm,
    targets: distinct(
      members.flatMap(({ coded }) => coded.targets),
      (target) => `${target.kind}/${target.object ?? target.name.toLowerCase()}`,
    ),
    weapons: [...new Set(members.flatMap(({ coded }) => coded.weapons.map((weapon) => weapon.term)))].sort(),
    attributions,
    attributionStatus: attributionStatusOf(attributions),
    contradictions: contradictionsOf({ members, attributions, byLine, beyondBelief: bounds.beyondBelief }),
    // Who only denies it does not confirm it.
    origins: new Set(telling.map(({ report }) => lineOf(report.id))).size,
  } satisfies Incident;
  const isShared = independence.edges.length > 0 || independence.lines.length > 1;
  return {
    ...base,
    ...(isShared ? { independence } : {}),
    grades: gradesOf({ members, byLine, lineOf, incident: base }, sources),
  };
}

/** A copy tells the time no second time, and its own date may have moved "on Tuesday". */
/** A day that cannot be right pulls no other with it. */
function oneEachOrigin(members: readonly Member[]): readonly Member[] {
  const told = members.filter(({ coded }) => coded.time !== null);
  const sure = told.filter((member) => !isDayDoubtful(member));
  const dated = sure.length === 0 ? told : sure;
  return distinct(dated.length === 0 ? members : dated, ({ link }) => link.origin);
}

function distinct<T>(list: readonly T[], key: (item: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const item of list) {
    const name = key(item);
    if (!byKey.has(name)) byKey.set(name, item);
  }
  return [...byKey.values()];
}

/** The first told of those that are told most often. */
function commonest<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const DOUBT: readonly CodedIncident['modality'][] = [
  'asserted',
  'alleged',
  'denied',
  'threatened',
  'planned',
  'hypothetical',
];

function surest(members: readonly Member[]): CodedIncident['modality'] {
  return DOUBT.find((modality) => members.some(({ coded }) => coded.modality === modality)) ?? 'hypothetical';
}

const FINENESS = ['exact', 'settlement', 'district', 'province', 'country', 'region'];

function finestPlace(members: readonly Member[]): Incident['place'] {
  const places = members.flatMap(({ coded }) => (coded.place === null ? [] : [coded.place]));
  return [...places].sort((a, b) => rank(a.precision) - rank(b.precision))[0] ?? null;
}

const rank = (precision: string | null): number => (precision === null ? FINENESS.length : FINENESS.indexOf(precision));

/** The part that all intervals share; their hull where they share none. */
function commonTime(members: readonly Member[]): Incident['time'] {
  const times = members.flatMap(({ coded }) =>
    coded.time?.start == null || coded.time.end == null
      ? []
      : [{ start: coded.time.start, end: coded.time.end, precision: coded.time.precision }],
  );
  if (times.length === 0) {
    const open = members.find(({ coded }) => coded.time !== null)?.coded.time;
    return open == null ? null : { start: open.start, end: open.end, precision: open.precision };
  }
  const at = (text: string): number => Date.parse(text);
  const latestStart = times.reduce((a, b) => (at(b.start) > at(a.start) ? b : a));
  const earliestEnd = times.reduce((a, b) => (at(b.end) < at(a.end) ? b : a));
  if (at(latestStart.start) < at(earliestEnd.end))
    return {
      start: latestStart.start,
      end: earliestEnd.end,
      precision: narrowest(times.map((time) => time.precision)),
    };
  const earliestStart = times.reduce((a, b) => (at(b.start) < at(a.start) ? b : a));
  const latestEnd = times.reduce((a, b) => (at(b.end) > at(a.end) ? b : a));
  return { start: earliestStart.start, end: latestEnd.end, precision: 'range' };
}

type Precision = NonNullable<CodedIncident['time']>['precision'];
const PRECISIONS: readonly Precision[] = ['minute', 'part_of_day', 'day', 'range', 'week', 'month', 'year'];
const narrowest = (list: readonly Precision[]): Precision =>
  PRECISIONS.find((precision) => list.includes(precision)) ?? 'range';
