/** "Nobody said who planted it": the report itself says that nobody knows who did it, or that nobody has claimed it. */
import { matchHinted } from '../../../knowledge/phrase-table.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { EventMention } from './event-mention.ts';
import type { Page } from './page.ts';

/** So many sentences after the act still say so of it. */
const REACH = 1;

export function isDoerUnknown(page: Page, mentions: readonly EventMention[]): boolean {
  const { unclaimed } = page.words;
  return mentions.some(({ sentence }) =>
    page.lines
      .slice(sentence, sentence + REACH + 1)
      .some(({ sentence: { tokens } }) =>
        tokens.some((_, token) => matchHinted(WORD_HINT.beside, unclaimed, tokens, token) !== null),
      ),
  );
}
