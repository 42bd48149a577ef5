/** Which acts people die of: harm told beside a convoy, a truce or a talk belongs to another act, or to none. */
import type { HarmKind } from '../../../knowledge/harm-words.ts';
import type { IncidentType } from '../../../model/coded-report.ts';
import { dependents, headOf, isPassive, objectOf, relationOf } from '../grammar/tree.ts';
import type { HarmFact } from './event-mention.ts';
import type { Line, Page } from './page.ts';

/** True for violence and for protests. */
export function mayKill(page: Page, type: IncidentType): boolean {
  const entry = page.words.types.get(type);
  return entry !== undefined && (entry.violent || entry.family === 'protest');
}

const BODILY: ReadonlySet<HarmKind> = new Set(['killed', 'injured', 'casualties']);

/** True when an act of this type may have brought this harm; people are displaced, held or missing by other acts too. */
export const mayBring = (page: Page, type: IncidentType, harm: HarmKind): boolean =>
  !BODILY.has(harm) || mayKill(page, type);

/** Harm whose words are the trigger itself, or stand below it in the tree ("a blast killing 12"). */
export function isHarmOf(line: Line, token: number, fact: HarmFact, isOther: (token: number) => boolean): boolean {
  let at: number | null = fact.token;
  for (let steps = 0; at !== null && steps < 6; steps += 1) {
    if (at === token) return true;
    if (isOther(at)) return false;
    const relation = relationOf(line.sentence, at);
    if (steps > 0 && relation === 'conj') return false;
    at = headOf(line.sentence, at);
  }
  return false;
}

/** "set fire to the office after soldiers had killed a man": an act of its own, with its own doer and victim. */
export const isActBefore = ({ sentence }: Line, verb: number): boolean =>
  relationOf(sentence, verb) === 'advcl' &&
  dependents(sentence, verb, 'mark').some((mark) => BEFORE.has(sentence.tokens[mark]?.lower ?? '')) &&
  dependents(sentence, verb).some((child) => relationOf(sentence, child) === 'nsubj') &&
  objectOf(sentence, verb) !== null;
const BEFORE: ReadonlySet<string> = new Set(['after', 'before', 'since']);

/** "shot a man who had killed two guards": what he had done before is no harm of the shooting. */
export const isActOfHit = (line: Line, hit: readonly number[], verb: number): boolean =>
  relationOf(line.sentence, verb).startsWith('acl:relcl') &&
  hit.includes(headOf(line.sentence, verb) ?? -1) &&
  !isPassive(line.sentence, verb) &&
  objectOf(line.sentence, verb) !== null;
