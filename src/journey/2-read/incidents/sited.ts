/** Acts of nobody named against nobody named, told with a place and a day of their own: "An explosion was heard in X on Friday night". */
import type { TimeExpression } from '../../../model/time-expression.ts';
import type { WordedIncident } from '../../../model/worded-incident.ts';
import { isCountry } from '../actors/state-names.ts';
import type { EventMention } from './event-mention.ts';
import type { Page } from './page.ts';
import { OWN_TIME, ownDays } from './pair-times.ts';

/** So many days before the report is still its news. */
const RECENT = 10;

/**
 * Whether the act is news by its place and day alone. Reports that recall acts, or speak of them in general, seldom give them both;
 * observers report little else.
 */
export function isSited(page: Page, incident: WordedIncident, mentions: readonly EventMention[]): boolean {
  const { perpetrators, targets, harm, modality, completed } = incident;
  if (perpetrators.length > 0 || targets.length > 0 || Object.keys(harm).length > 0) return false;
  return (
    completed &&
    modality === 'asserted' &&
    mentions.some((mention) => !mention.definite && hasSite(page, mention) && isOfTheseDays(page, mention))
  );
}

/** A place that is no state: of a whole country little more is said than that there was war, and "a position of Norway" says whose it is. */
export const hasSite = (page: Page, { places }: Pick<EventMention, 'places'>): boolean =>
  places.some(({ index }) => !isCountry(page.places[index]?.text ?? '', page.register));

function isOfTheseDays(page: Page, mention: EventMention): boolean {
  const [nearest] = mention.times;
  const time = nearest === undefined || nearest.distance > OWN_TIME ? undefined : page.times[nearest.index];
  if (time === undefined || !isDay(time)) return false;
  const days = ownDays(page, mention);
  return days === null || (days.from >= -RECENT && days.to <= 0);
}

/** A day or less of one: "on Monday", "last night", "on 3 March", "at 7 a.m.". */
function isDay({ meaning }: TimeExpression): boolean {
  if (meaning.kind !== 'calendar') return false;
  const { fields, shift } = meaning;
  return (
    fields.weekday !== undefined ||
    fields.day !== undefined ||
    fields.partOfDay !== undefined ||
    fields.hour !== undefined ||
    (shift !== undefined && DAYS.has(shift.unit))
  );
}
const DAYS: ReadonlySet<string> = new Set(['hour', 'day', 'night', 'weekend']);
