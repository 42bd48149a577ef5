/** The days of a truce drawn with Observable Plot: incidents and killed a day as ranges, silence hatched, periods shaded. */
import { axisX, axisY, dot, gridY, type Markish, plot, rect, rectY, ruleX, ruleY, text } from '@observablehq/plot';
import type { TruceStateAnswer } from '../../../src/shell/http/contract.ts';
import { countFormat, dayFormat, figure, wholeTicks } from '../charts/chart-parts.ts';
import type { Words } from '../words/en.ts';

export interface ChartSetting {
  locale: string;
  words: Words;
}

const DAY_MS = 86_400_000;
const MARGIN = { left: 36, right: 12 };

interface Day {
  from: Date;
  to: Date;
  middle: Date;
  incidents: number;
  min: number;
  best: number | null;
  max: number;
  isOpen: boolean;
  sources: number;
}

export function stateCharts(state: TruceStateAnswer, setting: ChartSetting, width: number): Element[] {
  const days = state.days.map(dayOf);
  const hurt = days.filter((day) => day.max > 0);
  const charts = [perDay(days), ...(hurt.length > 0 ? [killed(hurt)] : [])];
  return charts.map(({ marks, top, height, name }, index) =>
    drawn(
      { state, days, setting, width },
      { marks, top, height, title: setting.words.analytics[name] },
      index > 0 || charts.length === 1,
    ),
  );
}

interface Chart {
  marks: Markish[];
  top: number;
  height: number;
  name: 'perDay' | 'killedPerDay';
}

function perDay(days: readonly Day[]): Chart {
  const top = Math.max(1, ...days.map(({ incidents }) => incidents));
  const bar = rectY(days, {
    x1: 'from',
    x2: 'to',
    y: 'incidents',
    fill: 'var(--tone-2)',
    insetLeft: 0.5,
    insetRight: 0.5,
  });
  return { marks: [bar], top, height: 64, name: 'perDay' };
}

/** A bar from the lowest to the highest reading, a dot at the best one; "+" where it is open above. */
function killed(hurt: readonly Day[]): Chart {
  const top = Math.max(1, ...hurt.map(({ max }) => max));
  const marks = [
    ruleX(hurt, { x: 'middle', y1: 'min', y2: 'max', stroke: 'var(--tone-2)', strokeWidth: 4 }),
    dot(hurt, { x: 'middle', y: (day: Day) => day.best ?? day.min, r: 3, fill: 'var(--tone-3)' }),
    text(
      hurt.filter(({ isOpen }) => isOpen),
      { x: 'middle', y: 'max', text: () => '+', dy: -8, fill: 'var(--tone-3)', fontWeight: 600, fontSize: 13 },
    ),
  ];
  return { marks, top: top * 1.2, height: 72, name: 'killedPerDay' };
}

interface Scene {
  state: TruceStateAnswer;
  days: readonly Day[];
  setting: ChartSetting;
  width: number;
}

function drawn(
  { state, days, setting, width }: Scene,
  chart: { marks: Markish[]; top: number; height: number; title: string },
  isLast: boolean,
): HTMLElement {
  const bottom = isLast ? 22 : 6;
  const ticks = wholeTicks(chart.top);
  const hatch = `silence-${chart.title.length}-${chart.height}`;
  const svg = plot({
    width,
    height: chart.height + bottom + 20,
    marginTop: 20,
    marginBottom: bottom,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    style: { background: 'transparent', overflow: 'visible', fontFamily: 'inherit', fontSize: '11px' },
    x: { type: 'utc', domain: domainOf(days), axis: null },
    y: { label: null, domain: [0, chart.top] },
    marks: [
      () => hatchPattern(hatch),
      ...periods(state, chart.top, setting.words),
      rect(silentSpans(days), { x1: 'from', x2: 'to', fill: `url(#${hatch})` }),
      gridY(ticks, { strokeOpacity: 0.15 }),
      axisY(ticks, { tickSize: 0, label: null, tickFormat: countFormat(setting.locale) }),
      ...chart.marks,
      ...changes(state),
      ruleY([0]),
      ...(isLast
        ? [
            axisX({
              ticks: Math.max(2, Math.floor(width / 110)),
              tickSize: 3,
              tickFormat: dayFormat(setting.locale),
              label: null,
            }),
          ]
        : []),
    ],
  });
  return figure(chart.title, svg);
}

/** The baseline and the last days stand out and are named above the chart. */
function periods({ baseline, recent }: TruceStateAnswer, top: number, { analytics }: Words): Markish[] {
  const spans = [
    { ...spanOf(baseline), name: analytics.baseline },
    { ...spanOf(recent), name: analytics.recent },
  ];
  const label = { y: () => top, text: 'name', dy: -9, fill: 'var(--ink-soft)' };
  return [
    rect(spans, { x1: 'from', x2: 'to', fill: 'var(--accent-wash)' }),
    text(spans.slice(0, 1), { ...label, x: 'from', textAnchor: 'start' }),
    text(spans.slice(1), { ...label, x: 'to', textAnchor: 'end' }),
  ];
}

/** A change point is a line on its likeliest day within the band of days that it may have been. */
function changes({ changePoints }: TruceStateAnswer): Markish[] {
  const points = changePoints.map(({ day, from, until }) => ({
    ...spanOf({ from, to: until }),
    at: new Date(Date.parse(day)),
  }));
  return [
    rect(points, { x1: 'from', x2: 'to', fill: 'var(--tone-3)', fillOpacity: 0.12 }),
    ruleX(points, { x: 'at', stroke: 'var(--tone-3)', strokeDasharray: '4 3' }),
  ];
}

const spanOf = ({ from, to }: { from: string; to: string }): { from: Date; to: Date } => ({
  from: new Date(Date.parse(from)),
  to: new Date(Date.parse(to) + DAY_MS),
});

function dayOf({ day, incidents, killed: range, sources }: TruceStateAnswer['days'][number]): Day {
  const start = Date.parse(day);
  const { min, best, max } = range;
  return {
    from: new Date(start),
    to: new Date(start + DAY_MS),
    middle: new Date(start + DAY_MS / 2),
    incidents,
    min,
    best,
    max: max ?? Math.max(min, best ?? 0),
    isOpen: max === null,
    sources,
  };
}

const domainOf = (days: readonly Day[]): [Date, Date] => [
  days[0]?.from ?? new Date(0),
  days.at(-1)?.to ?? new Date(DAY_MS),
];

/** Runs of days on which no outlet reported. */
function silentSpans(days: readonly Day[]): { from: Date; to: Date }[] {
  const spans: { from: Date; to: Date }[] = [];
  for (const day of days) {
    if (day.sources > 0) continue;
    const last = spans.at(-1);
    if (last !== undefined && last.to.getTime() === day.from.getTime()) last.to = day.to;
    else spans.push({ from: day.from, to: day.to });
  }
  return spans;
}

const SVG = 'http://www.w3.org/2000/svg';

function hatchPattern(id: string): SVGElement {
  const pattern = document.createElementNS(SVG, 'pattern');
  for (const [name, value] of [
    ['id', id],
    ['width', '6'],
    ['height', '6'],
    ['patternUnits', 'userSpaceOnUse'],
    ['patternTransform', 'rotate(45)'],
  ] as const)
    pattern.setAttribute(name, value);
  const line = document.createElementNS(SVG, 'line');
  for (const [name, value] of [
    ['y2', '6'],
    ['stroke', 'var(--line-strong)'],
    ['stroke-width', '2'],
  ] as const)
    line.setAttribute(name, value);
  pattern.append(line);
  return pattern;
}
