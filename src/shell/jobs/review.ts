/**
 * A person decides: the decision is checked against those before it, sealed, and corroboration computes anew what it touches. What
 * the incidents were before is kept beside the decision. All in one transaction: a refused decision leaves nothing.
 */
import { decide, type ReviewCommand, type ReviewRefusal } from '../../journey/6-review/review.ts';
import type { Change } from '../../journey/7-record/change.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import { type Decision, decisionSubject, reportSubject } from '../../model/decision.ts';
import { codedRef, reportNamed } from '../../model/link-decisions.ts';
import type { Store, Turn } from '../store/store.ts';
import { changesOfStories } from './decide-stories.ts';
import { placeIncidents } from './place-incidents.ts';
import { changesOfWhole } from './reconcile.ts';
import { draftFault, keysInUse, type Signing, signed, withKey } from './sign-act.ts';
import type { Stages } from './stages.ts';

/** More reports than this are not corroborated as a whole while a person waits: only what the decision touches is. */
const WHOLE_AT_MOST = 1000;

export interface ReviewOutcome {
  decision: Decision;
  /** Ids of incidents that came to be, changed or are no more. */
  changed: string[];
}

export interface ReviewOptions extends Signing {
  /** UTC instant. */
  at: string;
  wholeAtMost?: number;
}

export async function review(
  store: Store,
  stages: Stages,
  command: ReviewCommand,
  { at, wholeAtMost = WHOLE_AT_MOST, ...signing }: ReviewOptions,
): Promise<ReviewOutcome | ReviewRefusal> {
  const outdated = draftFault(signing, at);
  if (outdated !== null) return outdated;
  const { reports } = await store.counts();
  return store.inTurn({ at, by: command.by.trim() || 'nobody' }, async (turn) => {
    const { draft, touched, codings } = await draftIn(turn, stages, command, { at, ...signing });
    if ('code' in draft) return draft;
    const decision = signed(draft, signing, await turn.keys());
    if ('code' in decision) return decision;
    await turn.record([{ kind: 'decided', decision }]);
    if (touched.length === 0) return { decision, changed: [] };
    const changes =
      reports <= wholeAtMost
        ? (await changesOfWhole(turn, stages, false)).changes
        : await changesAround(turn, stages, decision, codings);
    return { decision, changed: await replace(turn, decision, changes) };
  });
}

/** The decision as it would be recorded now, without a signature: what a client signs. Records nothing. */
export const draftReview = (
  store: Store,
  stages: Stages,
  command: ReviewCommand,
  at: string,
): Promise<Decision | ReviewRefusal> =>
  store.inTurn({ at, by: 'nobody' }, async (turn) => (await draftIn(turn, stages, command, { at })).draft);

async function draftIn(
  turn: Turn,
  stages: Stages,
  command: ReviewCommand,
  { at, ...signing }: ReviewOptions,
): Promise<{ draft: Decision | ReviewRefusal; touched: string[]; codings: CodedReport[] }> {
  const decisions = await turn.decisions();
  const touched = reportsOf(command, decisions);
  const codings = await turn.codings(touched);
  const stored = new Set(codings.flatMap(({ id, incidents }) => incidents.map((coded) => `${id}#${coded.id}`)));
  for (const { id } of codings) stored.add(reportSubject(id));
  const subjects = await subjectsOf(turn, stages, command);
  const keys = keysInUse(await turn.keys());
  const context = { at: signing.given?.at ?? at, stored, subjects, keys };
  return { draft: decide(withKey(command, signing, keys), { decisions }, context), touched, codings };
}

/** What the accounts named touch, and the stories named. */
async function changesAround(
  turn: Turn,
  stages: Stages,
  decision: Decision,
  codings: readonly CodedReport[],
): Promise<Change[]> {
  const decisions = await turn.decisions();
  const told = storiesNamed(decision, decisions);
  if (told.named.length > 0) return changesOfStories(turn, decisions, told);
  return placeIncidents(turn, codings, { stages, decisions });
}

/** Records the changes after keeping what they replace. */
async function replace(turn: Turn, decision: Decision, changes: readonly Change[]): Promise<string[]> {
  const changed = changes.flatMap((change) =>
    change.kind === 'linked' ? [change.incident.id] : change.kind === 'incident-dissolved' ? [change.id] : [],
  );
  const retold = changes.flatMap((change) => (change.kind === 'corroborated' ? [change.corroborated.id] : []));
  await turn.keepReplaced(decision.id, { incidents: changed, reports: retold });
  await turn.record(changes);
  return changed;
}

/** The reports whose accounts or stories a command puts together or apart; for an undo, those of what it undoes. */
export function reportsOf(
  { kind, about }: Pick<Decision, 'kind'> & { about: readonly string[] },
  decisions: readonly Decision[],
): string[] {
  if (kind === 'link' || kind === 'separate') return [...new Set(about.map((ref) => codedRef(ref).report))];
  if (kind === 'join-story' || kind === 'part-story') return [...new Set(about.flatMap(reportNamed))];
  return [...new Set(undoneBy({ kind, about }, decisions).flatMap((decision) => reportsOf(decision, [])))];
}

const undoneBy = (
  { kind, about }: Pick<Decision, 'kind'> & { about: readonly string[] },
  decisions: readonly Decision[],
): Decision[] => (kind === 'undo' ? decisions.filter(({ id }) => about.includes(decisionSubject(id))) : []);

/** Of a decision about stories, or of the undo of some: the reports named, and the decisions that hold no longer. */
function storiesNamed(decision: Decision, decisions: readonly Decision[]): { named: string[]; undone: string[] } {
  const about = [decision, ...undoneBy(decision, decisions)].filter(
    ({ kind }) => kind === 'join-story' || kind === 'part-story',
  );
  return {
    named: [...new Set(about.flatMap((one) => reportsOf(one, [])))],
    undone: about.filter(({ id }) => id !== decision.id).map(({ id }) => id),
  };
}

/** Which of the subjects of a determination or a status there are, with the hash of the findings as they are now. */
async function subjectsOf(
  turn: Turn,
  stages: Stages,
  { kind, about }: ReviewCommand,
): Promise<Map<string, string | null>> {
  if (kind !== 'determination' && kind !== 'status') return new Map();
  const clauses = about.filter((subject) => subject.startsWith('clause:') && stages.hasClause(subject));
  return new Map([...clauses.map((subject) => [subject, null] as const), ...(await turn.subjects(about))]);
}
