/** Each value of an incident beside the words it was read from, source by source. */
import type { IncidentDetail } from '../../../src/shell/http/contract.ts';
import { writtenDay } from '../format/dates.ts';
import { joinedPassages } from '../marks/joined-passages.ts';
import { QuotedPassage } from '../marks/quoted-passage.tsx';
import { useSpeech } from '../words/use-words.ts';
import { IncidentValue } from './incident-value.tsx';
import { type SourceWords, VALUE_ROWS, type ValueRow, wordsOf } from './values.ts';

/** More sources than this stand behind a fold. */
const SHOWN_SOURCES = { brief: 1, full: 3 };

export function ValuesBesideWords({ detail, brief = false }: { detail: IncidentDetail; brief?: boolean }) {
  const rows = VALUE_ROWS.map((row) => ({ row, sources: wordsOf(row, detail) })).filter(
    ({ row, sources }) => sources.length > 0 || ALWAYS.has(row),
  );
  return (
    <dl className={brief ? 'values brief' : 'values'}>
      {rows.map(({ row, sources }) => (
        <ValueBesideWords
          key={row}
          row={row}
          detail={detail}
          sources={sources}
          shown={brief ? SHOWN_SOURCES.brief : SHOWN_SOURCES.full}
        />
      ))}
    </dl>
  );
}

/** Shown even when no source says anything: their absence is told, not hidden. */
const ALWAYS: ReadonlySet<ValueRow> = new Set(['when', 'where', 'who', 'harm']);

function ValueBesideWords({
  row,
  detail,
  sources,
  shown,
}: {
  row: ValueRow;
  detail: IncidentDetail;
  sources: SourceWords[];
  shown: number;
}) {
  const { words } = useSpeech();
  const names: Record<ValueRow, string> = { ...words.incident, act: words.layer.incident ?? '' };
  const [first, rest] = [sources.slice(0, shown), sources.slice(shown)];
  return (
    <div className="value-row">
      <dt>{names[row]}</dt>
      <dd className="value">
        <IncidentValue row={row} detail={detail} />
      </dd>
      <dd className="value-words">
        <ul>
          {first.map((entry) => (
            <SourceLine key={keyOf(entry)} entry={entry} />
          ))}
        </ul>
        {rest.length > 0 && (
          <details>
            <summary className="small">
              + {words.reports(rest.reduce((sum, entry) => sum + entry.sources.length, 0))}
            </summary>
            <ul>
              {rest.map((entry) => (
                <SourceLine key={keyOf(entry)} entry={entry} />
              ))}
            </ul>
          </details>
        )}
      </dd>
    </div>
  );
}

const keyOf = ({ sources }: SourceWords): string =>
  sources.map(({ report, coded }) => `${report.id}/${coded.id}`).join(' ');

function SourceLine({ entry }: { entry: SourceWords }) {
  const { words, locale } = useSpeech();
  const [first] = entry.sources;
  if (first === undefined) return null;
  return (
    <li>
      {joinedPassages(entry.passages).map((passage) => (
        <p key={passage.start}>
          <QuotedPassage passage={passage} report={first.report.id} language={first.report.language} />
        </p>
      ))}
      <p className="small soft">
        {entry.sources.map(({ report }, index) => (
          <span key={report.id}>
            {index > 0 && ' · '}
            <bdi>{report.source ?? words.notStated}</bdi>
            {words.comma}
            {writtenDay(report.published, locale, words)}
          </span>
        ))}
      </p>
    </li>
  );
}
