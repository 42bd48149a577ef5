/** Decisions as the interface answers for them: what undid each, who signed it, and what it changed. */
import { type Decision, decisionSubject } from '../../model/decision.ts';
import type { Incident } from '../../model/incident.ts';
import { reportsOf as reportsOfDecision } from '../jobs/review.ts';
import type { Store } from '../store/store.ts';
import type { DecisionDetail, DecisionRow } from './contract.ts';
import { ProblemError } from './problem.ts';

/** Everything decided about any of these, with the undoing of it. */
export function decisionsAbout(subjects: ReadonlySet<string>, all: readonly Decision[]): Decision[] {
  const asked = new Set(subjects);
  for (const { id, about } of all) if (about.some((one) => subjects.has(one))) asked.add(decisionSubject(id));
  return all.filter(({ about }) => about.some((one) => asked.has(one)));
}

/** `all` are the decisions of the store, among which those that undid these are looked for. */
export async function decisionRows(
  store: Store,
  decisions: readonly Decision[],
  all: readonly Decision[],
): Promise<DecisionRow[]> {
  const signatures = await store.actSignatures(decisions);
  const undone = new Map(
    all.flatMap(({ id, kind, about }) => (kind === 'undo' ? about.map((subject) => [subject, id] as const) : [])),
  );
  return decisions.map((decision): DecisionRow => {
    const signature = signatures.get(decision.id);
    if (signature === undefined) throw new Error('unreachable: every decision is answered for');
    return { decision, undoneBy: undone.get(decisionSubject(decision.id)) ?? null, signature };
  });
}

/** One decision with what it changed. */
export async function decisionDetailOf(store: Store, id: string): Promise<DecisionDetail> {
  const all = await store.decisions();
  const decision = all.find((candidate) => candidate.id === id);
  if (decision === undefined)
    throw new ProblemError('request/not-found', `no decision has the id ${id}; the list is at /api/v1/decisions`);
  const before = (await store.replacedIncidents({ decision: id })).map(({ entry, incident }) => ({ entry, incident }));
  const named = reportsOfDecision(decision, all);
  const replaced = await store.replacedStories(id);
  const isOfStories = before.length === 0 && replaced.length > 0;
  const now = isOfStories
    ? []
    : await store.incidentsOf([...new Set([...named, ...reportsIn(before.map(({ incident }) => incident))])]);
  const reports = await store.reportRows([
    ...new Set([
      ...reportsIn([...before.map(({ incident }) => incident), ...now]),
      ...replaced.flatMap(({ corroborated }) => [corroborated.id, corroborated.story]),
      ...named,
    ]),
  ]);
  const storyNow = new Map(reports.map((row) => [row.id, row.story]));
  const stories = replaced.flatMap(({ entry, corroborated: { id: report, story } }) => {
    const told = storyNow.get(report) ?? null;
    return told === story ? [] : [{ report, entry, before: story, now: told }];
  });
  const [row] = await decisionRows(store, [decision], all);
  if (row === undefined) throw new Error('unreachable: one decision gives one row');
  return { ...row, before, now, stories, reports };
}

/** The reports that any of these rest on. */
export const reportsIn = (incidents: readonly Incident[]): string[] => [
  ...new Set(incidents.flatMap(({ links }) => links.map(({ report }) => report))),
];
