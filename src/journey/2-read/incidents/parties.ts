/** Whom the actor register knows a participant as, and which things may stand as doers. */
import { ARMED } from '../../../model/armed-roles.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import type { Page } from './page.ts';

/** Who may have used force: those who bear arms, and those of whom nobody says what they are. */
export const mayFight = ({ role }: Pick<WordedParticipant, 'role'>): boolean => role === 'unknown' || ARMED.has(role);

/** Id of the party in the actor register that a participant is, or belongs to; null when the words name none. */
export function registeredParty(page: Page, { mention, actor }: WordedParticipant): string | null {
  const named = mention === null ? undefined : page.actors[mention];
  return named?.actor ?? named?.affiliation ?? actor;
}

const CARRIERS: ReadonlySet<string> = new Set(['aircraft', 'drone', 'tank', 'ship']);

/** A thing acts only when somebody is in it, or when it is told whose it is: "warplanes", "Turkish artillery", "regime artillery". */
export const mayAct = (page: Page, participant: WordedParticipant): boolean =>
  participant.kind !== 'object' ||
  CARRIERS.has(participant.object ?? '') ||
  registeredParty(page, participant) !== null ||
  (page.actors[participant.mention ?? -1]?.inner ?? null) !== null;
