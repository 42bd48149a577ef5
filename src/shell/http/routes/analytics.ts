/** Analytics: counts by every dimension, the state of the truce, and for one agreement duties, implementation and parity. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Agreement } from '../../../model/agreement.ts';
import { analyticsOf, dutiesOf, implementationOf, parityOf, stateOf } from '../analytics-pages.ts';
import type { AppParts } from '../app-parts.ts';
import { analytics, duties, findingPage, implementation, parity, truceState } from '../contract.ts';
import { ProblemError } from '../problem.ts';
import { analyticsQuery, findingQuery, idParam, stateQuery, untilQuery } from '../request-schemas.ts';
import { defined, json, notFound, problems } from './answers.ts';

const counts = createRoute({
  method: 'get',
  path: '/api/v1/analytics',
  summary: 'Counts and harm ranges by party, clause, area, weapon, target and day, with who could have told of it',
  request: { query: analyticsQuery },
  responses: {
    200: json(analytics, 'Figures, each with the incidents it was computed from.'),
    ...notFound,
    ...problems,
  },
});
const state = createRoute({
  method: 'get',
  path: '/api/v1/analytics/state',
  summary: 'The last days against a stated baseline, with change points and what moved it most',
  request: { query: stateQuery },
  responses: { 200: json(truceState, 'The state, explained.'), ...notFound, ...problems },
});
const findings = createRoute({
  method: 'get',
  path: '/api/v1/findings',
  summary: 'Findings by agreement, clause, outcome and whose conduct they are about',
  request: { query: findingQuery },
  responses: { 200: json(findingPage, 'One page.'), ...problems },
});
const dutyRoute = createRoute({
  method: 'get',
  path: '/api/v1/agreements/{id}/duties',
  summary: 'Duties that last, in person-days',
  request: { params: idParam, query: untilQuery },
  responses: { 200: json(duties, 'One item per clause that lasts.'), ...notFound, ...problems },
});
const implementationRoute = createRoute({
  method: 'get',
  path: '/api/v1/agreements/{id}/implementation',
  summary: 'How far each clause is carried out, 0 to 3, with reasons',
  request: { params: idParam },
  responses: { 200: json(implementation, 'One item per clause.'), ...notFound, ...problems },
});
const parityRoute = createRoute({
  method: 'get',
  path: '/api/v1/agreements/{id}/parity',
  summary: 'What is reported, corroborated and adjudicated about each side',
  request: { params: idParam },
  responses: { 200: json(parity, 'One item per side.'), ...notFound, ...problems },
});

export function addAnalyticsRoutes(app: OpenAPIHono, parts: AppParts): void {
  app.openapi(counts, async (c) => {
    const query = c.req.valid('query');
    // A misspelt id would come out as "nothing happened".
    for (const id of query.agreement ?? []) agreementOf(parts, id);
    return c.json(await analyticsOf(parts, defined(query)), 200);
  });
  app.openapi(state, async (c) => {
    const { agreement, area, party, to, recentDays, baselineFrom, baselineTo } = c.req.valid('query');
    if (agreement !== undefined) agreementOf(parts, agreement);
    if (baselineFrom !== undefined && baselineTo !== undefined && baselineTo < baselineFrom)
      throw new ProblemError(
        'request/invalid',
        `baselineTo: expected a day not before baselineFrom (${baselineFrom}), found ${baselineTo}; exchange them`,
      );
    const filter = defined({ agreement: agreement === undefined ? undefined : [agreement], area, party });
    return c.json(await stateOf(parts, { filter, recentDays, ...defined({ to, baselineFrom, baselineTo }) }), 200);
  });
  app.openapi(findings, async (c) => {
    const { cursor, limit, ...query } = c.req.valid('query');
    const page = await parts.store.findings(defined(query), defined({ cursor, limit }));
    return c.json({ ...page, total: null }, 200);
  });
  app.openapi(dutyRoute, async (c) => {
    const agreement = agreementOf(parts, c.req.valid('param').id);
    const until = c.req.valid('query').until ?? lastDayOf(agreement, parts.clock.now());
    return c.json(await dutiesOf(parts, agreement, until), 200);
  });
  app.openapi(implementationRoute, async (c) =>
    c.json(await implementationOf(parts, agreementOf(parts, c.req.valid('param').id)), 200),
  );
  app.openapi(parityRoute, async (c) =>
    c.json(await parityOf(parts, agreementOf(parts, c.req.valid('param').id)), 200),
  );
}

function agreementOf({ agreements }: AppParts, id: string): Agreement {
  const agreement = agreements.find((candidate) => candidate.id === id);
  if (agreement !== undefined) return agreement;
  throw new ProblemError('request/not-found', `no agreement has the id ${id}; the list is at /api/v1/agreements`);
}

function lastDayOf({ calendar }: Agreement, now: string): string {
  const end = calendar.intervals.find(({ id }) => id === calendar.inForce)?.end?.slice(0, 10);
  const today = now.slice(0, 10);
  return end !== undefined && end < today ? end : today;
}
