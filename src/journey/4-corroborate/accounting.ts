/**
 * Totals over several events ("118 killed in the first week") as constraints: the single incidents that lie wholly within
 * the window and area of a total are summed beside it, and what the total leaves over is shown. Totals are never added.
 */
import { distanceKm } from '../../measure/distance.ts';
import type { Accounting, HarmMeasure, HarmRange, Incident } from '../../model/incident.ts';
import { BEYOND_BELIEF } from './harm-ranges.ts';
import { compareText } from './order.ts';

interface Single {
  readonly incident: Incident;
  readonly start: number;
  readonly end: number;
}

/** So many single incidents are held against one total at most; a wider total says so little that it is left alone. */
const SINGLES_AT_MOST = 20_000;

/** Gives each total among the incidents its accounting. */
export function accountFor(incidents: readonly Incident[]): Incident[] {
  const singles = incidents
    .flatMap(singleOf)
    .sort((a, b) => a.start - b.start || compareText(a.incident.id, b.incident.id));
  return incidents.map((incident) => {
    if (!incident.aggregate) return incident;
    const accounting = accountingOf(incident, singles);
    return accounting.length === 0 ? incident : { ...incident, accounting };
  });
}

function singleOf(incident: Incident): Single[] {
  const { time } = incident;
  if (incident.aggregate || time?.start == null || time.end === null || incident.modality === 'denied') return [];
  return [{ incident, start: Date.parse(time.start), end: Date.parse(time.end) }];
}

function accountingOf(total: Incident, singles: readonly Single[]): Accounting[] {
  const { time } = total;
  if (time?.start == null || time.end === null) return [];
  const [start, end] = [Date.parse(time.start), Date.parse(time.end)];
  const from = firstFrom(singles, start);
  const until = firstFrom(singles, end);
  if (until - from > SINGLES_AT_MOST) return [];
  const within = singles
    .slice(from, until)
    .filter((single) => single.end <= end && liesWithin(single.incident, total))
    .map(({ incident }) => incident);
  return Object.entries(total.harm).flatMap(([key, range]) => {
    const measure = MEASURES.find((one) => one === key);
    return measure === undefined ? [] : accountOf(measure, range, within);
  });
}

const MEASURES: readonly HarmMeasure[] = ['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced'];

function firstFrom(singles: readonly Single[], start: number): number {
  let low = 0;
  let high = singles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((singles[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Wholly within the area: the same country, province or place, or a circle of doubt inside the other. */
function liesWithin({ place, placeRadiusKm }: Incident, total: Incident): boolean {
  const area = total.place;
  if (area === null) return true;
  if (place === null) return false;
  if (place.place !== null && place.place === area.place) return true;
  if (area.precision === 'country') return area.country !== null && area.country === place.country;
  if (area.precision === 'province')
    return area.admin1 !== null && area.admin1 === place.admin1 && area.country === place.country;
  if (place.latitude === null || place.longitude === null || area.latitude === null || area.longitude === null)
    return false;
  const apart = distanceKm({ lat: place.latitude, lon: place.longitude }, { lat: area.latitude, lon: area.longitude });
  return apart + (placeRadiusKm ?? 0) <= (total.placeRadiusKm ?? 0);
}

function accountOf(measure: HarmMeasure, range: HarmRange, within: readonly Incident[]): Accounting[] {
  const counted = within.flatMap(({ id, harm: { [measure]: toll } }) =>
    toll === undefined || toll.rule === BEYOND_BELIEF ? [] : [{ id, range: toll }],
  );
  if (counted.length === 0 || range.rule === BEYOND_BELIEF) return [];
  const min = counted.reduce((sum, one) => sum + one.range.min, 0);
  const max = counted.reduce<number | null>(
    (sum, one) => (sum === null || one.range.max === null ? null : sum + one.range.max),
    0,
  );
  return [
    {
      measure,
      incidents: counted.map(({ id }) => id).sort(compareText),
      accounted: { min, max },
      unaccounted: {
        min: max === null ? 0 : Math.max(0, range.min - max),
        max: range.max === null ? null : Math.max(0, range.max - min),
      },
      exceeds: range.max !== null && min > range.max,
    },
  ];
}
