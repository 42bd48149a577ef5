/**
 * What became of a statement. A person's decision stands over what the program says, which stays readable: linked incidents, later
 * words of the same speaker and the passing of the due time decide, in that order of the table below. Where nobody reported, nothing is missed.
 */
import type { StatementDuties } from '../../../knowledge/statement-duties.ts';
import { type Decision, statementSubject } from '../../../model/decision.ts';
import { decisionsInForce } from '../../../model/link-decisions.ts';
import {
  type Deed,
  STATEMENT_STATUSES,
  type StatementStatus,
  type StatusAnswer,
} from '../../../model/statement-record.ts';
import type { Draft } from './draft.ts';
import { DAY_MS, millisecondsOf, saidFromMs } from './spoken.ts';

/** A person's word on what became of a statement. */
export interface StatementDecision {
  readonly id: string;
  readonly status: StatementStatus;
  readonly reason: string;
  readonly by: string;
}

/** What people decided about statements, by the id of the record. */
export function statementDecisions(decisions: readonly Decision[]): Map<string, StatementDecision> {
  return new Map(
    decisionsInForce(decisions).flatMap(({ id, kind, about, finds, reason, by }) => {
      const status = STATEMENT_STATUSES.find((one) => one === finds);
      const record = about[0]?.slice(statementSubject('').length);
      return kind !== 'status' || status === undefined || record === undefined
        ? []
        : [[record, { id, status, reason, by }] as const];
    }),
  );
}

export interface StatusContext {
  /** UTC instant as of which it is asked. */
  readonly asOf: string;
  /** When the last report that is stored was published; null when there is none. */
  readonly lastReport: string | null;
  /** Later statements of the same speaker, first told first. */
  readonly later: readonly Draft[];
}

/** What the program says by itself, whatever a person decided. */
export function statusOf(
  draft: Draft,
  deeds: readonly Deed[],
  context: StatusContext,
  duties: StatementDuties,
): StatusAnswer {
  return (
    takenBack(draft, context, duties) ??
    (draft.duty === null
      ? withoutDuty(draft, deeds, context)
      : (byDeeds(draft, deeds) ?? byTime(draft, context, duties)))
  );
}

const answer = (value: StatementStatus, because: string, more: Partial<StatusAnswer> = {}): StatusAnswer => ({
  value,
  by: 'program',
  because,
  wouldSettle: null,
  decision: null,
  later: null,
  ...more,
});

/** A person's word, which stands over what the program says. */
export const decidedStatus = ({ id, status, reason, by }: StatementDecision): StatusAnswer => ({
  ...answer(status, `${by}: ${reason}`),
  by: 'person',
  decision: id,
});

/** The same speaker took it back, or put another on the same matter in its place. */
function takenBack(draft: Draft, { later }: StatusContext, duties: StatementDuties): StatusAnswer | null {
  const from = saidFromMs(draft.record.said);
  for (const next of later) {
    const since = saidFromMs(next.record.said);
    const isNear =
      from !== null && since !== null && since > from && since - from <= duties.days['overtaken-within'] * DAY_MS;
    const shares = next.record.topics.some((topic) => draft.record.topics.includes(topic));
    if (!isNear || !shares) continue;
    const words = next.words.toLowerCase();
    if (duties.withdrawalWords.some((cue) => words.includes(cue)))
      return answer('withdrawn', `the speaker took it back: "${next.words}"`, { later: next.record.id });
    if (isOvertaking(draft, next, since))
      return answer('overtaken', `the same speaker named another time for it: "${next.words}"`, {
        later: next.record.id,
      });
  }
  return null;
}

function isOvertaking(draft: Draft, next: Draft, since: number): boolean {
  const [due, after] = [millisecondsOf(draft.record.due?.end), millisecondsOf(next.record.due?.end)];
  return next.record.form === draft.record.form && due !== null && after !== null && after !== due && since < due;
}

/** A denial or a justification stands against incidents; a word on nothing that is coded can only wait for a person. */
function withoutDuty({ record }: Draft, deeds: readonly Deed[], context: StatusContext): StatusAnswer {
  const named = deeds.filter(({ relation }) => relation === 'denied' || relation === 'justified');
  if (record.form === 'denial' || record.form === 'justification')
    return named.length === 0
      ? answer('open', 'no incident is linked to it', { wouldSettle: 'which incident it is about' })
      : answer('open', `${named.length === 1 ? 'one incident stands' : `${named.length} incidents stand`} beside it`, {
          wouldSettle: "an admission, findings of a body that saw the place, or a person's determination",
        });
  const because = 'what would carry it out is not among the acts that are coded';
  const settles = { wouldSettle: 'a person who knows what was meant and whether it came' };
  return isPast(record.due, context.asOf) ? answer('unclear', because, settles) : answer('open', because, settles);
}

function byDeeds({ record }: Draft, deeds: readonly Deed[]): StatusAnswer | null {
  const sure = (relation: Deed['relation']): Deed[] =>
    deeds.filter((deed) => deed.relation === relation && deed.certain);
  const [done, against] = [sure('carries-out'), sure('goes-against')];
  const tell = (some: readonly Deed[]): string =>
    some
      .slice(0, 3)
      .map(({ because }) => because)
      .join('; ');
  const settles = { wouldSettle: 'a person who weighs the incidents linked to it' };
  if (done.length > 0 && against.length > 0)
    return answer('unclear', `incidents speak both ways: ${tell([...done, ...against])}`, settles);
  if (done.length > 0) return answer('met', tell(done));
  if (against.length > 0 && record.isConditional)
    return answer('unclear', `${tell(against)}; whether its condition came about is open`, settles);
  if (against.length > 0) return answer('missed', tell(against));
  const doubtful = deeds.filter(({ relation }) => relation === 'carries-out' || relation === 'goes-against');
  return doubtful.length === 0 ? null : answer('unclear', tell(doubtful), settles);
}

const isPast = (due: Draft['record']['due'], asOf: string): boolean => {
  const end = millisecondsOf(due?.end);
  const now = millisecondsOf(asOf);
  return end !== null && now !== null && now >= end;
};

function byTime(
  { record, doers, duty }: Draft,
  { asOf, lastReport }: StatusContext,
  { days }: StatementDuties,
): StatusAnswer {
  const due = millisecondsOf(record.due?.end);
  if (due === null)
    return answer('open', 'it names no time, and no incident answers it', {
      wouldSettle: 'an incident that answers it',
    });
  if (!isPast(record.due, asOf)) return answer('open', `it is due before ${record.due?.end ?? ''}`);
  if (doers.length === 0 && duty?.doer !== 'anyone')
    return answer('unclear', 'it was due, and who was to act is not told to be of any party that incidents name', {
      wouldSettle: 'who was meant to act',
    });
  const last = millisecondsOf(lastReport);
  const settles = { wouldSettle: 'a report of the days after it was due, or a person who knows' };
  if (last === null || last < due + days['around-due'] * DAY_MS)
    return answer('unclear', 'it was due, and no report of later days is stored: silence is no answer', settles);
  if (record.form === 'restraint')
    return answer('unclear', 'nothing against it is recorded, which does not show that it was kept', settles);
  if (record.isConditional)
    return answer('unclear', 'nothing answers it, and whether its condition came about is open', settles);
  return answer('missed', 'it was due, later days were reported, and nothing that carries it out is recorded', settles);
}
