/** Named evidence that someone or something took part in an incident, seen from the whole report. */

import type { IncidentType } from '../../../model/coded-report.ts';
import { caseOf } from '../grammar/tree.ts';
import type { Means, Part } from './cast-candidates.ts';
import type { EventMention } from './event-mention.ts';
import { classOf, type Mark, pathBetween, whoFeatures } from './filler-features.ts';
import type { Page } from './page.ts';
import { type Standings, standingOf } from './standing.ts';

/** What is known of the incident as a whole when its parts are judged. */
export interface Scene {
  readonly mentions: readonly EventMention[];
  readonly type: IncidentType;
  readonly family: string;
  /** The likeliest score of each place at the incident's own mentions; null where nothing is proposed. */
  readonly best: Readonly<Record<'doer' | 'hit', number | null>>;
  readonly framed: Readonly<Record<'doer' | 'hit', boolean>>;
  readonly parts: ReadonlyMap<string, Part>;
  /** Roles of the people who are likely its doers. */
  readonly doerRoles: ReadonlySet<string>;
}

/** Log-odds beyond these say no more. */
const clamped = (score: number): number => Math.max(-4, Math.min(4, score)) / 2;

export function partFeatures(page: Page, scene: Scene, part: Part, standings: Standings): Record<string, number> {
  const { slot, participant, proposals } = part;
  const features: Record<string, number> = {};
  const mark: Mark = (name) => {
    features[`${slot}/${name}`] = 1;
  };
  const weigh = (name: string, value: number): void => {
    features[`${slot}/${name}`] = value;
  };
  mark('bias');
  const first = proposals[0];
  const second = proposals[1];
  if (first === undefined) mark('no-proposal');
  else weigh('proposal', clamped(first.score));
  if (second !== undefined) weigh('second-proposal', Math.max(0, clamped(second.score)));
  const frames = proposals.filter((one) => one.inFrame && one.score > -2).length;
  if (frames > 0) mark(frames > 1 ? 'frames-2' : 'frames-1');
  const counter = scene.parts.get((slot === 'doer' ? 'hit' : 'doer') + part.key);
  const opposite = counter?.proposals[0];
  if (opposite !== undefined) {
    weigh('opposite', clamped(opposite.score));
    if (opposite.inFrame) mark('opposite-frame');
  }
  rivalFeatures(scene, part, mark, weigh);
  placeFeatures(page, part, mark);
  whoFeatures(page, participant, mark);
  mark(`class-${classOf(participant)}`);
  mark(`kind-${participant.kind}-${scene.family}`);
  mark(`class-${classOf(participant)}-${scene.type}`);
  if (slot === 'doer' && participant.kind === 'organisation') bodyFeatures(scene, part, standings, mark);
  const standing = standingOf(standings, part.key);
  if (standing.harmed) mark('harmed');
  if (standing.speaks) mark('speaks');
  if (standing.accused) mark('accused');
  const acts = standing.acts - (slot === 'doer' ? frames : 0);
  const isHit = standing.isHit - (slot === 'hit' ? frames : 0);
  if (acts > 0) mark('acts-elsewhere');
  if (isHit > 0) mark('hit-elsewhere');
  return features;
}

/** Who else is proposed for the place. */
function rivalFeatures(scene: Scene, part: Part, mark: Mark, weigh: (name: string, value: number) => void): void {
  const own = part.proposals[0]?.score;
  const best = scene.best[part.slot];
  mark(scene.framed[part.slot] ? 'place-framed' : 'place-open');
  if (own !== undefined && best !== null) {
    if (own === best) mark('best');
    else weigh('behind-best', clamped(best - own));
  } else if (best !== null) weigh('rival', clamped(best));
  if (own === undefined) mark(scene.framed[part.slot] ? 'nearby-framed' : 'nearby-open');
}

/** A body of the role that the incident's doers have: "the guerrillas" of a report that names one armed group. */
function bodyFeatures(scene: Scene, { key, participant }: Part, standings: Standings, mark: Mark): void {
  const only = standings.onlyBody.get(participant.role) === key;
  const shared = scene.doerRoles.has(participant.role);
  if (only) mark('only-body');
  if (shared) mark(only ? 'only-body-of-doers' : 'body-of-doers');
}

function placeFeatures(page: Page, part: Part, mark: Mark): void {
  if (part.distance === null) mark('elsewhere');
  else if (part.proposals.length === 0) mark(`sentences-${part.distance}`);
  const members = part.participant.mention === null ? [] : (page.chains.members[part.participant.mention] ?? []);
  if (members.length > 1) mark(members.length > 3 ? 'named-often' : 'named-again');
}

export function meansFeatures(scene: Scene, means: Means): Record<string, number> {
  const features: Record<string, number> = {};
  const mark: Mark = (name) => {
    features[`means/${name}`] = 1;
  };
  const { match, line, mention } = means;
  const token = line.sentence.tokens[match.lastToken];
  mark('bias');
  mark(means.inFrame ? 'frame' : 'loose');
  mark(`weapon-${match.entry.id}`);
  mark(`weapon-${match.entry.id}-${scene.family}`);
  mark(`${match.entry.implies}-${scene.type}`);
  if (token?.tag === 'NNS' || token?.tag === 'NNPS') mark('plural');
  if (line.actors.has(match.lastToken)) mark('actor');
  const preposition = caseOf(line.sentence, match.lastToken);
  if (preposition !== '') mark(`case-${preposition}`);
  if (scene.mentions.some((one) => one.weapons.length > 0)) mark(means.inFrame ? 'frame-taken' : 'loose-taken');
  if (mention === null) {
    mark(`sentences-${means.distance}`);
    return features;
  }
  const distance = Math.abs(mention.token - match.lastToken);
  mark(`distance-${distance <= 3 ? 3 : distance <= 8 ? 8 : distance <= 16 ? 16 : 99}`);
  mark(`path-${pathBetween(line.sentence, match.lastToken, mention.token)}`);
  return features;
}
