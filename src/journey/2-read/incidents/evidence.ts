/** Photographs, videos, documents, remains and witnesses that a sentence mentions, and who brought them. */
import type { Evidence } from '../../../model/worded-incident.ts';
import { dependents, headOf, obliques, relationOf } from '../grammar/tree.ts';
import type { Line, Page } from './page.ts';
import { participantsAt } from './participants.ts';

export function evidenceOf(page: Page, line: Line): Evidence[] {
  const found: Evidence[] = [];
  line.sentence.tokens.forEach((token, index) => {
    const kind = token.pos === 'NOUN' ? page.evidence.get(token.lemma) : undefined;
    if (kind === undefined) return;
    found.push({ kind, by: bringer(page, line, index), spans: [{ start: token.start, end: token.end }] });
  });
  return found;
}

/** "photos uploaded by activists", "activists shared videos", "a video of the ministry". */
function bringer(page: Page, line: Line, noun: number): string | null {
  const verb = headOf(line.sentence, noun);
  const clauses = [
    ...dependents(line.sentence, noun).filter((child) => relationOf(line.sentence, child).startsWith('acl')),
    ...(verb === null ? [] : [verb]),
  ];
  for (const clause of clauses) {
    const by = obliques(line.sentence, clause).find((side) => side.case === 'by');
    const subject =
      clause === verb && relationOf(line.sentence, noun) === 'obj'
        ? dependents(line.sentence, clause, 'nsubj')[0]
        : undefined;
    const who = by?.head ?? subject;
    const name = who === undefined ? undefined : participantsAt(page, line, who, 'doer')[0]?.name;
    if (name !== undefined) return name;
  }
  return null;
}
