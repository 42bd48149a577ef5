/** How many incidents came to which outcome; each figure leads to them. */
import { Link } from '@tanstack/react-router';
import type { AgreementRow } from '../../../src/shell/http/contract.ts';
import { OutcomeMark } from '../marks/outcome-mark.tsx';
import { OUTCOME_ORDER } from '../marks/outcomes.ts';
import { useSpeech } from '../words/use-words.ts';

/** `clause` is `agreement/clause`; without it the counts stand for a whole agreement and lead nowhere. */
export function OutcomeCounts({ counts, clause }: { counts: AgreementRow['findings']; clause?: string }) {
  const { words, locale } = useSpeech();
  const present = OUTCOME_ORDER.filter((outcome) => (counts[outcome] ?? 0) > 0);
  if (present.length === 0) return <p className="small soft">{words.agreements.noFindings}</p>;
  return (
    <ul className="outcome-counts row small">
      {present.map((outcome) => (
        <li key={outcome}>
          <OutcomeMark outcome={outcome} />{' '}
          {clause === undefined ? (
            <span className="number">{(counts[outcome] ?? 0).toLocaleString(locale)}</span>
          ) : (
            <Link
              to="/"
              search={{ clause, outcome }}
              aria-label={`${words.outcome[outcome]}: ${words.incidents(counts[outcome] ?? 0)}`}
            >
              {(counts[outcome] ?? 0).toLocaleString(locale)}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
