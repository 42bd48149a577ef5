/** The text of a report with its highlights; pointing at words lights their values, and the reverse. */
import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { type CodedValue, type Layer, type Segment, segmentsOf } from './coded-values.ts';

interface Read {
  text: string;
  language: string;
  values: readonly CodedValue[];
  layers: ReadonlySet<Layer>;
  /** Keys of the values to light. */
  lit: ReadonlySet<string>;
  light: (keys: readonly string[]) => void;
  /** Span that the address points at, as "start-end": scrolled to and marked. */
  at?: string | undefined;
}

export const ReportReader = memo(function ReportReader({ text, language, values, layers, lit, light, at }: Read) {
  const pointed = useMemo(() => pointedValue(at), [at]);
  const segments = useMemo(
    () =>
      segmentsOf(
        text.length,
        pointed === null ? values : [...values, pointed],
        new Set([...layers, ...(pointed === null ? [] : [pointed.layer])]),
      ),
    [text, values, layers, pointed],
  );
  const first = useRef<HTMLElement>(null);
  useEffect(() => {
    if (pointed !== null) first.current?.scrollIntoView({ block: 'center' });
  }, [pointed]);
  const start = pointed?.spans[0]?.start;
  return (
    <div className="reader" lang={language} dir="auto">
      {segments.map((segment) => {
        const words = text.slice(segment.start, segment.end);
        if (segment.keys.length === 0) return words;
        const isPointed = segment.keys.includes(POINTED);
        return (
          <span
            key={segment.start}
            ref={segment.start === start ? first : undefined}
            className={isPointed ? 'marked pointed' : 'marked'}
            data-lit={segment.keys.some((key) => lit.has(key))}
            onPointerEnter={() => light(segment.keys)}
            onPointerLeave={() => light([])}
          >
            {underlined(segment, words, layers)}
          </span>
        );
      })}
    </div>
  );
});

const POINTED = '@';
function pointedValue(at: string | undefined): CodedValue | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '');
  if (match === null) return null;
  return { key: POINTED, layer: 'incident', spans: [{ start: Number(match[1]), end: Number(match[2]) }] };
}

/** One underline of its own style per layer, nested so that all of them are drawn. */
function underlined({ layers }: Segment, words: string, shown: ReadonlySet<Layer>): ReactNode {
  let drawn: ReactNode = words;
  for (const layer of layers.filter((each) => shown.has(each)).reverse())
    drawn = <span data-layer={layer}>{drawn}</span>;
  return drawn;
}
