/** One incident in full: values beside words, disagreements, findings limb by limb, and the reports it rests on. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Reason } from '../../../src/model/reason.ts';
import type { IncidentDetail } from '../../../src/shell/http/contract.ts';
import { incident } from '../api.ts';
import { writtenInterval } from '../format/dates.ts';
import { IllustrativeNote } from '../marks/illustrative-note.tsx';
import { ModalityTag } from '../marks/modality-tag.tsx';
import { OutcomeMark } from '../marks/outcome-mark.tsx';
import { Answered } from '../marks/page-states.tsx';
import { SaidReason } from '../reasons/said-reason.tsx';
import { NearIncidents } from '../review/near-incidents.tsx';
import { useIncidentTitle } from '../situation/incident-card.tsx';
import { useSpeech } from '../words/use-words.ts';
import { FindingCard } from './finding-card.tsx';
import { findingsInOrder } from './findings-in-order.ts';
import { Grades } from './grades.tsx';
import { IncidentSources } from './incident-sources.tsx';
import { PastFindings } from './past-findings.tsx';
import { Suppositions } from './suppositions.tsx';
import { ValuesBesideWords } from './values-beside-words.tsx';

export function IncidentPage() {
  const { id } = useParams({ from: '/incidents/$id' });
  const asked = useQuery(incident(id));
  return (
    <Answered asked={asked} isPage>
      {(detail) => <InFull detail={detail} />}
    </Answered>
  );
}

function InFull({ detail }: { detail: IncidentDetail }) {
  const { words, locale } = useSpeech();
  const titleOf = useIncidentTitle();
  const { row, incident: event } = detail;
  return (
    <div className="page">
      <header>
        <h1>{titleOf(row)}</h1>
        <p className="row">
          <span>{writtenInterval(row.time, locale, words)}</span>
          <span className="soft">{words.origins(row.origins, row.reports)}</span>
          <OutcomeMark outcome={row.outcome} />
          <ModalityTag {...row} />
          <IllustrativeNote shown={row.illustrative} />
        </p>
        {row.aggregate && <p className="soft">{words.incident.aggregate}</p>}
      </header>
      <section className="panel">
        <h2>{words.incident.values}</h2>
        <ValuesBesideWords detail={detail} />
      </section>
      <section className="panel">
        <h2>{words.incident.disagreements}</h2>
        <Disagreements detail={detail} />
      </section>
      <section className="panel stack">
        <h2>{words.grades.title}</h2>
        <Grades grades={event.grades} />
      </section>
      <section className="panel">
        <h2>{words.incident.findings}</h2>
        <Findings detail={detail} />
        {detail.findings.length > 0 && <Suppositions detail={detail} />}
        <PastFindings detail={detail} />
      </section>
      <section className="panel">
        <h2>
          {words.incident.sources}: {words.origins(row.origins, row.reports)}
        </h2>
        <IncidentSources detail={detail} />
      </section>
      <section className="panel">
        <h2>{words.review.near}</h2>
        <NearIncidents incident={event} />
      </section>
      <Codes codes={event.codes} />
    </div>
  );
}

function Findings({ detail }: { detail: IncidentDetail }) {
  const { words, locale } = useSpeech();
  const { within, outside } = findingsInOrder(detail.findings);
  const cards = (findings: typeof within) =>
    findings.map((finding) => (
      <FindingCard
        key={`${finding.agreement}/${finding.clause}/${finding.bearers.join()}`}
        finding={finding}
        detail={detail}
      />
    ));
  if (detail.findings.length === 0) return <p className="soft">{words.incident.findingsNone}</p>;
  return (
    <div className="stack">
      {cards(within)}
      {outside.length > 0 && (
        <details open={within.length === 0}>
          <summary>
            {words.outcome['outside-scope']} ({outside.length.toLocaleString(locale)})
          </summary>
          <div className="stack">{cards(outside)}</div>
        </details>
      )}
    </div>
  );
}

function Disagreements({ detail }: { detail: IncidentDetail }) {
  const { words } = useSpeech();
  const { contradictions } = detail.incident;
  const name = (id: string): string => nameOf(id, detail) ?? id;
  const named = (message: string, reports: readonly string[]): string =>
    reports.reduce((text, id) => text.replaceAll(id, name(id)), message);
  if (contradictions.length === 0) return <p className="soft">{words.incident.noDisagreements}</p>;
  return (
    <ul className="disagreements">
      {contradictions.map((contradiction) => (
        <li key={contradiction.message} data-severity={contradiction.severity}>
          <SaidReason
            text={named(contradiction.message, contradiction.reports)}
            reason={contradiction.reason && withNames(contradiction.reason, contradiction.reports, name)}
          />{' '}
          <span className="tag">{words.figures.severity[contradiction.severity]}</span>{' '}
          <Link
            className="small"
            to="/incidents"
            search={{ contradiction: contradiction.about, severity: contradiction.severity, sort: 'disagreement' }}
          >
            {words.figures.filter['contradiction']}: {words.figures.contradiction[contradiction.about]}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The reason with its reports called by name. */
function withNames(reason: Reason, reports: readonly string[], name: (id: string) => string): Reason {
  const values = Object.entries(reason.values).map(([blank, value]) => [
    blank,
    typeof value === 'string' && reports.includes(value) ? name(value) : value,
  ]);
  return { ...reason, values: Object.fromEntries(values) };
}

/** A report of this incident by its outlet, else by its title. */
function nameOf(id: string, { sources }: IncidentDetail): string | undefined {
  const report = sources.find((source) => source.report.id === id)?.report;
  return report?.source ?? report?.title ?? undefined;
}

function Codes({ codes }: { codes: IncidentDetail['incident']['codes'] }) {
  const { words } = useSpeech();
  const known = Object.entries(codes).filter(([, code]) => code !== null);
  if (known.length === 0) return null;
  return (
    <p className="small soft">
      {words.incident.codes}: {known.map(([scheme, code]) => `${scheme.toUpperCase()} ${code}`).join(' · ')}
    </p>
  );
}
