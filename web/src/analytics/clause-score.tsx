/** How far one clause is carried out: both ends of the score, the reasons, and the incidents for, against and open. */
import { Link } from '@tanstack/react-router';
import type { Implementation } from '../../../src/shell/http/contract.ts';
import { SaidReason } from '../reasons/said-reason.tsx';
import { useSpeech } from '../words/use-words.ts';

const SIDES = ['kept', 'against', 'open'] as const;
/** More are counted only. */
const SHOWN = 8;

export function ClauseScore({ item }: { item: Implementation['items'][number] }) {
  const { words, locale } = useSpeech();
  const number = (n: number): string => n.toLocaleString(locale);
  return (
    <div className="stack">
      <p className="row">
        {item.score === null ? (
          <span className="not-stated">{words.analytics.noScore}</span>
        ) : (
          <b className="score">
            {words.analytics.score(number(item.score.min), number(item.score.max))} / {number(3)}
          </b>
        )}
        <span className="soft">{words.ledger.by[item.by]}</span>
      </p>
      <ul className="small">
        {item.reasons.map((reason) => (
          <li key={reason.text}>
            <SaidReason {...reason} />
          </li>
        ))}
      </ul>
      {SIDES.map((side) => (
        <IncidentLinks key={side} name={words.analytics[side]} ids={item[side]} />
      ))}
      {item.truncated && <p className="small soft">{words.analytics.truncated}</p>}
    </div>
  );
}

export function IncidentLinks({ name, ids }: { name: string; ids: readonly string[] }) {
  const { words, locale } = useSpeech();
  if (ids.length === 0) return null;
  return (
    <p className="row small">
      <span className="soft">
        {name} ({ids.length.toLocaleString(locale)}):
      </span>
      {ids.slice(0, SHOWN).map((id, index) => (
        <Link
          key={id}
          className="figure-link number"
          to="/incidents/$id"
          params={{ id }}
          aria-label={`${name}, ${words.analytics.incident} ${(index + 1).toLocaleString(locale)}`}
        >
          {(index + 1).toLocaleString(locale)}
        </Link>
      ))}
      {ids.length > SHOWN && <span className="soft">{words.analytics.showMore(ids.length - SHOWN)}</span>}
    </p>
  );
}
