/** Whom the words of a phrase of several words ("opened fire", "took over") leave in the places of its frame. */
import { dependents, headOf, relationOf } from '../grammar/tree.ts';
import type { FrameTokens, Trigger } from './event-mention.ts';
import type { Line } from './page.ts';

/** "opened fire": the noun of the phrase is no one who was hit. */
export function withoutPhrase(tokens: FrameTokens, trigger: Trigger): FrameTokens {
  if (trigger.nominal || trigger.lastToken === trigger.token) return tokens;
  return {
    ...tokens,
    hit: tokens.hit.filter((token) => token !== trigger.lastToken),
    weapons: tokens.weapons.filter((token) => token !== trigger.lastToken),
  };
}

/** "took over the city": what the parser ties to the particle as to a preposition. */
export function withParticle(line: Line, tokens: FrameTokens, { nominal, token, lastToken }: Trigger): FrameTokens {
  if (nominal || lastToken === token || tokens.hit.length > 0) return tokens;
  if (relationOf(line.sentence, lastToken) !== 'case') {
    // "took away six students": the students are no complement of "away".
    const behind = dependents(line.sentence, lastToken).find((child) => child > lastToken && line.actors.has(child));
    return behind === undefined ? tokens : { ...tokens, hit: [behind] };
  }
  const object = headOf(line.sentence, lastToken);
  return object === null || headOf(line.sentence, object) !== token ? tokens : { ...tokens, hit: [object] };
}
