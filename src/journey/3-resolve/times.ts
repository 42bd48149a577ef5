/**
 * Puts the expressions of time of a report on the calendar: TIMEX3 value, interval and precision, each with the reason.
 * What needs the day of publication stays null when that day is unknown.
 */
import { civilOf, dayNumber, isoDate, parseInstant } from '../../measure/calendar.ts';
import type { ParsedText, Sentence } from '../../model/sentence.ts';
import type { CalendarMeaning, ResolvedTime, TimeExpression } from '../../model/time-expression.ts';
import { calendarDate } from './times/calendar-date.ts';
import type { TimeContext } from './times/context.ts';
import { setValue } from './times/durations.ts';
import { countedFrom, resolveDuration } from './times/lengths.ts';
import { resolveNamed } from './times/named-event.ts';
import { joinedRange } from './times/ranges.ts';
import { anchorDay, type Running, remember, UNKNOWN_PUBLICATION, unresolved, yearBefore } from './times/running.ts';
import { DAY_MINUTES, type Stretch } from './times/stretch.ts';
import { type Tense, tenseAt } from './times/tense.ts';
import { type TimedStretch, withTimeOfDay } from './times/time-of-day.ts';
import { fromStretch, localText } from './times/written.ts';

export type { TimeContext, TimePlace } from './times/context.ts';

/** One resolved time per expression, in the same order. */
export function resolveTimes(
  expressions: readonly TimeExpression[],
  parsed: ParsedText,
  context: TimeContext,
): ResolvedTime[] {
  const published = context.published === null ? null : parseInstant(context.published);
  const running: Running = {
    context,
    published,
    today: published === null ? null : dayNumber(published),
    mentioned: null,
    compared: null,
  };
  const stretches: (TimedStretch | null)[] = [];
  const resolved = expressions.map((expression) => {
    const sentence = parsed.sentences[expression.sentence];
    const stretch =
      expression.meaning.kind === 'calendar' && sentence !== undefined
        ? calendarStretch(expression, expression.meaning, sentence, running)
        : null;
    stretches.push(stretch);
    return stretch === null ? withoutStretch(expression, sentence, running) : fromStretch(expression, stretch, running);
  });
  return resolved.map(
    (one, i) => joinedRange(expressions, stretches, i, running) ?? countedFrom(expressions, resolved, i, parsed) ?? one,
  );
}

function withoutStretch(expression: TimeExpression, sentence: Sentence | undefined, running: Running): ResolvedTime {
  const { meaning } = expression;
  switch (meaning.kind) {
    case 'reference':
      return unresolved('a vague reference', `${meaning.which.toUpperCase()}_REF`);
    case 'set':
      return unresolved('comes round again and again', setValue(meaning));
    case 'duration':
      return resolveDuration(expression, meaning, running, tenseOf(expression, sentence));
    case 'named':
      return resolveNamed(expression, meaning, running);
    case 'calendar':
      return unresolved(running.today === null ? UNKNOWN_PUBLICATION : 'no such date, or nothing to count it from');
  }
}

/** What began at a time lies behind ("in effect since 27 February"). */
function tenseOf({ signal, firstToken, lastToken }: TimeExpression, sentence: Sentence | undefined): Tense {
  if (signal === 'since') return 'past';
  return sentence === undefined ? null : tenseAt(sentence, firstToken, lastToken);
}

function calendarStretch(
  expression: TimeExpression,
  meaning: CalendarMeaning,
  sentence: Sentence,
  running: Running,
): TimedStretch | null {
  const tense = tenseOf(expression, sentence);
  const day = anchorDay(expression, meaning, running, tense);
  const clock = clockShift(meaning, running);
  if (clock !== undefined) return clock;
  const compared = yearBefore(expression, meaning, running);
  if (compared !== null) return compared;
  const isNarrated = day !== null && day !== running.today && meaning.shift === undefined;
  const date = calendarDate({ meaning, day, tense: isNarrated ? 'future' : tense, holidays: running.context.holidays });
  if (date === null) return null;
  remember(expression, meaning, date, running);
  return withTimeOfDay(nightBefore(meaning, date, tense), meaning.fields, running.context.placeOf(expression));
}

/**
 * "Overnight" in a report is the night that ended on the morning of its day, unless it lies ahead (domain guide 1.3); the midnight at
 * which something came about is the last one.
 */
function nightBefore({ fields, shift }: CalendarMeaning, date: Stretch, tense: Tense): Stretch {
  const isOvernight = fields.partOfDay === 'overnight' && shift?.amount === 0 && tense !== 'future';
  const isMidnight =
    fields.hour === 24 && tense?.endsWith('past') === true && fields.weekday === undefined && fields.day === undefined;
  if (!isOvernight && !(isMidnight && shift === undefined)) return date;
  return {
    ...date,
    value: isoDate(civilOf(date.start / DAY_MINUTES - 1)),
    start: date.start - DAY_MINUTES,
    end: date.end - DAY_MINUTES,
  };
}

/** "Two hours ago": only where the hour of publication is known. Undefined = not such an expression. */
function clockShift({ shift }: CalendarMeaning, running: Running): TimedStretch | null | undefined {
  if (shift === undefined || (shift.unit !== 'hour' && shift.unit !== 'minute' && shift.unit !== 'second'))
    return undefined;
  if (running.today === null || running.published?.time == null) return null;
  const { hour, minute } = running.published.time;
  const step = shift.unit === 'hour' ? 60 : shift.unit === 'minute' ? 1 : 1 / 60;
  const start = Math.round(running.today * DAY_MINUTES + hour * 60 + minute + shift.amount * step);
  if (!Number.isSafeInteger(start) || Math.abs(shift.amount) > 100_000) return null;
  const offset = running.published.offsetMinutes;
  return {
    value: localText(start, '').slice(0, 16),
    start,
    end: start + 1,
    precision: 'minute',
    clock: true,
    ...(offset === null ? {} : { utcOffset: offset }),
  };
}
