/** The words a value was read from, inside a little of their text; a link to the same words in the whole report. */
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { JoinedPassage } from './joined-passages.ts';

interface Quoted {
  passage: JoinedPassage;
  /** Report id. */
  report: string;
  language?: string | undefined;
  /** Reached with j and k, where a list is one of passages. */
  isItem?: boolean;
}

export function QuotedPassage({ passage, report, language, isItem = false }: Quoted) {
  return (
    <Link
      className="quote"
      to="/reports/$id"
      params={{ id: report }}
      search={{ at: `${passage.start}-${passage.end}` }}
      lang={language}
      dir="auto"
      data-item={isItem ? '' : undefined}
    >
      <span className="around">{passage.before}</span>
      {passage.marks.map(({ quote, between }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the marks of a passage never change places
        <Fragment key={index}>
          <mark>{quote}</mark>
          <span className="around">{between}</span>
        </Fragment>
      ))}
      <span className="around">{passage.after}</span>
    </Link>
  );
}
