/** Days of a text without a grammar: today and yesterday, weekdays, dates in figures and by month. */
import type { PatternWords } from '../../../knowledge/pattern-words.ts';
import type { CalendarFields, CalendarShift, TimeExpression } from '../../../model/time-expression.ts';
import { known, knownPhrase, numberOf, type PatternToken } from './pattern-tokens.ts';

export function patternTimes(text: string, tokens: readonly PatternToken[], words: PatternWords): TimeExpression[] {
  const times: TimeExpression[] = [];
  for (const [at, token] of tokens.entries()) {
    const found = figuresAt(text, tokens, at) ?? dateAt(tokens, at, words) ?? dayAt(tokens, at, words);
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
  const shift = knownPhrase(tokens, at, words.shifts);
  if (shift !== undefined) {
    const last = at + shift.length - 1;
    // "last night": the word itself is a part of the day.
    const own = shift.length === 2 ? known(token, words.parts) : undefined;
    const within = own === undefined ? fields : { partOfDay: own };
    return { first, last, fields: within, shift: { amount: shift.value, unit: 'day', whole: true } };
  }
  const weekday = known(token, words.weekdays);
  return weekday === undefined ? null : { first, last: at, fields: { ...fields, weekday } };
}

/** "15-5-2017", "2017/05/15": day, month and year, in either order. */
function figuresAt(text: string, tokens: readonly PatternToken[], at: number): Found | null {
  const three = tokens.slice(at, at + 3);
  const numbers = three.map((token) => numberOf(token, NO_WORDS));
  const isTied = three.every(
    (token, index) => index === 0 || /^[-/.]$/.test(text.slice(three[index - 1]?.end ?? 0, token.start)),
  );
  if (three.length < 3 || !isTied) return null;
  const [year, month, day] = (numbers[0] ?? 0) > 31 ? numbers : numbers.toReversed();
  if (year == null || month == null || day == null) return null;
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { first: at, last: at + 2, fields: { day, month, year } };
}

const NO_WORDS: ReadonlyMap<string, number> = new Map();

/** "12 March 2019": a number, a month's name, perhaps a year. */
function dateAt(tokens: readonly PatternToken[], at: number, words: PatternWords): Found | null {
  const [token, next] = [tokens[at], tokens[at + 1]];
  const day = token === undefined ? null : numberOf(token, NO_WORDS);
  if (token === undefined || next === undefined || day === null || day < 1 || day > 31) return null;
  const month = known(next, words.months);
  if (month === undefined) return null;
  const after = tokens[at + 2];
  const year = after === undefined ? null : numberOf(after, NO_WORDS);
  const isYear = year !== null && year >= 1900 && year <= 2100;
  return { first: at, last: isYear ? at + 2 : at + 1, fields: { day, month, ...(isYear ? { year } : {}) } };
}
