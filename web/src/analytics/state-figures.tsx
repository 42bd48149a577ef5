/** The charts of the state of the truce; loaded when first shown, since they bring Observable Plot. */
import { useCallback } from 'react';
import type { TruceStateAnswer } from '../../../src/shell/http/contract.ts';
import { DrawnChart } from '../charts/drawn-chart.tsx';
import { useSpeech } from '../words/use-words.ts';
import { ratioChart } from './range-charts.ts';
import { stateCharts } from './state-charts.ts';

export function StateFigures({ state }: { state: TruceStateAnswer }) {
  const { words, locale } = useSpeech();
  const draw = useCallback((width: number) => stateCharts(state, { words, locale }, width), [state, words, locale]);
  const number = useCallback(
    (n: number): string => n.toLocaleString(locale, { maximumSignificantDigits: 2 }),
    [locale],
  );
  const drawRatio = useCallback(
    (width: number) =>
      state.ratio === null
        ? []
        : [
            ratioChart(words.analytics.ratio, state.ratio, {
              width: Math.min(width, 560),
              same: words.analytics.same,
              times: (n) => words.analytics.times(number(n)),
            }),
          ],
    [state, words, number],
  );
  return (
    <>
      <DrawnChart draw={drawRatio} />
      <p className="small">
        {state.ratio === null ? words.analytics.noRatio : words.analytics.ratioRange(state.ratio, number)}
      </p>
      <DrawnChart draw={draw} />
    </>
  );
}
