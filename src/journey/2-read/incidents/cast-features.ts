/** Named evidence that someone or something took part in an incident, seen from the whole report. */
import type { Marks } from '../../../knowledge/linear-model.ts';
import type { IncidentType } from '../../../model/coded-report.ts';
import { caseOf } from '../grammar/tree.ts';
import type { Means, Part, PartsByPlace } from './cast-candidates.ts';
import type { Candidate, EventMention } from './event-mention.ts';
import { classOf, pathBetween, tellWho } from './filler-features.ts';
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
  readonly parts: PartsByPlace;
  /** Roles of the people who are likely its doers. */
  readonly doerRoles: ReadonlySet<string>;
}

/** Log-odds beyond these say no more. */
const clamped = (score: number): number => Math.max(-4, Math.min(4, score)) / 2;

export function tellPart(page: Page, scene: Scene, part: Part, standings: Standings, marks: Marks): void {
  const { slot, participant, proposals } = part;
  const sort = classOf(participant);
  marks.mark('bias');
  tellProposals(scene, part, marks);
  tellRivals(scene, part, marks);
  tellPlace(page, part, marks);
  tellWho(page, participant, marks);
  marks.markOf('class', sort);
  marks.markPair('kind', participant.kind, scene.family);
  marks.markPair('class', sort, scene.type);
  if (slot === 'doer' && participant.kind === 'organisation') tellBody(scene, part, standings, marks);
  const standing = standingOf(standings, part.key);
  if (standing.harmed) marks.mark('harmed');
  if (standing.speaks) marks.mark('speaks');
  if (standing.accused) marks.mark('accused');
  const frames = framesOf(proposals);
  const acts = standing.acts - (slot === 'doer' ? frames : 0);
  const isHit = standing.isHit - (slot === 'hit' ? frames : 0);
  if (acts > 0) marks.mark('acts-elsewhere');
  if (isHit > 0) marks.mark('hit-elsewhere');
}

/** How often the tree shows it in the place. */
function framesOf(proposals: readonly Candidate[]): number {
  let frames = 0;
  for (const { inFrame, score } of proposals) if (inFrame && score > -2) frames += 1;
  return frames;
}

/** What the incident's own sentences say of it, in this place and in the other. */
function tellProposals(scene: Scene, { slot, key, proposals }: Part, marks: Marks): void {
  const [first, second] = proposals;
  if (first === undefined) marks.mark('no-proposal');
  else marks.weigh('proposal', clamped(first.score));
  if (second !== undefined) marks.weigh('second-proposal', Math.max(0, clamped(second.score)));
  const frames = framesOf(proposals);
  if (frames > 0) marks.mark(frames > 1 ? 'frames-2' : 'frames-1');
  const opposite = scene.parts[slot === 'doer' ? 'hit' : 'doer'].get(key)?.proposals[0];
  if (opposite === undefined) return;
  marks.weigh('opposite', clamped(opposite.score));
  if (opposite.inFrame) marks.mark('opposite-frame');
}

/** Who else is proposed for the place. */
function tellRivals(scene: Scene, part: Part, marks: Marks): void {
  const own = part.proposals[0]?.score;
  const best = scene.best[part.slot];
  const isFramed = scene.framed[part.slot];
  marks.mark(isFramed ? 'place-framed' : 'place-open');
  if (own !== undefined && best !== null) {
    if (own === best) marks.mark('best');
    else marks.weigh('behind-best', clamped(best - own));
  } else if (best !== null) marks.weigh('rival', clamped(best));
  if (own === undefined) marks.mark(isFramed ? 'nearby-framed' : 'nearby-open');
}

/** A body of the role that the incident's doers have: "the guerrillas" of a report that names one armed group. */
function tellBody(scene: Scene, { key, participant }: Part, standings: Standings, marks: Marks): void {
  const only = standings.onlyBody.get(participant.role) === key;
  const shared = scene.doerRoles.has(participant.role);
  if (only) marks.mark('only-body');
  if (shared) marks.mark(only ? 'only-body-of-doers' : 'body-of-doers');
}

function tellPlace(page: Page, part: Part, marks: Marks): void {
  if (part.distance === null) marks.mark('elsewhere');
  else if (part.proposals.length === 0) marks.markOf('sentences', String(part.distance));
  const members = part.participant.mention === null ? [] : (page.chains.members[part.participant.mention] ?? []);
  if (members.length > 1) marks.mark(members.length > 3 ? 'named-often' : 'named-again');
}

export function tellMeans(scene: Scene, means: Means, marks: Marks): void {
  const { match, line, mention } = means;
  const token = line.sentence.tokens[match.lastToken];
  marks.mark('bias');
  marks.mark(means.inFrame ? 'frame' : 'loose');
  marks.markOf('weapon', match.entry.id);
  marks.markPair('weapon', match.entry.id, scene.family);
  marks.markOf(match.entry.implies, scene.type);
  if (token?.tag === 'NNS' || token?.tag === 'NNPS') marks.mark('plural');
  if (line.actors.has(match.lastToken)) marks.mark('actor');
  const preposition = caseOf(line.sentence, match.lastToken);
  if (preposition !== '') marks.markOf('case', preposition);
  if (scene.mentions.some((one) => one.weapons.length > 0)) marks.mark(means.inFrame ? 'frame-taken' : 'loose-taken');
  if (mention === null) {
    marks.markOf('sentences', String(means.distance));
    return;
  }
  const distance = Math.abs(mention.token - match.lastToken);
  marks.markOf('distance', distance <= 3 ? '3' : distance <= 8 ? '8' : distance <= 16 ? '16' : '99');
  marks.markOf('path', pathBetween(line.sentence, match.lastToken, mention.token));
}
