/** Whether two mentions are the acts of different sides: by the parties that the tree shows as doers. */
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { caseOf, headOf } from '../grammar/tree.ts';
import { replyAbove } from './answered.ts';
import type { EventMention, Side } from './event-mention.ts';
import type { Page } from './page.ts';
import { registeredParty } from './parties.ts';
import { isSame } from './same-participant.ts';

/** Worked out once: a mention is compared with many. */
export function sidesOf(page: Page, mention: EventMention): readonly Side[] {
  const known = page.sides.get(mention.id);
  if (known !== undefined) return known;
  const found = shownSides(page, mention);
  page.sides.set(mention.id, found);
  return found;
}

const shownSides = (page: Page, mention: EventMention): Side[] =>
  mention.candidates.flatMap(({ slot, inFrame, score, participant }) => {
    if (slot !== 'doer' || !inFrame || score <= -1) return [];
    const party = registeredParty(page, participant);
    // "4 soldiers killed": in the place of a doer only by the tree's mistake.
    return party === null && isHarmed(mention, participant) ? [] : [{ party, role: participant.role }];
  });

const isHarmed = ({ harm }: EventMention, { sentence, token }: WordedParticipant): boolean =>
  harm.some(({ sufferers }) => sufferers.some((one) => one.sentence === sentence && one.token === token));

/** Both have doers, and they are of different parties: as the register knows them, or an army's and an armed group's. */
export const otherSides = (before: readonly Side[], now: readonly Side[]): boolean =>
  before.length > 0 && now.length > 0 && now.every((a) => before.every((b) => areOtherParties(a, b)));

const areOtherParties = (a: Side, b: Side): boolean =>
  a.party !== null && b.party !== null ? !mayBeOne(a.party, b.party) : fights(a.role, b.role) || fights(b.role, a.role);

const fights = (army: WordedParticipant['role'], group: WordedParticipant['role']): boolean =>
  army === 'military' && group === 'non_state_armed_group';

/** A state and one of its branches may be one party: "ru.gov" and "ru.airforce". */
function mayBeOne(a: string, b: string): boolean {
  if (a === b) return true;
  const [state] = a.split('.');
  return state === b.split('.')[0] && (a.endsWith('.gov') || b.endsWith('.gov'));
}

const MEANWHILE: ReadonlySet<string> = new Set(['during', 'amid', 'amidst']);

/** "The air force bombing of X during the offensive by Y": an act in whose time another was done, each with a doer of its own. */
export function isDuringAnother(page: Page, before: readonly EventMention[], now: EventMention): boolean {
  return before.some((mention) => {
    if (mention.sentence !== now.sentence || isSetting(page, mention) === isSetting(page, now)) return false;
    const [doers, others] = [mention.perpetrators, now.perpetrators];
    return doers.length > 0 && others.length > 0 && !doers.some((a) => others.some((b) => isSame(page, a, b)));
  });
}

const isSetting = (page: Page, { nominal, sentence, token }: EventMention): boolean => {
  const line = page.lines[sentence];
  return nominal && line !== undefined && MEANWHILE.has(caseOf(line.sentence, token));
};

/** "A bomber set off a car bomb … guards had opened fire on the car": gunfire of somebody else is no part of the blast. */
export const isAnswer = (page: Page, blast: EventMention, fire: EventMention): boolean =>
  fire.type === 'shooting' &&
  page.words.types.get(blast.type)?.family === 'explosive' &&
  fire.perpetrators.length > 0 &&
  blast.perpetrators.length > 0 &&
  !fire.perpetrators.some((a) => blast.perpetrators.some((b) => isSame(page, a, b)));

/** "Police shot a man who had stabbed an officer": whoever did the one act and was hit by somebody else in the other took part in two. */
export const isStruckBack = (page: Page, before: readonly EventMention[], now: EventMention): boolean =>
  before.some((mention) => isDoneBy(page, mention, now) || isDoneBy(page, now, mention));

const isDoneBy = (page: Page, act: EventMention, answer: EventMention): boolean =>
  act.entry.frame !== 'mutual' &&
  answer.entry.frame !== 'mutual' &&
  answer.perpetrators.length > 0 &&
  act.perpetrators.some((doer) => answer.targets.some((hit) => isSame(page, doer, hit))) &&
  !act.perpetrators.some((doer) => answer.perpetrators.some((other) => isSame(page, doer, other)));

/** "bombed a camp in response to an ambush in which 11 died": what an act answers, with its own dead, is another act. */
export const isAnswered = (page: Page, before: readonly EventMention[], now: EventMention): boolean =>
  before.some((mention) => mention.sentence === now.sentence && answeredIn(page, mention) !== answeredIn(page, now));

function answeredIn({ lines }: Page, { sentence, token }: EventMention): number | null {
  const line = lines[sentence];
  return line === undefined ? null : replyAbove(line, token);
}

const AFTER: ReadonlySet<string> = new Set(['after', 'following', 'before']);

/** "executed 40 men after clashes with the militia": what somebody did then is an act of its own. */
export const isDoneAfter = (page: Page, before: readonly EventMention[], now: EventMention): boolean =>
  before.some((mention) => isSetBy(page, mention, now) || isSetBy(page, now, mention));

function isSetBy(page: Page, noun: EventMention, act: EventMention): boolean {
  const line = page.lines[noun.sentence];
  if (line === undefined || !noun.nominal || act.nominal || noun.sentence !== act.sentence) return false;
  const isAct = (act.entry.frame === 'act' || act.entry.frame === 'harm') && act.perpetrators.length > 0;
  return isAct && headOf(line.sentence, noun.token) === act.token && AFTER.has(caseOf(line.sentence, noun.token));
}
