/** Statements: who said what to whom, and by when. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppParts } from '../app-parts.ts';
import { statementPage } from '../contract.ts';
import { tidied } from '../passage.ts';
import { statementQuery } from '../request-schemas.ts';
import { defined, json, problems } from './answers.ts';

const list = createRoute({
  method: 'get',
  path: '/api/v1/statements',
  summary: 'Demands, warnings, promises, denials and other statements',
  request: { query: statementQuery },
  responses: { 200: json(statementPage, 'One page.'), ...problems },
});

export function addStatementRoutes(app: OpenAPIHono, { store }: AppParts): void {
  app.openapi(list, async (c) => {
    const { cursor, limit, deadline, ...query } = c.req.valid('query');
    const filter = defined({ ...query, withDeadline: deadline === 'with' ? true : undefined });
    const page = await store.statements(filter, defined({ cursor, limit }));
    const items = page.items.map((row) => ({ ...row, passage: tidied(row.passage) }));
    return c.json({ items, next: page.next, total: null }, 200);
  });
}
