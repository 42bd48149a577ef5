/** The charts themselves, drawn with Observable Plot from counts by day and the incidents in the list. */
import {
  axisX,
  axisY,
  barX,
  dot,
  gridY,
  type Markish,
  plot,
  rect,
  rectY,
  ruleX,
  ruleY,
  text,
} from '@observablehq/plot';
import type { IncidentRow, SituationSummary } from '../../../src/shell/http/contract.ts';
import { extent } from '../format/dates.ts';
import type { Words } from '../words/en.ts';

export interface Span {
  from: number;
  to: number;
}
export interface Charts {
  figures: HTMLElement[];
  /** First and last day under a stretch of pixels. */
  period: (span: Span) => [from: string, to: string];
}
interface Setting {
  width: number;
  locale: string;
  words: Words;
}

const DAY_MS = 86_400_000;
const MARGIN = { left: 36, right: 12 };
/** Bars of incidents known only to a span of days; more than this many are told by the list alone. */
const MOST_BARS = 14;

interface Day {
  from: Date;
  to: Date;
  incidents: number;
  min: number;
  max: number;
  isOpen: boolean;
  reporting: number;
}

export function chartsOf(
  summary: SituationSummary,
  rows: readonly IncidentRow[],
  { width, locale, words }: Setting,
): Charts {
  const days = summary.days.map(dayOf);
  const bars = intervalBars(rows);
  const domain = domainOf(days, bars);
  const frame = {
    width,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    style: { background: 'transparent', overflow: 'visible', fontFamily: 'inherit', fontSize: '11px' },
  };
  const x = { type: 'utc' as const, domain };
  const axis = axisX({
    ticks: Math.max(2, Math.floor(width / 110)),
    tickSize: 3,
    tickFormat: dayFormat(locale),
    label: null,
  });
  const silent = silentDays(days, domain);
  const whole = (values: number[]): number[] => wholeTicks(Math.max(1, ...values));
  const chart = (title: string, height: number, marks: Markish[], y: object = {}): HTMLElement =>
    figure(
      title,
      plot({ ...frame, height, x, y: { label: null, ...y }, marks: [silence(silent), ...marks], ariaLabel: title }),
    );
  const perDay = chart(
    words.situation.perDay,
    84,
    [
      gridY(whole(days.map((day) => day.incidents)), { strokeOpacity: 0.15 }),
      axisY(whole(days.map((day) => day.incidents)), { tickSize: 0, label: null }),
      rectY(days, { x1: 'from', x2: 'to', y: 'incidents', fill: 'var(--tone-2)', insetLeft: 0.5, insetRight: 0.5 }),
      ruleY([0]),
      axis,
    ],
    { domain: [0, Math.max(1, ...days.map((day) => day.incidents))], nice: false },
  );
  const hurt = days.filter((day) => day.max > 0);
  const top = Math.max(1, ...hurt.map((day) => day.max));
  const killed = chart(
    words.situation.killedPerDay,
    96,
    [
      gridY(whole([top]), { strokeOpacity: 0.15 }),
      axisY(whole([top]), { tickSize: 0, label: null }),
      ruleX(hurt, { x: middle, y1: 'min', y2: 'max', stroke: 'var(--tone-2)', strokeWidth: 4 }),
      dot(hurt, { x: middle, y: 'min', r: 3, fill: 'var(--tone-3)' }),
      text(
        hurt.filter((day) => day.isOpen),
        { x: middle, y: 'max', text: () => '+', dy: -7, fill: 'var(--tone-3)', fontWeight: 600, fontSize: 13 },
      ),
      ruleY([0]),
      axis,
    ],
    { domain: [0, top * 1.15] },
  );
  const spans = chart(
    words.situation.intervals,
    34 + bars.length * 11,
    [
      barX(bars, {
        x1: 'from',
        x2: 'to',
        y: 'lane',
        fill: 'var(--tone-1)',
        stroke: 'var(--tone-3)',
        strokeWidth: 0.8,
        title: 'title',
        rx: 2,
      }),
      text(
        bars.filter((bar) => bar.opensLeft),
        { x: 'from', y: 'lane', text: () => '←', dx: 7 },
      ),
      text(
        bars.filter((bar) => bar.opensRight),
        { x: 'to', y: 'lane', text: () => '→', dx: -7 },
      ),
      axis,
    ].filter(() => bars.length > 0),
    { axis: null, type: 'band', padding: 0.2 },
  );
  const charts = [perDay, ...(hurt.length > 0 ? [killed] : []), ...(bars.length > 0 ? [spans] : [])];
  return { figures: charts, period: (span) => periodOf(span, domain, width) };
}

function dayOf(day: SituationSummary['days'][number]): Day {
  const start = Date.parse(`${day.day}T00:00:00Z`);
  const { min, best, max } = day.killed;
  const known = max ?? Math.max(min, best ?? 0);
  return {
    from: new Date(start),
    to: new Date(start + DAY_MS),
    incidents: day.incidents,
    min,
    max: known,
    isOpen: max === null,
    reporting: day.reporting,
  };
}

const middle = (day: Day): Date => new Date(day.from.getTime() + DAY_MS / 2);

interface Bar {
  lane: string;
  from: Date;
  to: Date;
  opensLeft: boolean;
  opensRight: boolean;
  title: string;
}

/** Incidents whose time is longer than a day, or open on a side. */
function intervalBars(rows: readonly IncidentRow[]): Bar[] {
  const long = rows.flatMap((row) => {
    const { start, end } = row.time === null ? { start: null, end: null } : extent(row.time);
    if (start === null && end === null) return [];
    if (start !== null && end !== null && end - start <= DAY_MS) return [];
    const [from, to] = [start ?? (end ?? 0) - 3 * DAY_MS, end ?? (start ?? 0) + 3 * DAY_MS];
    const title = [row.type.replaceAll('_', ' '), row.place?.name].filter(Boolean).join(', ');
    return [
      {
        lane: row.id,
        from: new Date(from),
        to: new Date(to),
        opensLeft: start === null,
        opensRight: end === null,
        title,
      },
    ];
  });
  return long.sort((a, b) => a.from.getTime() - b.from.getTime()).slice(0, MOST_BARS);
}

/** All days and the bars, but a bar of many months does not squeeze the days together. */
function domainOf(days: readonly Day[], bars: readonly Bar[]): [Date, Date] {
  const times =
    days.length > 0
      ? days.flatMap((day) => [day.from.getTime(), day.to.getTime()])
      : bars.flatMap((bar) => [bar.from.getTime(), bar.to.getTime()]);
  if (times.length === 0) return [new Date(0), new Date(DAY_MS)];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const margin = Math.max(2 * DAY_MS, (last - first) * 0.03);
  return [new Date(first - margin), new Date(last + margin)];
}

/** Days within the period on which no report was published: nothing there means nobody was telling. */
function silentDays(days: readonly Day[], [first, last]: [Date, Date]): { from: Date; to: Date }[] {
  const told = days
    .filter((day) => day.reporting > 0)
    .map((day) => day.from.getTime())
    .sort((a, b) => a - b);
  const edges = [first.getTime() - DAY_MS, ...told, last.getTime()];
  return edges.slice(1).flatMap((next, index) => {
    const from = (edges[index] ?? 0) + DAY_MS;
    return next - from >= DAY_MS / 2 ? [{ from: new Date(Math.max(from, first.getTime())), to: new Date(next) }] : [];
  });
}

const silence = (silent: { from: Date; to: Date }[]): Markish =>
  rect(silent, { x1: 'from', x2: 'to', fill: 'var(--sunk)' });

function periodOf({ from, to }: Span, [first, last]: [Date, Date], width: number): [string, string] {
  const scale = (last.getTime() - first.getTime()) / Math.max(1, width - MARGIN.left - MARGIN.right);
  const dayAt = (pixel: number): string => {
    const time = first.getTime() + (pixel - MARGIN.left) * scale;
    return new Date(Math.min(last.getTime(), Math.max(first.getTime(), time))).toISOString().slice(0, 10);
  };
  return [dayAt(Math.min(from, to)), dayAt(Math.max(from, to))];
}

function wholeTicks(max: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((size) => max / size <= 4) ?? 10_000;
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step);
}

function dayFormat(locale: string): (day: Date) => string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (day) => format.format(day);
}

function figure(title: string, chart: Element): HTMLElement {
  const element = document.createElement('figure');
  const caption = document.createElement('figcaption');
  caption.textContent = title;
  caption.dir = 'auto';
  element.append(caption, chart);
  return element;
}
