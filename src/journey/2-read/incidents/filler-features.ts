/**
 * Named evidence that a noun phrase fills a place of an event mention, seen from its own sentence: how it hangs on the trigger
 * in the tree, and what sort of actor or thing it is. Nothing in it tells one armed side from another.
 */
import type { TriggerEntry } from '../../../knowledge/incident-words.ts';
import type { Marks } from '../../../knowledge/linear-model.ts';
import type { ActorName } from '../../../model/actor-name.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { hashText } from '../grammar/hashing.ts';
import { caseOf, dependents, headOf, relationOf } from '../grammar/tree.ts';
import type { FillerSlot, FrameTokens, Trigger } from './event-mention.ts';
import type { Line, Page } from './page.ts';

/** A noun phrase as proposed for one place of one trigger. */
export interface Proposal {
  readonly slot: FillerSlot;
  readonly participant: WordedParticipant;
  /** The tree shows it in its place. */
  readonly inFrame: boolean;
  /** Where it stands in the sentence of the trigger; for a pronoun the pronoun's own place. */
  readonly token: number;
}

/** A trigger's frame as the tree shows it, before fillers are chosen. */
export interface Framed {
  readonly entry: TriggerEntry;
  readonly tokens: FrameTokens;
  readonly framed: readonly Proposal[];
}

/** The act that places are proposed of. */
export interface ActRead {
  readonly line: Line;
  readonly trigger: Trigger;
  readonly entry: TriggerEntry;
  /** The way through the tree from a word to the trigger. */
  readonly pathFrom: (token: number) => string;
}

export function tellFiller(
  page: Page,
  { line, trigger, entry, pathFrom }: ActRead,
  { participant, inFrame, token }: Proposal,
  marks: Marks,
): void {
  const place = inFrame ? 'frame' : 'loose';
  const sort = classOf(participant);
  marks.mark('bias');
  marks.mark(place);
  if (trigger.nominal) marks.markPair(place, entry.frame, 'noun');
  else marks.markOf(place, entry.frame);
  marks.markPair(place, 'class', sort);
  marks.markPair(place, 'kind', participant.kind);
  marks.markPair('class', sort, entry.type);
  marks.markPair('kind', participant.kind, entry.type);
  tellWho(page, participant, marks);
  tellWording(line, token, marks);
  marks.markPair(trigger.nominal ? 'noun' : 'verb', 'path', pathFrom(token));
  if (!inFrame) tellLoose(line, trigger.token, token, marks);
}

/**
 * What sort of actor, without telling sides apart: a government, an army and an armed group are one class of bodies, a soldier
 * and a rebel one class of people, so that exchanging the parties of a sentence never changes who is held to have acted.
 */
export function classOf({ role, kind }: Pick<WordedParticipant, 'role' | 'kind'>): ActorClass {
  const armed = role === 'military' || role === 'police' || role === 'militia' || role === 'non_state_armed_group';
  const political = role === 'state' || role === 'political' || role === 'international_organisation';
  if (kind === 'organisation' && (armed || role === 'state' || role === 'political')) return 'party';
  if (armed) return 'armed';
  if (political) return 'political';
  return role === 'unknown' ? 'unknown' : 'civil';
}

type ActorClass = 'party' | 'armed' | 'political' | 'civil' | 'unknown';

/** Class, kind and form of a participant; words themselves count only where they tell no side: of things and of plain people. */
export function tellWho(page: Page, participant: WordedParticipant, marks: Marks): void {
  const mention = participant.mention === null ? undefined : page.actors[participant.mention];
  const group = classOf(participant);
  if (participant.object !== null) marks.markOf('object', participant.object);
  else if (participant.kind === 'object') marks.mark('object-unknown');
  const isUnlisted = participant.kind === 'object' && participant.object === null;
  if (isUnlisted) tellCluster(page, participant.head, marks);
  if (mention === undefined) return;
  marks.markOf('form', mention.form);
  marks.markPair(group, participant.kind, mention.form);
  if (mention.metonym) marks.mark('metonym');
  if (mention.subset !== null && group !== 'armed') marks.markOf('subset', mention.subset);
  if (!isUnlisted && isPlainPeople(mention, group)) tellCluster(page, participant.head, marks);
}

/** Armed and political people, and bodies of any kind, are never told apart by their words. */
const isPlainPeople = (mention: ActorName, group: string): boolean =>
  mention.form === 'description' && mention.kind !== 'organisation' && (group === 'civil' || group === 'unknown');

/** The cluster of the head noun among those that the grammar was trained with. */
function tellCluster(page: Page, head: string, marks: Marks): void {
  const entry = page.lexicon.find(hashText(head));
  const fine = entry < 0 ? 0 : (page.lexicon.fine[entry] ?? 0);
  marks.markOf('cluster', String(fine));
}

/** Words in front of the noun: "no group", "unidentified men", "our people", "six soldiers". */
function tellWording(line: Line, token: number, marks: Marks): void {
  let told: string[] | null = null;
  for (const child of dependents(line.sentence, token)) {
    if (child > token) break;
    const word = line.sentence.tokens[child];
    if (word === undefined) continue;
    const name = wordingOf(line, child, word);
    if (name === null) continue;
    told ??= [];
    // "the three to four": each once.
    const one = name === 'before' ? word.lower : name;
    if (told.includes(one)) continue;
    told.push(one);
    if (name === 'before') marks.markOf(name, word.lower);
    else marks.mark(name);
  }
}

function wordingOf(line: Line, child: number, word: Token): 'owned' | 'before' | 'counted' | 'unnamed' | null {
  const relation = relationOf(line.sentence, child);
  if (relation === 'det' || relation === 'nmod:poss') return word.pos === 'NOUN' ? 'owned' : 'before';
  if (relation === 'nummod') return 'counted';
  return line.grammar['unnamed-culprit'].has(word.lower) ? 'unnamed' : null;
}

function tellLoose(line: Line, trigger: number, token: number, marks: Marks): void {
  const distance = Math.abs(token - trigger);
  const side = token < trigger ? 'before' : 'after';
  marks.mark(side);
  marks.markPair('distance', distance <= 2 ? '2' : distance <= 5 ? '5' : distance <= 10 ? '10' : '25', side);
  marks.markOf('relation', relationOf(line.sentence, token));
  const preposition = caseOf(line.sentence, token);
  if (preposition !== '') marks.markOf('case', preposition);
  const head = headOf(line.sentence, token);
  const above = head === null ? undefined : line.sentence.tokens[head];
  if (above !== undefined) marks.markOf('under', above.pos);
}

/** `pathBetween` to one word, worked out once per word: who stands at it may be proposed for two places. */
export function pathsTo(sentence: Sentence, to: number): (from: number) => string {
  const known = new Map<number, string>();
  return (from) => {
    const path = known.get(from) ?? pathBetween(sentence, from, to);
    known.set(from, path);
    return path;
  };
}

/** Longer ways between two words say no more than that they are far apart. */
const LONGEST_PATH = 4;

/** Relations on the way from a word up to where it meets the other's way, then down: "nsubj>conj<". */
export function pathBetween(sentence: Sentence, from: number, to: number): string {
  const above: number[] = [];
  for (let at: number | null = to; at !== null && above.length <= LONGEST_PATH; at = headOf(sentence, at))
    above.push(at);
  let path = '';
  let at: number | null = from;
  for (let up = 0; at !== null && up <= LONGEST_PATH; up += 1) {
    const down = above.indexOf(at);
    if (down !== -1) {
      if (up + down > LONGEST_PATH) return 'far';
      for (let index = down - 1; index >= 0; index -= 1) path += `${plain(relationOf(sentence, above[index] ?? 0))}<`;
      return path;
    }
    path += `${plain(relationOf(sentence, at))}>`;
    at = headOf(sentence, at);
  }
  return 'far';
}

const KEPT = new Set(['nsubj:pass', 'nmod:poss', 'acl:relcl']);

/** Subtypes that tell nothing of who did what are left out. */
function plain(relation: string): string {
  const colon = relation.indexOf(':');
  return colon === -1 || KEPT.has(relation) ? relation : relation.slice(0, colon);
}
