/**
 * Pictures that come back in a store too large to be looked at as a whole: reports that carried them before are found wherever and
 * whenever they were, and what contradicts is named on both sides. What was named before stays when an incident is computed anew.
 */
import type { CodedReport } from '../../model/coded-report.ts';
import type { Contradiction, Incident } from '../../model/incident.ts';

/** Looks of the pictures of these reports. */
export const looksOf = (reports: readonly CodedReport[]): string[] => [
  ...new Set(reports.flatMap(({ pictures = [] }) => pictures.flatMap(({ look }) => look ?? []))),
];

const PICTURES_NAMED_AT_MOST = 5;

/** The incident with what is said of its pictures; what is said already is not said again. */
export function withPictures(incident: Incident, said: readonly Contradiction[]): Incident {
  const known = new Set(incident.contradictions.map(({ message }) => message));
  const room = PICTURES_NAMED_AT_MOST - incident.contradictions.filter(({ about }) => about === 'picture').length;
  const more = said.filter(({ message }) => !known.has(message)).slice(0, Math.max(0, room));
  return more.length === 0 ? incident : { ...incident, contradictions: [...incident.contradictions, ...more] };
}

/** What was said of pictures of `before` and still concerns `incident`: one of the two reports is of it, and not both. */
export function stillSaid(incident: Incident, before: readonly Incident[]): Contradiction[] {
  const own = new Set(incident.links.map(({ report }) => report));
  return before
    .flatMap(({ contradictions }) => contradictions)
    .filter(({ about, reports }) => about === 'picture' && reports.filter((report) => own.has(report)).length === 1);
}
