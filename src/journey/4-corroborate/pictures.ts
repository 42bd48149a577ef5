/**
 * The same picture with reports of different events: one that was out before the event it is shown with, or that is shown with events
 * of other days or places, cannot be of all of them. Said as a contradiction of each; which of them it shows is for a person to see.
 */
import type { CodedReport } from '../../model/coded-report.ts';
import { contradictionOf, contradictionReason } from '../../model/contradiction-words.ts';
import type { Contradiction, Incident } from '../../model/incident.ts';
import type { Picture } from '../../model/picture.ts';
import { reliedOnDate } from '../../model/publication-date.ts';
import type { Reason } from '../../model/reason.ts';
import { locationOf, spanOf } from './profile.ts';
import { arePlacesApart, areTimesApart } from './same-incident.ts';

interface Seen {
  readonly report: CodedReport;
  readonly picture: Picture;
  readonly look: string;
}

/** Bits of a look; those of one band meet exactly when so few differ that some band has none. */
const BAND_DIGITS = 4;
/** A picture that so many reports carry (a logo, a portrait) is told of for the earliest ones only. */
const SEEN_AT_MOST = 50;
const NAMED_AT_MOST = 5;
const DAY_MS = 86_400_000;

/** Contradictions by incident id. `reports` stand earliest first; two looks are one picture when at most `bits` of 256 differ. */
export function pictureContradictions(
  reports: readonly CodedReport[],
  incidentsOf: (report: CodedReport) => readonly Incident[],
  bits: number,
): ReadonlyMap<string, readonly Contradiction[]> {
  const found = new Map<string, Contradiction[]>();
  const byBand = new Map<string, Seen[]>();
  for (const report of reports) {
    for (const picture of report.pictures ?? []) {
      if (picture.look === null) continue;
      const seen: Seen = { report, picture, look: picture.look };
      for (const earlier of earlierOf(seen, byBand, bits)) tell(earlier, seen, incidentsOf, found);
      remember(seen, byBand);
    }
  }
  return found;
}

/** The parts of a look by which it is found. A part without an edge is in every picture, and is none. */
export const bandsOf = (look: string): { band: number; digits: string }[] =>
  Array.from({ length: look.length / BAND_DIGITS }, (_, band) => ({
    band,
    digits: look.slice(band * BAND_DIGITS, (band + 1) * BAND_DIGITS),
  })).filter(({ digits }) => !/^0+$/.test(digits));

const bandKeys = (look: string): string[] => bandsOf(look).map(({ band, digits }) => `${band} ${digits}`);

function remember(seen: Seen, byBand: Map<string, Seen[]>): void {
  for (const band of bandKeys(seen.look)) {
    const list = byBand.get(band);
    if (list === undefined) byBand.set(band, [seen]);
    else if (list.length < SEEN_AT_MOST) list.push(seen);
  }
}

function earlierOf(
  { report, look }: Seen,
  byBand: ReadonlyMap<string, readonly Seen[]>,
  bits: number,
): ReadonlySet<Seen> {
  const alike = new Set<Seen>();
  for (const band of bandKeys(look))
    for (const other of byBand.get(band) ?? [])
      if (other.report.id !== report.id && differingBits(other.look, look) <= bits) alike.add(other);
  return alike;
}

const BITS_OF_DIGIT = Array.from({ length: 16 }, (_, digit) => digit.toString(2).replaceAll('0', '').length);

function differingBits(a: string, b: string): number {
  let bits = 0;
  for (let at = 0; at < a.length; at += 1)
    bits += BITS_OF_DIGIT[Number.parseInt(a[at] ?? '0', 16) ^ Number.parseInt(b[at] ?? '0', 16)] ?? 4;
  return bits;
}

function tell(
  earlier: Seen,
  later: Seen,
  incidentsOf: (report: CodedReport) => readonly Incident[],
  found: Map<string, Contradiction[]>,
): void {
  const [before, after] = [incidentsOf(earlier.report), incidentsOf(later.report)];
  const [first, second] = [before[0], after[0]];
  // Two reports of one event may well show one picture.
  if (second === undefined || before.some((incident) => after.includes(incident))) return;
  const because = clash(earlier.report, first, second);
  if (because === null) return;
  const contradiction = contradictionOf(
    'picture',
    'major',
    [earlier.report.id, later.report.id],
    pictureReason(earlier.report, later, because),
  );
  for (const incident of first === undefined ? [second] : [first, second]) {
    const known = found.get(incident.id);
    if (known === undefined) found.set(incident.id, [contradiction]);
    else if (known.length < NAMED_AT_MOST) known.push(contradiction);
  }
}

function pictureReason({ id, published }: CodedReport, { picture, report }: Seen, why: Clash): Reason {
  const values = { picture: `"${picture.name}"`, other: report.id, one: id, why: contradictionReason(why) };
  return published === null
    ? contradictionReason('contradiction/picture', values)
    : contradictionReason('contradiction/picture-dated', { ...values, published });
}

type Clash = 'picture/older' | 'picture/another-day' | 'picture/another-place';

/** Why the picture of the earlier report cannot show the later event as well; null when nothing forbids it. */
function clash(earlier: CodedReport, first: Incident | undefined, second: Incident): Clash | null {
  const own = spanOf(second.time);
  const published = Date.parse(reliedOnDate(earlier) ?? '');
  if (own.from > published + DAY_MS) return 'picture/older';
  if (first === undefined) return null;
  const [a, b] = [first, second].map((incident) => ({
    aggregate: incident.aggregate,
    ...spanOf(incident.time),
    place: locationOf(incident.place),
  }));
  if (a === undefined || b === undefined) return null;
  if (areTimesApart(a, b)) return 'picture/another-day';
  return arePlacesApart(a, b) ? 'picture/another-place' : null;
}
