/** What sort of side a participant is, the same for every party: armed, a state's, an official, a crowd. */
import { ARMED } from '../../../model/armed-roles.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';

const CROWDS = new Set(['mob', 'crowd', 'villager', 'resident', 'vigilante', 'youth', 'local', 'looter', 'fan']);

/** A crowd that is no armed side: "an angry mob", "villagers", "vigilantes". */
export const isCrowd = (one: WordedParticipant): boolean => CROWDS.has(one.head);

/** Fighters of any side, police included, and what they hold. */
export const isArmed = (one: WordedParticipant): boolean =>
  (ARMED.has(one.role) && !isCrowd(one)) || one.object === 'military_position' || one.object === 'checkpoint';

/** Fighters of any side without the police. */
export const isFighter = (one: WordedParticipant): boolean => ARMED.has(one.role) && one.role !== 'police';

/** A state or one of its forces. */
export const isOfState = (one: WordedParticipant): boolean =>
  one.role === 'state' || one.role === 'military' || one.role === 'police';

export const isOfficial = (one: WordedParticipant): boolean => one.role === 'state' || one.role === 'political';

const PROTESTERS = new Set(['protester', 'protestor', 'demonstrator', 'marcher', 'rioter', 'striker', 'picketer']);

/** People who demonstrate. */
export const isProtester = (one: WordedParticipant): boolean => PROTESTERS.has(one.head);
