/** "shot himself", "turned the gun on himself": who did it is who was hit, whoever else stands in the sentence. */
import { objectOf } from '../grammar/tree.ts';
import type { EventMention } from './event-mention.ts';
import type { Page } from './page.ts';

export function isByOwnHand(page: Page, { sentence, token, nominal }: EventMention): boolean {
  const line = page.lines[sentence];
  if (nominal || line === undefined || line.sentence.tree === null) return false;
  const object = objectOf(line.sentence, token);
  return object !== null && page.harm.selves.has(line.sentence.tokens[object]?.lower ?? '');
}
