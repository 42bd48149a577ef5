/** The ACLED sub-event of an incident: its type's, made exact by who was hit by whom and by what the report tells beside it. */
import type { TypeEntry } from '../../../knowledge/incident-words.ts';
import type { IncidentType } from '../../../model/coded-report.ts';
import type { Reading } from '../../../model/reading.ts';
import type { WordedIncident } from '../../../model/worded-incident.ts';
import { isArmed, isOfState, isProtester } from './sides.ts';

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

export function acledOf(reading: Reading, incident: WordedIncident, entry: TypeEntry): string | null {
  const { type } = incident;
  if (!incident.completed && DISARMED.has(type)) return 'Disrupted weapons use';
  if (incident.codes.acled !== undefined) return incident.codes.acled;
  if (type === 'protest') return protestOf(reading, incident);
  if (BY_HAND.has(type)) return handOf(incident);
  if (type === 'riot') return isAtProtest(reading) ? 'Violent demonstration' : 'Mob violence';
  if (type === 'bombing' && incident.weapons.some((weapon) => weapon.term === 'grenade')) return 'Grenade';
  if (type === 'territory_seizure') return groundOf(incident);
  if (type === 'arbitrary_detention' && incident.targets.some(isProtester)) return 'Protest with intervention';
  return entry.acled;
}

/** Force against protesters, a fight of armed sides, or an attack on people who are not armed. */
function handOf(incident: WordedIncident): string {
  if (incident.targets.some(isProtester) && incident.perpetrators.some(isOfState)) return againstProtesters(incident);
  if (incident.targets.length > 0 && incident.targets.every(isArmed) && incident.type !== 'torture')
    return 'Armed clash';
  return incident.type === 'ground_attack' && incident.targets.length === 0 ? 'Armed clash' : 'Attack';
}

/** ACLED: excessive force is lethal or meant to be; a dispersal with gas, water or batons is an intervention. */
const againstProtesters = (incident: WordedIncident): string =>
  incident.harm.killed !== undefined ||
  incident.type === 'killing' ||
  incident.weapons.some((one) => one.term === 'firearm')
    ? 'Excessive force against protesters'
    : 'Protest with intervention';

/** A protest that others of the report's acts were directed at, or that turned violent. */
function protestOf(reading: Reading, incident: WordedIncident): string {
  const others = reading.incidents.filter((other) => other !== incident && other.modality !== 'denied');
  const against = others.find(
    (other) =>
      other.targets.some(isProtester) && (other.perpetrators.some(isOfState) || other.type === 'arbitrary_detention'),
  );
  if (others.some((other) => other.type === 'riot')) return 'Violent demonstration';
  return against === undefined ? 'Peaceful protest' : againstProtesters(against);
}

const isAtProtest = ({ incidents }: Reading): boolean =>
  incidents.some(
    (one) => one.type === 'protest' || one.perpetrators.some(isProtester) || one.targets.some(isProtester),
  );

/** Who gained the ground; where nobody is named, who lost it. */
function groundOf(incident: WordedIncident): string | null {
  if (incident.perpetrators.some(isOfState)) return 'Government regains territory';
  if (incident.perpetrators.length > 0) return 'Non-state actor overtakes territory';
  if (incident.targets.some(isOfState)) return 'Non-state actor overtakes territory';
  return incident.targets.some((one) => one.role === 'non_state_armed_group' || one.role === 'militia')
    ? 'Government regains territory'
    : 'Non-state actor overtakes territory';
}
