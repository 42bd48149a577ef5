/** Agreements: the list, and one with its clauses, parties and how many findings each clause has. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { nameTableOf } from '../agreement-names.ts';
import { agreementDetailOf, agreementRowOf } from '../agreement-pages.ts';
import type { AppParts } from '../app-parts.ts';
import { agreementDetail, agreementList, clauseAnswer, nameTable } from '../contract.ts';
import { clauseAnswerOf } from '../party-pages.ts';
import { ProblemError } from '../problem.ts';
import { clauseParam, idParam, languageParam } from '../request-schemas.ts';
import { json, notFound, problems } from './answers.ts';

const list = createRoute({
  method: 'get',
  path: '/api/v1/agreements',
  summary: 'Agreements that incidents are tested against',
  responses: { 200: json(agreementList, 'All agreements.'), ...problems },
});
const one = createRoute({
  method: 'get',
  path: '/api/v1/agreements/{id}',
  summary: 'One agreement: clauses, parties, adherence, findings per clause',
  request: { params: idParam },
  responses: { 200: json(agreementDetail, 'The agreement.'), ...notFound, ...problems },
});

const clause = createRoute({
  method: 'get',
  path: '/api/v1/agreements/{id}/clauses/{clause}',
  summary: 'One clause: what it says, where and when it holds, how it is carried out, and its findings',
  request: { params: clauseParam },
  responses: { 200: json(clauseAnswer, 'The clause.'), ...notFound, ...problems },
});

const names = createRoute({
  method: 'get',
  path: '/api/v1/names/{language}',
  summary:
    'Names of agreements, clauses, zones, sides, documents and parties in another language, by their English name',
  request: { params: languageParam },
  responses: { 200: json(nameTable, 'What has a name in that language.'), ...problems },
});

export function addAgreementRoutes(app: OpenAPIHono, parts: AppParts): void {
  const { store, agreements, actorName } = parts;
  app.openapi(list, async (c) => {
    const counts = await store.agreements();
    return c.json({ items: agreements.map((agreement) => agreementRowOf(agreement, counts)) }, 200);
  });
  app.openapi(names, (c) => c.json(nameTableOf(agreements, actorName, c.req.valid('param').language), 200));
  app.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const agreement = agreements.find((candidate) => candidate.id === id);
    if (agreement === undefined)
      throw new ProblemError('request/not-found', `no agreement has the id ${id}; the list is at /api/v1/agreements`);
    return c.json(agreementDetailOf(agreement, await store.agreements(), actorName), 200);
  });
  app.openapi(clause, async (c) => {
    const { id, clause: wanted } = c.req.valid('param');
    const agreement = agreements.find((candidate) => candidate.id === id);
    const found = agreement?.clauses.find((candidate) => candidate.id === wanted);
    if (agreement === undefined || found === undefined)
      throw new ProblemError(
        'request/not-found',
        `no clause is ${id}/${wanted}; GET /api/v1/agreements/${id} lists them`,
      );
    return c.json(await clauseAnswerOf(parts, agreement, found), 200);
  });
}
