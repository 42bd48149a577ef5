/** Injury told by a wound or a hospital's word: "sustained a gunshot wound", "with burns", "is in critical condition". */
import { caseOf, headOf, subjectOf } from '../grammar/tree.ts';
import type { Line, Page } from './page.ts';

/** The token of the wounded person when `token` is a wound or a condition; null otherwise. */
export function woundedAt(page: Page, line: Line, token: number): number | null {
  const word = line.sentence.tokens[token];
  if (word === undefined || word.pos !== 'NOUN') return null;
  if (page.harm.wounds.has(word.lemma)) return bearerOf(page, line, token);
  if (page.harm.condition.has(word.lemma) && page.harm.conditions.has(line.sentence.tokens[token - 1]?.lower ?? ''))
    return subjectAbove(line, token);
  return null;
}

function bearerOf(page: Page, line: Line, wound: number): number | null {
  const head = headOf(line.sentence, wound);
  const above = head === null ? undefined : line.sentence.tokens[head];
  if (head === null || above === undefined) return null;
  if (above.pos === 'VERB' && page.harm.sustains.has(above.lemma)) return subjectOf(line.sentence, head);
  if (caseOf(line.sentence, wound) !== 'with') return null;
  return above.pos === 'VERB' ? subjectOf(line.sentence, head) : head;
}

/** The subject of the nearest verb above, or of the phrase itself ("she is in stable condition"). */
function subjectAbove(line: Line, token: number): number | null {
  let at: number | null = token;
  for (let level = 0; at !== null && level < 3; level += 1) {
    const subject = subjectOf(line.sentence, at);
    if (subject !== null) return subject;
    at = headOf(line.sentence, at);
  }
  return null;
}
