/** Expressions of time as worded, with what their words mean before any date is known (after TIMEX3, ISO 24617-1). */
import type { TimeInterval } from './interval.ts';
import type { Located } from './sentence.ts';

export type TimeUnit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'night'
  | 'weekend'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'
  | 'century';

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

export type PartOfDay = 'dawn' | 'morning' | 'midday' | 'afternoon' | 'evening' | 'night' | 'daytime' | 'overnight';

/** Moments that the sun sets: they fall at another clock time each day and at each place. */
export type SunMoment =
  | 'dawn-prayer'
  | 'sunrise'
  | 'noon-prayer'
  | 'afternoon-prayer'
  | 'sunset'
  | 'night-prayer'
  | 'dusk';

/**
 * What the words fix of a point or stretch on the calendar. Absent = not said; whatever is absent is implied from the
 * anchor (or unknown when there is none), never guessed here.
 */
export interface CalendarFields {
  readonly century?: number;
  /** First year of the decade: 1980; below 100 when the century is not said ("the nineties"). */
  readonly decade?: number;
  readonly year?: number;
  /** True for "'90": the century is implied. */
  readonly shortYear?: boolean;
  readonly fiscal?: boolean;
  readonly quarter?: number;
  readonly half?: number;
  readonly season?: Season;
  /** 1 to 12. */
  readonly month?: number;
  /** ISO 8601: Monday = 1. */
  readonly weekday?: number;
  /** Ordinal of the weekday, day or week within its month or year: "the first Monday of June"; -1 = the last. */
  readonly nth?: number;
  /** 1 to 31. */
  readonly day?: number;
  /** Two numbers whose order cannot be told ("05/06/2016"): the other reading's day. */
  readonly ambiguousDay?: boolean;
  readonly weekend?: boolean;
  readonly partOfDay?: PartOfDay;
  readonly sun?: SunMoment;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** Hours above 12 not excluded by "a.m." or "p.m.": "at 7:45". */
  readonly halfDayUnknown?: boolean;
  readonly utcOffsetMinutes?: number;
  /** Id of a holiday in the lexicon. */
  readonly holiday?: string;
  /** 1 to 12, Islamic calendar; `day` and `year` are then of that calendar too. */
  readonly hijriMonth?: number;
  readonly hijriYear?: number;
}

/** A step from the anchor in whole units: "last week" = -1 week; "three days ago" = -3 days; "this month" = 0 months. */
export interface CalendarShift {
  readonly amount: number;
  readonly unit: TimeUnit;
  /** The text names the stretch itself ("last month"), not the point so far away ("a month ago"). */
  readonly whole: boolean;
}

/** Which one of a name that comes round again: "last Friday", "this September", "next June". */
export type Turn = 'last' | 'this' | 'next';

/** From where a relative expression counts: when the report was published, or the time mentioned before. */
export type TimeAnchor = 'publication' | 'mentioned';

export interface CalendarMeaning {
  readonly kind: 'calendar';
  readonly anchor: TimeAnchor;
  readonly fields: CalendarFields;
  readonly shift?: CalendarShift;
  readonly turn?: Turn;
}

/** A vague reference that no calendar can hold: "now", "recently", "in the future". */
interface ReferenceMeaning {
  readonly kind: 'reference';
  readonly which: 'past' | 'present' | 'future';
}

/** How long; `amount` null = vague ("several days"). */
export interface DurationPart {
  readonly amount: number | null;
  readonly unit: TimeUnit;
}

export interface DurationMeaning {
  readonly kind: 'duration';
  readonly parts: readonly DurationPart[];
  /** "the past three days" looks back, "the next week or two" ahead, from the anchor. */
  readonly window: 'past' | 'future' | null;
  readonly anchor: TimeAnchor;
  /** "a week or two", "10 to 15 days": the longer reading, in the unit of the last part. */
  readonly upTo?: number;
}

/** What happens again and again: "every Friday", "daily", "twice a week". */
export interface SetMeaning {
  readonly kind: 'set';
  readonly every: DurationPart | null;
  readonly fields: CalendarFields;
}

/** A time named by an event that an agreement dates: "since the ceasefire began". */
export interface NamedMeaning {
  readonly kind: 'named';
  /** Id of the anchor in the lexicon ("ceasefire"). */
  readonly name: string;
  readonly edge: 'start' | 'end' | 'whole';
}

export type TimeMeaning = CalendarMeaning | ReferenceMeaning | DurationMeaning | SetMeaning | NamedMeaning;

/** The word before it that says how the time bears on what is told. */
export type TimeSignal =
  | 'at'
  | 'since'
  | 'from'
  | 'until'
  | 'before'
  | 'after'
  | 'by'
  | 'between'
  | 'within'
  | 'during'
  | 'for'
  | 'over'
  | 'in';

export type TimeModifier = 'start' | 'mid' | 'end' | 'approx' | 'less' | 'more' | 'at-most' | 'at-least';

export interface TimeExpression extends Located {
  /** TIMEX3 type. */
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** As written: `text.slice(start, end)` of the report. */
  readonly text: string;
  readonly meaning: TimeMeaning;
  readonly modifier: TimeModifier | null;
  readonly signal: TimeSignal | null;
  /** "from … to …", "between … and …": the position of the other end in the list of expressions. */
  readonly rangeWith: number | null;
  /** Id of the rule that read it ("times/weekday"). */
  readonly rule: string;
}

export type TimePrecision = 'minute' | 'part_of_day' | 'day' | 'week' | 'month' | 'year' | 'range';

/** The same expression on the calendar; null where the text and its context do not tell. */
export interface ResolvedTime {
  /** TIMEX3 value: "2016-06-12", "2016-W24", "P2W", "2016-06-12TEV". */
  readonly value: string | null;
  readonly interval: TimeInterval | null;
  readonly precision: TimePrecision | null;
  /** How it was found, in words. */
  readonly because: string;
}
