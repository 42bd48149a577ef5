/** The rules for expressions of time, in order; of two that read equally far from one word, the earlier wins. */
import type { TimeRule } from './rule.ts';
import { amountOfUnit } from './rules/amount.ts';
import { clockTime } from './rules/clock.ts';
import { dayWord } from './rules/day-word.ts';
import { hijriDate, holiday } from './rules/holiday.ts';
import { monthDate } from './rules/month.ts';
import { namedEvent } from './rules/named.ts';
import { numericDate } from './rules/numeric-date.ts';
import { ordinalDay } from './rules/ordinal-day.ts';
import { partOfDay } from './rules/part-of-day.ts';
import { period } from './rules/period.ts';
import { reference } from './rules/reference.ts';
import { repetition } from './rules/set.ts';
import { sunTime } from './rules/sun.ts';
import { turnOfUnit } from './rules/turn.ts';
import { weekday } from './rules/weekday.ts';
import { year } from './rules/year.ts';
import { yearEarlier } from './rules/year-earlier.ts';

export const timeRules: readonly TimeRule[] = [
  holiday,
  hijriDate,
  yearEarlier,
  sunTime,
  namedEvent,
  monthDate,
  numericDate,
  clockTime,
  repetition,
  weekday,
  dayWord,
  ordinalDay,
  period,
  year,
  turnOfUnit,
  partOfDay,
  amountOfUnit,
  reference,
];
