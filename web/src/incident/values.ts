/** The values of an incident as rows: each with what it is, and per source the spans it was read from. */
import type { CodedIncident } from '../../../src/model/coded-report.ts';
import type { Span } from '../../../src/model/span.ts';
import type { IncidentDetail, Passage } from '../../../src/shell/http/contract.ts';

export const VALUE_ROWS = ['act', 'when', 'where', 'who', 'whom', 'with', 'harm', 'saysWho', 'evidence'] as const;
export type ValueRow = (typeof VALUE_ROWS)[number];

export interface SourceWords {
  /** Reports that put it in the same words: reprints, most of all. */
  sources: IncidentDetail['sources'];
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

/** Who says something about one row and in which words; sources that use the same words stand together. */
export function wordsOf(row: ValueRow, detail: IncidentDetail): SourceWords[] {
  const said = detail.sources
    .map((source) => ({ source, passages: passagesAt(source, spansOfRow[row](source.coded)) }))
    .filter(({ passages }) => passages.length > 0);
  const same = Map.groupBy(said, ({ passages }) =>
    passages.map(({ before, quote, after }) => before + quote + after).join('\n'),
  );
  return [...same.values()].map((group) => ({
    sources: group.map(({ source }) => source),
    passages: group[0]?.passages ?? [],
  }));
}

function passagesAt({ passages }: IncidentDetail['sources'][number], spans: readonly Span[]): Passage[] {
  const wanted = new Set(spans.map(({ start, end }) => `${start}-${end}`));
  return passages.filter(({ start, end }) => wanted.has(`${start}-${end}`));
}
