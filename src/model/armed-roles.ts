/** Roles of those who bear arms, the same for every party. */
import type { ActorRole } from './actor-name.ts';

/** Armed groups that are no state's forces. */
export const ARMED_GROUPS: ReadonlySet<ActorRole> = new Set(['non_state_armed_group', 'militia']);

/** Those who bear arms for a side, the police included. */
export const ARMED: ReadonlySet<ActorRole> = new Set(['military', 'police', ...ARMED_GROUPS]);
