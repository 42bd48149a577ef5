/** The reports an incident rests on, those of one line together with what ties them, each with why it was linked. */
import { Link } from '@tanstack/react-router';
import type { IncidentDetail } from '../../../src/shell/http/contract.ts';
import { percent } from '../format/counts.ts';
import { writtenDay } from '../format/dates.ts';
import { LinkReasons } from '../reasons/link-reasons.tsx';
import { DecideButton } from '../review/decide-button.tsx';
import { ACCOUNTS_AT_MOST } from '../review/use-decide.ts';
import { useSpeech } from '../words/use-words.ts';
import { SourceReliability } from './grades.tsx';

type Source = IncidentDetail['sources'][number];
type TieKind = NonNullable<IncidentDetail['incident']['independence']>['edges'][number]['kind'];

export function IncidentSources({ detail }: { detail: IncidentDetail }) {
  const { words } = useSpeech();
  const linkOf = (source: Source) =>
    detail.incident.links.find((link) => link.report === source.report.id && link.coded === source.coded.id);
  const lineOf = linesOf(detail.incident);
  const lines = [...Map.groupBy(detail.sources, (source) => lineOf(source.report.id)).values()];
  const denials = lines.filter((sources) => sources.every(({ coded }) => coded.modality === 'denied'));
  // Who only denies it is no origin of it, unless nobody tells of it otherwise.
  const telling = denials.length === lines.length ? lines : lines.filter((sources) => !denials.includes(sources));
  const titled = [
    ...telling.map((sources, index) => ({ sources, title: words.incident.origin(index + 1) })),
    ...denials.flatMap((sources) => (telling.includes(sources) ? [] : [{ sources, title: words.incident.denial }])),
  ];
  return (
    <div className="stack">
      <p className="soft">{words.incident.sameOrigin}</p>
      {titled.map(({ sources, title }) => (
        <section key={sources[0]?.report.id} className="origin">
          <h3>{title}</h3>
          <Ties sources={sources} detail={detail} />
          <ul>
            {sources.map((source) => (
              <li key={`${source.report.id}/${source.coded.id}`} className="source-card">
                <SourceCard source={source} link={linkOf(source)} />
                <SourceReliability report={source.report.id} grades={detail.incident.grades} />
                <SplitOff source={source} detail={detail} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Which line of independent origins a report stands in; where nothing was computed, its text origin. */
function linesOf({ independence, links }: IncidentDetail['incident']): (report: string) => string {
  const lines = new Map(
    independence?.lines.flatMap(({ reports }, line) => reports.map((report) => [report, `${line}`])),
  );
  const origins = new Map(links.map(({ report, origin }) => [report, origin]));
  return (report) => lines.get(report) ?? origins.get(report) ?? report;
}

/** Why these reports are not several sources. */
function Ties({ sources, detail }: { sources: Source[]; detail: IncidentDetail }) {
  const { words } = useSpeech();
  const reports = new Map(sources.map(({ report }) => [report.id, report]));
  const edges = (detail.incident.independence?.edges ?? []).filter(({ reports: [one] }) => reports.has(one));
  if (edges.length === 0) return null;
  const named = new Map(detail.sources.map(({ report }) => [report.id, report]));
  const nameOf = (id: string): string => named.get(id)?.source ?? named.get(id)?.title ?? words.report.untitled;
  return (
    <ul className="small soft">
      {edges.map(({ reports: [one, other], kind, because }) => (
        <li key={`${one} ${other} ${kind}`}>
          <bdi>{nameOf(one)}</bdi> – <bdi>{nameOf(other)}</bdi>: <Tie kind={kind} because={because} />
        </li>
      ))}
    </ul>
  );
}

function Tie({ kind, because }: { kind: TieKind; because: string }) {
  const { tie } = useSpeech().words.incident;
  return tie === null ? because : tie[kind];
}

/** Takes one account out of the incident: it is held apart from each of the others. */
function SplitOff({ source, detail }: { source: Source; detail: IncidentDetail }) {
  const { review } = useSpeech().words;
  const own = `${source.report.id}#${source.coded.id}`;
  const others = detail.incident.links.map(({ report, coded }) => `${report}#${coded}`).filter((ref) => ref !== own);
  if (others.length === 0) return null;
  return (
    <DecideButton command={{ kind: 'separate', about: [own, ...others].slice(0, ACCOUNTS_AT_MOST) }}>
      {review.split}
    </DecideButton>
  );
}

function SourceCard({
  source,
  link,
}: {
  source: Source;
  link: IncidentDetail['incident']['links'][number] | undefined;
}) {
  const { words, locale } = useSpeech();
  const { report, coded } = source;
  return (
    <>
      <p>
        <Link
          data-item=""
          to="/reports/$id"
          params={{ id: report.id }}
          search={{
            at: coded.trigger[0] === undefined ? undefined : `${coded.trigger[0].start}-${coded.trigger[0].end}`,
          }}
          dir="auto"
        >
          {report.title ?? words.report.untitled}
        </Link>
      </p>
      <p className="small soft">
        <bdi>{report.source ?? words.notStated}</bdi>
        {words.comma}
        {writtenDay(report.published, locale, words)} · {words.incident.confidence(percent(coded.confidence, locale))}
      </p>
      <details className="small">
        <summary>{words.incident.link}</summary>
        {link !== undefined && (
          <p>
            {percent(link.score, locale)}: <LinkReasons reasons={link.reasons} />
          </p>
        )}
        <p className="soft">
          {words.incident.because}: <code>{coded.because.join(', ')}</code>
        </p>
      </details>
    </>
  );
}
