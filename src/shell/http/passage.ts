/** The words a span points at, with a little of the text around them, so that a page need not carry whole reports. */
import type { CodedIncident, Count } from '../../model/coded-report.ts';
import type { Span } from '../../model/span.ts';
import type { Passage } from './contract.ts';

const AROUND = 70;

/** Cuts at a space, so that no word is halved, and never inside a surrogate pair. */
const cutStart = (text: string): string => (text.length < AROUND ? text : text.slice(text.indexOf(' ') + 1));
const cutEnd = (text: string): string =>
  text.length < AROUND ? text : text.slice(0, Math.max(0, text.lastIndexOf(' ')));

export function passageOf(text: string, { start, end }: Span): Passage {
  return {
    start,
    end,
    before: cutStart(text.slice(Math.max(0, start - AROUND), start)),
    quote: text.slice(start, end),
    after: cutEnd(text.slice(end, end + AROUND)),
  };
}

const countSpans = (count: Count): Span[] => [...count.spans, ...(count.of ?? []).flatMap((part) => part.spans)];

/** Every span that a coded incident rests on. */
export function spansOf(coded: CodedIncident): Span[] {
  return [
    coded.trigger,
    ...[...coded.perpetrators, ...coded.targets, ...coded.weapons, ...coded.attributedTo, ...coded.evidence].map(
      (held) => held.spans,
    ),
    coded.place?.spans ?? [],
    coded.time?.spans ?? [],
    ...Object.values(coded.harm).map(countSpans),
  ].flat();
}

/** One passage per different span, in the order of the text. */
export function passagesOf(text: string, spans: readonly Span[]): Passage[] {
  const unique = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  return [...unique.values()].sort((a, b) => a.start - b.start || a.end - b.end).map((span) => passageOf(text, span));
}
