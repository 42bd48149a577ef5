/** Whether a word is told of a time well before the report: "in 1997", "last August", "two years ago". */
import type { TimeExpression, TimeUnit } from '../../../model/time-expression.ts';
import type { Line, Page } from './page.ts';
import { timesOf } from './setting.ts';

const LONG: ReadonlySet<TimeUnit> = new Set(['month', 'quarter', 'season', 'year', 'decade', 'century']);

export function isLongBefore(page: Page, line: Line, token: number): boolean {
  if (line.times.length === 0 || page.published === null) return false;
  const nearest = timesOf(page, line, token)[0];
  const time = nearest === undefined ? undefined : page.times[nearest.index];
  return time !== undefined && isOld(time, Number(page.published.slice(0, 4)));
}

function isOld({ meaning, signal }: TimeExpression, publishedYear: number): boolean {
  if (meaning.kind !== 'calendar' || signal === 'since') return false;
  const { fields, shift, turn } = meaning;
  if (fields.year !== undefined && fields.shortYear !== true) return fields.year < publishedYear;
  if (shift !== undefined && LONG.has(shift.unit)) return shift.amount < 0;
  return turn === 'last' && fields.month !== undefined;
}
