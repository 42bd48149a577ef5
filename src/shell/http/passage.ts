/** The words a span points at, with a little of the text around them, so that a page need not carry whole reports. */
import type { CodedIncident, Count } from '../../model/coded-report.ts';
import type { Span } from '../../model/span.ts';
import type { Passage } from './contract.ts';

const AROUND = 70;

/** A passage with raw surroundings, tidied: within its paragraph, no word halved, an ellipsis where it was cut. */
export function tidied({ before, after, ...words }: Passage): Passage {
  return { ...words, before: tidyBefore(before), after: tidyAfter(after) };
}

function tidyBefore(raw: string): string {
  const line = raw.slice(raw.lastIndexOf('\n') + 1);
  if (line.length < AROUND) return line.trimStart();
  const near = line.slice(-AROUND);
  return `… ${near.slice(near.indexOf(' ') + 1)}`;
}

function tidyAfter(raw: string): string {
  const end = raw.indexOf('\n');
  const line = end < 0 ? raw : raw.slice(0, end);
  if (line.length < AROUND) return line.trimEnd();
  const near = line.slice(0, AROUND);
  return `${near.slice(0, Math.max(0, near.lastIndexOf(' ')))} …`;
}

/** A cut through a pair of surrogates would leave half a character, hence `toWellFormed`. */
function passageOf(text: string, { start, end }: Span): Passage {
  const before = text.slice(Math.max(0, start - AROUND - 1), start).toWellFormed();
  const after = text.slice(end, end + AROUND + 1).toWellFormed();
  return tidied({ start, end, before, quote: text.slice(start, end).toWellFormed(), after });
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
