/** Whether two wordings name one participant. */
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

/** How many people or things the words count; null where they count none. */
export const numberOf = (page: Page, { sentence, token }: WordedParticipant): number | null =>
  page.lines[sentence]?.quantities.get(token)?.claim.n ?? null;
