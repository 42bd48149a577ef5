/** Three charts on one time axis: incidents a day, killed a day as ranges, and incidents known only to a span of days. */
import { useEffect, useRef, useState } from 'react';
import type { IncidentRow, SituationSummary } from '../../../src/shell/http/contract.ts';
import { useWidth } from '../charts/use-width.ts';
import { useSpeech } from '../words/use-words.ts';
import { type Charts, chartsOf, type Span } from './timeline-charts.ts';

interface Shown {
  summary: SituationSummary;
  rows: readonly IncidentRow[];
  choose: (from: string, to: string) => void;
  theme: string;
}

/** A shorter drag is a click: it chooses nothing. */
const LEAST_DRAG_PX = 6;

export function Timeline({ summary, rows, choose, theme }: Shown) {
  const { words, locale } = useSpeech();
  const frame = useRef<HTMLDivElement>(null);
  const charts = useRef<Charts | null>(null);
  const width = useWidth(frame);
  const [drag, setDrag] = useState<Span | null>(null);
  // The theme is read from the page's colours, so a change of it draws anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (frame.current === null || width === 0) return;
    charts.current = chartsOf(summary, rows, { width, locale, words });
    frame.current.replaceChildren(...charts.current.figures);
  }, [summary, rows, width, locale, words, theme]);
  const pixelOf = (event: React.PointerEvent): number =>
    event.clientX - event.currentTarget.getBoundingClientRect().left;
  const finish = (): void => {
    if (drag !== null && charts.current !== null && Math.abs(drag.to - drag.from) >= LEAST_DRAG_PX) {
      const [from, to] = charts.current.period(drag);
      choose(from, to);
    }
    setDrag(null);
  };
  return (
    <div
      className="timeline"
      dir="ltr"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: pixelOf(event), to: pixelOf(event) });
      }}
      onPointerMove={(event) => drag !== null && setDrag({ from: drag.from, to: pixelOf(event) })}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(null)}
    >
      <div ref={frame} />
      {drag !== null && (
        <i className="brush" style={{ left: Math.min(drag.from, drag.to), width: Math.abs(drag.to - drag.from) }} />
      )}
    </div>
  );
}
