/** One statement in full: its words in every report that tells of it, its due time, what became of it, and the deeds beside it. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { StatementLedgerRecord } from '../../../src/shell/http/contract.ts';
import { PersonsActs } from '../acts/persons-acts.tsx';
import { record } from '../api.ts';
import { writtenDay, writtenInterval } from '../format/dates.ts';
import { NotStated } from '../marks/harm-words.tsx';
import { IllustrativeNote } from '../marks/illustrative-note.tsx';
import { joinedPassages } from '../marks/joined-passages.ts';
import { Answered } from '../marks/page-states.tsx';
import { QuotedPassage } from '../marks/quoted-passage.tsx';
import { STATUS_ORDER, StatusMark } from '../marks/status-mark.tsx';
import { SaidReason } from '../reasons/said-reason.tsx';
import { IncidentCard, useIncidentTitle } from '../situation/incident-card.tsx';
import { useSpeech } from '../words/use-words.ts';
import { AsOfField } from './as-of-field.tsx';
import { SpeakerAndHearers } from './record-card.tsx';
import { StatementHistory } from './statement-history.tsx';
import { StatementLimbs } from './statement-limbs.tsx';

export function StatementPage() {
  const { id } = useParams({ from: '/statements/$id' });
  const { asOf } = useSearch({ from: '/statements/$id' });
  const asked = useQuery(record(id, { asOf }));
  return (
    <Answered asked={asked} isPage>
      {(detail) => <InFull detail={detail} />}
    </Answered>
  );
}

function InFull({ detail }: { detail: StatementLedgerRecord }) {
  const { words, locale } = useSpeech();
  const { asOf } = useSearch({ from: '/statements/$id' });
  const navigate = useNavigate({ from: '/statements/$id' });
  const statement = detail.record;
  return (
    <div className="page">
      <header>
        <h1>{words.ledger.form[statement.form]}</h1>
        <p className="row">
          <SpeakerAndHearers row={detail} />
          <StatusMark status={statement.status.value} />
          <IllustrativeNote shown={detail.report.illustrative} />
        </p>
        <div className="row">
          <AsOfField asOf={asOf} set={(day) => void navigate({ search: { asOf: day }, replace: true })} />
          <span className="small soft">{words.ledger.asOf(writtenDay(detail.asOf.slice(0, 10), locale, words))}</span>
        </div>
      </header>
      <section className="panel">
        <dl className="values">
          <div className="value-row">
            <dt>{words.ledger.said}</dt>
            <dd>{writtenInterval(statement.said, locale, words)}</dd>
          </div>
          <div className="value-row">
            <dt>{words.ledger.due}</dt>
            <dd>
              {statement.due === null ? (
                <span className="not-stated">{words.ledger.noDue}</span>
              ) : (
                writtenInterval(statement.due, locale, words)
              )}{' '}
              {statement.isConditional && <span className="tag">{words.ledger.conditional}</span>}
            </dd>
            {detail.deadlineWords !== null && <dd className="soft">“{detail.deadlineWords}”</dd>}
          </div>
          <div className="value-row">
            <dt>{words.ledger.topics}</dt>
            <dd>
              {statement.topics.length === 0 ? (
                <NotStated />
              ) : (
                statement.topics.map((topic, index) => (
                  <span key={topic}>
                    {index > 0 && words.comma}
                    <SaidReason text={topic.replaceAll('_', ' ')} reason={{ code: `topic/${topic}`, values: {} }} />
                  </span>
                ))
              )}
            </dd>
          </div>
        </dl>
      </section>
      <Status record={statement} />
      <section className="panel stack">
        <h2>{words.ledger.limbs}</h2>
        <StatementLimbs limbs={statement.limbs} />
      </section>
      {detail.history.length > 1 && (
        <section className="panel stack">
          <h2>{words.ledger.history}</h2>
          <StatementHistory detail={detail} />
        </section>
      )}
      <section className="panel stack">
        <h2>{words.ledger.tellings(detail.tellings.length)}</h2>
        {detail.tellings.map(({ report, passage }) => (
          <div key={`${report.id} ${passage.start}`} className="source-card">
            <p className="small soft">
              <Link to="/reports/$id" params={{ id: report.id }} dir="auto">
                {report.title ?? words.report.untitled}
              </Link>{' '}
              · <bdi>{report.source}</bdi>
              {words.comma}
              {writtenDay(report.published, locale, words)}
            </p>
            <p className="statement-words">
              {joinedPassages([passage]).map((joined) => (
                <QuotedPassage key={joined.start} passage={joined} report={report.id} isItem />
              ))}
            </p>
          </div>
        ))}
      </section>
      <Deeds detail={detail} />
    </div>
  );
}

type Statement = StatementLedgerRecord['record'];

function Status({ record }: { record: Statement }) {
  const { ledger, acts } = useSpeech().words;
  const asked = record.tellings.map(({ report, statement }) => `statement:${report}#${statement}`);
  return (
    <section className="panel stack">
      <h2>{ledger.statusLabel}</h2>
      <StatusSaid status={record.status} />
      {record.programStatus !== null && (
        <details>
          <summary>{acts.programSays}</summary>
          <div className="said-before stack">
            <StatusSaid status={record.programStatus} />
          </div>
        </details>
      )}
      <h3>{acts.title}</h3>
      <PersonsActs
        kind="status"
        about={[`statement:${record.id}`]}
        asked={asked}
        question={acts.question}
        choices={STATUS_ORDER.map((value) => ({
          value,
          name: <StatusMark status={value} />,
          means: acts.statusMeans[value] ?? '',
        }))}
      />
    </section>
  );
}

function StatusSaid({ status }: { status: Statement['status'] }) {
  const { ledger } = useSpeech().words;
  return (
    <>
      <p className="row">
        <StatusMark status={status.value} />
        <span className="soft">{ledger.by[status.by]}</span>
      </p>
      <p>
        <SaidReason text={status.because} reason={status.reason} />
      </p>
      {status.wouldSettle !== null && (
        <p className="soft">
          {ledger.settle}: <SaidReason text={status.wouldSettle} reason={status.settles} />
        </p>
      )}
      {status.later !== null && (
        <p>
          <Link to="/statements/$id" params={{ id: status.later }}>
            {ledger.later}
          </Link>
        </p>
      )}
    </>
  );
}

function Deeds({ detail: { record: statement, incidents } }: { detail: StatementLedgerRecord }) {
  const { words } = useSpeech();
  const titleOf = useIncidentTitle();
  return (
    <section className="panel stack">
      <h2>{words.ledger.deeds}</h2>
      {statement.deeds.length === 0 && <p className="soft">{words.ledger.noDeeds}</p>}
      <ul className="stack">
        {statement.deeds.map((deed) => {
          const row = incidents.find(({ id }) => id === deed.incident);
          return (
            <li key={`${deed.incident} ${deed.relation}`} className="deed">
              <p>
                <b>{words.ledger.relation[deed.relation]}</b>{' '}
                {!deed.certain && <span className="tag alleged">{words.ledger.uncertain}</span>}
              </p>
              <p className="small soft">
                <SaidReason text={deed.because} reason={deed.reason} />
              </p>
              {row !== undefined && (
                <IncidentCard
                  row={row}
                  title={
                    <Link className="card-title" data-item="" to="/incidents/$id" params={{ id: row.id }}>
                      {titleOf(row)}
                    </Link>
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
