/** The ACLED sub-event of an incident: its type's, made exact by who was hit by whom and by what the report tells beside it. */

import type { IncidentWords, TypeEntry } from '../../../knowledge/incident-words.ts';
import { ARMED_GROUPS } from '../../../model/armed-roles.ts';
import type { IncidentType } from '../../../model/coded-report.ts';
import type { Reading } from '../../../model/reading.ts';
import type { WordedIncident } from '../../../model/worded-incident.ts';
import { isArmed, isCrowd, isOfState, isProtester } from './sides.ts';

const DISARMED: ReadonlySet<IncidentType> = new Set([
  'bombing',
  'suicide_bombing',
  'mine_or_uxo',
  'shelling',
  'shooting',
  'missile_strike',
  'weapons_placement',
]);
/** Acts that a force does to people before it, whatever the weapon. */
const BY_HAND: ReadonlySet<IncidentType> = new Set(['ground_attack', 'shooting', 'killing', 'sniper_fire', 'torture']);

export function acledOf(
  reading: Reading,
  incident: WordedIncident,
  entry: TypeEntry,
  words: IncidentWords,
): string | null {
  const { type } = incident;
  if (!incident.completed && DISARMED.has(type)) return 'Disrupted weapons use';
  if (incident.codes.acled !== undefined) return incident.codes.acled;
  if (type === 'protest') return protestOf(reading, incident, words);
  // CAMEO 175 is force of the authorities against people.
  if (incident.codes.cameo === '175' && isAtProtest(reading, incident)) return againstProtesters(incident);
  if (BY_HAND.has(type)) return handOf(incident);
  if (type === 'riot' || (type === 'armed_clash' && isWithCrowd(incident)))
    return isAtProtest(reading, incident) ? 'Violent demonstration' : 'Mob violence';
  if (type === 'bombing' && incident.weapons.some((weapon) => weapon.term === 'grenade')) return 'Grenade';
  if (type === 'territory_seizure') return groundOf(incident);
  if (type === 'arbitrary_detention' && (incident.targets.some(isProtester) || isDuringProtest(reading, incident)))
    return 'Protest with intervention';
  if (type === 'robbery' && !incident.perpetrators.some(isArmed)) return 'Other';
  return entry.acled;
}

/** Force against protesters, a fight of armed sides, a crowd's violence, or an attack on people who are not armed. */
function handOf(incident: WordedIncident): string {
  if (isAgainstProtest(incident)) return againstProtesters(incident);
  if (incident.type !== 'torture' && isFight(incident)) return 'Armed clash';
  if (isOfCrowd(incident)) return incident.perpetrators.some(isProtester) ? 'Violent demonstration' : 'Mob violence';
  return incident.type === 'ground_attack' && incident.targets.length === 0 ? 'Armed clash' : 'Attack';
}

/** Police or soldiers against protesters, or with what only crowds are met with. */
const isAgainstProtest = ({ perpetrators, targets, weapons }: WordedIncident): boolean =>
  (targets.some(isProtester) && perpetrators.some(isOfState)) || weapons.some(({ term }) => term === 'riot-control');

/** Protesters or a crowd on either side of a clash. */
const isWithCrowd = ({ perpetrators, targets }: WordedIncident): boolean =>
  [...perpetrators, ...targets].some((one) => isProtester(one) || isCrowd(one));

/** Armed sides on both ends; where nobody is named on one, all on the other are armed. */
const isFight = ({ perpetrators, targets }: WordedIncident): boolean =>
  targets.length > 0 && (perpetrators.some(isArmed) ? targets.some(isArmed) : targets.every(isArmed));

/** Protesters or a crowd act, and no armed side. */
const isOfCrowd = ({ perpetrators }: WordedIncident): boolean =>
  perpetrators.some((one) => isProtester(one) || isCrowd(one)) && !perpetrators.some(isArmed);

/** ACLED: excessive force is lethal or meant to be; a dispersal with gas, water or batons is an intervention. */
const againstProtesters = (incident: WordedIncident): string =>
  incident.harm.killed !== undefined ||
  incident.type === 'killing' ||
  incident.weapons.some((one) => one.term === 'firearm')
    ? 'Excessive force against protesters'
    : 'Protest with intervention';

/** A protest that turned violent, that others of the report's acts were directed at, or a peaceful one. */
function protestOf(reading: Reading, incident: WordedIncident, words: IncidentWords): string {
  const others = reading.incidents.filter((other) => other !== incident && other.modality !== 'denied');
  if (others.some(isViolentCrowd) || isToldViolent(reading, incident, words)) return 'Violent demonstration';
  const against = others.find(
    (other) => isAgainstProtest(other) || (other.type === 'arbitrary_detention' && other.targets.some(isProtester)),
  );
  return against === undefined ? 'Peaceful protest' : againstProtesters(against);
}

const isViolentCrowd = (one: WordedIncident): boolean =>
  one.type === 'riot' || (one.type === 'armed_clash' && isWithCrowd(one)) || (BY_HAND.has(one.type) && isOfCrowd(one));

/** "ugly protests", "a rally at which stones were thrown": the words for it stand in the same sentence. */
function isToldViolent({ parsed }: Reading, { sentences }: WordedIncident, words: IncidentWords): boolean {
  const signs = words.needs.get('violent');
  return sentences.some((index) => parsed.sentences[index]?.tokens.some(({ lemma }) => signs?.has(lemma) === true));
}

const isAtProtest = ({ incidents }: Reading, { perpetrators, targets }: WordedIncident): boolean =>
  [...perpetrators, ...targets].some(isProtester) || incidents.some((one) => one.type === 'protest');

/** "Activists were detained during unsanctioned protests": told in one sentence, the protest by a noun behind "during" or "at". */
function isDuringProtest({ incidents, parsed }: Reading, { sentences }: WordedIncident): boolean {
  return incidents.some(({ type, trigger: [span], sentences: [at] }) => {
    const sentence =
      type !== 'protest' || at === undefined || !sentences.includes(at) ? undefined : parsed.sentences[at];
    const noun = sentence?.tokens.findIndex(({ end }) => end === span?.end) ?? -1;
    return (sentence?.tree?.children[noun] ?? []).some(
      (child) => sentence?.tree?.relations[child] === 'case' && AT.has(sentence.tokens[child]?.lower ?? ''),
    );
  });
}
const AT: ReadonlySet<string> = new Set(['during', 'at']);

/** Who gained the ground; where nobody is named, who lost it. */
function groundOf(incident: WordedIncident): string | null {
  if (incident.perpetrators.some(isOfState)) return 'Government regains territory';
  if (incident.perpetrators.length > 0) return 'Non-state actor overtakes territory';
  if (incident.targets.some(isOfState)) return 'Non-state actor overtakes territory';
  return incident.targets.some((one) => ARMED_GROUPS.has(one.role))
    ? 'Government regains territory'
    : 'Non-state actor overtakes territory';
}
