/** The timeline's place on the page: loads the charts when first shown; a drag over them chooses the period. */
import { lazy, Suspense } from 'react';
import type { IncidentRow, SituationSummary } from '../../../src/shell/http/contract.ts';
import { useTheme } from '../chrome/theme.ts';
import { writtenDay } from '../format/dates.ts';
import { CountMark } from '../marks/harm-words.tsx';
import { Loading } from '../marks/page-states.tsx';
import { useSpeech } from '../words/use-words.ts';
import type { Change } from './situation-search.ts';

const Timeline = lazy(async () => ({ default: (await import('./timeline.tsx')).Timeline }));

export function TimelinePanel({
  summary,
  rows,
  change,
}: {
  summary: SituationSummary | undefined;
  rows: readonly IncidentRow[];
  change: Change;
}) {
  const { words } = useSpeech();
  const { shown } = useTheme();
  return (
    <section className="situation-time" aria-label={words.situation.time}>
      {summary === undefined ? (
        <Loading />
      ) : (
        <>
          <Suspense fallback={<Loading />}>
            <Timeline summary={summary} rows={rows} choose={(from, to) => change({ from, to })} theme={shown} />
          </Suspense>
          <p className="small soft time-hint">
            {words.situation.timeHint} {summary.undated > 0 && words.situation.undated(summary.undated)}
          </p>
          <details className="small">
            <summary>{words.situation.asTable}</summary>
            <DayTable summary={summary} />
          </details>
        </>
      )}
    </section>
  );
}

function DayTable({ summary }: { summary: SituationSummary }) {
  const { words, locale } = useSpeech();
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{words.situation.day}</th>
          <th scope="col">{words.situation.perDay}</th>
          <th scope="col">{words.measure.killed}</th>
          <th scope="col">{words.situation.reporting}</th>
        </tr>
      </thead>
      <tbody>
        {summary.days.map((day) => (
          <tr key={day.day}>
            <th scope="row">{writtenDay(day.day, locale, words)}</th>
            <td data-label={words.situation.perDay}>{day.incidents.toLocaleString(locale)}</td>
            <td data-label={words.measure.killed}>
              <CountMark range={day.killed} />
            </td>
            <td data-label={words.situation.reporting}>{day.reporting.toLocaleString(locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
