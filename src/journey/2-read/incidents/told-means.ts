/** Means that the word for the act tells by itself: an air strike is flown by aircraft, whether or not they are named. */
import type { IncidentType } from '../../../model/coded-report.ts';
import type { WordedIncident } from '../../../model/worded-incident.ts';
import type { MentionGroup } from './event-mention.ts';

/** Id of the weapon by the type that its word says outright. */
const MEANS: Partial<Record<IncidentType, string>> = { air_strike: 'aircraft' };

/** The incident with the means of its noun, where no weapon was read. */
export function withToldMeans(incident: WordedIncident, { mentions }: MentionGroup): WordedIncident {
  const term = MEANS[incident.type];
  if (term === undefined || incident.weapons.length > 0) return incident;
  const spans = mentions
    .filter(({ nominal, entry }) => nominal && entry.type === incident.type)
    .map(({ span }) => span);
  return spans.length === 0 ? incident : { ...incident, weapons: [{ term, spans }] };
}
