/** Which acts people die of: harm told beside a convoy, a truce or a talk belongs to another act, or to none. */
import type { HarmKind } from '../../../knowledge/harm-words.ts';
import type { IncidentType } from '../../../model/coded-report.ts';
import type { Page } from './page.ts';

/** True for violence and for protests. */
export function mayKill(page: Page, type: IncidentType): boolean {
  const entry = page.words.types.get(type);
  return entry !== undefined && (entry.violent || entry.family === 'protest');
}

const BODILY: ReadonlySet<HarmKind> = new Set(['killed', 'injured', 'casualties']);

/** True when an act of this type may have brought this harm; people are displaced, held or missing by other acts too. */
export const mayBring = (page: Page, type: IncidentType, harm: HarmKind): boolean =>
  !BODILY.has(harm) || mayKill(page, type);
