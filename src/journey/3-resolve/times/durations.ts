/** TIMEX3 values of lengths and repetitions: "P2W", "PT48H", "P2Y6M", "PXD", "XXXX-WXX-5". */
import type { DurationPart, SetMeaning, TimeUnit } from '../../../model/time-expression.ts';
import { seasonCode } from './stretch.ts';
import { partCode } from './time-of-day.ts';

interface UnitCode {
  readonly code: string;
  readonly clock: boolean;
  /** Units of the code in one: a quarter is 3 months. */
  readonly times: number;
  /** The next finer code, for halves. */
  readonly half: string;
}

const CODES: Readonly<Record<TimeUnit, UnitCode>> = {
  second: { code: 'S', clock: true, times: 1, half: '' },
  minute: { code: 'M', clock: true, times: 1, half: '30S' },
  hour: { code: 'H', clock: true, times: 1, half: '30M' },
  day: { code: 'D', clock: false, times: 1, half: 'T12H' },
  night: { code: 'D', clock: false, times: 1, half: '' },
  weekend: { code: 'WE', clock: false, times: 1, half: '' },
  week: { code: 'W', clock: false, times: 1, half: '' },
  month: { code: 'M', clock: false, times: 1, half: '15D' },
  quarter: { code: 'Q', clock: false, times: 1, half: '' },
  season: { code: 'M', clock: false, times: 3, half: '' },
  year: { code: 'Y', clock: false, times: 1, half: '6M' },
  decade: { code: 'Y', clock: false, times: 10, half: '' },
  century: { code: 'Y', clock: false, times: 100, half: '' },
};

/** The value of a length; a part without an amount is "X". */
export function durationValue(parts: readonly DurationPart[]): string {
  if (parts.length === 0) return 'PXX';
  let date = '';
  let clock = '';
  for (const part of parts) {
    const { code, clock: isClock } = CODES[part.unit];
    const amount = part.amount === null ? vague(part.unit) : amountOf(part.amount, CODES[part.unit], code);
    if (isClock) clock += amount;
    else date += amount;
  }
  return `P${date}${clock === '' ? '' : `T${clock}`}`;
}

const VAGUE: Readonly<Partial<Record<TimeUnit, string>>> = { decade: 'XE', century: 'XC', season: 'XM' };
const vague = (unit: TimeUnit): string => VAGUE[unit] ?? `X${CODES[unit].code}`;

function amountOf(amount: number, { times, half }: UnitCode, code: string): string {
  const total = amount * times;
  if (Number.isInteger(total)) return `${total}${code}`;
  const whole = Math.floor(total);
  if (total - whole === 0.5 && half !== '') return `${whole === 0 ? '' : `${whole}${code}`}${half}`;
  return `${Math.round(total * 100) / 100}${code}`;
}

/** Length in minutes, months as 30 and years as 365 days; null where an amount is vague. */
export function durationMinutes(parts: readonly DurationPart[]): number | null {
  if (parts.length === 0) return null;
  let total = 0;
  for (const { amount, unit } of parts) {
    if (amount === null) return null;
    total += amount * UNIT_MINUTES[unit];
  }
  return total;
}

const UNIT_MINUTES: Readonly<Record<TimeUnit, number>> = {
  second: 1 / 60,
  minute: 1,
  hour: 60,
  day: 1440,
  night: 1440,
  weekend: 2880,
  week: 10_080,
  month: 43_200,
  quarter: 129_600,
  season: 129_600,
  year: 525_600,
  decade: 5_256_000,
  century: 52_560_000,
};

/** "every Friday" = XXXX-WXX-5, "every two weeks" = P2W, "nightly" = XXXX-XX-XXTNI. */
export function setValue({ every, fields }: SetMeaning): string {
  const part = fields.partOfDay === undefined ? '' : `T${partCode(fields.partOfDay)}`;
  if (fields.weekday !== undefined) return `XXXX-WXX-${fields.weekday}${part}`;
  if (fields.month !== undefined) return `XXXX-${String(fields.month).padStart(2, '0')}`;
  if (fields.season !== undefined) return `XXXX-${seasonCode(fields.season)}`;
  if (part !== '') return `XXXX-XX-XX${part}`;
  if (every === null) return 'PXX';
  return every.unit === 'night' ? 'XXXX-XX-XXTNI' : durationValue([every]);
}
