/** Where and when: the place names and time expressions that belong to a trigger, nearest in the syntax first. */
import type { PlaceName } from '../../../model/place-name.ts';
import type { TimeExpression } from '../../../model/time-expression.ts';
import type { Near } from '../../../model/worded-incident.ts';
import { caseOf, dependents, headOf, relationOf } from '../grammar/tree.ts';
import type { Trigger } from './event-mention.ts';
import type { Line, Page } from './page.ts';

/** Place names of the sentence that can say where the act was, those below the trigger's clause first. */
export function placesOf(page: Page, line: Line, token: number, isOther: (token: number) => boolean): Near[] {
  const usable = line.places.filter((index) => {
    const place = page.places[index];
    if (place !== undefined && isDoer(line, place)) return false;
    if (place?.use === 'modifier') return !isHyphened(line, place.lastToken) && !isOfPeople(line, place.lastToken);
    return place?.use === 'locative';
  });
  return byNearness({ line, token, isOther, clauseCost: CLAUSE_COST }, usable, (index) => page.places[index])
    .map((near) => awayFrom(page, line, near))
    .sort(nearestFirst);
}

/** "Norway's shelling of the port": who did it, by the name of his country, and not where. */
const isDoer = (line: Line, { lastToken }: PlaceName): boolean =>
  line.actors.has(lastToken) && relationOf(line.sentence, lastToken) === 'nmod:poss';

/** "Kurdish forces": an adjective before those who act says who they are, and not where. */
const isOfPeople = ({ sentence: { tokens }, actors }: Line, last: number): boolean =>
  tokens[last]?.pos === 'ADJ' && actors.has(last + 1);

/** "the US-led coalition", "a Beirut-based group": where somebody is from. */
const isHyphened = ({ sentence: { tokens } }: Line, last: number): boolean =>
  tokens[last + 1]?.text === '-' && tokens[last + 1]?.start === tokens[last]?.end;

/** "Rockets fired from X hit Y": where something came from is seldom where it happened; nor is whose an army is ("the military of X"). */
const ORIGIN_COST = 6;

function awayFrom(page: Page, line: Line, near: Near): Near {
  const name = page.places[near.index];
  if (name === undefined) return near;
  for (let token = name.firstToken; token <= name.lastToken; token += 1)
    if (caseOf(line.sentence, token) === 'from' || isOfActor(line, token))
      return { ...near, distance: near.distance + ORIGIN_COST };
  return near;
}

/** "The army of Mali", "the embassies of Mali and Chad": whose they are, and not where. */
function isOfActor(line: Line, token: number): boolean {
  const joined = relationOf(line.sentence, token) === 'conj' ? (headOf(line.sentence, token) ?? token) : token;
  if (caseOf(line.sentence, joined) !== 'of') return false;
  const head = headOf(line.sentence, joined) ?? -1;
  const actor = line.actors.get(head);
  if (actor !== undefined && ACTS_FOR_COUNTRY.has(actor.role)) return true;
  return line.objects.get(head)?.entry.id === 'embassy';
}

/** Roles of those who act for the country or town that is named behind them. */
const ACTS_FOR_COUNTRY: ReadonlySet<string> = new Set(['state', 'military', 'police', 'political']);

const nearestFirst = (a: Near, b: Near): number => a.distance - b.distance || a.index - b.index;

const none = (): boolean => false;

/** "a 15-year-old suspect" */
export const isAge = (time: TimeExpression | undefined): boolean => time?.text.endsWith('old') === true;

/** Time expressions of the sentence, nearest first. */
export function timesOf(page: Page, line: Line, token: number, isOther: (token: number) => boolean = none): Near[] {
  const usable = line.times.filter((index) => page.times[index]?.type !== 'SET' && !isAge(page.times[index]));
  return byNearness({ line, token, isOther, clauseCost: 1 }, usable, (index) => page.times[index]);
}

/** "came into effect on Sunday": a time may hang on any word of the phrase. */
export function timesOfPhrase(
  page: Page,
  line: Line,
  { token, lastToken, nominal }: Trigger,
  isOther: (token: number) => boolean,
): readonly Near[] {
  const own = timesOf(page, line, token, isOther);
  if (nominal || lastToken === token) return own;
  const last = timesOf(page, line, lastToken, isOther);
  const distanceOf = ({ index, distance }: Near): number =>
    Math.min(distance, last.find((other) => other.index === index)?.distance ?? distance);
  return own.map((near) => ({ ...near, distance: distanceOf(near) })).sort(nearestFirst);
}

/** The act that something stands near to. */
interface Act {
  readonly line: Line;
  readonly token: number;
  /** The word of another act, which what stands below it belongs to. */
  readonly isOther: (token: number) => boolean;
  readonly clauseCost: number;
}

function byNearness(act: Act, indices: readonly number[], at: (index: number) => Tokens | undefined): Near[] {
  const near = indices.flatMap((index) => {
    const item = at(index);
    const distance = item === undefined ? null : treeDistance(act, item);
    return distance === null ? [] : [{ index, distance }];
  });
  return near.sort(nearestFirst);
}

interface Tokens {
  readonly firstToken: number;
  readonly lastToken: number;
}

/**
 * Steps up from the expression and from the act to where their ways meet; a clause boundary between costs more. Null where the
 * expression stands below another act.
 */
function treeDistance({ line, token, isOther, clauseCost }: Act, { firstToken, lastToken }: Tokens): number | null {
  const above = new Map<number, number>();
  let at: number | null = token;
  let way = 0;
  for (let steps = 0; at !== null && steps < 24; steps += 1) {
    above.set(at, way);
    way += opensClause(line, at) ? clauseCost : 1;
    at = headOf(line.sentence, at);
  }
  let best = 40;
  for (let own = firstToken; own <= lastToken; own += 1) {
    let climbed: number | null = own;
    for (let steps = 0; climbed !== null && steps < 24; steps += 1) {
      if (isOther(climbed)) return null;
      const met = above.get(climbed);
      if (met !== undefined) {
        best = Math.min(best, steps + 2 * met);
        break;
      }
      climbed = headOf(line.sentence, climbed);
    }
  }
  const isBehindMark = clauseCost > 1 && isPastSemicolon(line, token, firstToken);
  return best + (isBehindMark ? CLAUSE_COST : 0) + Math.min(9, Math.abs(firstToken - token)) / 10;
}

/** "… eight civilians died; the capital and the rebels blamed each other": a place behind the mark is another clause's. */
function isPastSemicolon({ sentence: { tokens } }: Line, a: number, b: number): boolean {
  for (let at = Math.min(a, b); at < Math.max(a, b); at += 1) if (tokens[at]?.text === ';') return true;
  return false;
}

/** "X shelled A, and Y struck B": a place that stands with the clause before says little of the second, which has a subject of its own. */
const CLAUSE_COST = 3;

const opensClause = (line: Line, token: number): boolean =>
  relationOf(line.sentence, token) === 'conj' &&
  dependents(line.sentence, token).some((child) => relationOf(line.sentence, child).startsWith('nsubj'));
