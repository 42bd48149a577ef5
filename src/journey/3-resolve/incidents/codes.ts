/** The same act in the schemes of ACLED, PLOVER, CAMEO and UCDP: the type's own codes, made exact by who was hit by whom. */
import type { TypeEntry } from '../../../knowledge/incident-words.ts';
import type { CodedIncident, IncidentType } from '../../../model/coded-report.ts';
import type { WordedIncident, WordedParticipant } from '../../../model/worded-incident.ts';

type Codes = CodedIncident['codes'];

const EXPLOSIVE: ReadonlySet<IncidentType> = new Set([
  'bombing',
  'suicide_bombing',
  'mine_or_uxo',
  'shelling',
  'shooting',
  'missile_strike',
]);
const ARMED = new Set(['military', 'non_state_armed_group', 'militia', 'police']);
const isArmed = (one: WordedParticipant): boolean =>
  ARMED.has(one.role) || one.object === 'military_position' || one.object === 'checkpoint';

export function codesOf(
  incident: WordedIncident,
  type: IncidentType,
  types: ReadonlyMap<IncidentType, TypeEntry>,
): Codes {
  const entry = types.get(type);
  if (entry === undefined) return { acled: null, plover: null, cameo: null, ucdp: null };
  return {
    acled: acledOf(incident, type, entry),
    ...verbalOr(incident.modality, entry),
    ucdp: entry.ucdp ?? ucdpOf(incident, entry),
  };
}

/**
 * PLOVER and CAMEO code what was done: for a threatened act that is the threat, for one that is only planned or denied it is the
 * promise or denial, which the statement carries.
 */
function verbalOr(modality: WordedIncident['modality'], entry: TypeEntry): Pick<Codes, 'plover' | 'cameo'> {
  if (modality === 'threatened') return { plover: 'THREATEN/violence', cameo: '138' };
  if (modality === 'planned' || modality === 'denied') return { plover: null, cameo: null };
  return { plover: entry.plover, cameo: entry.cameo };
}

/** ACLED tells an attack on civilians from a clash between armed sides, a grenade from other explosives, and who gained ground. */
function acledOf(incident: WordedIncident, type: IncidentType, entry: TypeEntry): string | null {
  if (!incident.completed && EXPLOSIVE.has(type)) return 'Disrupted weapons use';
  if (type === 'ground_attack')
    return incident.targets.length > 0 && !incident.targets.some(isArmed) ? 'Attack' : entry.acled;
  if (type === 'shooting' || type === 'killing' || type === 'sniper_fire')
    return bothArmed(incident) ? 'Armed clash' : entry.acled;
  if (type === 'bombing' && incident.weapons.some((weapon) => weapon.term === 'grenade')) return 'Grenade';
  if (type === 'territory_seizure') {
    return incident.perpetrators.some((one) => one.role === 'state' || one.role === 'military')
      ? 'Government regains territory'
      : 'Non-state actor overtakes territory';
  }
  return entry.acled;
}

const bothArmed = (incident: WordedIncident): boolean =>
  incident.perpetrators.some(isArmed) && incident.targets.length > 0 && incident.targets.every(isArmed);

/** UCDP: 3 where an organised side hits civilians, 1 where a state is one of two armed sides, 2 where none is. */
function ucdpOf(incident: WordedIncident, entry: TypeEntry): string | null {
  if (!entry.violent || incident.perpetrators.length === 0 || incident.targets.length === 0) return null;
  if (!incident.perpetrators.some((one) => isArmed(one) || one.role === 'state')) return null;
  if (!incident.targets.some(isArmed))
    return incident.targets.some((one) => one.role === 'civilian' || one.protected) ? '3' : null;
  const state = [...incident.perpetrators, ...incident.targets].some(
    (one) => one.role === 'state' || one.role === 'military' || one.role === 'police',
  );
  return state ? '1' : '2';
}
