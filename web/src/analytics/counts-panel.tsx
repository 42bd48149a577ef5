/** Counts and harm by party, clause, area, weapon, target or type: a chart of ranges and a table in which each figure is a link. */
import { lazy, Suspense } from 'react';
import type { Analytics } from '../../../src/shell/http/contract.ts';
import { FigureCount } from '../figures/figure-count.tsx';
import { EVIDENCE, FiguresTable, Harm } from '../figures/figures-table.tsx';
import { Empty, Loading } from '../marks/page-states.tsx';
import { useSpeech } from '../words/use-words.ts';
import { type DimensionId, useRowName } from './row-name.ts';

const RangeFigure = lazy(async () => ({ default: (await import('./range-figure.tsx')).RangeFigure }));

const DIMENSIONS: readonly DimensionId[] = ['party', 'clause', 'area', 'weapon', 'target', 'type'];
export const dimensionOf = (text: string | undefined): DimensionId => DIMENSIONS.find((id) => id === text) ?? 'party';

interface Counted {
  analytics: Analytics;
  by: DimensionId;
  choose: (by: DimensionId) => void;
}

export function CountsPanel({ analytics, by, choose }: Counted) {
  const { words } = useSpeech();
  const rows = analytics.dimensions[by];
  if (analytics.figures.all.incidents === 0)
    return <Empty title={words.analytics.empty}>{words.analytics.emptyText}</Empty>;
  return (
    <section className="panel stack" aria-labelledby="counts">
      <h2 id="counts">{words.analytics.counts}</h2>
      <p className="small soft">{words.analytics.countsIntro}</p>
      <FiguresTable figures={analytics.figures} />
      <LeftOut analytics={analytics} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a form */}
      <div className="row" role="group" aria-label={words.analytics.dimensions}>
        {DIMENSIONS.map((id) => (
          <button key={id} type="button" className="button" aria-pressed={id === by} onClick={() => choose(id)}>
            {words.analytics.dimension[id]}
          </button>
        ))}
      </div>
      <Suspense fallback={<Loading />}>
        <RangeFigure rows={rows} by={by} />
      </Suspense>
      <DimensionTable rows={rows} by={by} />
    </section>
  );
}

function DimensionTable({ rows, by }: { rows: Analytics['dimensions'][DimensionId]; by: DimensionId }) {
  const { words } = useSpeech();
  const nameOf = useRowName();
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{words.analytics.dimension[by]}</th>
          {EVIDENCE.map((evidence) => (
            <th key={evidence} scope="col">
              {words.analytics[evidence]}
            </th>
          ))}
          <th scope="col">{words.measure.killed}</th>
          <th scope="col">{words.measure.injured}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id ?? ''}>
            <th scope="row" className="list-title">
              <bdi>{nameOf(by, row)}</bdi>
            </th>
            {EVIDENCE.map((evidence) => (
              <td key={evidence} data-label={words.analytics[evidence]}>
                <FigureCount
                  figure={row.figures[evidence]}
                  label={`${nameOf(by, row)}, ${words.analytics[evidence]}`}
                />
              </td>
            ))}
            <td data-label={words.measure.killed}>
              <Harm figure={row.figures.all} measure="killed" />
            </td>
            <td data-label={words.measure.injured}>
              <Harm figure={row.figures.all} measure="injured" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LeftOut({ analytics }: { analytics: Analytics }) {
  const { words, locale } = useSpeech();
  const undated = analytics.withoutDay?.all.incidents ?? 0;
  return (
    <p className="small soft">
      {analytics.leftOut.length > 0 && (
        <>
          {words.analytics.leftOutIs}:{' '}
          {analytics.leftOut
            .map(({ why, incidents }) => `${incidents.toLocaleString(locale)} ${words.analytics.leftOut[why]}`)
            .join(', ')}
          .{' '}
        </>
      )}
      {undated > 0 && `${words.analytics.withoutDay(undated)}.`}
    </p>
  );
}
