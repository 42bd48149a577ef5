/** Who lost what was taken: "captured the village from the army". */
import { ARMED } from '../../../model/armed-roles.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { caseOf, dependents, objectOf } from '../grammar/tree.ts';
import type { Line, Page } from './page.ts';
import { participantsAt } from './participants.ts';
import { sidesOf } from './sides.ts';

/** Bodies and armed people behind "from"; empty where the verb only came from somewhere. */
export function losersOf(page: Page, line: Line, verb: number): WordedParticipant[] {
  const { sentence } = line;
  const object = objectOf(sentence, verb);
  const beside = sidesOf(line, verb).filter((side) => side.case === 'from');
  // The parser may tie them to what was taken.
  const below =
    object === null ? [] : dependents(sentence, object).filter((child) => caseOf(sentence, child) === 'from');
  return [...beside.map(({ head }) => head), ...below]
    .flatMap((head) => {
      const named = participantsAt(page, line, head, 'doer');
      return named.length > 0 ? named : participantsAt(page, line, head, 'party');
    })
    .filter(({ kind, role }) => kind === 'organisation' || ARMED.has(role));
}
