/** The review desk: links that are in doubt, incidents that lie near each other, and what people decided about them. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ReviewRefusal } from '../../../journey/6-review/review.ts';
import { actText } from '../../../ledger/signed-act.ts';
import { decisionSubject } from '../../../model/decision.ts';
import { refKey } from '../../../model/link-decisions.ts';
import { questionsAbout } from '../../jobs/nearness.ts';
import { accountsOf } from '../accounts.ts';
import type { AppParts } from '../app-parts.ts';
import {
  actProof,
  type Doubt,
  decided,
  decisionDetail,
  decisionDraft,
  decisionPage,
  doubtPage,
  nearMissList,
} from '../contract.ts';
import { decisionDetailOf, decisionRows, decisionsAbout, reportsIn } from '../decision-rows.ts';
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
const proofRoute = createRoute({
  method: 'get',
  path: '/api/v1/decisions/{id}/proof',
  summary: 'What proves a decision away from the store: it and its key as sealed, their entries, the way to the root',
  request: { params: idParam },
  responses: {
    200: json(actProof, '`act-proof/1`; check it with `trucewatch verify --proof`.'),
    ...notFound,
    ...problems,
  },
});
const draft = createRoute({
  method: 'post',
  path: '/api/v1/decisions/draft',
  summary: 'The decision as it would be recorded now, and the text to sign. Records nothing',
  request: { body: { required: true, content: { 'application/json': { schema: decisionRequest } } } },
  responses: { 200: json(decisionDraft, 'What to sign.'), ...conflict, ...problems },
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
    const codings = await store.codings(reportsIn([stored.incident, ...others]));
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
    return c.json({ ...page, items: await decisionRows(store, page.items, all), total: null }, 200);
  });
  app.openapi(one, async (c) => c.json(await decisionDetailOf(store, c.req.valid('param').id), 200));
  app.openapi(decide, async (c) => {
    const { signed, ...command } = c.req.valid('json');
    const outcome = await parts.review(command, signed);
    if ('decision' in outcome) return c.json(outcome, 201);
    throw refusedAs(outcome);
  });
  app.openapi(draft, async (c) => {
    const { signed: _, ...command } = c.req.valid('json');
    const decision = await parts.draft(command);
    if ('code' in decision) throw refusedAs(decision);
    return c.json({ decision, text: String(actText({ ...decision })) }, 200);
  });
  app.openapi(proofRoute, async (c) => {
    const { id } = c.req.valid('param');
    const proof = await store.actProof(id);
    if (proof === null) throw new ProblemError('request/not-found', `no decision has the id ${id}`);
    return c.json(actProof.parse(proof), 200);
  });
}

function refusedAs({ code, message, chain }: ReviewRefusal): ProblemError {
  const against = chain.map((id) => ({ where: decisionSubject(id), message: 'stands against it' }));
  return new ProblemError('review/refused', message, [{ where: code, message }, ...against]);
}
