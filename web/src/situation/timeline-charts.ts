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
import { countFormat, dayFormat, figure, wholeTicks } from '../charts/chart-parts.ts';
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
/** Lanes of bars of incidents known only to a span of days. */
const MOST_LANES = 8;

interface Day {
  from: Date;
  to: Date;
  incidents: number;
  min: number;
  max: number;
  isOpen: boolean;
  reporting: number;
}

/** Draws one chart of the common frame; only the last one carries the axis of days. */
type Draw = (title: string, height: number, marks: Markish[], y: object) => HTMLElement;

export function chartsOf(summary: SituationSummary, rows: readonly IncidentRow[], setting: Setting): Charts {
  const days = summary.days.map(dayOf);
  const long = intervalBars(rows, setting.words);
  const domain = domainOf(days, long);
  const bars = long.map((bar) => clipped(bar, domain)).filter((bar) => bar.to > bar.from);
  const hurt = days.filter((day) => day.max > 0);
  const wanted = [
    (draw: Draw) => perDayChart(draw, days, setting),
    ...(hurt.length > 0 ? [(draw: Draw) => killedChart(draw, hurt, setting)] : []),
    ...(bars.length > 0 ? [(draw: Draw) => spansChart(draw, bars, setting.words)] : []),
  ];
  const silent = silentDays(days, domain);
  const figures = wanted.map((chart, index) => chart(drawing(setting, domain, silent, index === wanted.length - 1)));
  return { figures, period: (span) => periodOf(span, domain, setting.width) };
}

function drawing({ width, locale }: Setting, domain: [Date, Date], silent: SilentSpan[], isLast: boolean): Draw {
  const bottom = isLast ? 22 : 6;
  const axis = axisX({
    ticks: Math.max(2, Math.floor(width / 110)),
    tickSize: 3,
    tickFormat: dayFormat(locale),
    label: null,
  });
  return (title, height, marks, y) =>
    figure(
      title,
      plot({
        width,
        height: height + bottom + 8,
        marginTop: 8,
        marginBottom: bottom,
        marginLeft: MARGIN.left,
        marginRight: MARGIN.right,
        style: { background: 'transparent', overflow: 'visible', fontFamily: 'inherit', fontSize: '11px' },
        x: { type: 'utc', domain, axis: null },
        y: { label: null, ...y },
        marks: [silence(silent), ...marks, ...(isLast ? [axis] : [])],
        ariaLabel: title,
      }),
    );
}

function perDayChart(draw: Draw, days: readonly Day[], { words, locale }: Setting): HTMLElement {
  const top = Math.max(1, ...days.map((day) => day.incidents));
  const marks = [
    gridY(wholeTicks(top), { strokeOpacity: 0.15 }),
    axisY(wholeTicks(top), { tickSize: 0, label: null, tickFormat: countFormat(locale) }),
    rectY(days, { x1: 'from', x2: 'to', y: 'incidents', fill: 'var(--tone-2)', insetLeft: 0.5, insetRight: 0.5 }),
    ruleY([0]),
  ];
  return draw(words.situation.perDay, 44, marks, { domain: [0, top] });
}

/** A bar from the lowest to the highest reading with a dot at the lowest; "+" where it is open above. */
function killedChart(draw: Draw, hurt: readonly Day[], { words, locale }: Setting): HTMLElement {
  const top = Math.max(1, ...hurt.map((day) => day.max));
  const open = hurt.filter((day) => day.isOpen);
  const marks = [
    gridY(wholeTicks(top), { strokeOpacity: 0.15 }),
    axisY(wholeTicks(top), { tickSize: 0, label: null, tickFormat: countFormat(locale) }),
    ruleX(hurt, { x: middle, y1: 'min', y2: 'max', stroke: 'var(--tone-2)', strokeWidth: 4 }),
    dot(hurt, { x: middle, y: 'min', r: 3, fill: 'var(--tone-3)' }),
    text(open, { x: middle, y: 'max', text: () => '+', dy: -8, fill: 'var(--tone-3)', fontWeight: 600, fontSize: 13 }),
    ruleY([0]),
  ];
  return draw(words.situation.killedPerDay, 56, marks, { domain: [0, top * 1.2] });
}

function spansChart(draw: Draw, bars: readonly Bar[], words: Words): HTMLElement {
  const [left, right] = [bars.filter((bar) => bar.opensLeft), bars.filter((bar) => bar.opensRight)];
  const lane = { x1: 'from', x2: 'to', y: 'lane', title: 'title', rx: 2 };
  const marks = [
    barX(bars, { ...lane, fill: 'var(--tone-1)', stroke: 'var(--tone-3)', strokeWidth: 0.8 }),
    text(left, { x: 'from', y: 'lane', text: () => '←', dx: 8 }),
    text(right, { x: 'to', y: 'lane', text: () => '→', dx: -8 }),
  ];
  const lanes = Math.max(...bars.map((bar) => bar.lane)) + 1;
  return draw(words.situation.intervals, lanes * 13, marks, { axis: null, type: 'band', padding: 0.15 });
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
  lane: number;
  from: Date;
  to: Date;
  opensLeft: boolean;
  opensRight: boolean;
  title: string;
}

/** Incidents whose time is longer than a day, or open on a side; totals over many events are no bar among them. */
function intervalBars(rows: readonly IncidentRow[], words: Words): Bar[] {
  const long = rows.flatMap((row) => {
    const { start, end } = row.time === null || row.aggregate ? { start: null, end: null } : extent(row.time);
    if (start === null && end === null) return [];
    if (start !== null && end !== null && end - start <= DAY_MS) return [];
    const [from, to] = [start ?? (end ?? 0) - 3 * DAY_MS, end ?? (start ?? 0) + 3 * DAY_MS];
    const title = [words.type[row.type], row.place?.name].filter(Boolean).join(', ');
    return [
      { lane: 0, from: new Date(from), to: new Date(to), opensLeft: start === null, opensRight: end === null, title },
    ];
  });
  return inLanes(long.sort((a, b) => a.from.getTime() - b.from.getTime()));
}

/** Each bar in the first lane where it overlaps none; bars that find no lane are told by the list alone. */
function inLanes(bars: readonly Bar[]): Bar[] {
  const ends: number[] = [];
  return bars.flatMap((bar) => {
    const free = ends.findIndex((end) => end <= bar.from.getTime());
    const lane = free < 0 ? ends.length : free;
    if (lane >= MOST_LANES) return [];
    ends[lane] = bar.to.getTime();
    return [{ ...bar, lane }];
  });
}

/** A bar that reaches beyond the chart ends at its edge with an arrow. */
function clipped(bar: Bar, [first, last]: [Date, Date]): Bar {
  return {
    ...bar,
    from: bar.from < first ? first : bar.from,
    to: bar.to > last ? last : bar.to,
    opensLeft: bar.opensLeft || bar.from < first,
    opensRight: bar.opensRight || bar.to > last,
  };
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
interface SilentSpan {
  from: Date;
  to: Date;
}

function silentDays(days: readonly Day[], [first, last]: [Date, Date]): SilentSpan[] {
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

const silence = (silent: SilentSpan[]): Markish =>
  rect(silent, { x1: 'from', x2: 'to', fill: 'var(--sunk)', fillOpacity: 0.7 });

function periodOf({ from, to }: Span, [first, last]: [Date, Date], width: number): [string, string] {
  const scale = (last.getTime() - first.getTime()) / Math.max(1, width - MARGIN.left - MARGIN.right);
  const dayAt = (pixel: number): string => {
    const time = first.getTime() + (pixel - MARGIN.left) * scale;
    return new Date(Math.min(last.getTime(), Math.max(first.getTime(), time))).toISOString().slice(0, 10);
  };
  return [dayAt(Math.min(from, to)), dayAt(Math.max(from, to))];
}
