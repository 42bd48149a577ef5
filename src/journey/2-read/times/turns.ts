/** What "last", "this", "next" and their like do to a unit: name one stretch, or a window of several. */
import type { TurnWord } from '../../../knowledge/time-words.ts';
import type { TimeAnchor, TimeExpression, TimeMeaning, TimeUnit } from '../../../model/time-expression.ts';

export type TimeTurnWord = TurnWord;

/** Steps from the anchor, where the turn counts from, and which way a window of it looks. */
interface TurnRule {
  readonly step: number;
  readonly anchor: TimeAnchor;
  readonly window: 'past' | 'future' | null;
}

const TURNS: Readonly<Record<TurnWord, TurnRule>> = {
  last: { step: -1, anchor: 'publication', window: 'past' },
  past: { step: -1, anchor: 'publication', window: 'past' },
  recent: { step: -1, anchor: 'publication', window: 'past' },
  previous: { step: -1, anchor: 'mentioned', window: 'past' },
  this: { step: 0, anchor: 'publication', window: null },
  current: { step: 0, anchor: 'publication', window: null },
  same: { step: 0, anchor: 'mentioned', window: null },
  that: { step: 0, anchor: 'mentioned', window: null },
  next: { step: 1, anchor: 'publication', window: 'future' },
  coming: { step: 1, anchor: 'publication', window: 'future' },
  following: { step: 1, anchor: 'mentioned', window: 'future' },
};

export interface TurnedUnit {
  readonly turn: TurnWord;
  readonly unit: TimeUnit;
  readonly many: boolean;
  /** Null = vague or a bare plural. */
  readonly count: number | null;
  /** True where an amount is said. */
  readonly stated: boolean;
  /** True after "the". */
  readonly isDefinite: boolean;
  readonly upTo: number | undefined;
  /** The word before it. */
  readonly lead: string;
}

type Turned = Pick<TimeExpression, 'type'> & { meaning: TimeMeaning };

const windowLeads: ReadonlySet<string> = new Set(['over', 'within', 'during', 'throughout', 'for']);

/** The meaning of a turned unit; null where the words do not go together ("that days"). */
export function turnMeaning(unit: TurnedUnit): Turned | null {
  const rule = TURNS[unit.turn];
  if (unit.stated || unit.many || unit.upTo !== undefined) return windowOf(unit, rule);
  if (unit.turn === 'past' && unit.unit !== 'night') return windowOf(unit, rule);
  if (unit.unit === 'night' || unit.unit === 'hour') return nightOf(unit, rule);
  if (unit.isDefinite && unit.turn === 'next') return nextDefinite(unit, rule);
  if (unit.turn === 'recent' && unit.unit !== 'quarter') return null;
  return stretch(unit, rule.step, rule.anchor);
}

function windowOf(unit: TurnedUnit, rule: TurnRule): Turned | null {
  if (rule.window === null && (!unit.stated || unit.turn !== 'same')) return null;
  const parts = [{ amount: unit.count, unit: unit.unit }];
  return {
    type: 'DURATION',
    meaning: {
      kind: 'duration',
      parts,
      window: rule.window,
      anchor: rule.anchor,
      ...(unit.upTo === undefined ? {} : { upTo: unit.upTo }),
    },
  };
}

function stretch(unit: TurnedUnit, amount: number, anchor: TimeAnchor): Turned {
  return {
    type: 'DATE',
    meaning: { kind: 'calendar', anchor, fields: {}, shift: { amount, unit: unit.unit, whole: true } },
  };
}

/** "the next day" follows what was told; "over the next month" looks ahead from the report. */
function nextDefinite(unit: TurnedUnit, rule: TurnRule): Turned | null {
  if (windowLeads.has(unit.lead)) return windowOf(unit, rule);
  return stretch(unit, 1, 'mentioned');
}

/** "last night" is the night that ended on the morning of the report: TIMEX3 counts it to the day before. */
function nightOf(unit: TurnedUnit, rule: TurnRule): Turned | null {
  if (unit.unit === 'hour') return windowOf({ ...unit, stated: true }, rule);
  const anchor = unit.isDefinite && unit.turn === 'next' ? 'mentioned' : rule.anchor;
  return {
    type: 'TIME',
    meaning: {
      kind: 'calendar',
      anchor,
      fields: { partOfDay: 'night' },
      shift: { amount: rule.step, unit: 'day', whole: true },
    },
  };
}

/** The turn of a name that comes round again ("last Friday", "this coming Sunday"); null for words that turn only units. */
export function turnOf(word: TurnWord | null): 'last' | 'this' | 'next' | null {
  switch (word) {
    case 'last':
    case 'past':
    case 'previous':
      return 'last';
    case 'this':
    case 'same':
    case 'that':
    case 'current':
      return 'this';
    case 'next':
    case 'coming':
    case 'following':
      return 'next';
    default:
      return null;
  }
}
