/**
 * Who took part in an incident and with what, decided over the whole report by a linear model: perpetrators are often told in
 * another sentence than the act, and one wording of an act says more than another.
 */

import { probabilityOf, scoreTold, type Telling } from '../../../knowledge/linear-model.ts';
import { ARMED } from '../../../model/armed-roles.ts';
import type { IncidentType } from '../../../model/coded-report.ts';
import type { Span } from '../../../model/span.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { type Means, meansOf, type Part, type PartsByPlace, partsOf } from './cast-candidates.ts';
import { type Scene, tellMeans, tellPart } from './cast-features.ts';
import type { EventMention } from './event-mention.ts';
import { isByOwnHand } from './own-hand.ts';
import type { Page } from './page.ts';
import { mayAct, mayFight, registeredParty } from './parties.ts';
import { isRuledOut } from './ruled-out.ts';
import { type Standings, standingOf } from './standing.ts';
import { toldTogether } from './told-together.ts';

export interface Cast {
  readonly perpetrators: WordedParticipant[];
  readonly targets: WordedParticipant[];
  readonly weapons: { term: string; spans: Span[] }[];
  /** How likely its likeliest target is, as a feature of the whole incident. */
  readonly features: Record<string, number>;
}

/** A part or weapon with its evidence: what the model is fitted on. */
export interface Judged<T> {
  readonly of: T;
  readonly role: string;
  readonly tell: Telling;
  readonly score: number;
}

/**
 * Log-odds from which one is held to have taken part. Whom the tree shows in a place counts as long as the model is not rather
 * sure of the contrary; told parts are worth more than the risk of one too many. Chosen on every fifth report of MUC-4 DEV and on TST1.
 */
const FRAMED = -1.2;
const NEARBY = -0.3;
const MEANS = -0.4;
/**
 * A party by name in the place of a doer counts until the model is quite sure of the contrary: its data are of terrorism, where
 * states hardly act. Who does another act of the sentence, or only stands by while such a party acts, must be rather likely.
 */
const FRAMED_PARTY = -3;
const BYSTANDER = 1.5;

export function castOf(page: Page, mentions: readonly EventMention[], type: IncidentType, standings: Standings): Cast {
  const { parts, means } = judged(page, mentions, type, standings);
  const ownHand = mentions.some((mention) => isByOwnHand(page, mention));
  const acts = parts.some((one) => one.of.slot === 'doer' && isFramedParty(page, one.of) && one.score > FRAMED_PARTY);
  const chosen = parts.filter(({ of: part, score }) => {
    if (ownHand && part.slot === 'doer') return part.proposals.some(({ inFrame }) => inFrame);
    if (!reaches(page, part, score, { partyActs: acts, mentions, standings })) return false;
    const other = parts.find(({ of }) => of.key === part.key && of.slot !== part.slot);
    if (other !== undefined && isShown(part) !== isShown(other.of)) {
      const [shown, near] = isShown(part) ? [score, other.score] : [other.score, score];
      return isShown(part) === near - shown < SHOWN_BEFORE;
    }
    return ownHand || other === undefined || other.score < score || (other.score === score && part.slot === 'hit');
  });
  const placed = new Set(chosen.map((one) => one.of.key));
  const others = parts.filter((one) => one.score > FRAMED_PARTY && !placed.has(one.of.key));
  chosen.push(...toldTogether(page, chosen, others));
  chosen.sort((a, b) => placeOf(a.of) - placeOf(b.of));
  const of = (slot: Part['slot']): WordedParticipant[] =>
    chosen.filter((one) => one.of.slot === slot).map(({ of: part }) => asWorded(part, standings));
  return {
    perpetrators: of('doer').filter((one) => mayAct(page, one)),
    targets: of('hit'),
    features: { 'likely-target': likeliestTarget(page, parts) },
    weapons: weaponsOf(
      means
        .filter(
          ({ of, score }) =>
            (score > (of.inFrame ? FRAMED : MEANS) || isNeeded(of, mentions)) && !isOfAnother(of, mentions, standings),
        )
        .map(({ of }) => of),
    ),
  };
}

/** By how much the model must be surer of the other place; trees of wire copy are sometimes wrong. */
const SHOWN_BEFORE = 2;

/** In which place the tree shows somebody, he stands: "fighters died in an ambush" laid none, "Mora, a teacher, stabbed a guard" was not stabbed. */
const isShown = ({ proposals }: Part): boolean => proposals.some(({ inFrame }) => inFrame);

/** What a part's score is judged beside. */
interface Beside {
  /** A party that the tree shows as a doer acts in the incident. */
  readonly partyActs: boolean;
  readonly mentions: readonly EventMention[];
  readonly standings: Standings;
}

/** Whether the score is one from which a part is held to have taken part. What costs most is asked last, and of few. */
function reaches(page: Page, part: Part, score: number, { partyActs, mentions, standings }: Beside): boolean {
  if (score <= FRAMED_PARTY) return false;
  // Of an act that is denied only those are printed of whom it is denied, of a sum of acts those that it is told of.
  if (mentions.every(({ modality }) => modality === 'denied') && (!isShown(part) || isOnlySuspected(part)))
    return false;
  if (mentions.every(({ aggregate }) => aggregate) && !isShown(part)) return false;
  // Of a bomb that was found nobody is guessed to have laid it, nor to have been hurt.
  if (mentions.every(({ entry }) => entry.foiled) && !isShown(part))
    return part.slot === 'hit' && part.participant.kind === 'object' && score > NEARBY;
  if (part.slot === 'doer' && (isFramedParty(page, part) || isFramedBody(page, part) || saysSo(part))) return true;
  if (part.proposals.some((one) => one.inFrame && one.score > FRAMED)) return score > FRAMED;
  if (score <= NEARBY || isRuledOut(page, part, mentions, standings)) return false;
  if (part.slot === 'hit') return true;
  const { actsIn } = standingOf(standings, part.key);
  const actsBeside = mentions.some(({ sentence }) => actsIn.includes(sentence));
  if (actsBeside && partyActs) return false;
  return score > (partyActs || actsBeside ? BYSTANDER : NEARBY);
}

/** A body that the register knows, or a state by its name, in the place that the tree gives to a doer. */
const isFramedParty = (page: Page, { proposals }: Part): boolean =>
  proposals.some(
    ({ inFrame, score, participant }) =>
      inFrame &&
      score > FRAMED &&
      (participant.kind !== 'object' || isHeld(page, participant)) &&
      registeredParty(page, participant) !== null,
  );

/** "The FLQ carried out the attack": a body of no list, named where the tree shows the doer, is printed as surely as a listed one. */
const isFramedBody = (page: Page, { proposals }: Part): boolean =>
  proposals.some(
    ({ inFrame, score, participant }) =>
      inFrame &&
      score > FRAMED &&
      participant.kind === 'organisation' &&
      mayFight(participant) &&
      page.actors[participant.mention ?? -1]?.form === 'name',
  );

/** "Norwegian army bulldozers": a thing told to be an armed side's. */
const isHeld = (page: Page, { mention }: WordedParticipant): boolean =>
  (page.actors[mention ?? -1]?.inner ?? null) !== null;

const isOnlySuspected = ({ proposals }: Part): boolean =>
  proposals.every(({ participant }) => participant.attribution === 'suspected');

/** Who claims an act, or is held or accused for it, is told to have done it. */
const saysSo = ({ proposals }: Part): boolean =>
  proposals.some(
    ({ inFrame, participant: { attribution } }) =>
      attribution === 'claimed_by_itself' || (inFrame && attribution === 'suspected'),
  );

/** "X struck the town after Y fired rockets": the tree gives the rockets to another act. */
function isOfAnother({ span }: Means, mentions: readonly EventMention[], { usedIn }: Standings): boolean {
  const users = usedIn.get(span.start) ?? [];
  return users.length > 0 && !mentions.some(({ id }) => users.includes(id));
}

/** "used tear gas": without the weapon the words would tell no act. */
const isNeeded = ({ inFrame, span }: Means, mentions: readonly EventMention[]): boolean =>
  inFrame &&
  mentions.some(
    ({ entry: { needs }, weapons }) =>
      (needs === 'riotcontrol' || needs === 'chemical') && weapons.some((weapon) => weapon.span.start === span.start),
  );

/** Participants are told in the order of the text. */
const placeOf = (part: Part): number => part.participant.spans[0]?.start ?? 0;

/**
 * Probability of the likeliest of those hit. A side that the tree shows as hit has one figure whoever it is, and that of the
 * likeliest doer is no evidence at all: an act is as surely told whichever side did it to which.
 */
function likeliestTarget(page: Page, parts: readonly Judged<Part>[]): number {
  let best = 0;
  for (const { of, score } of parts) {
    if (of.slot !== 'hit') continue;
    const isFramedSide = isSide(page, of.participant) && of.proposals.some(({ inFrame }) => inFrame);
    best = Math.max(best, isFramedSide ? SIDE_HIT : probabilityOf(score));
  }
  return best;
}
const SIDE_HIT = 0.75;

/** A body that bears arms or rules, or one that the register knows. */
const isSide = (page: Page, participant: WordedParticipant): boolean =>
  ARMED.has(participant.role) || participant.role === 'state' || registeredParty(page, participant) !== null;

/** Everything that could have taken part, with its evidence and score. */
export function judged(
  page: Page,
  mentions: readonly EventMention[],
  type: IncidentType,
  standings: Standings,
): { parts: Judged<Part>[]; means: Judged<Means>[] } {
  const byPlace = partsOf(page, mentions, standings);
  const parts = [...byPlace.doer.values(), ...byPlace.hit.values()];
  const scene = sceneOf(page, mentions, type, parts, byPlace);
  return {
    parts: parts.map((of) =>
      judge(page, of, of.slot, (marks) => {
        tellPart(page, scene, of, standings, marks);
      }),
    ),
    means: meansOf(page, mentions).map((of) =>
      judge(page, of, 'means', (marks) => {
        tellMeans(scene, of, marks);
      }),
    ),
  };
}

const judge = <T>(page: Page, of: T, role: string, tell: Telling): Judged<T> => ({
  of,
  role,
  tell,
  score: scoreTold(page.cast, role, tell),
});

function sceneOf(
  page: Page,
  mentions: readonly EventMention[],
  type: IncidentType,
  parts: readonly Part[],
  byPlace: PartsByPlace,
): Scene {
  const best: { doer: number | null; hit: number | null } = { doer: null, hit: null };
  const framed = { doer: false, hit: false };
  for (const { slot, proposals } of parts) {
    const score = proposals[0]?.score;
    if (score === undefined) continue;
    best[slot] = Math.max(best[slot] ?? score, score);
    if (proposals.some((one) => one.inFrame && one.score > -1)) framed[slot] = true;
  }
  return {
    mentions,
    type,
    family: page.words.types.get(type)?.family ?? type,
    best,
    framed,
    doerRoles: new Set(
      parts.flatMap(({ slot, participant, proposals }) =>
        slot === 'doer' && participant.kind !== 'organisation' && (proposals[0]?.score ?? -1) > 0
          ? [participant.role]
          : [],
      ),
    ),
    parts: byPlace,
  };
}

/** The part's best wording, with the spans of all its likely ones and the surest attribution that was worded. */
function asWorded(part: Part, standings: Standings): WordedParticipant {
  const worded = part.proposals.find(({ participant }) => participant.attribution !== 'stated');
  // Whom the report only lets be accused, and shows nowhere in the act itself, is suspected.
  const isOnlyAccused =
    part.slot === 'doer' && standingOf(standings, part.key).accused && !part.proposals.some(({ inFrame }) => inFrame);
  return {
    ...part.participant,
    attribution: worded?.participant.attribution ?? (isOnlyAccused ? 'suspected' : part.participant.attribution),
    spans: part.spans.length === 0 ? part.participant.spans : [...part.spans],
  };
}

function weaponsOf(means: readonly Means[]): Cast['weapons'] {
  const byTerm = new Map<string, Span[]>();
  for (const { match, span } of means) {
    const spans = byTerm.get(match.entry.id) ?? [];
    if (!spans.some((other) => other.start === span.start)) spans.push(span);
    byTerm.set(match.entry.id, spans);
  }
  return [...byTerm].map(([term, spans]) => ({ term, spans }));
}
