/** Where and when: the place names and time expressions that belong to a trigger, nearest in the syntax first. */
import type { Near } from '../../../model/worded-incident.ts';
import { caseOf, dependents, headOf, relationOf } from '../grammar/tree.ts';
import type { Line, Page } from './page.ts';

/** Place names of the sentence that can say where the act was, those below the trigger's clause first. */
export function placesOf(page: Page, line: Line, token: number): Near[] {
  const usable = line.places.filter((index) => {
    const place = page.places[index];
    if (place?.use === 'modifier') return !isHyphened(line, place.lastToken);
    return place?.use === 'locative';
  });
  return byNearness(line, token, usable, (index) => page.places[index], CLAUSE_COST)
    .map((near) => awayFrom(page, line, near))
    .sort(nearestFirst);
}

/** "the US-led coalition", "a Beirut-based group": where somebody is from. */
const isHyphened = ({ sentence: { tokens } }: Line, last: number): boolean =>
  tokens[last + 1]?.text === '-' && tokens[last + 1]?.start === tokens[last]?.end;

/** "Rockets fired from X hit Y": where something came from is seldom where it happened. */
const ORIGIN_COST = 6;

function awayFrom(page: Page, line: Line, near: Near): Near {
  const name = page.places[near.index];
  if (name === undefined) return near;
  for (let token = name.firstToken; token <= name.lastToken; token += 1)
    if (caseOf(line.sentence, token) === 'from') return { ...near, distance: near.distance + ORIGIN_COST };
  return near;
}

const nearestFirst = (a: Near, b: Near): number => a.distance - b.distance || a.index - b.index;

/** Time expressions of the sentence, nearest first. */
export function timesOf(page: Page, line: Line, token: number): Near[] {
  const usable = line.times.filter((index) => page.times[index]?.type !== 'SET');
  return byNearness(line, token, usable, (index) => page.times[index], 1);
}

function byNearness(
  line: Line,
  token: number,
  indices: readonly number[],
  at: (index: number) => { readonly firstToken: number; readonly lastToken: number } | undefined,
  clauseCost: number,
): Near[] {
  const scored = indices.map((index) => {
    const item = at(index);
    return {
      index,
      distance: item === undefined ? Number.POSITIVE_INFINITY : treeDistance(line, token, item, clauseCost),
    };
  });
  return scored.sort(nearestFirst);
}

/** Steps up from the expression and from the trigger to where their ways meet; a clause boundary between costs more. */
function treeDistance(
  line: Line,
  trigger: number,
  { firstToken: first, lastToken: last }: { readonly firstToken: number; readonly lastToken: number },
  clauseCost: number,
): number {
  const above = new Map<number, number>();
  let at: number | null = trigger;
  let way = 0;
  for (let steps = 0; at !== null && steps < 24; steps += 1) {
    above.set(at, way);
    way += opensClause(line, at) ? clauseCost : 1;
    at = headOf(line.sentence, at);
  }
  let best = 40;
  for (let token = first; token <= last; token += 1) {
    let climbed: number | null = token;
    for (let steps = 0; climbed !== null && steps < 24; steps += 1) {
      const met = above.get(climbed);
      if (met !== undefined) {
        best = Math.min(best, steps + 2 * met);
        break;
      }
      climbed = headOf(line.sentence, climbed);
    }
  }
  return best + Math.min(9, Math.abs(first - trigger)) / 10;
}

/** "X shelled A, and Y struck B": a place that stands with the clause before says little of the second, which has a subject of its own. */
const CLAUSE_COST = 3;

const opensClause = (line: Line, token: number): boolean =>
  relationOf(line.sentence, token) === 'conj' &&
  dependents(line.sentence, token).some((child) => relationOf(line.sentence, child).startsWith('nsubj'));
