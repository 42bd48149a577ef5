import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadGrammar } from '../../knowledge/grammar-weights.ts';
import { loadTimeWords } from '../../knowledge/time-words.ts';
import type { ResolvedTime } from '../../model/time-expression.ts';
import { parseText } from '../2-read/grammar/parse-text.ts';
import { findTimes } from '../2-read/times/find-times.ts';
import { resolveTimes, type TimeContext, type TimePlace } from './times.ts';

const words = loadTimeWords('knowledge', 'en');
const grammar = loadGrammar('knowledge/weights');
const IDLIB: TimePlace = { zone: 'Asia/Damascus', latitude: 35.93, longitude: 36.63 };

const contextOf = (published: string | null, place: TimePlace | null = IDLIB): TimeContext => ({
  published,
  placeOf: () => place,
  anchors: new Map([['ceasefire', { start: '2016-02-27T00:00:00+02:00', end: null }]]),
  holidays: words.holidayRules,
});

/** Published on a Wednesday. */
function resolved(text: string, context = contextOf('2016-06-15')): (ResolvedTime & { text: string })[] {
  const parsed = parseText(text, grammar);
  const times = findTimes(parsed, words);
  return resolveTimes(times, parsed, context).map((time, i) => ({ ...time, text: times[i]?.text ?? '' }));
}

/** "start/end precision" of the expression whose words are given. */
function interval(text: string, quote: string, context = contextOf('2016-06-15')): string {
  const found = resolved(text, context).find((time) => time.text === quote);
  assert.ok(found, `no expression "${quote}" in "${text}"`);
  return found.interval === null
    ? 'none'
    : `${found.interval.start ?? ''}/${found.interval.end ?? ''} ${found.precision}`;
}

const INTERVALS: readonly (readonly [string, string, string])[] = [
  [
    'The market was hit before sunset on 12 June.',
    'sunset on 12 June',
    '2016-06-12T00:00:00+03:00/2016-06-12T19:51:00+03:00 part_of_day',
  ],
  [
    'The market was hit before Iftar time 3 days ago.',
    'Iftar time 3 days ago',
    '2016-06-12T00:00:00+03:00/2016-06-12T19:51:00+03:00 part_of_day',
  ],
  [
    'They fired after Friday prayers.',
    'Friday prayers',
    '2016-06-10T12:34:00+03:00/2016-06-11T00:00:00+03:00 part_of_day',
  ],
  ['Shells fell overnight.', 'overnight', '2016-06-14T18:00:00+03:00/2016-06-15T06:00:00+03:00 part_of_day'],
  ['Shells fell on Friday night.', 'Friday night', '2016-06-10T18:00:00+03:00/2016-06-11T06:00:00+03:00 part_of_day'],
  [
    'It struck at 7:45 p.m. on Sunday.',
    '7:45 p.m. on Sunday',
    '2016-06-12T19:45:00+03:00/2016-06-12T19:46:00+03:00 minute',
  ],
  [
    'It struck at 1430 GMT on Sunday.',
    '1430 GMT on Sunday',
    '2016-06-12T14:30:00+00:00/2016-06-12T14:31:00+00:00 minute',
  ],
  ['It was hit on Sunday.', 'Sunday', '2016-06-12/2016-06-13 day'],
  ['The truce has held since February 27.', 'February 27', '2016-02-27/2016-06-16 range'],
  ['Attacks fell since the ceasefire began.', 'the ceasefire began', '2016-02-27T00:00:00+02:00/2016-06-16 range'],
  ['It was shelled before the truce.', 'the truce', '/2016-02-27T00:00:00+02:00 range'],
  ['We hope to agree in the next week or two.', 'the next week or two', '2016-06-15/2016-06-30 range'],
  ['They must leave within 48 hours.', '48 hours', '2016-06-15/2016-06-18 range'],
  ['Over the past three days shelling grew.', 'the past three days', '2016-06-12/2016-06-16 range'],
  ['They must leave by Friday.', 'Friday', '2016-06-15/2016-06-18 range'],
  ['Between 9 and 12 June ten people died.', '12 June', '2016-06-09/2016-06-13 range'],
  ['It was calm from Monday to Wednesday.', 'Monday', '2016-06-13/2016-06-16 range'],
  [
    'Fire was heard between 10 p.m. on Friday and 2 a.m.',
    '2 a.m.',
    '2016-06-10T22:00:00+03:00/2016-06-11T02:01:00+03:00 range',
  ],
  ['The village was hit last week.', 'last week', '2016-06-06/2016-06-13 week'],
  ['The town fell in December.', 'December', '2015-12-01/2016-01-01 month'],
  ['The town fell in early May.', 'early May', '2016-05-01/2016-05-12 range'],
  ['They held fire during Ramadan.', 'Ramadan', '2016-06-06/2016-07-06 range'],
  ['It lasted two weeks.', 'two weeks', 'none'],
  ['The pause expires in three weeks.', 'three weeks', '2016-07-03/2016-07-10 range'],
  ['It came one day after the ceasefire began.', 'one day', '2016-02-28/2016-02-29 day'],
  [
    'Planes struck on the night of 11-12 June.',
    '12 June',
    '2016-06-11T18:00:00+03:00/2016-06-12T06:00:00+03:00 part_of_day',
  ],
  ['The truce came into force at midnight.', 'midnight', '2016-06-15T00:00:00+03:00/2016-06-15T00:01:00+03:00 minute'],
  ['Fighting raged between midnight and dawn.', 'dawn', '2016-06-15T00:00:00+03:00/2016-06-15T07:00:00+03:00 range'],
  [
    'On the evening and night of 11 June it was loud.',
    'the evening',
    '2016-06-11T17:00:00+03:00/2016-06-11T22:00:00+03:00 part_of_day',
  ],
  ['It lasted from late 2012 until early 2014.', 'late 2012', '2012-09-01/2014-05-03 range'],
  ['The first half of June was calm.', 'The first half of June', '2016-06-01/2016-06-11 range'],
];

for (const [text, quote, expected] of INTERVALS) {
  test(`"${quote}" in "${text}" is ${expected}`, () => assert.equal(interval(text, quote), expected));
}

test('a story counts on from the day it told last', () => {
  const told =
    'The camp was hit on 3 May 2016. The following day the army withdrew. Two days later aid came. That night it rained.';
  assert.deepEqual(
    resolved(told).map(({ value }) => value),
    ['2016-05-03', '2016-05-04', '2016-05-06', '2016-05-06TNI'],
  );
});

test('a narrative far before the report keeps its own year', () => {
  assert.deepEqual(
    resolved('The siege began on 3 May 1982. It was lifted on 9 June.').map(({ value }) => value),
    ['1982-05-03', '1982-06-09'],
  );
});

test('without a day of publication nothing relative is guessed', () => {
  const unknown = resolved(
    'Yesterday it was calm. On Friday and last week shells fell, as they did in May and on 3 June 2016.',
    contextOf(null),
  );
  assert.deepEqual(
    unknown.map(({ text, value, interval: found }) => [text, value, found?.start ?? null]),
    [
      ['Yesterday', null, null],
      ['Friday', null, null],
      ['last week', null, null],
      ['May', null, null],
      ['3 June 2016', '2016-06-03', '2016-06-03'],
    ],
  );
});

test('days that do not exist and years outside the calendar are refused as values', () => {
  const values = (text: string) => resolved(text).map(({ value, interval: found }) => [value, found]);
  for (const text of [
    'It came on 31 February 2016.',
    'It came on 2016-02-31.',
    'It came on 12 June 0000.',
    'It came on 9999-12-31.',
    'It came 99999 years ago.',
  ]) {
    for (const [value, found] of values(text))
      assert.ok(found === null && !/0000|9999|02-31/.test(String(value)), `${text}: ${value}`);
  }
});

test('without a place a sunset is a part of the day, and clock times carry no offset', () => {
  const nowhere = contextOf('2016-06-15', null);
  assert.equal(
    interval('It was hit before sunset on 12 June.', 'sunset on 12 June', nowhere),
    '2016-06-12T00:00:00/2016-06-12T22:00:00 part_of_day',
  );
  assert.equal(
    interval('It was hit at 7:45 p.m. on 12 June.', '7:45 p.m. on 12 June', nowhere),
    '2016-06-12T19:45:00/2016-06-12T19:46:00 minute',
  );
});

test('every value says how it was found', () => {
  for (const time of resolved('On Friday, before sunset on 12 June, and since the ceasefire began, twice a week.'))
    assert.match(time.because, /\S/);
});

test('any text: spans quote it, intervals are ordered, the same text gives the same times', () => {
  const pieces = fc.constantFrom(
    '12',
    'June',
    'Friday',
    'last',
    'the',
    'week',
    'ago',
    'three',
    '31',
    'February',
    '2016',
    'before',
    'sunset',
    'between',
    'and',
    'to',
    '-',
    '10',
    'p.m.',
    'next',
    'year',
    'or',
    'two',
    ',',
    'of',
    'end',
    'since',
    '99999999999',
    'centuries',
    'later',
    'mid-June',
    "'90",
    'every',
    'Eid al-Fitr',
    '0000-00-00',
    '\u202e',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(' ')),
  );
  const published = fc.constantFrom(
    null,
    '2016-06-15',
    '0000-01-01',
    '9999-12-31',
    'nonsense',
    '2016-06-15T23:59:00+03:00',
    '1000-01-01',
    '2999-12-31',
  );
  fc.assert(
    fc.property(text, published, (input, day) => {
      const parsed = parseText(input, null);
      const times = findTimes(parsed, words);
      const found = resolveTimes(times, parsed, contextOf(day));
      assert.equal(found.length, times.length);
      for (const [i, time] of times.entries()) {
        assert.equal(input.slice(time.start, time.end), time.text);
        const { start = null, end = null } = found[i]?.interval ?? {};
        if (start !== null && end !== null)
          assert.ok(Date.parse(start) < Date.parse(end), `${time.text}: ${start} to ${end}`);
      }
      assert.deepEqual(resolveTimes(findTimes(parsed, words), parsed, contextOf(day)), found);
    }),
    { numRuns: 500 },
  );
});

test('time grows with the length of the text and no faster', () => {
  const part = 'On Friday 12 June 2016, before sunset, between 10 p.m. and 2 a.m., and three days later, ';
  const timeOf = (times: number): number => {
    const parsed = parseText(part.repeat(times), null);
    const from = process.cpuUsage();
    resolveTimes(findTimes(parsed, words), parsed, contextOf('2016-06-15'));
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  };
  timeOf(100);
  // Processor time, and the best of three: other work on the machine only ever adds.
  const best = (times: number): number => Math.min(timeOf(times), timeOf(times), timeOf(times));
  const ratio = best(2000) / Math.max(1, best(200));
  assert.ok(ratio < 60, `ten times the text took ${ratio.toFixed(1)} times as long`);
});
