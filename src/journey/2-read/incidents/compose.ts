/** Makes one worded incident out of the mentions of a group: their participants, weapons, harm, setting and how it is put. */
import { ARMED } from '../../../model/armed-roles.ts';
import type { IncidentType } from '../../../model/coded-report.ts';
import type { Span } from '../../../model/span.ts';
import type { Evidence, Modality, Near, WordedIncident, WordedParticipant } from '../../../model/worded-incident.ts';
import { attributionOf } from './attribution.ts';
import { type Cast, castOf } from './cast.ts';
import type { EventMention, MentionGroup } from './event-mention.ts';
import { isCast } from './features.ts';
import { combinedHarm } from './harm-sum.ts';
import type { Page } from './page.ts';
import { registeredParty } from './parties.ts';
import { isSame } from './same-participant.ts';
import type { Standings } from './standing.ts';

/** Types that say little by themselves: any more exact word for the same event outweighs them. */
const VAGUE: ReadonlySet<IncidentType> = new Set([
  'ground_attack',
  'killing',
  'property_destruction',
  'forced_displacement',
]);

export function composeIncident(page: Page, group: MentionGroup, standings: Standings): WordedIncident {
  const { mentions } = group;
  const harm = combinedHarm(
    page,
    mentions.flatMap((mention) => mention.harm),
    { isSum: isSum(mentions), doers: doersOf(page, mentions) },
  );
  const inForce = inForceOf(mentions);
  const modality = leastDoubted(inForce.length > 0 ? inForce : mentions);
  const type = typeOf(mentions, harm.killed !== undefined);
  return {
    type,
    modality,
    completed: wasDone(mentions) || Object.keys(harm).length > 0,
    aggregate: isSum(mentions),
    trigger: mentions.flatMap((mention) => [mention.span, ...mention.beside]),
    sentences: [...new Set(mentions.map((mention) => mention.sentence))].sort((a, b) => a - b),
    ...eachOther(
      type,
      ofPeople(
        type,
        withBranches(
          page,
          type,
          isCast(page, type) ? castOf(page, mentions, type, standings) : framedCast(page, mentions),
        ),
      ),
    ),
    places: nearestOfEach(mentions),
    times: timesOfAct(mentions),
    harm,
    attributedTo: attributionOf(page, mentions),
    evidence: evidenceFor(page, mentions),
    codes: mentions.find((mention) => mention.type === type && mention.entry.codes !== null)?.entry.codes ?? {},
    because: [...new Set([...mentions.flatMap((mention) => mention.because), ...group.because])].slice(0, 12),
  };
}

/** A bomb that was laid and then defused did not go off. */
function wasDone(mentions: readonly EventMention[]): boolean {
  const isFoiled = mentions.some(({ entry }) => entry.foiled);
  return mentions.some(({ completed, entry }) => completed && !(isFoiled && entry.frame === 'place'));
}

/** What is done to people alone: a house is neither kidnapped nor beheaded. */
const TO_PEOPLE: ReadonlySet<IncidentType> = new Set(['abduction', 'arbitrary_detention', 'execution', 'torture']);

const ofPeople = (type: IncidentType, cast: Cast): Cast =>
  TO_PEOPLE.has(type) ? { ...cast, targets: cast.targets.filter(({ object }) => object === null) } : cast;

/** Those who are a side of a fight; civilians and those of whom nothing is known may only be where it is. */
const isSide = ({ role }: WordedParticipant): boolean => ARMED.has(role) || role === 'state' || role === 'activist';

/** "A and B clashed": of a fight that nobody else is in, each of two sides is the other's target. */
const eachOther = (type: IncidentType, cast: Cast): Cast =>
  type === 'armed_clash' && cast.targets.length === 0 && cast.perpetrators.length > 1 && cast.perpetrators.every(isSide)
    ? { ...cast, targets: cast.perpetrators.map((one) => ({ ...one, attribution: 'stated' as const })) }
    : cast;

function withBranches(page: Page, type: IncidentType, cast: Cast): Cast {
  const perpetrators = cast.perpetrators
    .filter((one) => type !== 'territory_seizure' || !cast.targets.some((other) => isSame(page, one, other)))
    .map((one) => ({ ...one, actor: branchOf(page, one.actor, type) }));
  return { ...cast, perpetrators };
}

const BRANCH: Partial<Record<IncidentType, string>> = {
  air_strike: 'airforce',
  drone_strike: 'airforce',
  shelling: 'army',
  ground_attack: 'army',
  missile_strike: 'army',
};

/** The branch that such an act is the work of, where the register has it; else the state. */
function branchOf(page: Page, actor: string | null, type: IncidentType): string | null {
  const branch = BRANCH[type];
  if (actor === null || branch === undefined || !actor.endsWith('.gov')) return actor;
  const id = actor.replace(/gov$/, branch);
  return page.register.actors.has(id) ? id : actor;
}

/** Of acts that no model was fitted on: whoever stands in the frame of any mention. */
function framedCast(page: Page, mentions: readonly EventMention[]): Cast {
  const perpetrators = merged(page, mentions.flatMap(doersShown));
  const isMove = mentions.every(({ entry }) => entry.frame === 'move');
  const targets = merged(
    page,
    mentions.flatMap((mention) => mention.targets),
  );
  return {
    perpetrators,
    targets: isMove ? targets.filter((one) => !isOwnState(page, one, perpetrators)) : targets,
    weapons: weaponsOf(mentions),
    features: {},
  };
}

/** "The commander of the militia died when …": who only stands beside a death has not brought it. */
const doersShown = ({ entry, perpetrators, candidates }: EventMention): readonly WordedParticipant[] =>
  entry.frame !== 'suffer'
    ? perpetrators
    : perpetrators.filter(({ token }) =>
        candidates.some((one) => one.slot === 'doer' && one.inFrame && one.participant.token === token),
      );

/** "Norwegian troops left the base at Vik in Norway": their own state is not the one they left. */
function isOwnState(
  page: Page,
  { role, mention, actor }: WordedParticipant,
  doers: readonly WordedParticipant[],
): boolean {
  if (role !== 'state' || mention !== null || actor === null) return false;
  return doers.some((doer) => registeredParty(page, doer)?.split('.')[0] === actor.split('.')[0]);
}

/** Chains of those who did it. */
const doersOf = (page: Page, mentions: readonly EventMention[]): ReadonlySet<number> =>
  new Set(
    mentions.flatMap(({ perpetrators }) =>
      perpetrators.flatMap(({ mention }) => (mention === null ? [] : [page.chains.representative[mention] ?? mention])),
    ),
  );

/** A sum stays one when its outcome is told in the same sentence ("earlier raids killed more than 100"). */
function isSum(mentions: readonly EventMention[]): boolean {
  const sums = mentions.filter((mention) => mention.aggregate);
  return sums.length > 0 && mentions.every((mention) => sums.some((sum) => sum.sentence === mention.sentence));
}

/** What is done to things; behind an attack that killed people it is what else the attackers did. */
const DONE_TO_THINGS: ReadonlySet<IncidentType> = new Set(['arson', 'looting', 'robbery']);

/** Each mention speaks for its type; exact words speak louder, and so does the first mention. */
function typeOf(mentions: readonly EventMention[], killed: boolean): IncidentType {
  const votes = new Map<IncidentType, number>();
  mentions.forEach((mention, index) => {
    const isVague = VAGUE.has(mention.type) || (killed && index > 0 && DONE_TO_THINGS.has(mention.type));
    const weight = (isVague ? 0.2 : 1.1) + (index === 0 ? 0.3 : 0);
    votes.set(mention.type, (votes.get(mention.type) ?? 0) + weight);
  });
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'ground_attack';
}

const DOUBT: readonly Modality[] = ['asserted', 'alleged', 'planned', 'threatened', 'denied', 'hypothetical'];

/** One mention that states the act outweighs another that plans or doubts it. */
function leastDoubted(mentions: readonly EventMention[]): Modality {
  let best: Modality = 'hypothetical';
  for (const mention of mentions) if (DOUBT.indexOf(mention.modality) < DOUBT.indexOf(best)) best = mention.modality;
  return best;
}

/** One participant per chain or wording; spans and the surest attribution of all its mentions are kept. */
function merged(page: Page, list: readonly WordedParticipant[]): WordedParticipant[] {
  const kept: WordedParticipant[] = [];
  for (const participant of list) {
    const same = kept.find((other) => isSame(page, other, participant) || isVaguer(page, other, participant));
    if (same === undefined) kept.push({ ...participant, spans: [...participant.spans] });
    else {
      for (const span of participant.spans)
        if (!same.spans.some((other) => other.start === span.start && other.end === span.end)) same.spans.push(span);
      if (same.attribution === 'stated' && participant.attribution !== 'stated')
        same.attribution = participant.attribution;
      same.damage ??= participant.damage;
    }
  }
  return kept;
}

/** "the building" beside "the school building": the same head, and one of them says no more. */
function isVaguer(page: Page, a: WordedParticipant, b: WordedParticipant): boolean {
  if (a.head !== b.head || a.kind !== b.kind) return false;
  const named = (participant: WordedParticipant): boolean =>
    participant.mention !== null && page.actors[participant.mention]?.form === 'name';
  if (named(a) || named(b)) return false;
  const one = a.name.toLowerCase();
  const other = b.name.toLowerCase();
  return one.endsWith(other) || other.endsWith(one);
}

/** Each place once; those of the first mention that has any go first. */
function nearestOfEach(mentions: readonly EventMention[]): Near[] {
  const first = new Map<number, Near>();
  for (const { places } of mentions) for (const near of places) if (!first.has(near.index)) first.set(near.index, near);
  return [...first.values()];
}

/** Steps that the time of a death of wounds stands farther from the act than one told with the act. */
const OUTCOME_COST = 6;

/** "The ceasefire agreed on Monday is to take effect on Thursday": a truce begins when it does, and not when it was agreed. */
const inForceOf = (mentions: readonly EventMention[]): readonly EventMention[] =>
  mentions.filter(({ type, entry }) => type === 'ceasefire_start' && IN_FORCE.test(entry.phrase));
const IN_FORCE = /\b(?:effect|force)$/;

/** "An officer was shot on Monday. … He died on Tuesday.": the time of dying is the act's only where no other is told. */
function timesOfAct(mentions: readonly EventMention[]): Near[] {
  const inForce = inForceOf(mentions);
  if (inForce.some(({ times }) => times.length > 0)) return inForce.flatMap(({ times }) => times);
  const isOutcome = ({ entry }: EventMention): boolean => entry.frame === 'suffer';
  if (mentions.every(isOutcome)) return mentions.flatMap(({ times }) => times);
  return mentions.flatMap((mention) =>
    isOutcome(mention)
      ? mention.times.map(({ index, distance }) => ({ index, distance: distance + OUTCOME_COST }))
      : mention.times,
  );
}

function weaponsOf(mentions: readonly EventMention[]): WordedIncident['weapons'] {
  const byTerm = new Map<string, Span[]>();
  for (const weapon of mentions.flatMap((mention) => mention.weapons)) {
    const spans = byTerm.get(weapon.term) ?? [];
    if (!spans.some((span) => span.start === weapon.span.start)) spans.push(weapon.span);
    byTerm.set(weapon.term, spans);
  }
  return [...byTerm].map(([term, spans]) => ({ term, spans }));
}

/** Evidence of the same sentence as a mention, or of the next one. */
function evidenceFor(page: Page, mentions: readonly EventMention[]): Evidence[] {
  const near = new Set(mentions.flatMap((mention) => [mention.sentence, mention.sentence + 1]));
  return [...near].sort((a, b) => a - b).flatMap((sentence) => page.evidenceBySentence.get(sentence) ?? []);
}
