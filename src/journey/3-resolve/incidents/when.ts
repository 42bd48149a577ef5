/** When an incident was, chosen among the times that stand with it in the report. */
import type { IncidentGrammar } from '../../../knowledge/incident-grammar.ts';
import type { IncidentWords } from '../../../knowledge/incident-words.ts';
import { matchPhrase } from '../../../knowledge/phrase-table.ts';
import { civilOf, dayNumber, isoDate, parseInstant } from '../../../measure/calendar.ts';
import type { CodedIncident } from '../../../model/coded-report.ts';
import type { Reading } from '../../../model/reading.ts';
import type { Token } from '../../../model/sentence.ts';
import type { ResolvedTime, TimeExpression } from '../../../model/time-expression.ts';
import type { Near, WordedIncident } from '../../../model/worded-incident.ts';
import { statementsAt } from '../statements-at.ts';
import { isOfOtherByOrder } from './desk-times.ts';
import { governorOf } from './governor.ts';
import { type ActsOf, TRUCES, tellsOfElsewhere, tellsOnlyPeace } from './other-acts.ts';
import { isOfCount } from './times-of-counts.ts';

type Time = NonNullable<CodedIncident['time']>;

export interface SettledTime {
  readonly value: CodedIncident['time'];
  readonly because: string | null;
}

/** What times are chosen by. */
export interface TimeChoice {
  readonly times: readonly ResolvedTime[];
  readonly grammar: IncidentGrammar;
  readonly acts: ActsOf;
  readonly words: IncidentWords;
}

/** How many sentences before the act a time still says when it was. */
const TIME_MEMORY = 2;
/** "Shots were fired at a house. Police came at about 9 p.m. on Tuesday": how far on a time still does. */
const TIME_AHEAD = 4;
/** "What happened on Thursday:": sentences at the start that tell no act themselves say when all that follows was. */
const OPENING = 2;

/**
 * A day that stands with the act, else a longer stretch that does, else a day told shortly before or after, not of an act
 * elsewhere; else the day that the report opens with; at last only that it lies before the report.
 */
export function settledTime(reading: Reading, choice: TimeChoice, incident: WordedIncident): SettledTime {
  const own = ownTimes(reading, choice, incident);
  const stated = likeliestDay(own);
  if (stated !== undefined) return { value: stated, because: null };
  // "Earlier this month … On 15 March": a longer stretch stands unless a day within it is told of the same act.
  const whole = (own.find(({ time }) => time.precision !== 'year') ?? own[0])?.time;
  // What is only threatened was on none of the days told of other acts.
  if (incident.modality === 'threatened' || whole?.precision === 'range')
    return whole === undefined ? withoutTime(reading, choice, incident) : { value: whole, because: null };
  const day = dayNear(reading, choice, incident, whole);
  if (day !== null) return day;
  if (whole !== undefined) return { value: whole, because: null };
  const openings = daysOf(reading, choice, incident, (at) => at < OPENING && !choice.acts.bySentence.has(at));
  const opening = openings.plain[0] ?? openings.later[0];
  if (opening !== undefined) return { value: opening, because: 'time/opening-of-the-report' };
  return withoutTime(reading, choice, incident);
}

/** A day told shortly before or after; where the act has a stretch of time, one within it that stands with no other act. */
function dayNear(
  reading: Reading,
  choice: TimeChoice,
  incident: WordedIncident,
  whole: Time | undefined,
): SettledTime | null {
  const [first = 0] = incident.sentences;
  const last = incident.sentences.at(-1) ?? first;
  const { bySentence } = choice.acts;
  const isOpen = (at: number): boolean =>
    !tellsOnlyPeace(choice.acts, at) &&
    (whole === undefined || whole.precision === 'year' || bySentence.get(at)?.includes(incident) !== false);
  const fits = ({ start }: Time): boolean => whole === undefined || isWithin(start, whole);
  const days = (isNear: (at: number) => boolean): Time[] => {
    const { plain, later } = daysOf(reading, choice, incident, (at) => isNear(at) && isOpen(at));
    return (plain.length > 0 || (whole !== undefined && whole.precision !== 'year') ? plain : later).filter(fits);
  };
  const before = days((at) => at < first && at >= first - TIME_MEMORY).at(-1);
  if (before !== undefined) return { value: before, because: 'time/told-before' };
  const [after] = days((at) => at > first && at <= last + TIME_AHEAD);
  return after === undefined ? null : { value: after, because: 'time/told-after' };
}

/** "Three years ago a guard was killed; today …": a day told beside it can be that of the act only in the stretch that stands with the act. */
const isWithin = (day: string | null, { start, end }: Time): boolean =>
  day === null || ((start ?? '') <= day && day.slice(0, 10) <= (end ?? '9999').slice(0, 10));

interface Weighed {
  readonly time: Time;
  readonly weight: number;
}

/** Usable times of the incident's own sentences, each with how strongly it is tied to the act's words. */
function ownTimes(reading: Reading, choice: TimeChoice, incident: WordedIncident): Weighed[] {
  return incident.times.flatMap((near) => {
    const time = usableTime(reading, choice, incident, near.index);
    return time === null ? [] : [{ time, weight: weightOf(reading, choice, incident, near) }];
  });
}

/** A time that hangs on what came afterwards ("charged Friday in the shooting") weighs little. */
const AFTERWARDS = 0.2;

function weightOf(reading: Reading, choice: TimeChoice, incident: WordedIncident, near: Near): number {
  const weight = 1 / (1 + near.distance);
  return isAfterwards(reading, choice, incident, near.index) ? weight * AFTERWARDS : weight;
}

/** Days gain by each mention that stands with them; the strongest wins, the one told first among equals. */
function likeliestDay(own: readonly Weighed[]): Time | undefined {
  const byDay = new Map<string, { time: Time; weight: number; best: number }>();
  for (const { time, weight } of own) {
    if (!isDay(time)) continue;
    const day = (time.start ?? time.end ?? '').slice(0, 10);
    const entry = byDay.get(day);
    if (entry === undefined) byDay.set(day, { time, weight, best: weight });
    else {
      entry.weight += weight;
      if (weight > entry.best) {
        entry.best = weight;
        entry.time = time;
      }
    }
  }
  return [...byDay.values()].sort((a, b) => b.weight - a.weight)[0]?.time;
}

const isDay = ({ precision }: Time): boolean =>
  precision === 'minute' || precision === 'part_of_day' || precision === 'day';

/** Days told in the sentences asked for, in order of text; those of what came afterwards apart. */
function daysOf(
  reading: Reading,
  choice: TimeChoice,
  incident: WordedIncident,
  isNear: (sentence: number) => boolean,
): { readonly plain: Time[]; readonly later: Time[] } {
  const plain: Time[] = [];
  const later: Time[] = [];
  reading.times.forEach((expression, index) => {
    if (!isNear(expression.sentence) || tellsOfElsewhere(reading, choice.acts, incident, expression.sentence)) return;
    const time = usableTime(reading, choice, incident, index);
    if (time === null || !isDay(time)) return;
    (isAfterwards(reading, choice, incident, index) ? later : plain).push(time);
  });
  return { plain, later };
}

/** "charged Friday", "the funeral was held on Sunday": unless that very act is the incident. */
function isAfterwards(reading: Reading, choice: TimeChoice, incident: WordedIncident, index: number): boolean {
  const { grammar } = choice;
  const expression = reading.times[index];
  const byOrder = expression === undefined ? null : isOfOtherByOrder(reading, choice, incident, expression);
  if (byOrder !== null) return byOrder;
  const governor = expression === undefined ? null : governorOf(reading, expression);
  const { tree = null, tokens = [] } = reading.parsed.sentences[expression?.sentence ?? -1] ?? {};
  // A sentence that tells no act has no tree.
  if (tree === null) return tokens.some(({ lemma }) => grammar.afterwards.has(lemma));
  return (
    governor !== null &&
    grammar.afterwards.has(governor.lemma) &&
    !incident.trigger.some((span) => span.start <= governor.start && governor.end <= span.end)
  );
}

/** A time that can be the act's: not when somebody spoke, and for an act told as done not after the report. */
function usableTime(
  reading: Reading,
  { times, grammar, words }: TimeChoice,
  incident: WordedIncident,
  index: number,
): Time | null {
  const expression = reading.times[index];
  const time = timeOf(expression, times[index]);
  if (
    expression === undefined ||
    time === null ||
    isTimeOfSpeech(reading, grammar, expression, incident) ||
    (!TRUCES.has(incident.type) && isTimeOfTruce(reading, { grammar, words }, expression)) ||
    isDateline(reading, expression, time) ||
    isOfNumber(reading, expression)
  )
    return null;
  if (incident.modality === 'threatened' || incident.modality === 'planned') return time;
  const published = reading.report.published === null ? null : parseInstant(reading.report.published);
  if (published === null) return time;
  if (expression.meaning.kind === 'duration' && expression.meaning.window === 'future') return null;
  // A truce is announced before it begins.
  if (incident.type !== 'ceasefire_start' && (time.start ?? '').slice(0, 10) > isoDate(published)) return null;
  return endedBy(time, isoDate(civilOf(dayNumber(published) + 1)));
}

function isOfNumber({ parsed }: Reading, expression: TimeExpression): boolean {
  const sentence = parsed.sentences[expression.sentence];
  return sentence !== undefined && isOfCount(sentence, expression);
}

/** What a report tells as done ended on the day of the report at the latest ("tonight"). */
function endedBy(time: Time, nextDay: string): Time {
  if (time.end === null || time.end.slice(0, 10) < nextDay || time.end.length <= 10) return time;
  return { ...time, end: `${nextDay}T00:00:00${time.end.slice(19)}` };
}

/** "CAPITAL, 3 June --" dates the report, not what it tells. */
const isDateline = ({ report, places }: Reading, { sentence, rule }: TimeExpression, { start }: Time): boolean =>
  rule === 'times/month' &&
  start === (report.published ?? '').slice(0, 10) &&
  places.some((place) => place.sentence === sentence && place.use === 'dateline');

/** "Reported today that …", "(Published Friday)": the verb that the time itself hangs on tells of the telling. */
function isTimeOfSpeech(
  reading: Reading,
  grammar: IncidentGrammar,
  expression: TimeExpression,
  incident: WordedIncident,
): boolean {
  const governor = governorOf(reading, expression);
  // "accused them of killing a man on October 12": the act stands between.
  const isPastAct = ({ end }: Token): boolean =>
    incident.trigger.some((span) => span.start >= end && span.end <= expression.start);
  return (
    governor !== null &&
    !isPastAct(governor) &&
    governor.pos === 'VERB' &&
    (grammar.publishes.has(governor.lemma) || statementsAt(reading).hasCueOver(governor))
  );
}

/** "a truce that took effect on Sunday", "the ceasefire agreed last week", "extended the truce on Monday": not when it was broken. */
function isTimeOfTruce(
  reading: Reading,
  { grammar, words }: Pick<TimeChoice, 'grammar' | 'words'>,
  expression: TimeExpression,
): boolean {
  const governor = governorOf(reading, expression);
  const table = words.needs.get('truce');
  const tokens = reading.parsed.sentences[expression.sentence]?.tokens ?? [];
  if (governor === null || table === undefined || !grammar['of-truces'].has(governor.lemma)) return false;
  const from = Math.max(0, governor.index - TRUCE_REACH);
  return tokens
    .slice(from, governor.index + TRUCE_REACH)
    .some((_, step) => matchPhrase(table, tokens, from + step) !== null);
}
/** So many words from its verb a truce is named. */
const TRUCE_REACH = 8;

/** A report of so few sentences and no time at all tells the news of its day. */
const BREAKING_SENTENCES = 5;

/**
 * An act that is told as done lies before the report, and no more is known; what is threatened or planned has no such bound. A
 * short post without any time ("Missile strike on the station kills at least 50") is taken to tell of the day it came out.
 */
function withoutTime({ report, parsed, times }: Reading, choice: TimeChoice, incident: WordedIncident): SettledTime {
  const published = report.published === null ? null : parseInstant(report.published);
  if (published === null || incident.modality === 'threatened' || incident.modality === 'planned')
    return { value: null, because: null };
  const isBreaking =
    parsed.sentences.length <= BREAKING_SENTENCES &&
    !times.some((expression, index) => timeOf(expression, choice.times[index]) !== null);
  return {
    value: {
      start: isBreaking ? isoDate(published) : null,
      end: isoDate(civilOf(dayNumber(published) + 1)),
      precision: 'range',
      spans: [...incident.trigger],
    },
    because: isBreaking ? 'time/day-of-a-short-post' : 'time/not-after-the-report',
  };
}

function timeOf(expression: TimeExpression | undefined, time: ResolvedTime | undefined): Time | null {
  if (
    expression === undefined ||
    time === undefined ||
    time.interval === null ||
    time.precision === null ||
    expression.type === 'SET'
  )
    return null;
  if (expression.meaning.kind === 'reference') return null;
  return { ...time.interval, precision: time.precision, spans: [{ start: expression.start, end: expression.end }] };
}
