/** Parties: everyone whom an agreement names or who acts or speaks in the store, and one of them as a whole. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppParts } from '../app-parts.ts';
import { partyDetail, partyList } from '../contract.ts';
import { partyDetailOf, partyListOf } from '../party-pages.ts';
import { ProblemError } from '../problem.ts';
import { asOfQuery, idParam } from '../request-schemas.ts';
import { json, notFound, problems } from './answers.ts';

const list = createRoute({
  method: 'get',
  path: '/api/v1/parties',
  summary: 'Everyone whom an agreement names, or who acts or speaks in a stored report, by name',
  responses: { 200: json(partyList, 'All parties.'), ...problems },
});
const one = createRoute({
  method: 'get',
  path: '/api/v1/parties/{id}',
  summary: 'One party: its standing in each agreement, its words over time, and what incidents say of it',
  request: { params: idParam, query: asOfQuery },
  responses: { 200: json(partyDetail, 'The party.'), ...notFound, ...problems },
});

export function addPartyRoutes(app: OpenAPIHono, parts: AppParts): void {
  app.openapi(list, async (c) => c.json(await partyListOf(parts), 200));
  app.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const actor = parts.actors.actors.get(id);
    if (actor === undefined)
      throw new ProblemError('request/not-found', `the register has no actor ${id}; the list is at /api/v1/parties`);
    const { asOf = parts.clock.now() } = c.req.valid('query');
    return c.json(await partyDetailOf(parts, actor, asOf), 200);
  });
}
