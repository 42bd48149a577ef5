/** What is measured for one agreement: both sides alike, how far each clause is carried out, and duties that last. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Reason } from '../../../src/model/reason.ts';
import type { Duties, Implementation, Parity } from '../../../src/shell/http/contract.ts';
import { duties, implementation, parity } from '../api.ts';
import { FiguresTable } from '../figures/figures-table.tsx';
import { OutcomeFigures } from '../figures/outcome-figures.tsx';
import { writtenDay } from '../format/dates.ts';
import { CountMark } from '../marks/harm-words.tsx';
import { OutcomeMark } from '../marks/outcome-mark.tsx';
import { Answered } from '../marks/page-states.tsx';
import { SaidReason } from '../reasons/said-reason.tsx';
import { sayReason } from '../reasons/say-reason.ts';
import { NameOf } from '../words/name-of.tsx';
import { useSpeech } from '../words/use-words.ts';
import { ClauseScore } from './clause-score.tsx';

export function AgreementMeasures({ agreement }: { agreement: string }) {
  const { words } = useSpeech();
  const sides = useQuery(parity(agreement));
  const scores = useQuery(implementation(agreement));
  const lasting = useQuery(duties(agreement));
  return (
    <>
      <section className="panel stack">
        <h2>{words.analytics.parity}</h2>
        <p className="small soft">{words.analytics.parityIntro}</p>
        <Answered asked={sides}>{(answer) => <ParitySides answer={answer} />}</Answered>
      </section>
      <section className="panel stack">
        <h2>{words.analytics.implementation}</h2>
        <p className="small soft">{words.analytics.implementationIntro}</p>
        <Answered asked={scores}>{(answer) => <Scores answer={answer} />}</Answered>
      </section>
      <section className="panel stack">
        <h2>{words.analytics.duties}</h2>
        <Answered asked={lasting}>{(answer) => <Lasting answer={answer} />}</Answered>
      </section>
    </>
  );
}

function ParitySides({ answer }: { answer: Parity }) {
  const { words } = useSpeech();
  return (
    <>
      <ul className="sides">
        {answer.sides.map((side) => (
          <li key={side.side} className="stack">
            <h3>
              <NameOf name={side.name} />
            </h3>
            <FiguresTable figures={side.figures} />
            <OutcomeFigures outcomes={side.outcomes} none={words.party.noFindings} />
          </li>
        ))}
      </ul>
      <h3>{words.analytics.parityDoubts}</h3>
      {answer.doubts.length === 0 ? (
        <p className="soft">{words.analytics.noParityDoubts}</p>
      ) : (
        <ul className="disagreements">
          {answer.doubts.map(({ about, says, reason }) => (
            <li key={about}>
              <SaidReason text={says} reason={reason} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Scores({ answer }: { answer: Implementation }) {
  const { words, locale } = useSpeech();
  return (
    <ul className="stack">
      {answer.items.map((item) => (
        <li key={item.clause}>
          <details>
            <summary>
              <b className="score">
                {item.score === null
                  ? '?'
                  : words.analytics.score(item.score.min.toLocaleString(locale), item.score.max.toLocaleString(locale))}
              </b>{' '}
              <NameOf name={item.title} />
            </summary>
            <div className="stack">
              <ClauseScore item={item} />
              <p className="small">
                <Link to="/agreements/$id/clauses/$clause" params={{ id: answer.agreement, clause: item.clause }}>
                  {words.clausePage.open}
                </Link>
              </p>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

function Lasting({ answer }: { answer: Duties }) {
  const { words, locale } = useSpeech();
  if (answer.items.length === 0) return <p className="soft">{words.analytics.noDuties}</p>;
  return (
    <>
      <p className="small soft">{words.analytics.dutiesIntro(writtenDay(answer.until, locale, words))}</p>
      <ul className="stack">
        {answer.items.map((item) => (
          <li key={item.clause} className="stack">
            <h3>
              <Link to="/agreements/$id/clauses/$clause" params={{ id: answer.agreement, clause: item.clause }}>
                <NameOf name={item.title} />
              </Link>
            </h3>
            <p className="small">
              {words.analytics.personDays}:{' '}
              {item.personDays === null ? (
                <span className="not-stated">{words.notStated}</span>
              ) : (
                <CountMark range={item.personDays} />
              )}
              {item.withoutPersons.length > 0 && (
                <span className="soft"> · {words.analytics.withoutPersons(item.withoutPersons.length)}</span>
              )}
            </p>
            {item.spans.length > 0 && <SpanTable spans={item.spans} />}
            {item.truncated && <p className="small soft">{words.analytics.truncated}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

function SpanTable({ spans }: { spans: Duties['items'][number]['spans'] }) {
  const { words } = useSpeech();
  return (
    <table className="cards small">
      <thead>
        <tr>
          <th scope="col">{words.analytics.incident}</th>
          <th scope="col">{words.situation.outcome}</th>
          <th scope="col">{words.analytics.persons}</th>
          <th scope="col">{words.analytics.days}</th>
          <th scope="col">{words.ledger.why}</th>
        </tr>
      </thead>
      <tbody>
        {spans.map((span, index) => (
          <tr key={span.incident}>
            <th scope="row" className="unbroken">
              <Link className="figure-link" to="/incidents/$id" params={{ id: span.incident }}>
                {words.analytics.incident} {index + 1}
              </Link>
            </th>
            <td data-label={words.situation.outcome}>
              <OutcomeMark outcome={span.outcome} />
            </td>
            <td data-label={words.analytics.persons} className="unbroken">
              {span.persons === null ? (
                <span className="not-stated">{words.notStated}</span>
              ) : (
                <CountMark range={span.persons} />
              )}
            </td>
            <td data-label={words.analytics.days} className="unbroken">
              <CountMark range={span.days} />
            </td>
            <td data-label={words.ledger.why}>
              <WithIncidentLinks text={span.because} reason={span.reason} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Ids of incidents inside a reason become links; nobody reads a hash. */
function WithIncidentLinks({ text, reason }: { text: string; reason: Reason }) {
  const speech = useSpeech();
  const { words } = speech;
  const said = sayReason(reason, speech);
  return (
    <bdi lang={said === null ? 'en' : undefined}>
      {(said ?? text).split(/([^\s\u2068\u2069]+#i\d+)/).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <Link key={part} to="/incidents/$id" params={{ id: part }}>
            {words.analytics.incident}
          </Link>
        ),
      )}
    </bdi>
  );
}
