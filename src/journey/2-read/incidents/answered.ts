/** "bombed a camp in response to an ambush in April in which 11 died": what an act answers is another act, with its own people, place and day. */
import type { IncidentType } from '../../../model/coded-report.ts';
import { dependents, headOf, relationOf } from '../grammar/tree.ts';
import type { Line, Page } from './page.ts';

/** So many words above are looked at. */
const LEVELS = 6;

/** The noun ("response") below or right behind which a word tells of what is answered; null where it tells of none. */
export function replyAbove(line: Line, token: number): number | null {
  const { sentence } = line;
  let at: number | null = line.answers ? token : null;
  for (let level = 0; at !== null && level < LEVELS; level += 1) {
    if (at !== token && at < token && isReply(line, at)) return at;
    // "in retaliation for rocket fire": the parser hangs what is answered on the verb.
    for (const mark of dependents(sentence, at, 'case')) if (mark < at && isReply(line, mark - 1)) return mark - 1;
    at = headOf(sentence, at);
  }
  return null;
}

const isReply = ({ sentence, grammar }: Line, at: number): boolean => {
  const word = sentence.tokens[at];
  return word?.pos === 'NOUN' && grammar.replies.has(word.lemma);
};

/** "freed a man whom they kidnapped in October": when the other act was is not when this one was, where the two are not of a kind. */
export const isAsideOf = (page: Page, line: Line, type: IncidentType, token: number): boolean =>
  page.words.types.get(type)?.violent !== true &&
  (relationOf(line.sentence, token).startsWith('acl:relcl') ||
    dependents(line.sentence, token).some((child) => line.sentence.tokens[child]?.tag === 'WP'));
