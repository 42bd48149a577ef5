/**
 * How far each clause is carried out, 0 to 3 after the Peace Accords Matrix of the Kroc Institute (not begun, begun, well on,
 * full), as a range: the lower end counts what is indeterminate as a breach, the upper end does not. Full is a person's word.
 */
import type { Clause } from '../../../model/agreement.ts';
import { type Decision, determinedSubject } from '../../../model/decision.ts';
import type { Finding } from '../../../model/finding.ts';
import { decisionsInForce } from '../../../model/link-decisions.ts';
import { whyUntestable } from '../clause-tests.ts';
import { plain, type Said, say } from '../reason.ts';

export type Score = 0 | 1 | 2 | 3;

/** Findings under one clause, as incident ids by outcome and by whether the incident is one that carries the clause out. */
export interface ClauseEvidence {
  readonly clause: Clause;
  readonly findings: readonly {
    readonly incident: string;
    readonly type: string;
    readonly outcome: Finding['outcome'];
    readonly day: string | null;
  }[];
  /** Days on which the clause was in force and some outlet published. */
  readonly daysReported: number;
  /** A person's word on the clause as a whole; null while there is none. */
  readonly determined: {
    readonly score: Score;
    readonly by: string;
    readonly reason: string;
    readonly decision: string;
  } | null;
}

/** A person's word on how far one clause is carried out; the last one that holds. */
export function clauseDetermination(
  decisions: readonly Decision[],
  agreement: string,
  clause: string,
): ClauseEvidence['determined'] {
  const found = decisionsInForce(decisions).findLast((decision) => {
    const subject = decision.kind === 'determination' ? determinedSubject(decision) : null;
    return (
      subject !== null && subject.incident === null && subject.agreement === agreement && subject.clause === clause
    );
  });
  const score = ([0, 1, 2, 3] as const).find((one) => String(one) === found?.finds);
  if (found === undefined || score === undefined) return null;
  return { score, by: found.by, reason: found.reason, decision: found.id };
}

export interface ImplementationScore {
  clause: string;
  /** Null when nothing recorded could tell. */
  score: { min: Score; max: Score } | null;
  by: 'program' | 'person';
  reasons: Said[];
  /** Incidents that it rests on. */
  kept: string[];
  against: string[];
  open: string[];
  decision: string | null;
}

/** Share of reported days on which a breach is indicated, up to which a prohibition scores 2 and 1. */
export interface ImplementationThresholds {
  readonly 'breach-days-well-kept': number;
  readonly 'breach-days-partly-kept': number;
}

export function implementationScore(
  evidence: ClauseEvidence,
  thresholds: ImplementationThresholds,
): ImplementationScore {
  const { clause, findings, determined } = evidence;
  const idsOf = (outcomes: readonly Finding['outcome'][]): string[] =>
    [...new Set(findings.filter(({ outcome }) => outcomes.includes(outcome)).map(({ incident }) => incident))].sort();
  const held = {
    clause: clause.id,
    kept: idsOf(['consistent']),
    against: idsOf(['breach-indicated']),
    open: idsOf(['indeterminate', 'exception-claimed']),
    by: 'program' as const,
    decision: null,
  };
  if (determined !== null) {
    const { score, by, reason, decision } = determined;
    return {
      ...held,
      score: { min: score, max: score },
      by: 'person',
      reasons: [say('status/person-said', { by, words: reason })],
      decision,
    };
  }
  const untestable = whyUntestable(clause);
  if (untestable !== null) return { ...held, score: null, reasons: [untestable] };
  if (findings.length === 0 && evidence.daysReported === 0)
    return { ...held, score: null, reasons: [plain('score/no-report')] };
  return {
    ...held,
    ...(clause.modality === 'must' ? dutyScore(evidence, held) : prohibitionScore(evidence, thresholds)),
  };
}

type Judged = Pick<ImplementationScore, 'score' | 'reasons'>;

function dutyScore(
  { clause }: ClauseEvidence,
  { kept, against, open }: Pick<ImplementationScore, 'kept' | 'against' | 'open'>,
): Judged {
  const counts = say('score/counts', { kept: kept.length, against: against.length, open: open.length });
  if (kept.length === 0) {
    const because = say('score/nothing-recorded', { counts });
    return { score: clause.fulfils.length === 0 ? null : { min: 0, max: open.length > 0 ? 1 : 0 }, reasons: [because] };
  }
  const max: Score = kept.length > against.length ? 2 : 1;
  const min: Score = kept.length > against.length + open.length ? 2 : 1;
  return {
    score: { min, max },
    reasons: [counts, plain('score/duty-lasts')],
  };
}

function prohibitionScore({ findings, daysReported }: ClauseEvidence, thresholds: ImplementationThresholds): Judged {
  const daysOf = (outcomes: readonly Finding['outcome'][]): number =>
    new Set(findings.filter(({ outcome }) => outcomes.includes(outcome)).map(({ day, incident }) => day ?? incident))
      .size;
  const sure = daysOf(['breach-indicated']);
  const perhaps = daysOf(['breach-indicated', 'exception-claimed', 'indeterminate']);
  if (daysReported === 0) return { score: null, reasons: [plain('score/no-reported-day')] };
  const scoreOf = (days: number): Score => {
    const share = days / daysReported;
    if (days === 0) return 3;
    if (share <= thresholds['breach-days-well-kept']) return 2;
    return share <= thresholds['breach-days-partly-kept'] ? 1 : 0;
  };
  return {
    score: { min: scoreOf(perhaps), max: scoreOf(sure) },
    reasons: [say('score/breach-days', { days: daysReported, sure, perhaps }), plain('score/unreported')],
  };
}
