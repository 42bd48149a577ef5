/** Rows of incidents, their links and findings, read out of their documents. */

import type { Finding } from '../../../model/finding.ts';
import type { HarmMeasure, HarmRange, Incident } from '../../../model/incident.ts';
import type { IncidentRow } from '../lists.ts';
import type { Database, JsonText } from '../schema.ts';
import { instantOf, itemJson, plainText, searchedText } from './column-values.ts';

/** What a list shows of an incident; `outcome` and `illustrative` are joined to it. */
export type IncidentItem = Omit<IncidentRow, 'id' | 'majorContradictions' | 'outcome' | 'illustrative'>;

/** `outcome` is not part of the incident: it comes from its findings, and stays when the incident is linked anew. */
export function incidentRow(incident: Incident, document: JsonText): Omit<Database['incidents'], 'outcome'> {
  const item = incidentItem(incident);
  const [start, end] = period(incident);
  return {
    id: incident.id,
    type: incident.type,
    modality: incident.modality,
    completed: incident.completed,
    aggregate: incident.aggregate,
    time_start: start,
    time_end: end,
    day: dayOf(incident, start, end),
    latitude: finite(incident.place?.latitude),
    longitude: finite(incident.place?.longitude),
    place_precision: incident.place?.precision ?? null,
    place_radius_km: finite(incident.placeRadiusKm),
    killed_min: finite(incident.harm.killed?.min),
    killed_best: finite(incident.harm.killed?.best),
    killed_max: finite(incident.harm.killed?.max),
    accused: accusedActors(incident),
    origins: incident.origins,
    plain_text: incidentText(incident, item),
    item: itemJson(item),
    document,
  };
}

/** Actors whom somebody accuses; who only denies it is accused of nothing. */
const accusedActors = ({ attributions }: Incident): string[] =>
  [
    ...new Set(
      attributions.flatMap(({ accused: { actor }, attribution }) =>
        actor === null || attribution === 'denied_by_itself' ? [] : [plainText(actor)],
      ),
    ),
  ].sort();

const finite = (value: number | null | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** An interval that ends before it starts is shown as worded and sorted by its start alone. */
function period(incident: Incident): [string | null, string | null] {
  const start = instantOf(incident.time?.start);
  const end = instantOf(incident.time?.end);
  return start !== null && end !== null && end < start ? [start, start] : [start, end];
}

const DAY_MS = 24 * 60 * 60 * 1000;

function dayOf(incident: Incident, start: string | null, end: string | null): string | null {
  if (start === null || end === null || Date.parse(`${end}Z`) - Date.parse(`${start}Z`) > DAY_MS) return null;
  return instantOf(incident.time?.start?.slice(0, 10));
}

function incidentItem(incident: Incident): IncidentItem {
  return {
    type: incident.type,
    modality: incident.modality,
    completed: incident.completed,
    aggregate: incident.aggregate,
    time: incident.time,
    place: incident.place === null ? null : withoutSpans(incident.place),
    placeRadiusKm: incident.placeRadiusKm,
    harm: harmRanges(incident.harm),
    accused: accused(incident),
    attributionStatus: incident.attributionStatus,
    origins: incident.origins,
    reports: new Set(incident.links.map(({ report }) => report)).size,
    contradictions: incident.contradictions.length,
  };
}

function withoutSpans({ spans: _, ...place }: NonNullable<Incident['place']>): IncidentItem['place'] {
  return place;
}

function harmRanges(harm: Incident['harm']): IncidentItem['harm'] {
  const ranges: IncidentItem['harm'] = {};
  const measures: [HarmMeasure, HarmRange | undefined][] = [
    ['killed', harm.killed],
    ['injured', harm.injured],
    ['casualties', harm.casualties],
    ['abducted', harm.abducted],
    ['missing', harm.missing],
    ['displaced', harm.displaced],
  ];
  for (const [measure, range] of measures) {
    if (range !== undefined) ranges[measure] = { min: range.min, best: range.best, max: range.max };
  }
  return ranges;
}

/** Everyone named, once each, in the order of the claims; a name without an actor is its own. */
function accused(incident: Incident): IncidentItem['accused'] {
  const found = new Map<string, { actor: string | null; name: string }>();
  for (const { accused: participant } of incident.attributions) {
    const key = participant.actor ?? `name ${participant.name}`;
    if (!found.has(key)) found.set(key, { actor: participant.actor, name: participant.name });
  }
  return [...found.values()];
}

function incidentText(incident: Incident, item: IncidentItem): string {
  return searchedText([
    incident.id,
    incident.type.replaceAll('_', ' '),
    incident.place?.name,
    incident.place?.admin1,
    ...item.accused.map(({ name }) => name),
    ...incident.targets.flatMap(({ name, object }) => [name, object?.replaceAll('_', ' ')]),
    ...incident.weapons,
  ]);
}

export function linkRows(incident: Incident): Database['incident_links'][] {
  const rows = new Map<string, Database['incident_links']>();
  for (const { report, coded, origin, score } of incident.links) {
    rows.set(`${report}#${coded}`, { report, coded, incident: incident.id, origin: plainText(origin), score });
  }
  return [...rows.values()];
}

export function findingRow(finding: Finding, document: JsonText): Database['findings'] {
  return {
    incident: finding.incident,
    agreement: finding.agreement,
    clause: finding.clause,
    outcome: finding.outcome,
    document,
  };
}

/** From the one a monitor must look at first to the one that closes the question (domain guide, outcomes of a test). */
const OUTCOMES_STRONGEST_FIRST: readonly Finding['outcome'][] = [
  'breach-indicated',
  'exception-claimed',
  'indeterminate',
  'consistent',
  'outside-scope',
];

export function strongestOutcome(findings: readonly Pick<Finding, 'outcome'>[]): Finding['outcome'] | null {
  return OUTCOMES_STRONGEST_FIRST.find((outcome) => findings.some((finding) => finding.outcome === outcome)) ?? null;
}
