/** Which mentions may tell one event at all, whatever the evidence says: their types, and acts beside what came of them. */
import type { IncidentType } from '../../../model/coded-report.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import type { EventMention } from './event-mention.ts';
import { mayKill } from './may-harm.ts';
import type { Page } from './page.ts';
import { isSame } from './same-participant.ts';

/** Words for what came of an act ("killing 12", "destroying a bridge"): they may belong to an act of any type. */
const isOutcome = (mention: EventMention): boolean =>
  mention.entry.type === 'killing' || mention.entry.type === 'property_destruction' || mention.entry.result;

/** Kinds of fire that exclude each other: an air strike is no shelling. A plain "bombing" or "attack" may be any of them. */
export const EXACT: ReadonlySet<IncidentType> = new Set([
  'air_strike',
  'drone_strike',
  'shelling',
  'missile_strike',
  'mine_or_uxo',
  'suicide_bombing',
  'chemical_attack',
]);

export function typesFit(page: Page, a: EventMention, b: EventMention): boolean {
  if (a.type === b.type) return true;
  if (EXACT.has(a.type) && EXACT.has(b.type)) return false;
  const [one, other] = [familyOf(page, a), familyOf(page, b)];
  // "the attack", "the killings" may name a bombing told before; a fire or a robbery is an act of its own.
  return one === other || (isAttack(one) && isAttack(other) && (isGeneric(a) || isGeneric(b)));
}

const familyOf = (page: Page, { type }: EventMention): string => page.words.types.get(type)?.family ?? type;
const isAttack = (family: string): boolean => family === 'explosive' || family === 'attack';
const isGeneric = ({ entry }: EventMention): boolean => entry.type === 'ground_attack' || entry.type === 'killing';

/** A bomb that was found or made harmless is none that went off. */
export function isFoiledBeside(page: Page, one: EventMention, other: EventMention): boolean {
  if (one.entry.foiled === other.entry.foiled) return false;
  const told = one.entry.foiled ? other : one;
  const isLaid = told.entry.frame === 'place';
  return !isLaid && told.completed && told.modality === 'asserted' && familyOf(page, told) === 'explosive';
}

/** Deaths are the outcome of violence or of a protest, never of a convoy, a truce or a talk that stands in the sentence. */
export function isOutcomeOf(page: Page, one: EventMention, other: EventMention): boolean {
  return (isOutcome(one) || isOutcome(other)) && mayKill(page, one.type) && mayKill(page, other.type);
}

/** How many sentences later what became of things is still told of the act before ("Many shops were destroyed"). */
const AFTERMATH = 3;

/** `act` is the latest violent act of the group. */
export function isAftermath(page: Page, act: EventMention, mention: EventMention): boolean {
  const distance = mention.sentence - act.sentence;
  if (mention.perpetrators.length > 0 || distance > AFTERMATH) return false;
  if (mention.type === 'property_destruction') return true;
  // "More than 50 people were wounded."
  const counted = mention.harm.some((fact) => fact.quantity !== null);
  return (
    distance > 0 &&
    counted &&
    !mention.aggregate &&
    (mention.entry.frame === 'harm' || mention.entry.frame === 'suffer') &&
    isThere(page, act, mention) &&
    mention.weapons.length === 0
  );
}

export const isViolent = (page: Page, mention: EventMention): boolean =>
  page.words.types.get(mention.type)?.violent === true;

/** No other place is named. */
function isThere(page: Page, act: EventMention, mention: EventMention): boolean {
  const text = (index: number): string => page.places[index]?.text.toLowerCase() ?? '';
  const there = new Set(act.places.map(({ index }) => text(index)));
  return mention.places.every(({ index }) => there.has(text(index)));
}

/** "The murder of Alan Brook" is not "the murder of Anna Lee", though both are murders. */
export function areOtherVictims(page: Page, before: readonly EventMention[], now: EventMention): boolean {
  const victim = namedVictim(page, now);
  const told = before.flatMap((mention) => namedVictim(page, mention) ?? []);
  return victim !== null && told.length > 0 && !told.some((other) => isSame(page, other, victim));
}

/** The one person, named, whom a noun for an act is told of. */
function namedVictim(page: Page, { nominal, targets }: EventMention): WordedParticipant | null {
  const [only] = targets;
  if (!nominal || only === undefined || targets.length > 1 || only.mention === null) return null;
  const mention = page.actors[only.mention];
  return mention?.form === 'name' && mention.kind === 'person' ? only : null;
}
