/** The state of the program itself: whether it is ready, the ledger's root, and the outlines of the map. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppParts } from '../app-parts.ts';
import { health, ledgerRoot, refusalPage } from '../contract.ts';
import { ProblemError } from '../problem.ts';
import { pageQuery } from '../request-schemas.ts';
import { defined, json, notFound, problems } from './answers.ts';

const healthRoute = createRoute({
  method: 'get',
  path: '/api/v1/health',
  summary: 'Whether reports are still being read, and what is stored',
  responses: { 200: json(health, 'The state.'), ...problems },
});
const refusals = createRoute({
  method: 'get',
  path: '/api/v1/refusals',
  summary: 'What a stage of the journey did not take, newest first; the bytes are kept and can be run again',
  request: { query: z.object(pageQuery) },
  responses: { 200: json(refusalPage, 'One page.'), ...problems },
});
const root = createRoute({
  method: 'get',
  path: '/api/v1/ledger/root',
  summary: 'Size and Merkle root of the append-only log of every change of state',
  responses: { 200: json(ledgerRoot, 'RFC 9162 tree hash, hexadecimal.'), ...problems },
});
const outline = createRoute({
  method: 'get',
  path: '/api/v1/map/outlines/{name}',
  summary: 'Outlines for the map: `countries`, or the provinces of a country by its ISO code',
  request: { params: z.object({ name: z.string().regex(/^[A-Za-z-]{2,20}$/) }) },
  responses: {
    200: { description: 'GeoJSON (RFC 7946).', content: { 'application/geo+json': { schema: z.string() } } },
    ...notFound,
    ...problems,
  },
});

export function addStateRoutes(app: OpenAPIHono, parts: AppParts): void {
  app.openapi(healthRoute, async (c) => {
    const counts = await parts.store.counts();
    return c.json(
      {
        status: counts.unfinished > 0 ? ('filling' as const) : ('ready' as const),
        version: parts.version.program,
        reports: counts.reports,
        incidents: counts.incidents,
        unfinished: counts.unfinished,
        refusals: counts.refusals,
        knowledge: parts.version.knowledge,
      },
      200,
    );
  });
  app.openapi(refusals, async (c) => {
    const page = await parts.store.refusals(defined(c.req.valid('query')));
    return c.json({ ...page, total: null }, 200);
  });
  app.openapi(root, async (c) => c.json(await parts.store.ledgerRoot(), 200));
  app.openAPIRegistry.registerPath(outline);
  app.get(outline.getRoutingPath(), (c) => {
    const name = c.req.param('name');
    const text = parts.outline(name);
    if (text === undefined) throw new ProblemError('request/not-found', `no outlines are stored for ${name}`);
    return c.body(text, 200, { 'content-type': 'application/geo+json', 'cache-control': 'public, max-age=3600' });
  });
}
