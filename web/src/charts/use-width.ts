/** How wide an element is, so that a chart can be drawn to fit it. */
import { useEffect, useState } from 'react';

export function useWidth(frame: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (frame.current === null) return;
    const observer = new ResizeObserver(
      ([entry]) => entry !== undefined && setWidth(Math.floor(entry.contentRect.width)),
    );
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
