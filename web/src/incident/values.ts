/** The values of an incident as rows: each with what it is, and per source the spans it was read from. */
import type { CodedIncident } from '../../../src/model/coded-report.ts';
import type { Span } from '../../../src/model/span.ts';
import type { IncidentDetail, Passage } from '../../../src/shell/http/contract.ts';

export const VALUE_ROWS = ['act', 'when', 'where', 'who', 'whom', 'with', 'harm', 'saysWho', 'evidence'] as const;
export type ValueRow = (typeof VALUE_ROWS)[number];

export interface SourceWords {
  source: IncidentDetail['sources'][number];
  passages: Passage[];
}

const spansOfRow: Record<ValueRow, (coded: CodedIncident) => Span[]> = {
  act: (coded) => coded.trigger,
  when: (coded) => coded.time?.spans ?? [],
  where: (coded) => coded.place?.spans ?? [],
  who: (coded) => coded.perpetrators.flatMap((held) => held.spans),
  whom: (coded) => coded.targets.flatMap((held) => held.spans),
  with: (coded) => coded.weapons.flatMap((held) => held.spans),
  harm: (coded) =>
    Object.values(coded.harm).flatMap((count) => [...count.spans, ...(count.of ?? []).flatMap((part) => part.spans)]),
  saysWho: (coded) => coded.attributedTo.flatMap((held) => held.spans),
  evidence: (coded) => coded.evidence.flatMap((held) => held.spans),
};

/** Per source that says anything about it, the passages of one row; sources of one origin stand together. */
export function wordsOf(row: ValueRow, detail: IncidentDetail): SourceWords[] {
  const origin = (source: IncidentDetail['sources'][number]): string => source.report.origin ?? source.report.id;
  return detail.sources
    .map((source) => ({ source, passages: passagesAt(source, spansOfRow[row](source.coded)) }))
    .filter(({ passages }) => passages.length > 0)
    .sort((a, b) => (origin(a.source) < origin(b.source) ? -1 : origin(a.source) > origin(b.source) ? 1 : 0));
}

function passagesAt({ passages }: IncidentDetail['sources'][number], spans: readonly Span[]): Passage[] {
  const wanted = new Set(spans.map(({ start, end }) => `${start}-${end}`));
  return passages.filter(({ start, end }) => wanted.has(`${start}-${end}`));
}
