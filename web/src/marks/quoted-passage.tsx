/** The words a value was read from, inside a little of their text; a link to the same words in the whole report. */
import { Link } from '@tanstack/react-router';
import type { Passage } from '../../../src/shell/http/contract.ts';

export function QuotedPassage({
  passage,
  report,
  language,
}: {
  passage: Passage;
  report: string;
  language?: string | undefined;
}) {
  return (
    <Link
      className="quote"
      to="/reports/$id"
      params={{ id: report }}
      search={{ at: `${passage.start}-${passage.end}` }}
      lang={language}
      dir="auto"
    >
      <span className="around">{passage.before}</span>
      <mark>{passage.quote}</mark>
      <span className="around">{passage.after}</span>
    </Link>
  );
}
