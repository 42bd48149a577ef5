/** What a monitor must look at because of the time: words that fall due soon, and words that fell due and wait for a person. */
import type { StatementRecord } from '../../../model/statement-record.ts';
import { DAY_MS, millisecondsOf } from './spoken.ts';

export interface Reminders {
  /** Due within the days asked for, the nearest first. */
  due: StatementRecord[];
  /** Fell due within the days asked for, and no person has said what became of them; the latest first. */
  past: StatementRecord[];
}

export function remindersOf(records: readonly StatementRecord[], asOf: string, withinDays: number): Reminders {
  const now = millisecondsOf(asOf) ?? 0;
  const dated = records.flatMap((record) => {
    const due = millisecondsOf(record.due?.end);
    return due === null ? [] : [{ record, due }];
  });
  const isNear = ({ due }: { due: number }): boolean => Math.abs(due - now) <= withinDays * DAY_MS;
  const isOpen = (record: StatementRecord): boolean => record.status.value === 'open';
  const isUnconfirmed = ({ status }: StatementRecord): boolean =>
    status.by === 'program' && (status.value === 'missed' || status.value === 'unclear' || status.value === 'met');
  return {
    due: dated
      .filter((one) => one.due > now && isNear(one) && isOpen(one.record))
      .sort((a, b) => a.due - b.due || (a.record.id < b.record.id ? -1 : 1))
      .map(({ record }) => record),
    past: dated
      .filter((one) => one.due <= now && isNear(one) && isUnconfirmed(one.record))
      .sort((a, b) => b.due - a.due || (a.record.id < b.record.id ? -1 : 1))
      .map(({ record }) => record),
  };
}
