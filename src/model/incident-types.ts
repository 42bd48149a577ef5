/** Every type of incident as a list, for schemas and look-ups; `coded-report.ts` says what each means. */
import type { IncidentType } from './coded-report.ts';

/** A type that is missing here does not compile. */
const every = <const T extends readonly IncidentType[]>(
  types: T & ([Exclude<IncidentType, T[number]>] extends [never] ? unknown : never),
): T => types;

export const INCIDENT_TYPES = every([
  'air_strike',
  'drone_strike',
  'shelling',
  'missile_strike',
  'bombing',
  'suicide_bombing',
  'mine_or_uxo',
  'chemical_attack',
  'armed_clash',
  'ground_attack',
  'shooting',
  'sniper_fire',
  'killing',
  'execution',
  'sexual_violence',
  'torture',
  'abduction',
  'hijacking',
  'arbitrary_detention',
  'arson',
  'looting',
  'robbery',
  'property_destruction',
  'forced_stoppage',
  'protest',
  'riot',
  'siege',
  'aid_obstruction',
  'movement_restriction',
  'forced_displacement',
  'territory_seizure',
  'troop_deployment',
  'weapons_placement',
  'airspace_violation',
  'recruitment',
  'hate_speech',
  'ceasefire_start',
  'ceasefire_end',
  'aid_delivery',
  'prisoner_release',
  'withdrawal',
  'monitoring_visit',
  'talks',
]);

const KNOWN: ReadonlySet<string> = new Set(INCIDENT_TYPES);
export const isIncidentType = (text: string): text is IncidentType => KNOWN.has(text);
