/** Named numbers that say how likely an incident as read is one that the report tells: the input of the confidence model. */
import type { IncidentType } from '../../../model/coded-report.ts';
import type { WordedIncident } from '../../../model/worded-incident.ts';
import type { Page } from './page.ts';
import type { MentionGroup } from './same-event.ts';

/** Families of types that the data of the confidence model hold; all others have weights of their own, set by hand. */
const MEASURED: ReadonlySet<string> = new Set([
  'explosive',
  'attack',
  'torture',
  'abduction',
  'hijacking',
  'arson',
  'robbery',
  'destruction',
  'stoppage',
]);

/** Whether the models of fillers and of confidence were fitted on acts of this type. */
export const isMeasured = (page: Page, type: IncidentType): boolean =>
  MEASURED.has(page.words.types.get(type)?.family ?? '');

export function incidentFeatures(page: Page, incident: WordedIncident, group: MentionGroup): Record<string, number> {
  if (incident.aggregate) return named('sum', incident, group);
  if (!isMeasured(page, incident.type)) return named('calm', incident, group);
  const features: Record<string, number> = { bias: 1 };
  const mark = (name: string, is: boolean): void => {
    if (is) features[name] = 1;
  };
  const first = group.mentions[0];
  features.mentions = Math.min(4, group.mentions.length) / 2;
  features.position = Math.min(20, incident.sentences[0] ?? 0) / 10;
  mark('perpetrator', incident.perpetrators.length > 0);
  mark(
    'armed-perpetrator',
    incident.perpetrators.some(
      (one) =>
        one.role === 'non_state_armed_group' ||
        one.role === 'military' ||
        one.role === 'militia' ||
        one.role === 'police',
    ),
  );
  mark('target', incident.targets.length > 0);
  mark(
    'person-target',
    incident.targets.some((target) => target.kind === 'person'),
  );
  mark(
    'object-target',
    incident.targets.some((target) => target.kind === 'object'),
  );
  mark(
    'known-object',
    incident.targets.some((target) => target.object !== null),
  );
  mark(
    'named-target',
    incident.targets.some((target) => target.mention !== null && page.actors[target.mention]?.form === 'name'),
  );
  mark('weapon', incident.weapons.length > 0);
  mark('harm', Object.keys(incident.harm).length > 0);
  mark('place', incident.places.length > 0);
  mark('time', incident.times.length > 0);
  mark(
    'all-nominal',
    group.mentions.every((mention) => mention.nominal),
  );
  mark(
    'bare',
    incident.targets.length === 0 && incident.perpetrators.length === 0 && Object.keys(incident.harm).length === 0,
  );
  mark(
    'plural-noun',
    group.mentions.every((mention) => mention.plural),
  );
  mark('attempted', !incident.completed);
  mark('attributed', incident.attributedTo.length > 0);
  features[`modality-${incident.modality}`] = 1;
  if (first !== undefined) features[`trigger-${first.entry.phrase}`] = 1;
  return features;
}

/** Sums over several events, and conduct that is no violence, are told in other ways; their features have names of their own. */
function named(kind: 'calm' | 'sum', incident: WordedIncident, group: MentionGroup): Record<string, number> {
  const features: Record<string, number> = { [`${kind}-bias`]: 1 };
  const mark = (name: string, is: boolean): void => {
    if (is) features[`${kind}-${name}`] = 1;
  };
  mark('perpetrator', incident.perpetrators.length > 0);
  mark('target', incident.targets.length > 0);
  mark('harm', Object.keys(incident.harm).length > 0);
  mark('place', incident.places.length > 0);
  mark('time', incident.times.length > 0);
  mark(
    'all-nominal',
    group.mentions.every((mention) => mention.nominal),
  );
  mark('several-mentions', group.mentions.length > 1);
  features[`${kind}-modality-${incident.modality}`] = 1;
  return features;
}
