/**
 * Which people, groups and things of a sentence fill the places of an event mention. The frame proposes those that the tree
 * shows in their places; the rest of the sentence is proposed too, since trees of wire copy and headlines are often wrong.
 * A linear model with named features decides on each.
 */

import { foldName } from '../../../knowledge/actors.ts';
import type { TriggerEntry } from '../../../knowledge/incident-words.ts';
import { scoreTold, type Telling } from '../../../knowledge/linear-model.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { caseOf, conjuncts, headOf, relationOf } from '../grammar/tree.ts';
import { replyAbove } from './answered.ts';
import { ofKin } from './bare-passives.ts';
import { behind } from './behind.ts';
import { isConduct } from './conduct-frames.ts';
import type { Candidate, FillerSlot, FrameTokens, Trigger } from './event-mention.ts';
import { type ActRead, type Proposal, pathsTo, tellFiller } from './filler-features.ts';
import { isGivenFor, onlyHolds } from './holder.ts';
import { isActBefore } from './may-harm.ts';
import { isDoneToIn } from './noun-frames.ts';
import type { Line, Page } from './page.ts';
import { participantsAt } from './participants.ts';
import type { Slot } from './phrase-participants.ts';
import { tellersOf } from './tellers.ts';

export interface Filling {
  readonly doers: WordedParticipant[];
  readonly hit: WordedParticipant[];
}

/**
 * The model is fitted on one kind of text; what the tree shows in its place is held for a filler until the model is rather
 * sure of the contrary, what only stands nearby is not until it is rather sure. Compared at four settings on
 * MUC-4 TST1+TST2 and the eventargs dev files, whole; the figures hardly differ between them.
 */
const IN_FRAME = -1.5;
const LOOSE = 0.3;

/** The candidates that the model holds for fillers; one that fits both places takes the likelier. */
export function chosenFillers(candidates: readonly Candidate[]): Filling {
  const likely = candidates.filter((candidate) => candidate.score > (candidate.inFrame ? IN_FRAME : LOOSE));
  const best = likely.filter(
    (one, at) =>
      !likely.some(
        (other, index) =>
          index !== at &&
          other.participant.token === one.participant.token &&
          (other.score > one.score || (other.score === one.score && index < at)),
      ),
  );
  const of = (slot: FillerSlot): WordedParticipant[] =>
    best.filter((candidate) => candidate.slot === slot).map(({ participant }) => participant);
  return { doers: of('doer'), hit: of('hit') };
}

/** What the tree shows in its place, for acts that no model was fitted on. */
export function framedFillers(candidates: readonly Candidate[]): Filling {
  const of = (slot: FillerSlot): WordedParticipant[] =>
    candidates.filter((one) => one.inFrame && one.slot === slot).map(({ participant }) => participant);
  return { doers: of('doer'), hit: of('hit') };
}

/** Whom the tree shows in the places of a frame: what decides whether a reading stands. */
export function framedProposals(page: Page, line: Line, entry: TriggerEntry, tokens: FrameTokens): Proposal[] {
  const found: Proposal[] = [];
  for (const token of tokens.doers) propose(found, page, line, entry, { slot: 'doer', token, inFrame: true });
  // "rallied in Oslo": where people protest is nobody they protest against.
  const hit = entry.type === 'protest' ? tokens.hit.filter((token) => !isWhere(line, token)) : tokens.hit;
  for (const token of hit) propose(found, page, line, entry, { slot: 'hit', token, inFrame: true });
  return found;
}

const isWhere = (line: Line, token: number): boolean =>
  line.placeAt.has(token) && !line.actors.has(token) && caseOf(line.sentence, token) === 'in';

/** The candidates of one trigger. */
export interface Candidates {
  readonly framed: readonly Candidate[];
  /** All, those of the frame first. */
  readonly all: () => readonly Candidate[];
}

export const actRead = (line: Line, trigger: Trigger, entry: TriggerEntry): ActRead => ({
  line,
  trigger,
  entry,
  pathFrom: pathsTo(line.sentence, trigger.token),
});

export function candidatesOf(page: Page, act: ActRead, framed: readonly Proposal[]): Candidates {
  const { line, trigger, entry } = act;
  const tellers = tellersOf(line, trigger.token);
  const shown = framed.filter(({ slot, token }) => slot === 'hit' || !tellers.has(token));
  const judged = (one: Proposal): Candidate =>
    proposed(page, one, (marks) => {
      tellFiller(page, act, one, marks);
    });
  const ofFrame = shown.map(judged);
  return {
    framed: ofFrame,
    all: once(() => {
      const found = [...shown];
      const hasOwn = shown.some(({ slot }) => slot === 'hit');
      const answered = replyAbove(line, trigger.token);
      for (const token of nearby(line, trigger.token)) {
        if (replyAbove(line, token) !== answered) continue;
        if (
          !onlyHolds(line, token) &&
          !isGivenFor(line, token) &&
          !tellers.has(token) &&
          !isElsewhere(line, token, trigger.token)
        )
          propose(found, page, line, entry, { slot: 'doer', token, inFrame: false });
        if (!tellers.has(token) && !isBeside(line, token, trigger.token, hasOwn) && !isOfDoer(line, token, shown))
          propose(found, page, line, entry, { slot: 'hit', token, inFrame: false });
      }
      return [...ofFrame, ...found.slice(shown.length).map(judged)];
    }),
  };
}

const isElsewhere = (line: Line, token: number, act: number): boolean =>
  isDoneToIn(line, act, token) || isInClauseBefore(line, token, act);

/** "Gunmen on motorbikes stormed the village": what those who act ride or bear was not hit. */
function isOfDoer({ sentence, actors }: Line, token: number, shown: readonly Proposal[]): boolean {
  const head = relationOf(sentence, token) === 'nmod' && !actors.has(token) ? headOf(sentence, token) : null;
  return (
    head !== null &&
    BORNE.has(caseOf(sentence, token)) &&
    shown.some((one) => one.slot === 'doer' && one.token === head)
  );
}
const BORNE: ReadonlySet<string> = new Set(['on', 'in', 'with', 'aboard']);

/** Whom or what the words around say to be hit by another act, or by none. */
const isBeside = (line: Line, token: number, verb: number, hasOwn: boolean): boolean =>
  (hasOwn && isOfJoined(line, token, verb)) || ofKin(line, verb, token) !== null || isInClauseBefore(line, token, verb);

/** Whoever acts or is hit in "after soldiers had killed a man", of an act outside that clause. */
function isInClauseBefore(line: Line, token: number, act: number): boolean {
  const clause = headOf(line.sentence, token);
  return clause !== null && clause !== act && isActBefore(line, clause) && headOf(line.sentence, clause) === act;
}

/**
 * "attacked a farm and burned a truck": what each of two joined verbs was done to is its own; so is what a man had done "who had
 * killed two".
 */
function isOfJoined({ sentence }: Line, token: number, verb: number): boolean {
  const other = relationOf(sentence, token) === 'obj' ? headOf(sentence, token) : null;
  if (other === null || other === verb) return false;
  if (relationOf(sentence, other).startsWith('acl:relcl'))
    return headOf(sentence, headOf(sentence, other) ?? -1) === verb;
  return conjuncts(sentence, other).includes(verb) || conjuncts(sentence, verb).includes(other);
}

function once<T>(make: () => readonly T[]): () => readonly T[] {
  let made: readonly T[] | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** Adds those who stand at a token to the proposals, unless they are there. */
function propose(
  found: Proposal[],
  page: Page,
  line: Line,
  entry: TriggerEntry,
  { slot, token, inFrame }: Omit<Proposal, 'participant'>,
): void {
  if (slot === 'doer' && !isConduct(entry.frame) && isToldDead(page, line, token)) return;
  for (const participant of standingAt(page, line, entry, { slot, token, inFrame }))
    if (!found.some((other) => other.slot === slot && other.participant.token === participant.token))
      found.push({ slot, participant, inFrame, token });
}

/** "14 others dead after jets bombed a farm": they did nothing, whatever the parser ties them to. */
function isToldDead({ harm }: Page, { sentence: { tokens } }: Line, token: number): boolean {
  const next = tokens[token + 1];
  return next?.pos === 'ADJ' && harm.byState.has(next.lower);
}

/** Of acts between parties a state whose name stands where its government is meant may be the doer ("received aid from Norway"). */
function standingAt(
  page: Page,
  line: Line,
  entry: TriggerEntry,
  { slot, token, inFrame }: Omit<Proposal, 'participant'>,
): readonly WordedParticipant[] {
  if (slot === 'hit' && entry.frame === 'move' && isInCapital(page, line, token)) return [];
  const found = participantsAt(page, line, token, placeOf(slot, entry));
  if (!inFrame || !isConduct(entry.frame)) return found;
  if (slot === 'doer') return withStates(found, participantsAt(page, line, token, 'party'));
  if (found.length > 0) return found;
  // "fuel for hospitals", "food to Taiz": help goes to things and places too.
  return entry.frame === 'give' ? participantsAt(page, line, token, 'hit').filter(isBuiltOrPlace) : found;
}

/** "Georgia and Abkhaz leaders": the state stands beside those who were found. */
const withStates = (
  found: readonly WordedParticipant[],
  parties: readonly WordedParticipant[],
): readonly WordedParticipant[] => {
  const more = parties.filter(({ token }) => !found.some((other) => other.token === token));
  return more.length === 0 ? found : [...found, ...more];
};

const isBuiltOrPlace = ({ object }: WordedParticipant): boolean => object !== null;

/** "Dozens protested in the capital X": where they did, and not whose government they moved against. */
function isInCapital(page: Page, line: Line, token: number): boolean {
  const place = page.places[line.placeAt.get(token) ?? -1];
  if (place === undefined || !WITHIN.has(caseOf(line.sentence, token))) return false;
  return page.register.names.get(foldName(place.text))?.some(({ as }) => as === 'seat') === true;
}
const WITHIN: ReadonlySet<string> = new Set(['in', 'near', 'at', 'outside', 'along', 'on', 'over', 'to', 'into']);

function placeOf(slot: FillerSlot, { frame }: TriggerEntry): Slot {
  if (slot === 'doer') return 'doer';
  if (isConduct(frame)) return 'party';
  return frame === 'harm' || frame === 'suffer' ? 'sufferer' : 'hit';
}

const proposed = (page: Page, { slot, participant, inFrame }: Proposal, tell: Telling): Candidate => ({
  slot,
  participant,
  inFrame,
  tell,
  score: scoreTold(page.fillers, slot, tell),
});

/** How far from its trigger a loose filler may stand, in tokens. */
const REACH = 25;
/** And how many of them are looked at, the nearest first. */
const NEAREST = 8;

function nearby(line: Line, trigger: number): number[] {
  const heads = new Set<number>(line.actors.keys());
  for (const [token, match] of line.objects) if (token === match.lastToken) heads.add(token);
  return [...heads]
    .filter((token) => Math.abs(token - trigger) <= REACH && token !== trigger)
    .sort((a, b) => Math.abs(a - trigger) - Math.abs(b - trigger))
    .slice(0, NEAREST);
}

/**
 * The candidates with those doers that are named apart from the frame: who is said to be behind the act, and the bodies that its
 * doers belong to.
 */
export function withCulprits(
  page: Page,
  act: ActRead,
  { framed, all }: Candidates,
  culprits: readonly WordedParticipant[],
): Candidates {
  const made = (participant: WordedParticipant, inFrame: boolean, how: string): Candidate => {
    const one: Proposal = { slot: 'doer', participant, inFrame, token: participant.token };
    return proposed(page, one, (marks) => {
      tellFiller(page, act, one, marks);
      marks.mark(how);
    });
  };
  const named = culprits.map((culprit) => made(culprit, true, `culprit-${culprit.attribution}`));
  const joined = (candidates: readonly Candidate[]): Candidate[] => {
    const doers = [...candidates.filter(({ slot, score }) => slot === 'doer' && score > IN_FRAME), ...named];
    const bodies = doers.flatMap(({ participant, inFrame, score }) =>
      behind(page, act.line, participant).map((body) => made(body, inFrame, score > 0 ? 'behind-likely' : 'behind')),
    );
    return [...candidates, ...named, ...bodies];
  };
  return { framed: joined(framed), all: once(() => joined(all())) };
}
