/** The coding beside the text: incidents and statements with their values; pointing at one lights its words. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CodedIncident, CodedReport, CodedStatement } from '../../../src/model/coded-report.ts';
import { percent } from '../format/counts.ts';
import { writtenInterval } from '../format/dates.ts';
import { inList } from '../format/names.ts';
import { CountMark, NotStated } from '../marks/harm-words.tsx';
import { ModalityTag } from '../marks/modality-tag.tsx';
import { useSpeech } from '../words/use-words.ts';

interface Lighting {
  lit: ReadonlySet<string>;
  light: (keys: readonly string[]) => void;
}
interface Shown extends Lighting {
  coding: CodedReport;
  /** Incident pages by coded incident. */
  linked?: ReadonlyMap<string, string>;
}

export function CodingPanel({ coding, linked, ...lighting }: Shown) {
  const { words, locale } = useSpeech();
  return (
    <div className="coding stack">
      <section className="stack">
        <h2>
          {words.report.incidents} <span className="soft number">{coding.incidents.length.toLocaleString(locale)}</span>
        </h2>
        {coding.incidents.length === 0 && <p className="soft">{words.report.noIncidents}</p>}
        {coding.incidents.map((incident) => (
          <CodedIncidentCard key={incident.id} incident={incident} page={linked?.get(incident.id)} {...lighting} />
        ))}
      </section>
      <section className="stack">
        <h2>
          {words.report.statements}{' '}
          <span className="soft number">{coding.statements.length.toLocaleString(locale)}</span>
        </h2>
        {coding.statements.length === 0 && <p className="soft">{words.report.noStatements}</p>}
        {coding.statements.map((statement) => (
          <CodedStatementCard key={statement.id} statement={statement} text={coding.text} {...lighting} />
        ))}
      </section>
      {coding.notes.length > 0 && (
        <section className="stack">
          <h2>{words.report.notes}</h2>
          <ul className="small soft">
            {coding.notes.map((note) => (
              <li key={`${note.code} ${note.span?.start}`}>{note.message}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface Part {
  name: string;
  /** Keys of the coded values behind it. */
  keys: string[];
  value: ReactNode;
}

function Parts({ parts, lit, light }: Lighting & { parts: (Part | null)[] }) {
  return (
    <dl className="parts">
      {parts.map(
        (part) =>
          part !== null && (
            <div
              key={part.name}
              data-lit={part.keys.some((key) => lit.has(key))}
              onPointerEnter={() => light(part.keys)}
              onPointerLeave={() => light([])}
            >
              <dt>{part.name}</dt>
              <dd>{part.value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

const keysOf = (owner: string, role: string, held: readonly unknown[]): string[] =>
  held.map((_, index) => `${owner}/${role}.${index}`);

function CodedIncidentCard({
  incident,
  page,
  ...lighting
}: Lighting & { incident: CodedIncident; page: string | undefined }) {
  const { words, locale } = useSpeech();
  const { id, place, harm } = incident;
  const names = (held: readonly { name: string }[]): string =>
    inList(
      held.map(({ name }) => name),
      locale,
    );
  const some = (name: string, role: string, held: readonly { name: string }[]): Part | null =>
    held.length === 0 ? null : { name, keys: keysOf(id, role, held), value: <span dir="auto">{names(held)}</span> };
  return (
    <article className="coded-card" data-lit={lighting.lit.has(id)}>
      <header className="row">
        <b onPointerEnter={() => lighting.light([id])} onPointerLeave={() => lighting.light([])}>
          {words.type[incident.type] ?? incident.type}
        </b>
        <ModalityTag {...incident} />
        {page !== undefined && (
          <Link className="small" data-item="" to="/incidents/$id" params={{ id: page }}>
            {words.report.linked}
          </Link>
        )}
      </header>
      <Parts
        {...lighting}
        parts={[
          {
            name: words.incident.when,
            keys: [`${id}/time`],
            value: incident.time === null ? <NotStated /> : writtenInterval(incident.time, locale, words),
          },
          {
            name: words.incident.where,
            keys: [`${id}/place`],
            value: place === null ? <NotStated /> : <PlaceName place={place} />,
          },
          some(words.incident.who, 'perpetrator', incident.perpetrators),
          some(words.incident.whom, 'target', incident.targets),
          incident.weapons.length === 0
            ? null
            : {
                name: words.incident.with,
                keys: keysOf(id, 'weapon', incident.weapons),
                value: names(incident.weapons.map(({ term }) => ({ name: term.replaceAll(/[_-]/g, ' ') }))),
              },
          ...harmInOrder(harm).map(([measure, count]) => ({
            name: words.measure[measure] ?? measure,
            keys: [`${id}/harm.${measure}`, ...keysOf(id, `harm.${measure}`, count.of ?? [])],
            value: <HarmCount count={count} />,
          })),
          some(words.incident.saysWho, 'attributedTo', incident.attributedTo),
          incident.evidence.length === 0
            ? null
            : {
                name: words.incident.evidence,
                keys: keysOf(id, 'evidence', incident.evidence),
                value: names(
                  incident.evidence.map(({ kind, by }) => ({ name: by === null ? kind : `${kind} (${by})` })),
                ),
              },
        ]}
      />
      <p className="small soft">{words.incident.confidence(percent(incident.confidence, locale))}</p>
    </article>
  );
}

const MEASURES = ['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced'] as const;
type Count = NonNullable<CodedIncident['harm']['killed']>;
const harmInOrder = (harm: CodedIncident['harm']): [string, Count][] =>
  MEASURES.flatMap((measure): [string, Count][] => (harm[measure] === undefined ? [] : [[measure, harm[measure]]]));

function HarmCount({ count }: { count: Count }) {
  return (
    <>
      <CountMark range={count} />
      {(count.of ?? []).map((part) => (
        <span key={`${part.who} ${part.min}`} className="soft">
          , <CountMark range={part} /> {part.who.replaceAll('_', ' ')}
        </span>
      ))}
    </>
  );
}

function PlaceName({ place }: { place: NonNullable<CodedIncident['place']> }) {
  const { words } = useSpeech();
  const name = place.name ?? place.admin1 ?? place.country;
  return (
    <>
      {name ?? <NotStated />}{' '}
      {place.precision !== null && <span className="small soft">({words.precision[place.precision]})</span>}
    </>
  );
}

function CodedStatementCard({ statement, text, ...lighting }: Lighting & { statement: CodedStatement; text: string }) {
  const { words, locale } = useSpeech();
  const { id } = statement;
  return (
    <article
      className="coded-card"
      data-lit={lighting.lit.has(id)}
      onPointerEnter={() => lighting.light([id])}
      onPointerLeave={() => lighting.light([])}
    >
      <header className="row">
        <b>{words.statement[statement.kind] ?? statement.kind}</b>
        <span className="tag">{statement.quoted ? words.report.quoted : words.report.reported}</span>
      </header>
      <blockquote className="quote" dir="auto">
        {text.slice(statement.span.start, statement.span.end)}
      </blockquote>
      <Parts
        {...lighting}
        parts={[
          {
            name: words.report.speaker,
            keys: [`${id}/speaker.0`],
            value: statement.speaker === null ? <NotStated /> : <span dir="auto">{statement.speaker.name}</span>,
          },
          statement.addressees.length === 0
            ? null
            : {
                name: words.report.addressees,
                keys: keysOf(id, 'addressee', statement.addressees),
                value: (
                  <span dir="auto">
                    {inList(
                      statement.addressees.map(({ name }) => name),
                      locale,
                    )}
                  </span>
                ),
              },
          statement.deadline === null
            ? null
            : {
                name: words.report.deadline,
                keys: [`${id}/deadline`],
                value: writtenInterval(statement.deadline, locale, words),
              },
          statement.condition === null
            ? null
            : {
                name: words.report.condition,
                keys: [`${id}/condition`],
                value: <span dir="auto">{text.slice(statement.condition.start, statement.condition.end)}</span>,
              },
        ]}
      />
    </article>
  );
}
