/** Whether it happened while the clause was in force. An hour near an edge is not taken to the minute. */
import type { Clause } from '../../../model/agreement.ts';
import type { Facts } from '../facts.ts';
import { perFacts } from '../per-facts.ts';
import { say } from '../reason.ts';
import type { Terms } from '../terms.ts';
import { type Limb, met, notMet, unknown } from '../three-valued.ts';

const shared = perFacts<Limb>();

export function time(facts: Facts, clause: Clause, terms: Terms): Limb {
  const key = terms.keys(clause).interval;
  return shared.get(facts, key) ?? shared.keep(facts, key, inTime(facts, clause, terms));
}

function inTime(facts: Facts, clause: Clause, terms: Terms): Limb {
  const { time: when, spans } = facts;
  const interval = terms.interval(clause.interval);
  if (interval === null)
    return unknown(say('time/no-interval', { interval: clause.interval }), 'settle/calendar-entry', spans.time);
  if (when === null) return unknown('time/not-told', 'settle/the-day', spans.time);
  const doubt = when.isClock ? terms.codebook.clockDoubtMs : 0;
  const within = { when: when.worded, interval: terms.intervalWords(interval) };
  const replacement = terms.agreement.calendar.replaced.find(
    ({ atMs }) =>
      when.startMs - doubt < atMs && atMs < when.endMs + doubt && interval.startMs < atMs && atMs <= interval.endMs,
  );
  if (replacement !== undefined) {
    const { at, by } = replacement;
    const because = say('time/across-replacement', {
      when: when.worded,
      at,
      by,
      zone: terms.agreement.calendar.timeZone,
    });
    return unknown(because, say('settle/which-instrument', { by }), spans.time);
  }
  if (when.startMs - doubt >= interval.startMs && when.endMs + doubt <= interval.endMs)
    return met(say('time/within', within), spans.time);
  if (when.endMs + doubt <= interval.startMs) return notMet(say('time/before', within), spans.time);
  if (when.startMs - doubt >= interval.endMs) return notMet(say('time/after', within), spans.time);
  const edge =
    when.startMs - doubt < interval.startMs
      ? say('time/the-start', { at: `${interval.start}` })
      : say('time/the-end', { at: `${interval.end}` });
  return unknown(
    say('time/across', { when: when.worded, edge, zone: terms.agreement.calendar.timeZone }),
    say('settle/which-side-of-edge', { edge }),
    spans.time,
  );
}
