/** The review desk: links that are in doubt, incidents that lie near each other, and what people decided about them. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Decision } from '../../../model/decision.ts';
import { decisionSubject } from '../../../model/decision.ts';
import type { Incident } from '../../../model/incident.ts';
import { refKey } from '../../../model/link-decisions.ts';
import { questionsAbout } from '../../jobs/nearness.ts';
import { reportsOf as reportsOfDecision } from '../../jobs/review.ts';
import type { Store } from '../../store/store.ts';
import { accountsOf } from '../accounts.ts';
import type { AppParts } from '../app-parts.ts';
import {
  type DecisionDetail,
  type DecisionRow,
  type Doubt,
  decided,
  decisionDetail,
  decisionPage,
  doubtPage,
  nearMissList,
} from '../contract.ts';
import { ProblemError } from '../problem.ts';
import { decisionQuery, decisionRequest, idParam, pageQuery } from '../request-schemas.ts';
import { conflict, defined, json, notFound, problems } from './answers.ts';

const doubts = createRoute({
  method: 'get',
  path: '/api/v1/review/doubts',
  summary: 'Links of which the machine is least sure, the weakest first, with the words on both sides',
  request: { query: z.object(pageQuery) },
  responses: { 200: json(doubtPage, 'One page.'), ...problems },
});
const near = createRoute({
  method: 'get',
  path: '/api/v1/incidents/{id}/near',
  summary: 'Incidents that were not held to be this one but come near to it',
  request: { params: idParam },
  responses: { 200: json(nearMissList, 'The likeliest first, at most ten.'), ...notFound, ...problems },
});
const decisions = createRoute({
  method: 'get',
  path: '/api/v1/decisions',
  summary: 'What people decided, newest first, or all that they decided about one thing',
  request: { query: decisionQuery },
  responses: { 200: json(decisionPage, 'One page.'), ...problems },
});
const one = createRoute({
  method: 'get',
  path: '/api/v1/decisions/{id}',
  summary: 'One decision with what the incidents and stories were before it and what they are now',
  request: { params: idParam },
  responses: { 200: json(decisionDetail, 'The decision.'), ...notFound, ...problems },
});
const decide = createRoute({
  method: 'post',
  path: '/api/v1/decisions',
  summary:
    'Decides that accounts are one event, or reports one story, or that they are not; notes something; or undoes a decision',
  request: { body: { required: true, content: { 'application/json': { schema: decisionRequest } } } },
  responses: { 201: json(decided, 'The decision as sealed, and the incidents it changed.'), ...conflict, ...problems },
});

/** Other accounts that are shown beside the doubtful one. */
const OTHERS_SHOWN = 3;

export function addReviewRoutes(app: OpenAPIHono, parts: AppParts): void {
  const { store } = parts;
  app.openapi(doubts, async (c) => {
    const page = await store.doubtfulLinks(parts.doubtfulLink, defined(c.req.valid('query')));
    const accounts = await accountsOf(
      store,
      page.items.flatMap((link) => [link, ...link.others.slice(0, OTHERS_SHOWN)]),
    );
    const items = await Promise.all(
      page.items.map(async (link): Promise<Doubt[]> => {
        const [account] = accounts(link);
        const row = (await store.incident(link.incident))?.row;
        if (account === undefined || row === undefined) return [];
        const others = link.others.slice(0, OTHERS_SHOWN).flatMap(accounts);
        const { score, reasons } = link;
        return [{ account, score, reasons, incident: row, others, otherRefs: link.others.map(refKey) }];
      }),
    );
    return c.json({ items: items.flat(), next: page.next, total: null }, 200);
  });
  app.openapi(near, async (c) => {
    const { id } = c.req.valid('param');
    const stored = await store.incident(id);
    if (stored === null) throw new ProblemError('request/not-found', `no incident has the id ${id}`);
    const others = await store.candidateIncidents(questionsAbout(stored.incident));
    const codings = await store.codings(reportsOf([stored.incident, ...others]));
    const coded = new Map(codings.map((coding) => [coding.id, coding]));
    const misses = parts.nearMisses(stored.incident, others, coded);
    const items = await Promise.all(
      misses.map(async ({ incident, score, reasons }) => {
        const row = (await store.incident(incident.id))?.row;
        return row === undefined
          ? []
          : [{ incident: row, score, reasons: [...reasons], refs: incident.links.map(refKey) }];
      }),
    );
    return c.json({ items: items.flat() }, 200);
  });
  app.openapi(decisions, async (c) => {
    const { about, ...query } = c.req.valid('query');
    const all = await store.decisions();
    const page =
      about === undefined
        ? await store.decisionPage(defined(query))
        : { items: decisionsAbout(new Set(about), all), next: null };
    const undone = undoneBy(all);
    return c.json({ ...page, items: page.items.map((decision) => rowOf(decision, undone)), total: null }, 200);
  });
  app.openapi(one, async (c) => c.json(await detailOf(store, c.req.valid('param').id), 200));
  app.openapi(decide, async (c) => {
    const outcome = await parts.review(c.req.valid('json'));
    if ('decision' in outcome) return c.json(outcome, 201);
    const chain = outcome.chain.map((id) => ({ where: decisionSubject(id), message: 'stands against it' }));
    throw new ProblemError('review/refused', outcome.message, [
      { where: outcome.code, message: outcome.message },
      ...chain,
    ]);
  });
}

const reportsOf = (incidents: readonly Incident[]): string[] => [
  ...new Set(incidents.flatMap(({ links }) => links.map(({ report }) => report))),
];

/** Everything decided about any of these, with the undoing of it. */
function decisionsAbout(subjects: ReadonlySet<string>, all: readonly Decision[]): Decision[] {
  const asked = new Set(subjects);
  for (const { id, about } of all) if (about.some((one) => subjects.has(one))) asked.add(decisionSubject(id));
  return all.filter(({ about }) => about.some((one) => asked.has(one)));
}

/** Subject of a decision → id of the one that undid it. */
const undoneBy = (all: readonly Decision[]): ReadonlyMap<string, string> =>
  new Map(
    all.flatMap(({ id, kind, about }) => (kind === 'undo' ? about.map((subject) => [subject, id] as const) : [])),
  );

const rowOf = (decision: Decision, undone: ReadonlyMap<string, string>): DecisionRow => ({
  decision,
  undoneBy: undone.get(decisionSubject(decision.id)) ?? null,
});

async function detailOf(store: Store, id: string): Promise<DecisionDetail> {
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
    : await store.incidentsOf([...new Set([...named, ...reportsOf(before.map(({ incident }) => incident))])]);
  const reports = await store.reportRows([
    ...new Set([
      ...reportsOf([...before.map(({ incident }) => incident), ...now]),
      ...replaced.flatMap(({ corroborated }) => [corroborated.id, corroborated.story]),
      ...named,
    ]),
  ]);
  const storyNow = new Map(reports.map((row) => [row.id, row.story]));
  const stories = replaced.flatMap(({ entry, corroborated: { id: report, story } }) => {
    const told = storyNow.get(report) ?? null;
    return told === story ? [] : [{ report, entry, before: story, now: told }];
  });
  return { ...rowOf(decision, undoneBy(all)), before, now, stories, reports };
}
