/** One value of an incident, with its kind of certainty: never a bare pin or number. */
import type { ReactNode } from 'react';
import type { Incident } from '../../../src/model/incident.ts';
import type { IncidentDetail } from '../../../src/shell/http/contract.ts';
import { writtenInterval } from '../format/dates.ts';
import { inList, inNameOrder } from '../format/names.ts';
import { CountMark, NotStated } from '../marks/harm-words.tsx';
import { type Speech, useSpeech } from '../words/use-words.ts';
import type { ValueRow } from './values.ts';

export function IncidentValue({ row, detail }: { row: ValueRow; detail: IncidentDetail }) {
  const speech = useSpeech();
  return RENDER[row](detail, speech) ?? <NotStated />;
}

const RENDER: Record<ValueRow, (detail: IncidentDetail, speech: Speech) => ReactNode> = {
  act: ({ incident }, { words }) => (
    <>
      {words.type[incident.type] ?? incident.type}
      <p className="small soft">{words.modality[incident.modality]}</p>
      {!incident.completed && <p className="small soft">{words.incident.notCompleted}</p>}
    </>
  ),
  when: ({ incident }, { words, locale }) =>
    incident.time === null ? null : writtenInterval(incident.time, locale, words),
  where: ({ incident }, speech) => <PlaceValue incident={incident} speech={speech} />,
  who: (detail, speech) => <AccusedValue detail={detail} speech={speech} />,
  whom: ({ incident }, { locale }) => (incident.targets.length === 0 ? null : namesOf(incident.targets, locale)),
  with: ({ incident }, { locale, words }) =>
    incident.weapons.length === 0
      ? null
      : inNameOrder(
          incident.weapons.map((term) => words.weapon[term] ?? term.replaceAll(/[_-]/g, ' ')),
          locale,
        ),
  harm: ({ incident }, speech) =>
    Object.keys(incident.harm).length === 0 ? null : <HarmValue incident={incident} speech={speech} />,
  saysWho: ({ sources }, { locale }) =>
    inNameOrder(
      sources.flatMap(({ coded }) => coded.attributedTo.map(({ name }) => name)),
      locale,
    ),
  evidence: ({ sources }, { locale }) =>
    inNameOrder(
      sources.flatMap(({ coded }) => coded.evidence.map(({ kind, by }) => (by === null ? kind : `${kind} (${by})`))),
      locale,
    ),
};

const namesOf = (participants: readonly { name: string }[], locale: string): string =>
  inNameOrder(
    participants.map(({ name }) => name),
    locale,
  );

function PlaceValue({ incident, speech: { words, locale } }: { incident: Incident; speech: Speech }) {
  const { place, placeRadiusKm } = incident;
  if (place === null) return <NotStated />;
  const name = place.name ?? place.admin1 ?? place.country ?? words.notStated;
  const country = place.country === null ? null : countryName(place.country, locale);
  const within = [place.admin1, country].filter((part): part is string => part !== null && part !== name);
  return (
    <>
      <bdi>{name}</bdi>
      {within.length > 0 && (
        <span className="soft">
          {words.comma}
          {inList(within, locale)}
        </span>
      )}
      <p className="small soft">
        {place.precision !== null && words.precision[place.precision]}
        {placeRadiusKm !== null &&
          placeRadiusKm >= 1 &&
          ` (${words.incident.radius(Math.round(placeRadiusKm).toLocaleString(locale))})`}
      </p>
    </>
  );
}

const countryName = (code: string, locale: string): string =>
  (/^[A-Z]{2}$/.test(code)
    ? new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }).of(code)
    : undefined) ?? code;

/** "Russian aircraft (stated), according to A and B": claims, with who makes them. */
function AccusedValue({ detail, speech: { words, locale } }: { detail: IncidentDetail; speech: Speech }) {
  const { attributions, attributionStatus } = detail.incident;
  const claims = Map.groupBy(attributions, (claim) => `${claim.accused.name}\n${claim.attribution}`);
  const sourceOf = new Map(detail.sources.map(({ report }) => [report.id, report.source]));
  const lines = [...claims.values()].sort((a, b) =>
    (a[0]?.accused.name ?? '').localeCompare(b[0]?.accused.name ?? '', locale),
  );
  return (
    <>
      {lines.map((same) => {
        const [claim] = same;
        if (claim === undefined) return null;
        const said = same.flatMap(({ saidBy, report }) =>
          saidBy.length > 0 ? saidBy.map(({ name }) => name) : [sourceOf.get(report) ?? words.incident.ownVoice],
        );
        return (
          <p key={`${claim.accused.name} ${claim.attribution}`}>
            {claim.accused.name}{' '}
            <span className={claim.attribution === 'suspected' ? 'tag alleged' : 'tag'}>
              {words.attribution[claim.attribution]}
            </span>
            <span className="small soft">
              {words.comma}
              {words.incident.according(inNameOrder(said, locale))}
            </span>
          </p>
        );
      })}
      <p className="small soft">{words.attributionStatus[attributionStatus]}</p>
    </>
  );
}

const MEASURES = ['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced'] as const;

function HarmValue({ incident, speech: { words } }: { incident: Incident; speech: Speech }) {
  return MEASURES.map((measure) => {
    const range = incident.harm[measure];
    if (range === undefined) return null;
    const parts = new Map(
      range.claims.flatMap(({ count }) =>
        (count.of ?? []).map((part) => [`${part.who} ${part.min}-${part.max}`, part] as const),
      ),
    );
    if (range.rule === 'harm/beyond-belief')
      return (
        <p key={measure} className="soft">
          {words.measure[measure]}: {words.incident.beyondBelief}
        </p>
      );
    return (
      <div key={measure}>
        <CountMark range={range} /> {words.measure[measure]?.toLocaleLowerCase()}
        {[...parts].map(([key, part]) => (
          <p key={key} className="small soft">
            {words.incident.parts} <CountMark range={part} /> {part.who.replaceAll('_', ' ')}
          </p>
        ))}
        <RangeRule range={range} />
      </div>
    );
  });
}

/** Which rule chose the best figure is told only where sources differ. */
function RangeRule({ range }: { range: NonNullable<Incident['harm']['killed']> }) {
  const { words, locale } = useSpeech();
  if (range.claims.length < 2 || range.best === null) return null;
  return (
    <p className="small soft">
      {range.best.toLocaleString(locale)}: {words.incident.range(range.rule)}
    </p>
  );
}
