/** The incident type of a mention: the trigger's own, made exact by the weapon and by who acted. */
import type { WeaponEntry } from '../../../knowledge/incident-words.ts';
import type { IncidentType } from '../../../model/coded-report.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import type { EventMention } from './event-mention.ts';

/** Types that only say that there was an attack: any weapon makes them exact. */
const OPEN: ReadonlySet<IncidentType> = new Set(['ground_attack', 'shooting', 'killing', 'property_destruction']);
/** Weapons that change what a bombing or shelling is. */
const EXPLOSIVE: ReadonlySet<IncidentType> = new Set([
  'air_strike',
  'drone_strike',
  'suicide_bombing',
  'mine_or_uxo',
  'chemical_attack',
  'missile_strike',
  'shelling',
]);
/** A firearm says no more of a killing than that it was one. */
const PLAIN: ReadonlySet<IncidentType> = new Set(['shooting', 'killing']);

/** `carriers`: what those who did it are or came with ("drones", "the air force"); it says more than the words of the type. */
export function exactType(
  type: IncidentType,
  weapons: readonly WeaponEntry[],
  doers: readonly WordedParticipant[],
  /** What those who act are by name: "a drone", "a suicide bomber", "snipers". */
  armedAs: readonly WeaponEntry[],
): { type: IncidentType; because: string[] } {
  const carrier =
    armedAs.find(({ implies }) => ACTS_AS.has(implies))?.implies ??
    doers.map((doer) => CARRIED[doer.object ?? '']).find((carried) => carried !== undefined);
  if (carrier !== undefined && (OPEN.has(type) || type === 'bombing' || type === 'shelling'))
    return { type: carrier, because: ['type/carrier'] };
  if (
    weapons.some((weapon) => weapon.implies === 'chemical_attack') &&
    (OPEN.has(type) || EXPLOSIVE.has(type) || type === 'bombing')
  )
    return { type: 'chemical_attack', because: ['type/weapon-chemical'] };
  // "with artillery and barrel bombs": the shelling stays one.
  if (weapons.some(({ implies }) => implies === type)) return { type, because: [] };
  for (const weapon of weapons) {
    if (type === 'bombing' || type === 'shelling' || type === 'air_strike') {
      if (EXPLOSIVE.has(weapon.implies) && type !== 'air_strike' && weapon.implies !== type)
        return { type: weapon.implies, because: [`type/weapon-${weapon.id}`] };
    } else if (
      OPEN.has(type) &&
      !(type === 'killing' && PLAIN.has(weapon.implies)) &&
      !(type === 'property_destruction' && PLAIN.has(weapon.implies))
    ) {
      return { type: weapon.implies, because: [`type/weapon-${weapon.id}`] };
    }
  }
  return { type, because: [] };
}

/** Those who hold people in the name of a state. */
const HOLDING: ReadonlySet<WordedParticipant['role']> = new Set(['police', 'military', 'state']);

const isHeldToo = ({ phrase, needs }: EventMention['entry']): boolean => phrase === 'capture' || needs === 'gunpoint';

/** "Police captured two smugglers", "led two men away at gunpoint": a state that takes people holds them, as ACLED has it; armed groups abduct. */
export function asHeld(mention: EventMention): EventMention {
  const { type, entry, perpetrators, because } = mention;
  const isHeld = type === 'abduction' && isHeldToo(entry) && perpetrators.length > 0;
  return isHeld && perpetrators.every(({ role }) => HOLDING.has(role))
    ? { ...mention, type: 'arbitrary_detention', because: [...because, 'type/state-holds'] }
    : mention;
}

/** Weapons by whose name those are called who use them. */
const ACTS_AS: ReadonlySet<IncidentType> = new Set([
  'air_strike',
  'drone_strike',
  'shelling',
  'suicide_bombing',
  'sniper_fire',
]);
const CARRIED: Record<string, IncidentType> = { aircraft: 'air_strike', drone: 'drone_strike', tank: 'shelling' };
