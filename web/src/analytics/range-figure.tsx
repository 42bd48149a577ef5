/** The chart of killed as ranges, for the rows that tell of it; loaded when first shown. */
import { useCallback } from 'react';
import type { Analytics } from '../../../src/shell/http/contract.ts';
import { DrawnChart } from '../charts/drawn-chart.tsx';
import { useSpeech } from '../words/use-words.ts';
import { type RangeRow, rangeChart } from './range-charts.ts';
import { type DimensionId, useRowName } from './row-name.ts';

/** More rows are in the table below only. */
const ROWS_AT_MOST = 12;

export function RangeFigure({ rows, by }: { rows: Analytics['dimensions'][DimensionId]; by: DimensionId }) {
  const { words, locale } = useSpeech();
  const nameOf = useRowName();
  const ranges: RangeRow[] = rows
    .flatMap((row) => {
      const range = row.figures.all.harm.killed;
      return range === undefined || range.incidents === 0 ? [] : [{ ...range, name: nameOf(by, row) }];
    })
    .slice(0, ROWS_AT_MOST);
  const shown = JSON.stringify(ranges);
  // Drawn anew only when the figures themselves change, not whenever the page does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const draw = useCallback(
    (width: number) => [rangeChart(words.analytics.killedRange, ranges, width, locale)],
    [shown, words, locale],
  );
  if (ranges.length === 0) return null;
  return (
    <>
      <DrawnChart draw={draw} />
      <p className="small soft">{words.analytics.rangeHint}</p>
    </>
  );
}
