/** What people decided, newest first, each with what the incidents were before it and what they are now. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DecisionDetail, DecisionRow } from '../../../src/shell/http/contract.ts';
import { SignatureMark } from '../acts/signature-mark.tsx';
import { decision as decisionOf, decisionPages } from '../api.ts';
import { writtenDay } from '../format/dates.ts';
import { MoreButton } from '../marks/more-button.tsx';
import { Answered, Empty } from '../marks/page-states.tsx';
import { useIncidentTitle } from '../situation/incident-card.tsx';
import { useSpeech } from '../words/use-words.ts';
import { DecideButton } from './decide-button.tsx';
import { DecidedAbout } from './decided-about.tsx';
import type { Desk } from './doubt-list.tsx';

export function DecisionList(desk: Desk) {
  const { words } = useSpeech();
  const asked = useInfiniteQuery(decisionPages());
  const rows = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Answered asked={asked}>
        {() =>
          rows.length === 0 ? (
            <Empty title={words.review.emptyDecided}>{words.review.emptyDecidedText}</Empty>
          ) : (
            <ol className="stack">
              {rows.map((row) => (
                <li key={row.decision.id}>
                  <DecisionCard row={row} {...desk} />
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
      <MoreButton asked={asked} />
    </>
  );
}

function DecisionCard({ row: { decision, undoneBy, signature }, reason, done }: Desk & { row: DecisionRow }) {
  const { words, locale } = useSpeech();
  const { id, kind, about } = decision;
  const isLink = kind === 'link' || kind === 'separate';
  const isStory = kind === 'join-story' || kind === 'part-story';
  const isInForce = kind !== 'undo' && undoneBy === null;
  return (
    <article className="panel decision-card" data-actions="">
      <header className="row">
        <h2 tabIndex={-1} data-item="">
          {words.review.kind[kind]}
        </h2>
        <code>{id}</code>
        {isLink && <span className="soft">{words.review.accounts(about.length)}</span>}
        {isStory && <span className="soft">{words.reports(about.length)}</span>}
        {kind === 'undo' && <code>{about.join(', ')}</code>}
        <span className="tag">{undoneBy === null ? words.review.holds : words.review.undoneBy(undoneBy)}</span>
      </header>
      <p className="small soft">
        <bdi>{words.review.by(decision.by, writtenDay(decision.at, locale, words))}</bdi> ·{' '}
        <SignatureMark signature={signature} />
      </p>
      <DecidedAbout decision={decision} />
      {decision.reason !== '' && (
        <p>
          <bdi>{decision.reason}</bdi>
        </p>
      )}
      {isInForce && (
        <p className="row">
          <DecideButton letter="u" reason={reason} done={done} command={{ kind: 'undo', about: [`decision:${id}`] }}>
            {words.review.undo}
          </DecideButton>
        </p>
      )}
      {kind !== 'note' && <BeforeAndNow id={id} />}
    </article>
  );
}

function BeforeAndNow({ id }: { id: string }) {
  const { review } = useSpeech().words;
  const [isOpen, setOpen] = useState(false);
  const asked = useQuery({ ...decisionOf(id), enabled: isOpen });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{review.history}</summary>
      {isOpen && (
        <Answered asked={asked}>
          {(detail) =>
            detail.before.length === 0 && detail.stories.length === 0 ? (
              <p className="soft">{review.nothingChanged}</p>
            ) : (
              <div className="sides">
                <section>
                  <h3>{review.before}</h3>
                  <StoriesTold detail={detail} isBefore />
                  {detail.before.map(({ entry, incident }) => (
                    <IncidentReports key={entry} incident={incident} entry={entry} detail={detail} />
                  ))}
                </section>
                <section>
                  <h3>{review.now}</h3>
                  <StoriesTold detail={detail} />
                  {detail.now.map((incident) => (
                    <IncidentReports key={incident.id} incident={incident} detail={detail} />
                  ))}
                </section>
              </div>
            )
          }
        </Answered>
      )}
    </details>
  );
}

/** Which story each report told whose story the decision changed, before it or today. */
function StoriesTold({ detail, isBefore = false }: { detail: DecisionDetail; isBefore?: boolean }) {
  const { words, locale } = useSpeech();
  const titleOf = (id: string | null) =>
    detail.reports.find((report) => report.id === id)?.title ?? words.report.untitled;
  return (
    <ul className="small">
      {detail.stories.map(({ report, entry, before, now }) => (
        <li key={report}>
          <Link to="/reports/$id" params={{ id: report }} dir="auto">
            {titleOf(report)}
          </Link>{' '}
          {isBefore ? words.review.storyWas(titleOf(before)) : words.review.storyIs(titleOf(now))}
          {isBefore && <span className="soft"> ({words.review.sealed(entry.toLocaleString(locale))})</span>}
        </li>
      ))}
    </ul>
  );
}

interface Shown {
  incident: DecisionDetail['now'][number];
  detail: DecisionDetail;
  /** Of a past state: where the ledger holds its hash. A present one is linked to its page. */
  entry?: number;
}

function IncidentReports({ incident, detail, entry }: Shown) {
  const { words, locale } = useSpeech();
  const title = useIncidentTitle()(incident);
  const reportOf = (id: string) => detail.reports.find((report) => report.id === id);
  return (
    <div className="account">
      <p>
        {entry === undefined ? (
          <Link to="/incidents/$id" params={{ id: incident.id }}>
            {title}
          </Link>
        ) : (
          <>
            {title} <span className="small soft">{words.review.sealed(entry.toLocaleString(locale))}</span>
          </>
        )}
      </p>
      <ul className="small">
        {incident.links.map(({ report, coded }) => (
          <li key={`${report}#${coded}`}>
            <Link to="/reports/$id" params={{ id: report }} dir="auto">
              {reportOf(report)?.title ?? words.report.untitled}
            </Link>
            {', '}
            <bdi>{reportOf(report)?.source ?? words.notStated}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
