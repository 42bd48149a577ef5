/**
 * What a person may decide, given what was decided before: `decide` turns a command into a decision or refuses it, `evolve` takes a
 * decision over into the state. Nothing is ever removed: who changes their mind undoes, and both acts stay.
 */
import { DETERMINED, type Decision, decisionSubject, determinedSubject, SCORES } from '../../model/decision.ts';
import {
  codedRef,
  decisionsInForce,
  holdDecisions,
  linkDecisions,
  refKey,
  reportNamed,
  storyDecisions,
} from '../../model/link-decisions.ts';
import type { Refusal } from '../../model/report.ts';
import { STATEMENT_STATUSES } from '../../model/statement-record.ts';

export type ReviewCommand = {
  kind: Decision['kind'];
  /** As in `Decision`: `report#coded` for link and separate, `report:ID` for stories, `decision:ID` for undo. */
  about: readonly string[];
  reason: string;
  by: string;
  /** As in `Decision`. */
  finds?: string;
  /** Fingerprint of the key that is to sign it. */
  signedBy?: string;
};

export interface ReviewState {
  /** In the order in which they were made. */
  decisions: readonly Decision[];
}

export interface ReviewContext {
  /** UTC instant. */
  at: string;
  /** Those of the coded incidents and reports asked about that are stored, as `report#coded` and `report:ID`. */
  stored: ReadonlySet<string>;
  /** Those of the findings, clauses and statements asked about that there are, with the hash of what findings are now. */
  subjects: ReadonlyMap<string, string | null>;
  /** Names of the registered keys that are in use, by fingerprint. */
  keys: ReadonlyMap<string, string>;
}

export type ReviewRefusalCode =
  | 'review/nobody'
  | 'review/no-reason'
  | 'review/about-nothing'
  | 'review/too-many'
  | 'review/unknown-account'
  | 'review/unknown-report'
  | 'review/unknown-subject'
  | 'review/finds-unknown'
  | 'review/unknown-decision'
  | 'review/undone-already'
  | 'review/decided-already'
  | 'review/contradictory-decision'
  | 'review/unknown-key'
  | 'review/key-of-another'
  | 'review/draft-outdated'
  | 'review/signature-mismatch';

export interface ReviewRefusal extends Refusal<ReviewRefusalCode> {
  /** Ids of the decisions that stand against it. */
  chain: readonly string[];
}

/** Longest name and reason, in UTF-16 code units. */
const LONGEST = 2000;
/** More accounts than this are not put together or apart in one act. */
const MOST_ACCOUNTS = 500;

/** Kinds that put subjects together or apart, and so need two. */
const PAIRING: ReadonlySet<Decision['kind']> = new Set(['link', 'separate', 'join-story', 'part-story']);
/** Kinds that say nothing without their reason. */
const REASONED: ReadonlySet<Decision['kind']> = new Set(['note', 'determination', 'status']);

export function decide(command: ReviewCommand, state: ReviewState, context: ReviewContext): Decision | ReviewRefusal {
  const decision = withFinds(draftOf(command, state, context), command, context);
  return fault(decision, state, context) ?? decision;
}

export const evolve = ({ decisions }: ReviewState, decision: Decision): ReviewState => ({
  decisions: [...decisions, decision],
});

function draftOf(
  { kind, about, reason, by, signedBy }: ReviewCommand,
  { decisions }: ReviewState,
  { at }: ReviewContext,
): Decision {
  const id = `d${String(decisions.length + 1).padStart(6, '0')}`;
  // A clock that was set back must not put a decision before the one it answers.
  const last = decisions.at(-1)?.at ?? '';
  const draft = {
    id,
    kind,
    about: [...new Set(about)],
    reason: reason.trim(),
    by: by.trim(),
    at: at < last ? last : at,
  };
  return signedBy === undefined ? draft : { ...draft, signedBy };
}

/** A determination keeps what the person saw, so that a finding that changes afterwards is not taken for the one decided over. */
function withFinds(decision: Decision, { finds }: ReviewCommand, { subjects }: ReviewContext): Decision {
  if (finds === undefined) return decision;
  const seen = decision.about.flatMap((subject) => subjects.get(subject) ?? [])[0];
  return seen === undefined ? { ...decision, finds } : { ...decision, finds, seen };
}

function fault(decision: Decision, state: ReviewState, context: ReviewContext): ReviewRefusal | null {
  return keyFault(decision, context) ?? actFault(decision, state, context);
}

/** A key signs in its own name only. */
function keyFault(decision: Decision, { keys }: ReviewContext): ReviewRefusal | null {
  const { signedBy, by } = decision;
  if (signedBy === undefined) return null;
  const name = keys.get(signedBy);
  if (name === undefined)
    return refusal('review/unknown-key', decision, `expected a registered key that is in use, found ${signedBy}`);
  if (name !== by)
    return refusal('review/key-of-another', decision, `expected the name of the key, ${name}, found ${by}`);
  return null;
}

function actFault(decision: Decision, state: ReviewState, context: ReviewContext): ReviewRefusal | null {
  const { kind, about, reason, by } = decision;
  if (by === '' || by.length > LONGEST) return refusal('review/nobody', decision, 'expected the name of who decides');
  if (reason.length > LONGEST || (REASONED.has(kind) && reason === ''))
    return refusal('review/no-reason', decision, `expected a reason of at most ${LONGEST} characters`);
  const least = PAIRING.has(kind) ? 2 : 1;
  if (about.length < least)
    return refusal(
      'review/about-nothing',
      decision,
      `expected at least ${least} different subjects, found ${about.length}`,
    );
  if (about.length > MOST_ACCOUNTS)
    return refusal('review/too-many', decision, `expected at most ${MOST_ACCOUNTS} subjects, found ${about.length}`);
  switch (kind) {
    case 'undo':
      return undoFault(decision, state);
    case 'link':
    case 'separate':
      return linkFault(decision, state, context);
    case 'join-story':
    case 'part-story':
      return storyFault(decision, state, context);
    case 'note':
      return null;
    case 'determination':
    case 'status':
      return findsFault(decision, state, context);
    default:
      return kind satisfies never;
  }
}

function undoFault(decision: Decision, { decisions }: ReviewState): ReviewRefusal | null {
  const inForce = new Set(decisionsInForce(decisions).map(({ id }) => decisionSubject(id)));
  const made = new Set(decisions.filter(({ kind }) => kind !== 'undo').map(({ id }) => decisionSubject(id)));
  for (const subject of decision.about) {
    if (inForce.has(subject)) continue;
    if (!made.has(subject))
      return refusal('review/unknown-decision', decision, `there is no decision ${subject} that could be undone`);
    return refusal('review/undone-already', decision, `${subject} was undone before; decide anew instead`);
  }
  return null;
}

/** A second one about the same is refused: who changes their mind undoes the first, so that one holds at a time. */
function findsFault(decision: Decision, { decisions }: ReviewState, { subjects }: ReviewContext): ReviewRefusal | null {
  const unknown = decision.about.find((subject) => !subjects.has(subject));
  if (unknown !== undefined)
    return refusal('review/unknown-subject', decision, `expected findings, a clause or a statement, found ${unknown}`);
  const allowed = allowedFinds(decision);
  if (allowed === null)
    return refusal(
      'review/about-nothing',
      decision,
      'expected findings:INCIDENT and clause:AGREEMENT/CLAUSE, a clause alone, or one statement:REPORT#STATEMENT',
    );
  if (decision.finds === undefined || !allowed.includes(decision.finds))
    return refusal(
      'review/finds-unknown',
      decision,
      `expected one of ${allowed.join(', ')}, found ${decision.finds ?? 'nothing'}`,
    );
  const same = (other: Decision): boolean => other.about.toSorted().join('\n') === decision.about.toSorted().join('\n');
  const before = decisionsInForce(decisions).find((other) => other.kind === decision.kind && same(other));
  if (before === undefined) return null;
  return refusal('review/decided-already', decision, `${before.id} holds; undo it first`, [before.id]);
}

function allowedFinds(decision: Decision): readonly string[] | null {
  const { kind, about } = decision;
  if (kind === 'status') return about.length === 1 && about[0]?.startsWith('statement:') ? STATEMENT_STATUSES : null;
  const subject = determinedSubject(decision);
  if (subject === null || about.length !== (subject.incident === null ? 1 : 2)) return null;
  return subject.incident === null ? SCORES : DETERMINED;
}

function linkFault(decision: Decision, { decisions }: ReviewState, { stored }: ReviewContext): ReviewRefusal | null {
  const unknown = decision.about.find((ref) => !stored.has(refKey(codedRef(ref))));
  if (unknown !== undefined)
    return refusal('review/unknown-account', decision, `no stored report has the coded incident ${unknown}`);
  return againstEarlier(decision, decisions, linkDecisions);
}

function storyFault(decision: Decision, { decisions }: ReviewState, { stored }: ReviewContext): ReviewRefusal | null {
  const unknown = decision.about.find((subject) => reportNamed(subject).length === 0 || !stored.has(subject));
  if (unknown !== undefined)
    return refusal('review/unknown-report', decision, `expected report:ID of stored reports, found ${unknown}`);
  return againstEarlier(decision, decisions, storyDecisions);
}

/** What says the same as one that holds, or the contrary of several. */
function againstEarlier(
  decision: Decision,
  decisions: readonly Decision[],
  pairsOf: typeof linkDecisions,
): ReviewRefusal | null {
  const twice = decisionsInForce(decisions).find(
    ({ kind, about }) => kind === decision.kind && about.join('\n') === decision.about.join('\n'),
  );
  if (twice !== undefined)
    return refusal('review/decided-already', decision, `${twice.id} says the same and holds`, [twice.id]);
  const [contradiction] = holdDecisions([...pairsOf(decisions), ...pairsOf([decision])]).refused.filter(
    ({ where }) => where === decision.id,
  );
  if (contradiction === undefined) return null;
  return refusal('review/contradictory-decision', decision, contradiction.message, contradiction.chain);
}

const refusal = (
  code: ReviewRefusalCode,
  { id }: Decision,
  message: string,
  chain: readonly string[] = [],
): ReviewRefusal => ({ kind: 'refused', code, where: id, message, chain });
