/** Whether two mentions tell one event by whom it befell: nobody is killed twice, and seldom abducted twice within a report. */
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { genderFits } from '../actors/link-pronouns.ts';
import type { EventMention } from './event-mention.ts';
import type { Page } from './page.ts';
import { isSame, numberOf } from './same-participant.ts';

/** What became of the victims; null for acts that may befall the same people again. */
type Fate = 'killed' | 'taken' | 'hit' | null;

/** The same person by name, or the same number of the same people told as known ("the two teachers"), met the same end in both. */
export function isOfOneVictim(page: Page, before: readonly EventMention[], now: EventMention): boolean {
  const end = fateOf(page, now);
  if (end === null || now.targets.length === 0) return false;
  return before.some(
    (mention) =>
      areOneFate(fateOf(page, mention), end) &&
      mention.targets.some((one) => now.targets.some((other) => isOne(page, one, other))),
  );
}

/**
 * What is likely one victim: "Senator Mora was shot dead. … The murder of the senator", "six teachers were killed … the killing of the
 * teachers". Beside another place, day or toll it decides nothing.
 */
export function isOfLikelyVictim(page: Page, before: readonly EventMention[], now: EventMention): boolean {
  const end = fateOf(page, now);
  if (end === null || end === 'hit') return false;
  return before.some(
    (mention) =>
      mention.sentence !== now.sentence &&
      areOneFate(fateOf(page, mention), end) &&
      mention.targets.some((one) => now.targets.some((other) => isLikelyOne(page, one, other))),
  );
}

function isLikelyOne(page: Page, a: WordedParticipant, b: WordedParticipant): boolean {
  if (a.kind !== b.kind || !isToldAsKnown(page, b)) return false;
  if (a.kind === 'group_of_people') {
    const [one, other] = [numberOf(page, a), numberOf(page, b)];
    return (one === null || other === null || one === other) && areOfOneKind(a, b);
  }
  const [named, told] = [page.actors[a.mention ?? -1], page.actors[b.mention ?? -1]];
  const best = page.actors[page.chains.representative[b.mention ?? -1] ?? -1];
  return (
    a.kind === 'person' &&
    named?.form === 'name' &&
    told?.form === 'description' &&
    best?.form === 'description' &&
    genderFits(named, told)
  );
}

/** "the Jesuits" and "six Jesuit priests" */
const areOfOneKind = (a: WordedParticipant, b: WordedParticipant): boolean =>
  a.head === b.head || isWordOf(a.head, b.name) || isWordOf(b.head, a.name);
const isWordOf = (head: string, name: string): boolean => name.toLowerCase().split(/[\s-]/).includes(head);

/** Who was shot is who died; who was shot once may be shot again. */
const areOneFate = (a: Fate, b: Fate): boolean =>
  a === b ? a !== 'hit' : (a === 'killed' && b === 'hit') || (a === 'hit' && b === 'killed');

function fateOf({ words, harm }: Page, { type, entry, completed, modality }: EventMention): Fate {
  if (!completed || (modality !== 'asserted' && modality !== 'alleged')) return null;
  if (type === 'abduction') return 'taken';
  if (harm.byVerb.get(entry.phrase)?.measure === 'injured') return 'hit';
  if (entry.type === 'killing' || type === 'execution') return 'killed';
  const family = words.types.get(type)?.family;
  return family === 'attack' || family === 'explosive' ? 'hit' : null;
}

function isOne(page: Page, a: WordedParticipant, b: WordedParticipant): boolean {
  if (a.kind === 'object' || b.kind === 'object') return false;
  const [one, other] = [
    a.mention === null ? undefined : page.actors[a.mention],
    b.mention === null ? undefined : page.actors[b.mention],
  ];
  if (a.kind === 'person' && b.kind === 'person')
    return isSame(page, a, b) && (one?.form === 'name' || other?.form === 'name');
  return (
    a.head === b.head && isToldAsKnown(page, b) && numberOf(page, a) !== null && numberOf(page, a) === numberOf(page, b)
  );
}

/** "the two teachers", "these two teachers", "the six priests' murder". */
function isToldAsKnown(page: Page, { sentence, token }: WordedParticipant): boolean {
  const tokens = page.lines[sentence]?.sentence.tokens ?? [];
  for (let at = token - 1; at >= Math.max(0, token - LEAD); at -= 1)
    if (page.grammar.definite.has(tokens[at]?.lower ?? '')) return true;
  return false;
}
const LEAD = 4;
