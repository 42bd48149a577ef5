/**
 * Groups the tellings of one statement. Reprints repeat a promise, and a promise repeated is not two: the same speaker, the
 * same kind of statement, said within days, with the same due day or largely the same words.
 */
import type { StatementDuties } from '../../../knowledge/statement-duties.ts';
import { DAY_MS, type Spoken, saidAt, saidFromMs } from './spoken.ts';

/** Each group in the order of telling; groups in the order of their first telling. Statements without a known speaker stand alone. */
export function groupTellings(spoken: readonly Spoken[], duties: StatementDuties): Spoken[][] {
  const groups: Spoken[][] = [];
  for (const one of spoken.toSorted(inOrderOfTelling)) {
    const group = groups.find((members) => members.some((member) => isSameStatement(member, one, duties)));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups;
}

export function inOrderOfTelling(a: Spoken, b: Spoken): number {
  const key = ({ published, report, statement }: Spoken): string => `${published ?? '9'}\n${report}\n${statement.id}`;
  return key(a) < key(b) ? -1 : 1;
}

function isSameStatement(a: Spoken, b: Spoken, { days, sameWords }: StatementDuties): boolean {
  const speaker = a.statement.speaker?.actor ?? null;
  if (speaker === null || speaker !== (b.statement.speaker?.actor ?? null)) return false;
  if (a.statement.kind !== b.statement.kind) return false;
  const [first, second] = [saidFromMs(saidAt(a)), saidFromMs(saidAt(b))];
  if (first === null || second === null || Math.abs(first - second) > days['same-statement'] * DAY_MS) return false;
  const shared = sharedWords(a.words, b.words);
  const [due, other] = [a.statement.deadline?.end ?? null, b.statement.deadline?.end ?? null];
  if (due !== null && other !== null && due !== other) return false;
  return shared >= (due !== null && due === other ? sameWords / 2 : sameWords);
}

/** Share of the shorter one's different words of four letters or more that the other has too. */
function sharedWords(a: string, b: string): number {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const [shorter, longer] = one.size <= other.size ? [one, other] : [other, one];
  if (shorter.size === 0) return 0;
  return [...shorter].filter((word) => longer.has(word)).length / shorter.size;
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 3),
  );
