/** What people said of a thing, the first first: who, when, what and why, and whether it still holds. */
import { Link } from '@tanstack/react-router';
import type { DecisionRow } from '../../../src/shell/http/contract.ts';
import { writtenDay } from '../format/dates.ts';
import { useSpeech } from '../words/use-words.ts';
import type { Choice } from './acts-on.ts';
import { SignatureMark } from './signature-mark.tsx';

interface History {
  rows: readonly DecisionRow[];
  choices: readonly Choice[];
  remark?: ((decision: string) => string | null) | undefined;
}

export function ActHistory({ rows, choices, remark }: History) {
  const { acts } = useSpeech().words;
  return (
    <ol className="stack" aria-label={acts.soFar}>
      {rows.map((row) => (
        <li key={row.decision.id} className="act" data-holds={row.undoneBy === null}>
          <Act row={row} choices={choices} remark={remark?.(row.decision.id) ?? null} />
        </li>
      ))}
    </ol>
  );
}

function Act({ row, choices, remark }: { row: DecisionRow; choices: readonly Choice[]; remark: string | null }) {
  const { words, locale } = useSpeech();
  const { decision, undoneBy, signature } = row;
  const found = choices.find(({ value }) => value === decision.finds)?.name ?? decision.finds;
  return (
    <>
      <p className="row">
        <b className="finds">{decision.kind === 'undo' ? words.acts.tookBack(decision.about) : found}</b>
        <bdi className="soft">{words.review.by(decision.by, writtenDay(decision.at, locale, words))}</bdi>
        {decision.kind !== 'undo' && (
          <span className="tag">{undoneBy === null ? words.review.holds : words.review.undoneBy(undoneBy)}</span>
        )}
        <Link className="small" to="/review" search={{ show: 'decided' }}>
          <code>{decision.id}</code>
        </Link>
      </p>
      {decision.reason !== '' && (
        <p>
          <bdi>{decision.reason}</bdi>
        </p>
      )}
      <p className="small">
        <SignatureMark signature={signature} />
      </p>
      {remark !== null && <p className="small soft">{remark}</p>}
    </>
  );
}
