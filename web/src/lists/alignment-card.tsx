/** Rows of theirs beside incidents of ours, with both figures. */
import { Link } from '@tanstack/react-router';
import type { ListAlignment } from '../../../src/shell/http/contract.ts';
import { percent } from '../format/counts.ts';
import { writtenInterval } from '../format/dates.ts';
import { HarmWords } from '../marks/harm-words.tsx';
import { LinkReasons } from '../reasons/link-reasons.tsx';
import { useIncidentTitle } from '../situation/incident-card.tsx';
import { useSpeech } from '../words/use-words.ts';

/** Of a total with hundreds of incidents the first are named. */
const NAMED_AT_MOST = 12;

export function AlignmentCard({ alignment }: { alignment: ListAlignment }) {
  const { words, locale } = useSpeech();
  const { kind, theirs, ours, score, reasons, killed } = alignment;
  const verdict = words.lists.verdict[killed.verdict];
  return (
    <article className="panel alignment-card" data-kind={kind}>
      <header className="row">
        <h2>{words.lists.kind[kind]}</h2>
        {verdict !== '' && <span className="tag">{verdict}</span>}
        {score !== null && (
          <span className="small soft">
            {words.review.score(percent(score, locale))}: <LinkReasons reasons={reasons} />
          </span>
        )}
      </header>
      <div className="sides">
        <section>
          <h3>{words.lists.theirs}</h3>
          <Killed range={killed.theirs} />
          {theirs.slice(0, NAMED_AT_MOST).map((event) => (
            <TheirRow key={event.id} event={event} />
          ))}
          <Rest count={theirs.length} />
        </section>
        <section>
          <h3>{words.lists.ours}</h3>
          <Killed range={killed.ours} />
          {ours.slice(0, NAMED_AT_MOST).map((incident) => (
            <OurIncident key={incident.id} incident={incident} />
          ))}
          <Rest count={ours.length} />
        </section>
      </div>
    </article>
  );
}

function Killed({ range }: { range: ListAlignment['killed']['ours'] }) {
  return range === null ? null : (
    <p>
      <HarmWords harm={{ killed: range }} />
    </p>
  );
}

function Rest({ count }: { count: number }) {
  const { locale } = useSpeech();
  return count <= NAMED_AT_MOST ? null : (
    <p className="small soft">+{(count - NAMED_AT_MOST).toLocaleString(locale)}</p>
  );
}

function TheirRow({ event }: { event: ListAlignment['theirs'][number] }) {
  const { words, locale } = useSpeech();
  const { id, theirType, place, time, unit, counter, clause, note } = event;
  return (
    <div className="account">
      <p>
        <bdi>{[theirType, place?.name].filter((part) => part != null).join(', ')}</bdi> <code>{id}</code>
      </p>
      <p className="small soft">
        {writtenInterval(time, locale, words)} · <bdi>{counter}</bdi> · {words.lists.unit[unit]}
        {clause !== null && ` · ${words.lists.clause(clause)}`}
      </p>
      {note !== null && (
        <p className="small" dir="auto">
          {note}
        </p>
      )}
    </div>
  );
}

function OurIncident({ incident }: { incident: ListAlignment['ours'][number] }) {
  const { words, locale } = useSpeech();
  const title = useIncidentTitle()(incident);
  return (
    <div className="account">
      <p>
        <Link data-item="" to="/incidents/$id" params={{ id: incident.id }}>
          {title}
        </Link>
      </p>
      <p className="small soft">
        {writtenInterval(incident.time, locale, words)} · {words.origins(incident.origins, incident.reports)}
      </p>
    </div>
  );
}
