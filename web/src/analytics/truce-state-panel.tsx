/** The last days against the baseline: the plain sentence, what is in doubt, the charts, what moved it, and change points. */
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { TruceStateAnswer } from '../../../src/shell/http/contract.ts';
import { ListCount, ListLink } from '../figures/figure-count.tsx';
import { percent } from '../format/counts.ts';
import { writtenDay, writtenInterval } from '../format/dates.ts';
import { CountMark } from '../marks/harm-words.tsx';
import { Loading } from '../marks/page-states.tsx';
import { SaidReason } from '../reasons/said-reason.tsx';
import { useSpeech } from '../words/use-words.ts';

const StateFigures = lazy(async () => ({ default: (await import('./state-figures.tsx')).StateFigures }));

export function TruceStatePanel({ state }: { state: TruceStateAnswer }) {
  const { words } = useSpeech();
  return (
    <>
      <section className="panel stack">
        <h2>{words.analytics.state[state.state]}</h2>
        <p>
          <SaidReason text={state.says} reason={state.reason} />
        </p>
        {state.doubts.length > 0 && (
          <>
            <h3>{words.analytics.doubts}</h3>
            <ul className="disagreements">
              {state.doubts.map((doubt) => (
                <li key={doubt.text}>
                  <SaidReason {...doubt} />
                </li>
              ))}
            </ul>
          </>
        )}
        <PeriodTable state={state} />
      </section>
      <section className="panel stack">
        <Suspense fallback={<Loading />}>
          <StateFigures state={state} />
        </Suspense>
        <p className="small soft">
          {words.analytics.silent} {words.analytics.shaded}
        </p>
        <details className="small">
          <summary>{words.analytics.asTable}</summary>
          <DayTable state={state} />
        </details>
      </section>
      <Movers state={state} />
      <ChangePoints state={state} />
    </>
  );
}

function PeriodTable({ state }: { state: TruceStateAnswer }) {
  const { words, locale } = useSpeech();
  const number = (n: number): string => n.toLocaleString(locale, { maximumFractionDigits: 1 });
  const periods = [
    [words.analytics.baseline, state.baseline],
    [words.analytics.recent, state.recent],
  ] as const;
  return (
    <table className="cards">
      <thead>
        <tr>
          <td />
          <th scope="col">{words.analytics.period}</th>
          <th scope="col">{words.analytics.incidents}</th>
          <th scope="col">{words.analytics.killed}</th>
          <th scope="col">{words.analytics.daysReported}</th>
          <th scope="col">{words.analytics.sources}</th>
        </tr>
      </thead>
      <tbody>
        {periods.map(([name, period]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td data-label={words.analytics.period}>
              {writtenInterval({ start: period.from, end: dayAfter(period.to) }, locale, words)}
            </td>
            <td data-label={words.analytics.incidents}>
              <ListCount count={period.incidents} list={listOf(state, period)} label={name} />
            </td>
            <td data-label={words.analytics.killed}>
              <ListLink list={`${listOf(state, period)}&harm=killed`}>
                <CountMark range={period.killed} />
              </ListLink>
            </td>
            <td data-label={words.analytics.daysReported}>
              <Link className="figure-link" to="/reports" search={{ from: period.from, to: period.to }}>
                {words.analytics.ofDays(number(period.daysReported), number(period.days))}
              </Link>
            </td>
            <td data-label={words.analytics.sources}>
              <Link className="figure-link" to="/reports" search={{ from: period.from, to: period.to }}>
                {number(period.sources)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** The list of a period is the list of the scope between its days. */
const listOf = ({ scope }: TruceStateAnswer, { from, to }: TruceStateAnswer['recent']): string =>
  `/api/v1/incidents?${new URLSearchParams({ ...scope, from, to, counted: 'yes' })}`;

function DayTable({ state }: { state: TruceStateAnswer }) {
  const { words, locale } = useSpeech();
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{words.analytics.day}</th>
          <th scope="col">{words.analytics.incidents}</th>
          <th scope="col">{words.analytics.killed}</th>
          <th scope="col">{words.analytics.reporting}</th>
        </tr>
      </thead>
      <tbody>
        {state.days.map((day) => (
          <tr key={day.day}>
            <th scope="row">{writtenDay(day.day, locale, words)}</th>
            <td data-label={words.analytics.incidents}>
              <ListCount count={day.incidents} list={day.list} label={writtenDay(day.day, locale, words)} />
            </td>
            <td data-label={words.analytics.killed}>
              {day.incidents === 0 ? (
                <span className="soft">·</span>
              ) : (
                <ListLink list={`${day.list}&harm=killed`}>
                  <CountMark range={day.killed} />
                </ListLink>
              )}
            </td>
            <td data-label={words.analytics.reporting}>
              <Link className="figure-link" to="/reports" search={{ from: day.day, to: day.day }}>
                {day.sources.toLocaleString(locale)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Movers({ state }: { state: TruceStateAnswer }) {
  const { words, locale } = useSpeech();
  return (
    <section className="panel stack">
      <h2>{words.analytics.movers}</h2>
      {state.movers.length === 0 && <p className="soft">{words.analytics.noMovers}</p>}
      <ol className="stack">
        {state.movers.map((mover) => (
          <li key={`${mover.kind} ${mover.id}`} className="source-card">
            <p>
              {mover.kind === 'incident' ? (
                <Link data-item="" to="/incidents/$id" params={{ id: mover.id }} dir="auto">
                  <SaidReason text={mover.says} reason={mover.reason} />
                </Link>
              ) : (
                <Link data-item="" to="/statements/$id" params={{ id: mover.id }} dir="auto">
                  <SaidReason text={mover.says} reason={mover.reason} />
                </Link>
              )}
            </p>
            <p className="small soft">
              {words.analytics[mover.kind]} · {writtenDay(mover.day, locale, words)} · {words.analytics.moved}{' '}
              <span dir="ltr">
                {mover.moved.toLocaleString(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 })}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ChangePoints({ state }: { state: TruceStateAnswer }) {
  const { words, locale } = useSpeech();
  const rate = (n: number): string => n.toLocaleString(locale, { maximumFractionDigits: 1 });
  return (
    <section className="panel stack">
      <h2>{words.analytics.changePoints}</h2>
      {state.changePoints.length === 0 && <p className="soft">{words.analytics.noChangePoints}</p>}
      <ul className="stack">
        {state.changePoints.map(({ day, from, until, probability, before, after }) => (
          <li key={day}>
            <b>
              {words.analytics.changePoint(
                writtenDay(day, locale, words),
                writtenDay(from, locale, words),
                writtenDay(until, locale, words),
              )}
            </b>
            : {words.analytics.changeRate(rate(before), rate(after), percent(probability, locale))}
          </li>
        ))}
      </ul>
    </section>
  );
}
