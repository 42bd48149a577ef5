/** The dateline that wire copy opens with: a place, a date and often an agency, before a dash. */
import { calendarDay, fullYear, monthNumber } from './date-text.ts';

const window = 400;

/** "BEIRUT, 12 June 2016 (Agency) --": a place in capitals, then a date with its year, near the start of a line. */
const dayFirst = /\b(\d{1,2})\s{1,2}([A-Z][A-Za-z]{2,8})\.?,?\s{1,2}(\d{4}|\d{2})\b/g;
/** "GENEVA, June 12, 2016 (Agency) -" */
const monthFirst = /\b([A-Z][A-Za-z]{2,8})\.?\s{1,2}(\d{1,2}),?\s{1,2}(\d{4})\b/g;

/** The date of the dateline as an ISO date, null when the text opens with none. */
export function datelineDate(text: string): string | null {
  for (const line of text.slice(0, window).split('\n').slice(0, 8)) {
    const end = datelineEnd(line);
    if (end === -1) continue;
    const date = dateIn(line.slice(0, end));
    if (date !== null) return date;
  }
  return null;
}

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
