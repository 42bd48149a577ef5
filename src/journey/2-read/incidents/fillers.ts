/**
 * Which people, groups and things of a sentence fill the places of an event mention. The frame proposes those that the tree
 * shows in their places; the rest of the sentence is proposed too, since trees of wire copy and headlines are often wrong.
 * A linear model with named features decides on each.
 */

import type { TriggerEntry } from '../../../knowledge/incident-words.ts';
import { type LinearModel, scoreOf } from '../../../knowledge/linear-model.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { caseOf, headOf, relationOf } from '../grammar/tree.ts';
import { isConduct } from './conduct-frames.ts';
import type { Candidate, FillerSlot, FrameTokens, Trigger } from './event-mention.ts';
import type { Line, Page } from './page.ts';
import { participantsAt } from './participants.ts';

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
export function chosenFillers(candidates: readonly Candidate[], model: LinearModel): Filling {
  const scored = candidates
    .map((candidate) => ({ candidate, score: scoreOf(model, candidate.features) }))
    .filter(({ candidate, score }) => score > (candidate.inFrame ? IN_FRAME : LOOSE));
  const best = scored.filter(
    (one) =>
      !scored.some(
        (other) =>
          other !== one &&
          other.candidate.participant.token === one.candidate.participant.token &&
          (other.score > one.score || (other.score === one.score && scored.indexOf(other) < scored.indexOf(one))),
      ),
  );
  const of = (slot: FillerSlot): WordedParticipant[] =>
    best.filter(({ candidate }) => candidate.slot === slot).map(({ candidate }) => candidate.participant);
  return { doers: of('doer'), hit: of('hit') };
}

/** What the tree shows in its place, for acts that no model was fitted on. */
export function framedFillers(candidates: readonly Candidate[]): Filling {
  const of = (slot: FillerSlot): WordedParticipant[] =>
    candidates.filter((one) => one.inFrame && one.slot === slot).map(({ participant }) => participant);
  return { doers: of('doer'), hit: of('hit') };
}

/** All proposals for one trigger, those of the frame first. */
export function candidatesOf(
  page: Page,
  line: Line,
  trigger: Trigger,
  entry: TriggerEntry,
  tokens: FrameTokens,
): Candidate[] {
  const found: Candidate[] = [];
  const suffers = entry.frame === 'harm' || entry.frame === 'suffer';
  const propose = (slot: FillerSlot, token: number, inFrame: boolean): void => {
    for (const participant of participantsAt(
      page,
      line,
      token,
      slot === 'doer' ? 'doer' : isConduct(entry.frame) ? 'party' : suffers ? 'sufferer' : 'hit',
    )) {
      if (found.some((other) => other.slot === slot && other.participant.token === participant.token)) continue;
      found.push({
        slot,
        participant,
        inFrame,
        features: featuresOf(page, line, trigger, entry, slot, participant, inFrame, token),
      });
    }
  };
  for (const token of tokens.doers) propose('doer', token, true);
  for (const token of tokens.hit) propose('hit', token, true);
  for (const token of nearby(line, trigger.token)) {
    propose('doer', token, false);
    propose('hit', token, false);
  }
  return found;
}

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
 * What sort of actor, without telling sides apart: a soldier and a rebel, a minister and an opposition leader are one class,
 * so that exchanging the parties of a sentence never changes who is held to have acted.
 */
function classOf(role: WordedParticipant['role']): string {
  if (role === 'military' || role === 'police' || role === 'militia' || role === 'non_state_armed_group')
    return 'armed';
  if (role === 'state' || role === 'political' || role === 'international_organisation') return 'political';
  return role === 'unknown' ? 'unknown' : 'civil';
}

function featuresOf(
  page: Page,
  line: Line,
  trigger: Trigger,
  entry: TriggerEntry,
  slot: FillerSlot,
  participant: WordedParticipant,
  inFrame: boolean,
  token: number,
): Record<string, number> {
  const features: Record<string, number> = {};
  const mark = (name: string): void => {
    features[`${slot}/${name}`] = 1;
  };
  const mention = participant.mention === null ? undefined : page.actors[participant.mention];
  mark('bias');
  const place = inFrame ? 'frame' : 'loose';
  mark(place);
  mark(`${place}-${entry.frame}${trigger.nominal ? '-noun' : ''}`);
  mark(`${place}-class-${classOf(participant.role)}`);
  mark(`${place}-kind-${participant.kind}`);
  mark(`class-${classOf(participant.role)}-${entry.type}`);
  if (participant.object !== null) mark(`object-${participant.object}`);
  else if (participant.kind === 'object') mark('object-unknown');
  if (mention !== undefined) {
    mark(`form-${mention.form}`);
    if (mention.metonym) mark('metonym');
  }
  if (!inFrame) loose(line, trigger.token, token, mark);
  return features;
}

function loose(line: Line, trigger: number, token: number, mark: (name: string) => void): void {
  const distance = Math.abs(token - trigger);
  mark(token < trigger ? 'before' : 'after');
  mark(
    `distance-${distance <= 2 ? 2 : distance <= 5 ? 5 : distance <= 10 ? 10 : 25}-${token < trigger ? 'before' : 'after'}`,
  );
  const relation = relationOf(line.sentence, token);
  const mark1 = caseOf(line.sentence, token);
  mark(`relation-${relation}`);
  if (mark1 !== '') mark(`case-${mark1}`);
  const head = headOf(line.sentence, token);
  if (head !== null && line.sentence.tokens[head] !== undefined) {
    mark(`under-${line.sentence.tokens[head].pos}`);
    if (head === trigger) mark('under-trigger');
    else if (headOf(line.sentence, trigger) === head) mark('sibling');
    else if (headOf(line.sentence, head) === trigger) mark('grandchild');
  }
  mark(`steps-${Math.min(6, steps(line, trigger, token))}`);
}

/** Edges between two tokens in the tree, up to where their ways to the root meet. */
function steps(line: Line, a: number, b: number): number {
  const above = new Map<number, number>();
  let at: number | null = a;
  for (let count = 0; at !== null && count < 16; count += 1) {
    above.set(at, count);
    at = headOf(line.sentence, at);
  }
  at = b;
  for (let count = 0; at !== null && count < 16; count += 1) {
    const met = above.get(at);
    if (met !== undefined) return met + count;
    at = headOf(line.sentence, at);
  }
  return 16;
}
