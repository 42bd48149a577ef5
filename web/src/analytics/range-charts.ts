/** Ranges drawn as bars from lowest to highest with a dot at the best reading; an arrow where a range is open above. */
import { axisX, axisY, barX, dot, gridX, plot, ruleX, text } from '@observablehq/plot';
import type { TruceStateAnswer } from '../../../src/shell/http/contract.ts';
import { figure, wholeTicks } from '../charts/chart-parts.ts';

export interface RangeRow {
  name: string;
  min: number;
  best: number | null;
  max: number | null;
}

interface Bar extends RangeRow {
  end: number;
}

const ROW_PX = 26;
const NAMES_AT_MOST_PX = 260;

export function rangeChart(title: string, rows: readonly RangeRow[], width: number, locale: string): Element {
  const top = Math.max(1, ...rows.map(({ min, best, max }) => max ?? Math.max(min, best ?? 0)));
  const bars: Bar[] = rows.map((row) => ({ ...row, end: row.max ?? Math.max(row.min, row.best ?? 0) }));
  const names = Math.min(NAMES_AT_MOST_PX, Math.floor(width * 0.42));
  const svg = plot({
    width,
    height: rows.length * ROW_PX + 34,
    marginLeft: names,
    marginRight: 28,
    marginTop: 6,
    marginBottom: 24,
    style: { background: 'transparent', overflow: 'visible', fontFamily: 'inherit', fontSize: '12px' },
    x: { domain: [0, top], label: null, axis: null },
    y: { domain: bars.map(({ name }) => name), label: null, axis: null },
    marks: [
      gridX(wholeTicks(top), { strokeOpacity: 0.15 }),
      axisX(wholeTicks(top), { tickSize: 0, label: null, tickFormat: (n: number) => n.toLocaleString(locale) }),
      axisY({ tickSize: 0, label: null, lineWidth: names / 13, textOverflow: 'ellipsis' }),
      barX(bars, {
        x1: 'min',
        x2: 'end',
        y: 'name',
        fill: 'var(--tone-1)',
        stroke: 'var(--tone-2)',
        insetTop: 7,
        insetBottom: 7,
      }),
      ruleX(bars, { x: 'min', y: 'name', stroke: 'var(--tone-3)', strokeWidth: 2, insetTop: 4, insetBottom: 4 }),
      dot(bars, { x: (bar: Bar) => bar.best ?? bar.min, y: 'name', r: 3.5, fill: 'var(--tone-3)' }),
      text(
        bars.filter(({ max }) => max === null),
        { x: 'end', y: 'name', text: () => '→', dx: 12, fill: 'var(--tone-3)', fontSize: 14 },
      ),
      ruleX([0]),
    ],
  });
  return figure(title, svg);
}

/** The ratio to the baseline on a scale on which half and twice stand equally far from "as many". */
export function ratioChart(
  title: string,
  { min, best, max }: NonNullable<TruceStateAnswer['ratio']>,
  { width, same, times }: { width: number; same: string; times: (n: number) => string },
): Element {
  const reach = Math.max(4, 1 / Math.max(min, 0.01), max) * 1.15;
  const ticks = [1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8].filter((tick) => tick >= 1 / reach && tick <= reach);
  const bar = [{ min: Math.max(min, 1 / reach), best, max, name: '' }];
  const svg = plot({
    width,
    height: 62,
    marginLeft: 20,
    marginRight: 20,
    marginTop: 6,
    marginBottom: 26,
    style: { background: 'transparent', overflow: 'visible', fontFamily: 'inherit', fontSize: '12px' },
    x: { type: 'log', domain: [1 / reach, reach], label: null, axis: null },
    y: { axis: null },
    marks: [
      axisX(ticks, { tickSize: 4, label: null, tickFormat: (tick: number) => (tick === 1 ? same : times(tick)) }),
      barX(bar, {
        x1: 'min',
        x2: 'max',
        y: 'name',
        fill: 'var(--tone-1)',
        stroke: 'var(--tone-2)',
        insetTop: 8,
        insetBottom: 8,
      }),
      dot(bar, { x: 'best', y: 'name', r: 5, fill: 'var(--tone-3)' }),
      ruleX([1], { strokeDasharray: '4 3' }),
    ],
  });
  return figure(title, svg);
}
