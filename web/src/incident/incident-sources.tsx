/** The reports an incident rests on, those of one origin together, each with why it was linked. */
import { Link } from '@tanstack/react-router';
import type { IncidentDetail } from '../../../src/shell/http/contract.ts';
import { percent } from '../format/counts.ts';
import { writtenDay } from '../format/dates.ts';
import { useSpeech } from '../words/use-words.ts';

type Source = IncidentDetail['sources'][number];

export function IncidentSources({ detail }: { detail: IncidentDetail }) {
  const { words } = useSpeech();
  const linkOf = (source: Source) =>
    detail.incident.links.find((link) => link.report === source.report.id && link.coded === source.coded.id);
  const origins = [...Map.groupBy(detail.sources, (source) => linkOf(source)?.origin ?? source.report.id).values()];
  return (
    <div className="stack">
      <p className="soft">{words.incident.sameOrigin}</p>
      {origins.map((sources, index) => (
        <section key={sources[0]?.report.id} className="origin">
          <h3>{words.incident.origin(index + 1)}</h3>
          <ul>
            {sources.map((source) => (
              <li key={`${source.report.id}/${source.coded.id}`} className="source-card">
                <SourceCard source={source} link={linkOf(source)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
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
        <bdi>{report.source ?? words.notStated}</bdi>, {writtenDay(report.published, locale, words)} ·{' '}
        {words.incident.confidence(percent(coded.confidence, locale))}
      </p>
      <details className="small">
        <summary>{words.incident.link}</summary>
        {link !== undefined && (
          <p>
            {percent(link.score, locale)}: {link.reasons.join('; ')}
          </p>
        )}
        <p className="soft">
          {words.incident.because}: <code>{coded.because.join(', ')}</code>
        </p>
      </details>
    </>
  );
}
