/** Dates as containers write them (ISO 8601, mail and feed dates, English page dates) to ISO 8601, offsets kept. */

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Years outside this range are taken for errors: no report of a ceasefire is older, none is from the far future. */
const firstYear = 1800;
const lastYear = 2199;

/** Reads a date or date-time; null when there is none, or when it is not a day of the calendar between 1800 and 2199. */
export function isoDate(text: string): string | null {
  const sample = text.trim().slice(0, 80);
  return fromIso(sample) ?? fromWords(sample) ?? fromEpoch(sample);
}

function fromIso(text: string): string | null {
  const found =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\s?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?/i.exec(
      text,
    );
  if (!found) return null;
  const day = calendarDay(Number(found[1]), Number(found[2]), Number(found[3]));
  if (day === null || found[4] === undefined) return day;
  return withTime(day, Number(found[4]), Number(found[5]), found[6] ?? '00', zoneOffset(found[7]));
}

/** "12 June 2016", "June 12th, 2016 5:30 pm", "Sun, 12 Jun 2016 10:00:00 +0300", "4 FEB 90". */
function fromWords(text: string): string | null {
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?[\s-]{1,2}([a-z]{3,9})\.?,?[\s-]{1,2}(\d{4}|\d{2})\b/i.exec(text);
  const monthFirst = /\b([a-z]{3,9})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(\d{4})\b/i.exec(text);
  const [day, month, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const date = calendarDay(fullYear(year ?? ''), monthNumber(month ?? ''), Number(day));
  if (date === null) return null;
  const time = /\b(\d{1,2}):(\d{2})(?::(\d{2}))?\s{0,2}([ap]\.?m\b)?/i.exec(text);
  if (!time) return date;
  const zone = /(?:\s|\d)(Z|UTC|GMT|UT|[+-]\d{2}:?\d{2})\b/i.exec(text.slice(time.index));
  return withTime(date, hours24(Number(time[1]), time[4]), Number(time[2]), time[3] ?? '00', zoneOffset(zone?.[1]));
}

/** Seconds or milliseconds since 1970, as some pages' metadata has them. */
function fromEpoch(text: string): string | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null;
  const milliseconds = text.length === 10 ? Number(text) * 1000 : Number(text);
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

export function monthNumber(word: string): number {
  return months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** "90" is 1990 and "16" is 2016: two digits mean the hundred years up to 2069. */
export function fullYear(digits: string): number {
  if (digits.length !== 2) return Number(digits);
  return Number(digits) < 70 ? 2000 + Number(digits) : 1900 + Number(digits);
}

/** ISO date of a day that exists, null otherwise. */
export function calendarDay(year: number, month: number, day: number): string | null {
  if (!(year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1)) return null;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day > last ? null : `${year}-${two(month)}-${two(day)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

const hours24 = (hours: number, half: string | undefined): number =>
  half === undefined ? hours : (hours % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);

function zoneOffset(zone: string | undefined): string {
  if (zone === undefined) return '';
  const numbers = /([+-]\d{2}):?(\d{2})/.exec(zone);
  return numbers ? `${numbers[1]}:${numbers[2]}` : 'Z';
}

function withTime(day: string, hours: number, minutes: number, seconds: string, zone: string): string {
  if (hours > 23 || minutes > 59 || Number(seconds) > 60) return day;
  return `${day}T${two(hours)}:${two(minutes)}:${seconds === '60' ? '59' : seconds}${zone}`;
}
