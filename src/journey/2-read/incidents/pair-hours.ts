/** Whether two mentions can tell one event by when they were: days of other names, and hours of the clock that lie apart. */
import type { CalendarFields } from '../../../model/time-expression.ts';
import type { Near } from '../../../model/worded-incident.ts';
import type { EventMention } from './event-mention.ts';
import type { Page } from './page.ts';
import { OPENING } from './pair-places.ts';
import { gapOf, OWN_TIME, ownDays } from './pair-times.ts';

/** Both are told with a day of their own, and the days have other names, or lie so far apart that neither can be meant by the other. */
export function areOtherDays(page: Page, before: readonly EventMention[], now: EventMention): boolean {
  const old = before.flatMap((mention) => dayOf(page, mention));
  const fresh = dayOf(page, now);
  if (old.length > 0 && fresh.length > 0) return fresh.every((day) => !old.includes(day));
  const days = ownDays(page, now);
  const others = before.flatMap((mention) => ownDays(page, mention) ?? []);
  return days !== null && others.length > 0 && others.every((one) => gapOf(days, one) >= APART_DAYS);
}

/** "last night" and "yesterday" may be told of one night; two days between them are not. */
const APART_DAYS = 2;

/** The weekday or the day of the month that stands with an act. */
function dayOf(page: Page, mention: EventMention): string[] {
  const [nearest] = mention.times;
  const fields = nearest === undefined ? undefined : fieldsAt(page, nearest);
  if (fields?.weekday !== undefined) return [`weekday ${fields.weekday}`];
  return fields?.day === undefined ? [] : [`day ${fields.day} ${fields.month ?? ''}`];
}

/** One act seldom goes on for longer than this and hits somebody new at its end. */
const APART_MINUTES = 45;

/** "At 9:30 p.m. a woman was shot … Around 8:15 p.m. a man was shot", "Two hours earlier, a guard was shot": not one moment. */
export function isOtherHour(page: Page, before: readonly EventMention[], now: EventMention): boolean {
  if (isSomeWhileOff(page, now)) return true;
  const fresh = minuteOf(page, now);
  if (fresh === null) return false;
  const old = before.flatMap((mention) => minuteOf(page, mention) ?? []);
  return old.length > 0 && old.every((minute) => Math.abs(minute - fresh) >= APART_MINUTES);
}

/** The hour of the clock that stands with an act. */
function minuteOf(page: Page, { times }: EventMention): number | null {
  for (const near of times) {
    const fields = fieldsAt(page, near);
    if (fields?.hour !== undefined) return fields.hour * 60 + (fields.minute ?? 0);
  }
  return null;
}

function fieldsAt({ times }: Page, { index, distance }: Near): CalendarFields | undefined {
  const meaning = distance > OWN_TIME ? undefined : times[index]?.meaning;
  return meaning?.kind === 'calendar' ? meaning.fields : undefined;
}

/** A sentence that opens with "Earlier, …", "Two hours later, …". */
function isSomeWhileOff(page: Page, { sentence }: EventMention): boolean {
  const opening = page.parsed.sentences[sentence]?.tokens.slice(0, OPENING + 1) ?? [];
  const comma = opening.findIndex(({ text }) => text === ',');
  return opening
    .slice(0, comma === -1 ? 0 : comma)
    .some(({ lower }, at) => lower === 'earlier' || (lower === 'later' && UNITS.has(opening[at - 1]?.lemma ?? '')));
}

const UNITS: ReadonlySet<string> = new Set(['hour', 'day', 'week', 'month', 'year']);
