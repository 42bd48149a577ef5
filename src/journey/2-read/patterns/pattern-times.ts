/** Days of a text without a grammar: today and yesterday, weekdays, dates in figures and by month. */
import type { PatternWords } from '../../../knowledge/pattern-words.ts';
import type { CalendarFields, CalendarShift, TimeExpression } from '../../../model/time-expression.ts';
import { known, numberOf, type PatternToken } from './pattern-tokens.ts';

export function patternTimes(text: string, tokens: readonly PatternToken[], words: PatternWords): TimeExpression[] {
  const times: TimeExpression[] = [];
  for (const [at, token] of tokens.entries()) {
    const found = dateAt(tokens, at, words) ?? dayAt(tokens, at, words);
    if (found === null) continue;
    const first = tokens[found.first] ?? token;
    const last = tokens[found.last] ?? token;
    times.push({
      start: first.start,
      end: last.end,
      sentence: token.sentence,
      firstToken: first.token,
      lastToken: last.token,
      type: 'DATE',
      text: text.slice(first.start, last.end),
      meaning: {
        kind: 'calendar',
        anchor: 'publication',
        fields: found.fields,
        ...(found.shift === undefined ? {} : { shift: found.shift }),
      },
      modifier: null,
      signal: null,
      rangeWith: null,
      rule: 'patterns/day',
    });
  }
  return times;
}

interface Found {
  first: number;
  last: number;
  fields: CalendarFields;
  shift?: CalendarShift;
}

/** "today", "yesterday", a weekday; the part of the day before it ("dawn today") goes with it. */
function dayAt(tokens: readonly PatternToken[], at: number, words: PatternWords): Found | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const before = tokens[at - 1];
  const part = before === undefined ? undefined : known(before, words.parts);
  const first = part === undefined ? at : at - 1;
  const fields: CalendarFields = part === undefined ? {} : { partOfDay: part };
  const shift = known(token, words.shifts);
  if (shift !== undefined) return { first, last: at, fields, shift: { amount: shift, unit: 'day', whole: true } };
  const weekday = known(token, words.weekdays);
  return weekday === undefined ? null : { first, last: at, fields: { ...fields, weekday } };
}

/** "12 March 2019": a number, a month's name, perhaps a year. */
function dateAt(tokens: readonly PatternToken[], at: number, words: PatternWords): Found | null {
  const [token, next] = [tokens[at], tokens[at + 1]];
  const day = token === undefined ? null : numberOf(token, new Map());
  if (token === undefined || next === undefined || day === null || day < 1 || day > 31) return null;
  const month = known(next, words.months);
  if (month === undefined) return null;
  const after = tokens[at + 2];
  const year = after === undefined ? null : numberOf(after, new Map());
  const isYear = year !== null && year >= 1900 && year <= 2100;
  return { first: at, last: isYear ? at + 2 : at + 1, fields: { day, month, ...(isYear ? { year } : {}) } };
}
