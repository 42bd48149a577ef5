/** Text and coding side by side, lighting each other: on the page of a report and on the page to try. */
import { useCallback, useMemo, useState } from 'react';
import type { CodedReport } from '../../../src/model/coded-report.ts';
import { useWords } from '../words/use-words.ts';
import { codedValues, LAYERS, type Layer } from './coded-values.ts';
import { CodingPanel } from './coding-panel.tsx';
import { LayerChoice } from './layer-choice.tsx';
import { ReportReader } from './report-reader.tsx';

const NONE: ReadonlySet<string> = new Set();

export function ReadAndCoding({
  coding,
  linked,
  at,
}: {
  coding: CodedReport;
  linked?: ReadonlyMap<string, string>;
  at?: string | undefined;
}) {
  const words = useWords();
  const [layers, setLayers] = useState<ReadonlySet<Layer>>(new Set(LAYERS));
  const [lit, setLit] = useState(NONE);
  const light = useCallback((keys: readonly string[]) => setLit(keys.length === 0 ? NONE : new Set(keys)), []);
  const values = useMemo(() => codedValues(coding), [coding]);
  const toggle = (layer: Layer): void =>
    setLayers((now) => new Set(LAYERS.filter((id) => (id === layer ? !now.has(id) : now.has(id)))));
  return (
    <div className="read-and-coding">
      <section className="panel" aria-label={words.report.text}>
        <LayerChoice shown={layers} toggle={toggle} />
        <ReportReader
          text={coding.text}
          language={coding.language}
          values={values}
          layers={layers}
          lit={lit}
          light={light}
          at={at}
        />
      </section>
      <section className="panel coding-side" aria-label={words.report.coding}>
        <CodingPanel coding={coding} lit={lit} light={light} {...(linked === undefined ? {} : { linked })} />
      </section>
    </div>
  );
}
