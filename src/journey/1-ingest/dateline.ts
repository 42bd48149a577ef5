/** The dateline that wire copy opens with: a place, a date and often an agency, before a dash. */
import { calendarDay, fullYear, monthNumber } from './date-text.ts';

const window = 400;

/** "BEIRUT, 12 June 2016 (Agency) --": a place in capitals, then a date with its year, near the start of a line. */
const dayFirst = /\b(\d{1,2})\s{1,2}([A-Z][A-Za-z]{2,8})\.?,?\s{1,2}(\d{4}|\d{2})\b/g;
/** "GENEVA, June 12, 2016 (Agency) -" */
const monthFirst = /\b([A-Z][A-Za-z]{2,8})\.?\s{1,2}(\d{1,2}),?\s{1,2}(\d{4})\b/g;

/** The date of the dateline as an ISO date, null when the text opens with none. */
export function datelineDate(text: string): string | null {
  return firstOf(datelines(text), dateIn);
}

/** The agency that the dateline names in brackets ("BEIRUT, 12 June 2016 (Agency) --"), null when it names none. */
export function datelineOutlet(text: string): string | null {
  return firstOf(datelines(text), (dateline) => (dateIn(dateline) === null ? null : outletIn(dateline)));
}

/** Whatever stands before the dash in the first few lines that have one. */
function datelines(text: string): string[] {
  const lines = text.slice(0, window).split('\n').slice(0, 8);
  return lines.map((line) => line.slice(0, Math.max(0, datelineEnd(line)))).filter((dateline) => dateline !== '');
}

function firstOf(datelines: readonly string[], find: (dateline: string) => string | null): string | null {
  for (const dateline of datelines) {
    const found = find(dateline);
    if (found !== null) return found;
  }
  return null;
}

const outletIn = (dateline: string): string | null =>
  /\((\p{Lu}[\p{L}\d .&-]{1,38}[\p{L}\d.])\)?\s{0,3}$/u.exec(dateline)?.[1] ?? null;

/** Where the dateline of a line ends: at its first dash or bracketed agency within 120 characters. */
function datelineEnd(line: string): number {
  const start = line.slice(0, 120);
  if (!/^[\s[("']{0,3}\p{Lu}/u.test(start)) return -1;
  const end = start.search(/\s[-–—]{1,2}\s|\s?--|[–—]|[\])]\s{0,2}\[|\)\s{0,2}[-–—:]|\]\s/u);
  return end === -1 ? -1 : end + 1;
}

function dateIn(dateline: string): string | null {
  for (const found of dateline.matchAll(dayFirst)) {
    const date = calendarDay(fullYear(found[3] ?? ''), monthNumber(found[2] ?? ''), Number(found[1]));
    if (date !== null) return date;
  }
  for (const found of dateline.matchAll(monthFirst)) {
    const date = calendarDay(Number(found[3]), monthNumber(found[1] ?? ''), Number(found[2]));
    if (date !== null) return date;
  }
  return null;
}
