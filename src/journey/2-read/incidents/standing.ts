/** What a whole report says of each of its people, groups and things: who acts, who is hit, who is harmed, who speaks, who is accused. */
import { ARMED } from '../../../model/armed-roles.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { dependents, isPassive, objectOf, subjectOf } from '../grammar/tree.ts';
import type { EventMention } from './event-mention.ts';
import type { Line, Page } from './page.ts';

export interface Standing {
  /** In how many event mentions the tree shows it in the place of a doer, and of who is hit. */
  acts: number;
  isHit: number;
  harmed: boolean;
  speaks: boolean;
  /** It denies to have done an act that the report tells of. */
  denies: boolean;
  /** "X is accused of", "was arrested": wherever in the report. */
  accused: boolean;
  /** Sentences in which the tree shows it in the place of a doer. */
  readonly actsIn: number[];
  /** Indices of the places that stand nearest to its acts, and to what was done to it; null where there is none. */
  readonly actsAt: (number | null)[];
  readonly isHitAt: (number | null)[];
}

export interface Standings {
  readonly of: ReadonlyMap<string, Standing>;
  /** Keys of those who act, or are accused, anywhere. */
  readonly suspects: readonly string[];
  /** The only armed body of a role that the report names: whom "the rebels", "the soldiers" most likely belong to. */
  readonly onlyBody: ReadonlyMap<WordedParticipant['role'], string>;
  /** By where a weapon stands: ids of the mentions in whose frames the tree shows it. */
  readonly usedIn: ReadonlyMap<number, readonly number[]>;
}

/** One name for all mentions of an actor, and for things of one head noun. */
export function keyOf(page: Page, participant: WordedParticipant): string {
  return participant.mention === null
    ? `${participant.actor ?? ''}:${participant.head}`
    : String(page.chains.representative[participant.mention] ?? participant.mention);
}

const nothing = (): Standing => ({
  acts: 0,
  isHit: 0,
  harmed: false,
  speaks: false,
  denies: false,
  accused: false,
  actsIn: [],
  actsAt: [],
  isHitAt: [],
});
const NOTHING = nothing();

export const standingOf = (standings: Standings, key: string): Standing => standings.of.get(key) ?? NOTHING;

export function standingsOf(page: Page, mentions: readonly EventMention[]): Standings {
  const standings = new Map<string, Standing>();
  const at = (key: string): Standing => {
    const known = standings.get(key);
    if (known !== undefined) return known;
    const fresh = nothing();
    standings.set(key, fresh);
    return fresh;
  };
  for (const mention of mentions) {
    for (const { participant, slot, inFrame, score } of mention.candidates) {
      if (!inFrame || score < 0 || (slot === 'doer' && mention.entry.foiled)) continue;
      const standing = at(keyOf(page, participant));
      if (slot === 'doer' && mention.modality === 'denied') standing.denies = true;
      else if (slot === 'doer') {
        standing.acts += 1;
        standing.actsIn.push(mention.sentence);
        standing.actsAt.push(mention.places[0]?.index ?? null);
      } else {
        standing.isHit += 1;
        standing.isHitAt.push(mention.places[0]?.index ?? null);
      }
    }
    for (const fact of mention.harm) for (const one of fact.sufferers) at(keyOf(page, one)).harmed = true;
  }
  for (const { speaker } of page.statements)
    if (speaker?.mention != null)
      at(String(page.chains.representative[speaker.mention] ?? speaker.mention)).speaks = true;
  for (const line of page.lines)
    for (const mention of accusedIn(line)) at(String(page.chains.representative[mention] ?? mention)).accused = true;
  const suspects = [...standings.keys()].filter((key) => {
    const { acts, accused } = at(key);
    return acts > 0 || accused;
  });
  return { of: standings, suspects, onlyBody: onlyBodies(page), usedIn: usesOf(mentions) };
}

function usesOf(mentions: readonly EventMention[]): Map<number, number[]> {
  const uses = new Map<number, number[]>();
  for (const { id, weapons } of mentions)
    for (const { span } of weapons) uses.set(span.start, [...(uses.get(span.start) ?? []), id]);
  return uses;
}

function onlyBodies(page: Page): Map<WordedParticipant['role'], string> {
  const keys = new Map<WordedParticipant['role'], Set<string>>();
  for (const actor of page.actors) {
    if (actor.kind !== 'organisation' || actor.form !== 'name' || actor.metonym || !ARMED.has(actor.role)) continue;
    const of = keys.get(actor.role) ?? new Set();
    of.add(String(page.chains.representative[actor.id] ?? actor.id));
    keys.set(actor.role, of);
  }
  return new Map([...keys].flatMap(([role, of]) => (of.size === 1 ? [...of].map((key) => [role, key] as const) : [])));
}

/** Whom a sentence accuses, blames, suspects or says to be held for something; ids of mentions. */
function accusedIn(line: Line): number[] {
  const { sentence, grammar } = line;
  if (sentence.tree === null || line.actors.size === 0) return [];
  const found: number[] = [];
  for (const token of sentence.tokens) {
    if (token.lemma === 'responsible') found.push(...dependents(sentence, token.index));
    if (token.pos !== 'VERB') continue;
    const passive = isPassive(sentence, token.index);
    if (grammar.blames.has(token.lemma) || grammar.holds.has(token.lemma))
      found.push((passive ? subjectOf(sentence, token.index) : objectOf(sentence, token.index)) ?? -1);
    if (grammar.claims.has(token.lemma) && isResponsibility(line, objectOf(sentence, token.index)))
      found.push(subjectOf(sentence, token.index) ?? -1);
  }
  return found.flatMap((token) => {
    const actor = line.actors.get(token);
    return actor === undefined ? [] : [actor.id];
  });
}

const isResponsibility = (line: Line, token: number | null): boolean =>
  token !== null && line.sentence.tokens[token]?.lemma === 'responsibility';
