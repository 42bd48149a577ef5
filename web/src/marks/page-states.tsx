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

/** `isPage`: nothing else of the page is there, so that this is its heading. */
export function Failed({ error, again, isPage = false }: { error: Error; again: () => void; isPage?: boolean }) {
  const words = useWords();
  const Heading = isPage ? 'h1' : 'h2';
  const problem = error instanceof ApiError ? error.problem : undefined;
  const remedy =
    problem === null
      ? words.failed.unreachable
      : problem?.code === 'request/not-found'
        ? words.failed.notFound
        : error.message;
  return (
    <div className="state failed" role="alert">
      <Heading>
        {problem?.code === 'request/not-found'
          ? words.failed.notFoundTitle
          : problem == null
            ? words.failed.title
            : problem.title}
      </Heading>
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
export function Answered<T>({
  asked,
  children,
  isPage = false,
}: {
  asked: Asked<T>;
  children: (data: T) => ReactNode;
  /** True where the answer is the whole page with its heading. */
  isPage?: boolean;
}) {
  if (asked.data !== undefined) return children(asked.data);
  if (asked.error !== null) {
    const failed = <Failed error={asked.error} again={() => asked.refetch()} isPage={isPage} />;
    return isPage ? <div className="page">{failed}</div> : failed;
  }
  return <Loading />;
}
