/** What a page shows while it waits, when there is nothing, and when something failed: each says what to do. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ApiError } from '../api.ts';
import { useWords } from '../words/use-words.ts';

const LINES = [1, 2, 3, 4, 5, 6];

export function Loading() {
  const words = useWords();
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{words.loading}</span>
      {LINES.map((line) => (
        <i key={line} />
      ))}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      <p className="soft">{children}</p>
    </div>
  );
}

export function Failed({ error, again }: { error: Error; again: () => void }) {
  const words = useWords();
  const problem = error instanceof ApiError ? error.problem : undefined;
  const remedy =
    problem === null
      ? words.failed.unreachable
      : problem?.code === 'request/not-found'
        ? words.failed.notFound
        : error.message;
  return (
    <div className="state failed" role="alert">
      <h2>{problem?.code === 'request/not-found' || problem == null ? words.failed.title : problem.title}</h2>
      <p>{remedy}</p>
      <p className="row">
        <button type="button" className="button" onClick={again}>
          {words.failed.again}
        </button>
        <Link to="/">{words.failed.toSituation}</Link>
      </p>
    </div>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** The page of an answer, or what stands in for it. */
export function Answered<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  if (asked.data !== undefined) return children(asked.data);
  if (asked.error !== null) return <Failed error={asked.error} again={() => asked.refetch()} />;
  return <Loading />;
}
