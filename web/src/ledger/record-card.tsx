/** One record of the statements ledger as it stands in every list. */
import { Link } from '@tanstack/react-router';
import type { StatementLedgerRow } from '../../../src/shell/http/contract.ts';
import { writtenDay, writtenInterval } from '../format/dates.ts';
import { joinedPassages } from '../marks/joined-passages.ts';
import { QuotedPassage } from '../marks/quoted-passage.tsx';
import { StatusMark } from '../marks/status-mark.tsx';
import { SaidReason } from '../reasons/said-reason.tsx';
import { useSpeech } from '../words/use-words.ts';
import { PartyName } from './party-name.tsx';

/** `asOf`: the day as of which the list is shown; the page of the record then shows it as of that day too. */
export function RecordCard({ row, asOf }: { row: StatementLedgerRow; asOf?: string | undefined }) {
  const { words, locale } = useSpeech();
  const { record, report, passage } = row;
  return (
    <article className="panel statement-card" data-status={record.status.value}>
      <header className="row">
        <Link className="record-title" data-item="" to="/statements/$id" params={{ id: record.id }} search={{ asOf }}>
          {words.ledger.form[record.form]}
        </Link>
        <SpeakerAndHearers row={row} />
        <StatusMark status={record.status.value} />
      </header>
      <p className="statement-words">
        {joinedPassages([passage]).map((joined) => (
          <QuotedPassage key={joined.start} passage={joined} report={report.id} />
        ))}
      </p>
      <DueLine row={row} />
      <p className="small">
        <SaidReason text={record.status.because} reason={record.status.reason} />
      </p>
      <p className="small soft">
        {words.ledger.said}: {writtenInterval(record.said, locale, words)} · <bdi>{report.source}</bdi>
        {words.comma}
        {writtenDay(report.published, locale, words)} · {words.ledger.tellings(record.tellings.length)}
        {record.deeds.length > 0 && ` · ${words.incidents(record.deeds.length)}`}
      </p>
    </article>
  );
}

export function SpeakerAndHearers({ row: { record, names } }: { row: Pick<StatementLedgerRow, 'record' | 'names'> }) {
  const { words } = useSpeech();
  return (
    <span dir="auto">
      {record.speaker === null ? (
        <span className="not-stated">{words.ledger.unnamed}</span>
      ) : (
        <PartyName party={record.speaker} names={names} />
      )}
      {record.addressees.length > 0 && (
        <span className="soft">
          {' → '}
          {record.addressees.map((party, index) => (
            <span key={`${party.name} ${party.spans[0]?.start}`}>
              {index > 0 && ', '}
              <PartyName party={party} names={names} />
            </span>
          ))}
        </span>
      )}
    </span>
  );
}

/** By when, with the words it was read from; nothing where no time is named. */
export function DueLine({
  row: { record, deadlineWords },
}: {
  row: Pick<StatementLedgerRow, 'record' | 'deadlineWords'>;
}) {
  const { words, locale } = useSpeech();
  if (record.due === null && !record.isConditional) return null;
  return (
    <p>
      {record.due !== null && (
        <>
          <span className="soft">{words.ledger.due}: </span>
          {writtenInterval(record.due, locale, words)}
          {deadlineWords !== null && <span className="soft"> (“{deadlineWords}”)</span>}{' '}
        </>
      )}
      {record.isConditional && <span className="tag">{words.ledger.conditional}</span>}
    </p>
  );
}
