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
  type StatementForm,
  type StatementStatus,
  type StatusAnswer,
} from '../../../model/statement-record.ts';
import { type PlainCode, plain, type Said, say } from '../reason.ts';
import type { Draft } from './draft.ts';
import { DAY_MS, isBy, millisecondsOf, saidFromMs } from './spoken.ts';

/** A person's word on what became of a statement. */
export interface StatementDecision {
  readonly id: string;
  readonly status: StatementStatus;
  readonly reason: string;
  readonly by: string;
}

/** What people decided about statements as of an instant, by the id of the record. */
export function statementDecisions(decisions: readonly Decision[], asOf: string): Map<string, StatementDecision> {
  return new Map(
    decisionsInForce(decisions.filter(({ at }) => isBy(at, asOf))).flatMap(({ id, kind, about, finds, reason, by }) => {
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

interface More {
  readonly settles?: PlainCode;
  readonly later?: string;
}

function answer(value: StatementStatus, because: Said, { settles, later }: More = {}): StatusAnswer {
  const settling = settles === undefined ? null : plain(settles);
  return {
    value,
    by: 'program',
    because: because.text,
    reason: because.reason,
    wouldSettle: settling?.text ?? null,
    settles: settling?.reason ?? null,
    decision: null,
    later: later ?? null,
  };
}

/** A person's word, which stands over what the program says. */
export const decidedStatus = ({ id, status, reason, by }: StatementDecision): StatusAnswer => ({
  ...answer(status, say('status/person-said', { by, words: reason })),
  by: 'person',
  decision: id,
});

/** The same speaker took it back, or put another on the same matter in its place, before its time had passed. */
function takenBack(draft: Draft, { later }: StatusContext, duties: StatementDuties): StatusAnswer | null {
  if (takesBack(draft, duties) !== null) return answer('withdrawn', plain('status/takes-back'));
  const from = saidFromMs(draft.record.said);
  const due = millisecondsOf(draft.record.due?.end) ?? Number.POSITIVE_INFINITY;
  for (const next of later) {
    const since = saidFromMs(next.record.said);
    const isNear =
      from !== null && since !== null && since > from && since - from <= duties.days['overtaken-within'] * DAY_MS;
    const shares = next.record.topics.some((topic) => draft.record.topics.includes(topic));
    if (!isNear || since >= due || !shares) continue;
    if (takesBack(next, duties)?.has(draft.record.form))
      return answer('withdrawn', say('status/taken-back', { words: next.told.trim() }), { later: next.record.id });
    if (isOvertaking(draft, next))
      return answer('overtaken', say('status/another-time', { words: next.words }), {
        later: next.record.id,
      });
  }
  return null;
}

/** What each group of withdrawal words takes back. */
const TAKEN_BACK: Record<keyof StatementDuties['withdrawalWords'], ReadonlySet<StatementForm>> = {
  demands: new Set(['demand', 'ultimatum']),
  promises: new Set(['promise', 'restraint']),
  any: new Set(['demand', 'ultimatum', 'promise', 'restraint', 'threat']),
};

/** The forms of statement that these words take back; null when they take back none. */
function takesBack({ told }: Draft, { withdrawalWords }: StatementDuties): ReadonlySet<StatementForm> | null {
  const words = told.toLowerCase();
  for (const group of ['demands', 'promises', 'any'] as const)
    if (withdrawalWords[group].some((cue) => words.includes(cue))) return TAKEN_BACK[group];
  return null;
}

function isOvertaking(draft: Draft, next: Draft): boolean {
  const [due, after] = [millisecondsOf(draft.record.due?.end), millisecondsOf(next.record.due?.end)];
  return next.record.form === draft.record.form && due !== null && after !== null && after !== due;
}

/** A denial or a justification stands against incidents; a word on nothing that is coded can only wait for a person. */
function withoutDuty({ record }: Draft, deeds: readonly Deed[], context: StatusContext): StatusAnswer {
  const named = deeds.filter(({ relation }) => relation === 'denied' || relation === 'justified');
  if (record.form === 'denial' || record.form === 'justification')
    return named.length === 0
      ? answer('open', plain('status/no-incident'), { settles: 'settle/which-incident' })
      : answer('open', beside(named.length), { settles: 'settle/admission' });
  const value = isPast(record.due, context.asOf) ? 'unclear' : 'open';
  return answer(value, plain('status/not-coded'), { settles: 'settle/person-who-knows' });
}

const beside = (count: number): Said =>
  count === 1 ? plain('status/one-beside') : say('status/several-beside', { count: String(count) });

/** Reasons beyond these are those of the deeds themselves. */
const DEEDS_TOLD = 3;

/** "Unless the shelling ends by Friday": the condition of a warning is what it demands, and no doubt about it. */
const hasOpenCondition = ({ form, kind, isConditional }: Draft['record']): boolean =>
  isConditional && !(form === 'ultimatum' && (kind === 'warning' || kind === 'threat'));

function byDeeds({ record }: Draft, deeds: readonly Deed[]): StatusAnswer | null {
  const sure = (relation: Deed['relation']): Deed[] =>
    deeds.filter((deed) => deed.relation === relation && deed.certain);
  const [done, against] = [sure('carries-out'), sure('goes-against')];
  const tell = (some: readonly Deed[]): { deeds: Said[] } => ({
    deeds: some.slice(0, DEEDS_TOLD).map(({ because: text, reason }) => ({ text, reason })),
  });
  const settles = { settles: 'settle/person-who-weighs' } as const;
  if (done.length > 0 && against.length > 0)
    return answer('unclear', say('status/both-ways', tell([...done, ...against])), settles);
  if (done.length > 0) return answer('met', say('status/deeds', tell(done)));
  if (against.length > 0 && hasOpenCondition(record))
    return answer('unclear', say('status/deeds-and-condition', tell(against)), settles);
  if (against.length > 0) return answer('missed', say('status/deeds', tell(against)));
  const doubtful = deeds.filter(({ relation }) => relation === 'carries-out' || relation === 'goes-against');
  return doubtful.length === 0 ? null : answer('unclear', say('status/deeds', tell(doubtful)), settles);
}

const isPast = (due: Draft['record']['due'], asOf: string): boolean => {
  const end = millisecondsOf(due?.end);
  const now = millisecondsOf(asOf);
  return end !== null && now !== null && now >= end;
};

function byTime(
  { record, doers, duty, isRestraint }: Draft,
  { asOf, lastReport }: StatusContext,
  { days }: StatementDuties,
): StatusAnswer {
  const due = millisecondsOf(record.due?.end);
  if (due === null) return answer('open', plain('status/no-time'), { settles: 'settle/answering-incident' });
  if (!isPast(record.due, asOf)) return answer('open', say('status/due-before', { end: record.due?.end ?? '' }));
  if (doers.length === 0 && duty?.doer !== 'anyone')
    return answer('unclear', plain('status/nobody-to-act'), { settles: 'settle/who-was-to-act' });
  const last = millisecondsOf(lastReport);
  const settles = { settles: 'settle/later-report' } as const;
  if (last === null || last < due + days['around-due'] * DAY_MS)
    return answer('unclear', plain('status/silence'), settles);
  if (isRestraint) return answer('unclear', plain('status/restraint-unseen'), { settles: 'settle/kept-throughout' });
  if (hasOpenCondition(record))
    return answer('unclear', plain('status/condition-open'), { settles: 'settle/condition' });
  return answer('missed', plain('status/nothing-came'), settles);
}
