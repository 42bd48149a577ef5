/** Holds charts that are drawn outside of React, anew when the width, the colours or what they show changes. */
import { useEffect, useRef } from 'react';
import { useTheme } from '../chrome/theme.ts';
import { useWidth } from './use-width.ts';

/** `draw` must stay the same function as long as what it shows does. */
export function DrawnChart({ draw }: { draw: (width: number) => readonly Element[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { shown } = useTheme();
  // The colours are read from the page, so a change of them draws anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (frame.current !== null && width > 0) frame.current.replaceChildren(...draw(width));
  }, [draw, width, shown]);
  return <div ref={frame} className="drawn-chart" dir="ltr" />;
}
