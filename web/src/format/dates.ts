/** Dates as written for a reader. Days are handled as days: nothing here goes through the reader's own time zone. */
import type { TimeInterval } from '../../../src/model/interval.ts';
import type { Words } from '../words/en.ts';
import { localDigits } from './digits.ts';

type Precision = 'minute' | 'part_of_day' | 'day' | 'week' | 'month' | 'year' | 'range';

interface Moment {
  /** The local day as UTC midnight, so that formatting in UTC prints the day as given. */
  day: Date;
  /** "19:50", null for a bare day. */
  clock: string | null;
  /** "+3", "+5:30", "" for none given. */
  offset: string;
}

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;
const DAY_MS = 86_400_000;

function momentOf(text: string | null): Moment | null {
  const match = text === null ? null : SHAPE.exec(text);
  if (match === null) return null;
  const [, year = '', month = '01', date = '01', clock, zone] = match;
  const day = new Date(`${year}-${month}-${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return null;
  return { day, clock: clock ?? null, offset: offsetText(zone) };
}

function offsetText(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (zone === 'Z') return '+0';
  const [hours = '', minutes = '00'] = zone.slice(1).split(':');
  return `${zone[0] === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

const LONG: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };

/** "12 June 2016" for a day or an instant given with its own offset; the text itself when it is neither. */
export function writtenDay(text: string | null, locale: string, words: Words): string {
  if (text === null) return words.notStated;
  const moment = momentOf(text);
  return moment === null ? text : new Intl.DateTimeFormat(locale, LONG).format(moment.day);
}

/** True for a day or an instant as the program writes them. */
export const isMoment = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text) && momentOf(text) !== null;

/** "12 June 2016, 18:00, UTC+3"; the text itself when it is no day and no instant. */
export function writtenMoment(text: string, locale: string, words: Words): string {
  const moment = momentOf(text);
  return moment === null ? text : written(moment, locale, words);
}

/** "12 June 2016, 18:00–19:50, UTC+3"; "9–12 June 2016"; "June 2016"; `end` is exclusive. */
export function writtenInterval(
  time: (TimeInterval & { precision?: Precision }) | null,
  locale: string,
  words: Words,
): string {
  const start = momentOf(time?.start ?? null);
  const end = momentOf(time?.end ?? null);
  if (start === null && end === null) return words.notStated;
  if (start === null) return end === null ? words.notStated : words.openStart(written(end, locale, words));
  if (end === null) return words.openEnd(written(start, locale, words));
  if (isMidnight(start) && isMidnight(end))
    return writtenDays(start.day, new Date(end.day.getTime() - DAY_MS), time?.precision, locale);
  return writtenHours(start, end, locale, words);
}

const isMidnight = ({ clock }: Moment): boolean => clock === null || clock === '00:00';

function written({ day, clock, offset }: Moment, locale: string, words: Words): string {
  const date = new Intl.DateTimeFormat(locale, LONG).format(day);
  return clock === null || clock === '00:00'
    ? date
    : `${date}${words.comma}${localDigits(clock, locale)}${offset === '' ? '' : `${words.comma}${words.zone(localDigits(offset, locale))}`}`;
}

function writtenDays(first: Date, last: Date, precision: Precision | undefined, locale: string): string {
  const format = new Intl.DateTimeFormat(
    locale,
    precision === 'year'
      ? { year: 'numeric', timeZone: 'UTC' }
      : precision === 'month'
        ? { month: 'long', year: 'numeric', timeZone: 'UTC' }
        : LONG,
  );
  return last.getTime() <= first.getTime() ? format.format(first) : tightened(format.formatRange(first, last));
}

/** "9–12 June" without spaces, "30 May – 2 June" with them: the dash binds what stands on its two sides. */
const tightened = (range: string): string => range.replace(/^(\p{Nd}+)\s–\s/u, '$1–').replaceAll('\u2009', ' ');

function writtenHours(start: Moment, end: Moment, locale: string, words: Words): string {
  const zone = end.offset === '' ? start.offset : end.offset;
  const tail = zone === '' ? '' : `${words.comma}${words.zone(localDigits(zone, locale))}`;
  const day = new Intl.DateTimeFormat(locale, LONG);
  const [from, to] = [start.clock ?? '00:00', end.clock ?? '00:00'];
  const clock = (text: string): string => localDigits(text, locale);
  const first = `${day.format(start.day)}${words.comma}`;
  if (start.day.getTime() === end.day.getTime())
    return from === to ? `${first}${clock(from)}${tail}` : `${first}${words.clocks(clock(from), clock(to))}${tail}`;
  if (to === '00:00' && end.day.getTime() - start.day.getTime() === DAY_MS)
    return `${first}${words.clocks(clock(from), clock('24:00'))}${tail}`;
  return `${first}${clock(from)} – ${day.format(end.day)}${words.comma}${clock(to)}${tail}`;
}

/** The first and last instant in milliseconds for drawing; null where open. Bare days count as UTC days. */
export function extent(time: TimeInterval): { start: number | null; end: number | null } {
  const ms = (text: string | null): number | null => {
    const moment = momentOf(text);
    if (moment === null) return null;
    const [hours = '0', minutes = '0'] = (moment.clock ?? '0:0').split(':');
    return moment.day.getTime() + (Number(hours) * 60 + Number(minutes)) * 60_000;
  };
  return { start: ms(time.start), end: ms(time.end) };
}
