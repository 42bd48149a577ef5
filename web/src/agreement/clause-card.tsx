/** One clause: what it says in our words, whom it binds towards whom, and the incidents tested against it. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { AgreementDetail, ClauseDetail } from '../../../src/shell/http/contract.ts';
import { incidentPages } from '../api.ts';
import { inList } from '../format/names.ts';
import { Answered } from '../marks/page-states.tsx';
import { IncidentCard, useIncidentTitle } from '../situation/incident-card.tsx';
import { NameOf } from '../words/name-of.tsx';
import { nameIn, useSpeech, useWords } from '../words/use-words.ts';
import { OutcomeCounts } from './outcome-counts.tsx';

/** More than these are seen in the situation. */
const SHOWN = '5';

export function ClauseCard({
  agreement,
  clause,
  isOpen,
}: {
  agreement: AgreementDetail;
  clause: ClauseDetail;
  isOpen: boolean;
}) {
  const speech = useSpeech();
  const { words, locale } = speech;
  const [open, setOpen] = useState(isOpen);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) card.current?.scrollIntoView({ block: 'start' });
  }, [isOpen]);
  const path = `${agreement.id}/${clause.id}`;
  const tested = Object.values(clause.findings).reduce((sum, count) => sum + count, 0);
  const mirror = agreement.clauses.find(({ id }) => id === clause.mirror && id !== clause.id);
  const names = (parties: ClauseDetail['bearers']): string =>
    inList(
      parties.map(({ name }) => nameIn(name, speech)),
      locale,
    );
  return (
    <article ref={card} className="panel stack clause-card" aria-current={isOpen}>
      <header className="row">
        <h3>
          <Link data-item="" to="/agreements/$id" params={{ id: agreement.id }} search={{ clause: clause.id }}>
            <NameOf name={clause.title} />
          </Link>
        </h3>
        <span className="tag">{clause.id}</span>
        {!clause.checked && <span className="tag alleged">{words.agreements.unchecked}</span>}
      </header>
      <p lang="en" dir="auto">
        {clause.says}
      </p>
      <p className="small soft" hidden={clause.bearers.length + clause.counterparties.length === 0}>
        {clause.bearers.length > 0 && `${words.agreements.bearers}: ${names(clause.bearers)}`}
        {clause.counterparties.length > 0 && ` · ${words.agreements.counterparties}: ${names(clause.counterparties)}`}
      </p>
      <p className="small soft">
        <ClauseSource clause={clause} />
        {mirror !== undefined && (
          <>
            {' · '}
            {words.agreements.mirror}:{' '}
            <Link to="/agreements/$id" params={{ id: agreement.id }} search={{ clause: mirror.id }}>
              <NameOf name={mirror.title} />
            </Link>
          </>
        )}
      </p>
      <OutcomeCounts counts={clause.findings} clause={path} />
      <p className="small">
        <Link to="/agreements/$id/clauses/$clause" params={{ id: agreement.id, clause: clause.id }}>
          {words.clausePage.open}
        </Link>
      </p>
      {tested > 0 && (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{words.agreements.incidents}</summary>
          {open && <TestedIncidents path={path} />}
        </details>
      )}
    </article>
  );
}

/** The document, and where in it; the place within it is in the words of the pack. */
export function ClauseSource({
  clause: { instrument, where },
}: {
  clause: Pick<ClauseDetail, 'instrument' | 'where'>;
}) {
  const { comma } = useWords();
  return (
    <>
      <NameOf name={instrument} />
      {where !== null && (
        <>
          {comma}
          <NameOf name={where} />
        </>
      )}
    </>
  );
}

export function TestedIncidents({ path }: { path: string }) {
  const words = useWords();
  const titleOf = useIncidentTitle();
  const asked = useInfiniteQuery(incidentPages({ clause: path, limit: SHOWN }));
  return (
    <Answered asked={asked}>
      {({ pages }) => (
        <>
          <ol className="incident-list">
            {pages.flatMap(({ items }) =>
              items.map((row) => (
                <li key={row.id}>
                  <IncidentCard
                    row={row}
                    title={
                      <Link className="card-title" to="/incidents/$id" params={{ id: row.id }}>
                        {titleOf(row)}
                      </Link>
                    }
                  />
                </li>
              )),
            )}
          </ol>
          <Link to="/" search={{ clause: path }}>
            {words.agreements.seeAll}
          </Link>
        </>
      )}
    </Answered>
  );
}
