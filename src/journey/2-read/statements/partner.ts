/** With whom an act is done that two do together, and who stands at a token as the other side. */
import type { Sentence } from '../../../model/sentence.ts';
import type { StatementParty } from '../../../model/worded-statement.ts';
import { caseOf, conjuncts, dependents } from '../grammar/tree.ts';
import { behindGiven } from './beside-verb.ts';
import { type Direction, isOther, partyOfState } from './other-party.ts';
import { partyOf, type StatementPage } from './page.ts';
import { partiesAt, speakerToken } from './speaker.ts';

/** Acts that two do together: "A and B restored full ties", "began joint exercises". */
const SHARED_ROOTS: ReadonlySet<string> = new Set(['03', '04', '05', '06']);

export function partnerOf(page: StatementPage, direction: Direction): StatementParty | null {
  const { cue, root } = direction;
  const token = cue === null || root === null || !SHARED_ROOTS.has(root) ? null : speakerToken(cue);
  if (token === null || cue === null) return null;
  return partiesAt(page, cue.sentence, token)[1] ?? sidesWithin(page, direction, cue.sentence, token)[0] ?? null;
}

/** "extradited two men wanted for fraud to Chad": who has them now, beside those it is done to. */
export function receiversOf(page: StatementPage, direction: Direction): readonly StatementParty[] {
  const { cue, isAct } = direction;
  if (cue === null || !isAct || !RETURNS.has(cue.sentence.tokens[cue.token]?.lemma ?? '')) return [];
  return behindGiven(cue.sentence, cue.token).flatMap((token) => sideAt(page, direction, cue.sentence, token) ?? []);
}
const RETURNS: ReadonlySet<string> = new Set(['extradite', 'repatriate']);

/** "The navies of A and B began joint patrols": each does it with the other, whatever else stands there. */
export function sidesOfForces(page: StatementPage, direction: Direction): StatementParty | null {
  const { cue, root } = direction;
  const token = cue === null || root !== '06' ? null : speakerToken(cue);
  return token === null || cue === null ? null : (sidesWithin(page, direction, cue.sentence, token)[0] ?? null);
}

/** "the navies of A and B": whose they are, where there are several. */
function sidesWithin(
  page: StatementPage,
  direction: Direction,
  sentence: Sentence,
  token: number,
): readonly StatementParty[] {
  for (const child of dependents(sentence, token, 'nmod')) {
    if (!WHOSE.has(caseOf(sentence, child))) continue;
    const sides = [child, ...conjuncts(sentence, child)].flatMap(
      (side) => sideAt(page, direction, sentence, side) ?? [],
    );
    if (sides.length > 1) return sides;
  }
  return [];
}
const WHOSE: ReadonlySet<string> = new Set(['of', 'from']);

/** Another actor, or a state by its name, at a token. */
export function sideAt(
  page: StatementPage,
  direction: Direction,
  sentence: Sentence,
  token: number,
): StatementParty | undefined {
  const mention = (page.mentions.get(sentence.index) ?? []).find(({ head }) => head === token);
  if (mention !== undefined) return isOther(page, direction, mention) ? partyOf(mention) : undefined;
  const state = (page.states.get(sentence.index) ?? []).find(({ lastToken }) => lastToken === token);
  return state === undefined ? undefined : partyOfState(state);
}
