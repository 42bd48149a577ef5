/**
 * Who and what could have taken part in an incident: all that is proposed at any of its mentions, and all that stands in the
 * sentences around them, each once with everything that was seen of it.
 */
import type { WeaponEntry } from '../../../knowledge/incident-words.ts';
import type { PhraseMatch } from '../../../knowledge/phrase-table.ts';
import type { Span } from '../../../model/span.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import type { Candidate, EventMention, FillerSlot } from './event-mention.ts';
import { isGivenFor, onlyHolds } from './holder.ts';
import type { Line, Page } from './page.ts';
import { participantsAt } from './participants.ts';
import { keyOf, type Standings } from './standing.ts';

/** One entity proposed for one place of one incident. */
export interface Part {
  readonly slot: FillerSlot;
  readonly key: string;
  /** The wording that fits best, seen from its own sentence. */
  participant: WordedParticipant;
  /** Proposals at the incident's own mentions, the best first; empty where it only stands nearby. */
  readonly proposals: Candidate[];
  /** All its wordings at the incident's mentions. */
  readonly spans: Span[];
  /** Sentences to the nearest mention of the incident, negative before it; null when it is named elsewhere only. */
  distance: number | null;
}

/** A weapon named in or beside a sentence of the incident. */
export interface Means {
  readonly match: PhraseMatch<WeaponEntry>;
  readonly line: Line;
  readonly span: Span;
  /** The mention of its own sentence that stands nearest. */
  readonly mention: EventMention | null;
  readonly inFrame: boolean;
  readonly distance: number;
}

/** Sentences around a mention that are searched for participants. */
const REACH = 2;
/** Of those who act or are accused elsewhere in the report, how many are looked at. */
const ELSEWHERE = 8;
/** Sentences of one incident that are looked at, so that a long report costs no more per sentence than a short one. */
const SENTENCES = 16;

/** The parts proposed for each place, by key. */
export type PartsByPlace = Readonly<Record<FillerSlot, ReadonlyMap<string, Part>>>;

export function partsOf(page: Page, mentions: readonly EventMention[], standings: Standings): PartsByPlace {
  const parts = { doer: new Map<string, Part>(), hit: new Map<string, Part>() };
  const add = (slot: FillerSlot, participant: WordedParticipant, distance: number | null): Part => {
    const key = keyOf(page, participant);
    const known = parts[slot].get(key);
    if (known !== undefined) return known;
    const part: Part = { slot, key, participant, proposals: [], spans: [], distance };
    parts[slot].set(key, part);
    return part;
  };
  // Who finds or defuses a bomb did not plant it.
  const finders = new Set<string>();
  for (const mention of mentions) {
    for (const candidate of mention.allCandidates()) {
      if (candidate.slot === 'doer' && mention.entry.foiled) {
        if (candidate.inFrame) finders.add(keyOf(page, candidate.participant));
        continue;
      }
      const part = add(candidate.slot, candidate.participant, 0);
      part.proposals.push(candidate);
    }
  }
  for (const part of parts.doer.values()) settle(part);
  for (const part of parts.hit.values()) settle(part);
  for (const { line, distance } of around(page, mentions)) {
    for (const { slot, participant } of standingIn(page, line)) {
      const part = add(slot, participant, distance);
      if (part.distance === null || Math.abs(distance) < Math.abs(part.distance)) part.distance = distance;
    }
  }
  let elsewhere = 0;
  for (const key of standings.onlyBody.values()) {
    const participant = parts.doer.has(key) ? null : named(page, key);
    if (participant !== null) add('doer', participant, null);
  }
  for (const key of standings.suspects) {
    if (elsewhere >= ELSEWHERE) break;
    if (parts.doer.has(key)) continue;
    const participant = named(page, key);
    if (participant === null) continue;
    add('doer', participant, null);
    elsewhere += 1;
  }
  for (const key of finders) parts.doer.delete(key);
  return parts;
}

/** The likeliest proposal speaks for the part; every wording that was held for likely is kept as a span. */
function settle(part: Part): void {
  part.proposals.sort((a, b) => b.score - a.score);
  const best = part.proposals[0];
  if (best !== undefined) part.participant = best.participant;
  for (const { participant, score } of part.proposals) {
    if (score < 0 && participant !== part.participant) continue;
    for (const span of participant.spans)
      if (!part.spans.some((other) => other.start === span.start && other.end === span.end)) part.spans.push(span);
  }
}

/** The sentences of the mentions and those around them, each with how far it stands from the nearest mention. */
function around(page: Page, mentions: readonly EventMention[]): { line: Line; distance: number }[] {
  const own = [...new Set(mentions.map((mention) => mention.sentence))].slice(0, SENTENCES);
  const distances = new Map<number, number>();
  for (const sentence of own) {
    for (let at = sentence - REACH; at <= sentence + REACH; at += 1) {
      const known = distances.get(at);
      const distance = at - sentence;
      if (known === undefined || Math.abs(distance) < Math.abs(known)) distances.set(at, distance);
    }
  }
  return [...distances].flatMap(([at, distance]) => {
    const line = page.lines[at];
    return line === undefined || line.sentence.kind === 'furniture' ? [] : [{ line, distance }];
  });
}

/** Everyone and everything of a sentence, in both places. */
function standingIn(page: Page, line: Line): { slot: FillerSlot; participant: WordedParticipant }[] {
  const known = page.standing.get(line.sentence.index);
  if (known !== undefined) return known;
  const heads = new Set<number>(line.actors.keys());
  for (const [token, match] of line.objects) if (token === match.lastToken) heads.add(token);
  const found = [...heads].flatMap((token) =>
    (['doer', 'hit'] as const).flatMap((slot) =>
      slot === 'doer' && (onlyHolds(line, token) || isGivenFor(line, token))
        ? []
        : participantsAt(page, line, token, slot).map((participant) => ({ slot, participant })),
    ),
  );
  page.standing.set(line.sentence.index, found);
  return found;
}

/** The participant that the best wording of a chain makes. */
function named(page: Page, key: string): WordedParticipant | null {
  const actor = page.actors[Number(key)];
  const line = actor === undefined ? undefined : page.lines[actor.sentence];
  return actor === undefined || line === undefined
    ? null
    : (participantsAt(page, line, actor.head, 'doer').find((one) => one.mention === actor.id) ?? null);
}

export function meansOf(page: Page, mentions: readonly EventMention[]): Means[] {
  return around(page, mentions)
    .filter(({ distance }) => Math.abs(distance) <= 1)
    .flatMap(({ line, distance }) => {
      const inSentence = mentions.filter((mention) => mention.sentence === line.sentence.index);
      const seen = new Set<number>();
      return [...line.weapons.values()].flatMap((match): Means[] => {
        const first = line.sentence.tokens[match.firstToken];
        const last = line.sentence.tokens[match.lastToken];
        if (seen.has(match.firstToken) || first === undefined || last === undefined) return [];
        seen.add(match.firstToken);
        const span = { start: first.start, end: last.end };
        return [
          {
            match,
            line,
            span,
            mention: nearest(inSentence, match.lastToken),
            inFrame: inSentence.some((mention) => mention.weapons.some((weapon) => weapon.span.start === span.start)),
            distance,
          },
        ];
      });
    });
}

function nearest(mentions: readonly EventMention[], token: number): EventMention | null {
  let best: EventMention | null = null;
  for (const mention of mentions)
    if (best === null || Math.abs(mention.token - token) < Math.abs(best.token - token)) best = mention;
  return best;
}
