/** Whether two wordings name one participant, and which party of the register a participant is or belongs to. */
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import type { Page } from './page.ts';

/** One chain of mentions, or the same words. */
export function isSame(page: Page, a: WordedParticipant, b: WordedParticipant): boolean {
  if (a.mention !== null && b.mention !== null) {
    const chain = page.chains.representative[a.mention];
    if (chain !== undefined && chain === page.chains.representative[b.mention]) return true;
  }
  return a.name.toLowerCase() === b.name.toLowerCase();
}

/** Id of the party in the actor register that a participant is, or belongs to; null when the words name none. */
export function partyOf(page: Page, { mention, actor }: WordedParticipant): string | null {
  const named = mention === null ? undefined : page.actors[mention];
  return named?.actor ?? named?.affiliation ?? actor;
}
