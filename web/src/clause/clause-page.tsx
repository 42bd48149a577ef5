/** One clause as a page: what it says, what would have to be so for it to apply, and what incidents say about it. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SCORES } from '../../../src/model/decision.ts';
import type { ClauseAnswer } from '../../../src/shell/http/contract.ts';
import { PersonsActs } from '../acts/persons-acts.tsx';
import { ClauseSource, TestedIncidents } from '../agreement/clause-card.tsx';
import { DemonstrationNote } from '../agreement/demonstration-note.tsx';
import { ClauseScore } from '../analytics/clause-score.tsx';
import { clause } from '../api.ts';
import { FiguresTable } from '../figures/figures-table.tsx';
import { OutcomeFigures } from '../figures/outcome-figures.tsx';
import { writtenInterval } from '../format/dates.ts';
import { inList } from '../format/names.ts';
import { Answered } from '../marks/page-states.tsx';
import { SaidReason } from '../reasons/said-reason.tsx';
import { NameOf } from '../words/name-of.tsx';
import { nameIn, useSpeech } from '../words/use-words.ts';

export function ClausePage() {
  const { id, clause: clauseId } = useParams({ from: '/agreements/$id/clauses/$clause' });
  const asked = useQuery(clause(id, clauseId));
  return (
    <Answered asked={asked} isPage>
      {(answer) => <InFull answer={answer} />}
    </Answered>
  );
}

function InFull({ answer }: { answer: ClauseAnswer }) {
  const { words, locale } = useSpeech();
  const { clause: text, agreement } = answer;
  return (
    <div className="page">
      <header>
        <p className="small">
          <Link className="agreement-name" to="/agreements/$id" params={{ id: agreement.id }}>
            <NameOf name={agreement.name} />
          </Link>
        </p>
        <h1>
          <NameOf name={text.title} />
        </h1>
        <p className="row">
          <span className="tag">{text.id}</span>
          <span className="tag">{words.clauseType[text.type] ?? text.type}</span>
          {!text.checked && <span className="tag alleged">{words.agreements.unchecked}</span>}
        </p>
        <DemonstrationNote />
        {answer.untestable !== null && (
          <p>
            <b>{words.clausePage.untestable}</b>:{' '}
            <SaidReason text={answer.untestable} reason={answer.untestableReason} />
          </p>
        )}
      </header>
      <section className="panel">
        <ClauseValues answer={answer} />
      </section>
      <section className="panel stack">
        <h2>{words.clausePage.outcomes}</h2>
        <OutcomeFigures outcomes={answer.outcomes} none={words.agreements.noFindings} />
        {Object.keys(answer.outcomes).length > 0 && <TestedIncidents path={`${agreement.id}/${text.id}`} />}
      </section>
      <section className="panel stack">
        <h2>{words.clausePage.figures}</h2>
        <FiguresTable figures={answer.figures} />
      </section>
      <section className="panel stack">
        <h2>{words.clausePage.score}</h2>
        <p className="small soft">{words.analytics.implementationIntro}</p>
        <ClauseScore item={answer.implementation} />
        <h3>{words.acts.title}</h3>
        <PersonsActs
          kind="determination"
          about={[`clause:${agreement.id}/${text.id}`]}
          asked={[`clause:${agreement.id}/${text.id}`]}
          question={words.acts.scoreIt}
          choices={SCORES.map((value) => ({
            value,
            name: `${Number(value).toLocaleString(locale)} – ${words.acts.scores[value]}`,
          }))}
        />
      </section>
    </div>
  );
}

function ClauseValues({ answer }: { answer: ClauseAnswer }) {
  const speech = useSpeech();
  const { words, locale } = speech;
  const { clause: text, interval, zone, mirror, agreement } = answer;
  const names = (parties: ClauseAnswer['clause']['bearers']): string =>
    inList(
      parties.map(({ name }) => nameIn(name, speech)),
      locale,
    );
  const acts = (ids: readonly string[]): string =>
    inList(
      ids.map((id) => words.type[id] ?? id),
      locale,
    );
  const means =
    answer.means === 'any'
      ? words.clausePage.anyMeans
      : inList(
          answer.means.map((id) => words.weapon[id] ?? id),
          locale,
        );
  return (
    <dl className="values">
      <Value name={words.clausePage.says}>
        <p lang="en" dir="auto">
          {text.says}
        </p>
      </Value>
      {text.bearers.length > 0 && <Value name={words.agreements.bearers}>{names(text.bearers)}</Value>}
      {text.counterparties.length > 0 && (
        <Value name={words.agreements.counterparties}>{names(text.counterparties)}</Value>
      )}
      {answer.needsAdherence && <Value name={words.agreements.status}>{words.clausePage.adherence}</Value>}
      {answer.acts.length > 0 && <Value name={words.clausePage.acts}>{acts(answer.acts)}</Value>}
      {answer.fulfils.length > 0 && <Value name={words.clausePage.fulfils}>{acts(answer.fulfils)}</Value>}
      {answer.acts.length > 0 && <Value name={words.clausePage.means}>{means}</Value>}
      {interval !== null && (
        <Value name={words.clausePage.interval}>
          {writtenInterval(interval, locale, words)}
          {interval.note !== null && (
            <span className="small soft block" lang="en" dir="auto">
              {interval.note}
            </span>
          )}
        </Value>
      )}
      {zone !== null && (
        <Value name={words.clausePage.zone}>
          <NameOf name={zone.name} />
          {zone.toleranceKm > 0 && (
            <span className="small soft block">
              {words.clausePage.tolerance(zone.toleranceKm.toLocaleString(locale))}
            </span>
          )}
        </Value>
      )}
      {answer.exceptions.length > 0 && (
        <Value name={words.clausePage.exceptions}>
          {answer.exceptions.map((exception, index) => (
            <span key={exception.id}>
              {index > 0 && '; '}
              <ClauseLink agreement={agreement.id} clause={exception} />
            </span>
          ))}
        </Value>
      )}
      {mirror !== null && (
        <Value name={words.agreements.mirror}>
          <ClauseLink agreement={agreement.id} clause={mirror} />
        </Value>
      )}
      <Value name={words.clausePage.source}>
        <ClauseSource clause={text} />
        <bdi className="small soft block">{text.source}</bdi>
      </Value>
      {text.note !== null && (
        <Value name={words.clausePage.note}>
          <p lang="en" dir="auto">
            {text.note}
          </p>
        </Value>
      )}
    </dl>
  );
}

function Value({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="value-row wide">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ClauseLink({ agreement, clause: to }: { agreement: string; clause: { id: string; title: string } }) {
  return (
    <Link to="/agreements/$id/clauses/$clause" params={{ id: agreement, clause: to.id }}>
      <NameOf name={to.title} />
    </Link>
  );
}
