/** Named numbers that say how likely an incident as read is one that the report tells: the input of the confidence model. */
import type { IncidentType } from '../../../model/coded-report.ts';
import type { WordedIncident, WordedParticipant } from '../../../model/worded-incident.ts';
import { dependents, relationOf } from '../grammar/tree.ts';
import type { EventMention, MentionGroup } from './event-mention.ts';
import { classOf } from './filler-features.ts';
import type { Page } from './page.ts';
import { hasSite, isSited } from './sited.ts';

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

/** Acts of war, which the data of the models hold only where civilians were meant: the tree alone says who took part. */
const WAR: ReadonlySet<IncidentType> = new Set([
  'armed_clash',
  'air_strike',
  'drone_strike',
  'missile_strike',
  'shelling',
]);

/** Whether the models of who took part were fitted on acts of this type. */
export const isCast = (page: Page, type: IncidentType): boolean => !WAR.has(type) && isMeasured(page, type);

/** Whether the model of confidence was fitted on acts of this type. */
const isMeasured = (page: Page, type: IncidentType): boolean => MEASURED.has(page.words.types.get(type)?.family ?? '');

/** A report of no more sentences than these is a note or a post. */
const NOTE = 3;

/** What an incident is judged by beside its own words: its place among the others of the report. */
export interface Surroundings {
  /** Event mentions of the whole report, and incidents that they were grouped into. */
  readonly mentions: number;
  readonly incidents: number;
}

export function incidentFeatures(
  page: Page,
  incident: WordedIncident,
  group: MentionGroup,
  report: Surroundings,
): Record<string, number> {
  if (incident.aggregate) return named(page, 'sum', incident, group);
  if (!isMeasured(page, incident.type) || isSited(page, incident, group.mentions))
    return named(page, 'calm', incident, group);
  const features: Record<string, number> = { ...incident.features, bias: 1 };
  const mark: Mark = (name, is) => {
    if (is) features[name] = 1;
  };
  features.mentions = Math.min(4, group.mentions.length) / 2;
  features.position = Math.min(20, incident.sentences[0] ?? 0) / 10;
  features.share = group.mentions.length / Math.max(1, report.mentions);
  mark('note', page.lines.length <= NOTE);
  mark('only-incident', report.incidents === 1);
  mark('many-incidents', report.incidents > 5);
  mark('in-lead', (incident.sentences[0] ?? 9) <= 1);
  mark('perpetrator', incident.perpetrators.length > 0);
  mark('weapon', incident.weapons.length > 0);
  mark('harm', Object.keys(incident.harm).length > 0);
  mark('killed', incident.harm.killed !== undefined);
  mark('place', hasSite(page, incident));
  mark('time', incident.times.length > 0);
  mark('attempted', !incident.completed);
  mark('attributed', incident.attributedTo.length > 0);
  mark(
    'bare',
    incident.targets.length === 0 && incident.perpetrators.length === 0 && Object.keys(incident.harm).length === 0,
  );
  mark(`modality-${incident.modality}`, true);
  mark(`type-${incident.type}`, true);
  whoTookPart(page, incident, mark);
  whenTold(page, incident, mark);
  wordedHow(page, group, mark);
  return features;
}

type Mark = (name: string, is: boolean) => void;

function whoTookPart(page: Page, { perpetrators, targets }: WordedIncident, mark: Mark): void {
  mark(
    'armed-perpetrator',
    perpetrators.some((one) => classOf(one) === 'armed' || classOf(one) === 'party'),
  );
  mark('target', targets.length > 0);
  mark(
    'person-target',
    targets.some((target) => target.kind === 'person'),
  );
  mark(
    'object-target',
    targets.some((target) => target.kind === 'object'),
  );
  mark(
    'known-object',
    targets.some((target) => target.object !== null),
  );
  mark(
    'named-target',
    // Of people alone: which bodies have names of their own differs from side to side.
    targets.some(({ kind, mention }) => kind === 'person' && mention !== null && page.actors[mention]?.form === 'name'),
  );
  // "Attacks on civilians": people in general, neither counted nor named.
  mark('general-target', targets.length > 0 && targets.every((target) => isGeneral(page, target)));
}

function isGeneral(page: Page, target: WordedParticipant): boolean {
  const mention = target.mention === null ? undefined : page.actors[target.mention];
  if (target.kind === 'person' || mention?.form === 'name') return false;
  const sentence = page.parsed.sentences[target.sentence];
  const noun = sentence?.tokens[target.token];
  if (sentence === undefined || (noun?.tag !== 'NNS' && noun?.tag !== 'NNPS')) return false;
  return !dependents(sentence, target.token).some((child) => {
    const relation = relationOf(sentence, child);
    return relation === 'nummod' || relation === 'det';
  });
}

/** A day or an hour is told of what happened; a year or a season of what is only recalled. */
function whenTold(page: Page, incident: WordedIncident, mark: Mark): void {
  const nearest = page.times[incident.times[0]?.index ?? -1];
  if (nearest !== undefined) mark(`time-${nearest.meaning.kind}`, true);
}

/** The trigger's own form, where it stands in its sentence, and whether somebody is quoted with it. */
function wordedHow(page: Page, group: MentionGroup, mark: Mark): void {
  const first = group.mentions[0];
  const every = (is: (mention: EventMention) => boolean): boolean => group.mentions.every(is);
  mark(
    'all-nominal',
    every((mention) => mention.nominal),
  );
  mark(
    'plural-noun',
    every((mention) => mention.plural),
  );
  mark(
    'all-quoted',
    every((mention) => isQuoted(page, mention)),
  );
  if (first === undefined) return;
  mark(`trigger-${first.entry.phrase}`, true);
  const sentence = page.parsed.sentences[first.sentence];
  const token = sentence?.tokens[first.token];
  if (sentence === undefined || token === undefined) return;
  mark(`tag-${token.tag}`, true);
  mark(`as-${first.nominal ? 'noun' : 'verb'}-${relationOf(sentence, first.token)}`, true);
}

const isQuoted = (page: Page, mention: EventMention): boolean =>
  (page.statementsBySentence[mention.sentence] ?? []).some(
    ({ style, parts }) =>
      style !== 'indirect' && parts.some((part) => part.start <= mention.span.start && mention.span.end <= part.end),
  );

/** Sums over several events, and conduct that is no violence, are told in other ways; their features have names of their own. */
function named(
  page: Page,
  kind: 'calm' | 'sum',
  incident: WordedIncident,
  group: MentionGroup,
): Record<string, number> {
  const features: Record<string, number> = { [`${kind}-bias`]: 1 };
  const mark: Mark = (name, is) => {
    if (is) features[`${kind}-${name}`] = 1;
  };
  mark('perpetrator', incident.perpetrators.length > 0);
  mark('target', incident.targets.length > 0);
  mark('harm', Object.keys(incident.harm).length > 0);
  mark('place', hasSite(page, incident));
  mark('time', incident.times.length > 0);
  mark(
    'all-nominal',
    group.mentions.every((mention) => mention.nominal),
  );
  mark('several-mentions', group.mentions.length > 1);
  features[`${kind}-modality-${incident.modality}`] = 1;
  return features;
}
