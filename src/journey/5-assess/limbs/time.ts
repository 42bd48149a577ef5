/** Whether it happened while the clause was in force. An hour near an edge is not taken to the minute. */
import type { Clause } from '../../../model/agreement.ts';
import type { Facts } from '../facts.ts';
import { perFacts } from '../per-facts.ts';
import type { Terms } from '../terms.ts';
import { type Limb, met, notMet, unknown } from '../three-valued.ts';

const shared = perFacts<Limb>();

export function time(facts: Facts, clause: Clause, terms: Terms): Limb {
  return shared.get(facts, clause.interval) ?? shared.keep(clause.interval, inTime(facts, clause, terms));
}

function inTime(facts: Facts, clause: Clause, terms: Terms): Limb {
  const { time: when, spans } = facts;
  const interval = terms.interval(clause.interval);
  if (interval === null)
    return unknown(`the calendar has no interval "${clause.interval}"`, 'a calendar entry', spans.time);
  if (when === null) return unknown('it is not told when it happened', 'the day on which it happened', spans.time);
  const doubt = when.isClock ? terms.codebook.clockDoubtMs : 0;
  const named = `${interval.start ?? 'always'} to ${interval.end ?? 'no set end'} (${terms.agreement.calendar.timeZone})`;
  if (when.startMs - doubt >= interval.startMs && when.endMs + doubt <= interval.endMs)
    return met(`${when.worded}, within ${named}`, spans.time);
  if (when.endMs + doubt <= interval.startMs) return notMet(`${when.worded}, before ${named}`, spans.time);
  if (when.startMs - doubt >= interval.endMs) return notMet(`${when.worded}, after ${named}`, spans.time);
  const edge =
    when.startMs - doubt < interval.startMs ? `the start at ${interval.start}` : `the end at ${interval.end}`;
  return unknown(
    `${when.worded} reaches across ${edge} (${terms.agreement.calendar.timeZone})`,
    `the time of the incident, closely enough to tell which side of ${edge} it lies on`,
    spans.time,
  );
}
