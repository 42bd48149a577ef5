/** Reports: the list, one with its text, its coding exactly as published, and a pasted text coded at once. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { StoredReport } from '../../store/lists.ts';
import type { AppParts } from '../app-parts.ts';
import { codedReport } from '../coded-report-schemas.ts';
import { type ReportDetail, reportDetail, reportPage, reportStory } from '../contract.ts';
import { ProblemError } from '../problem.ts';
import { codeRequest, idParam, reportQuery } from '../request-schemas.ts';
import { defined, json, notFound, problems, refused } from './answers.ts';

const COUNT_LIMIT = 100_000;
/** Reports of a story that are shown beside one of them. */
const STORY_SHOWN = 200;

const list = createRoute({
  method: 'get',
  path: '/api/v1/reports',
  summary: 'Reports as received, newest first',
  request: { query: reportQuery },
  responses: { 200: json(reportPage, 'One page.'), ...problems },
});
const one = createRoute({
  method: 'get',
  path: '/api/v1/reports/{id}',
  summary: 'One report with its text',
  request: { params: idParam },
  responses: { 200: json(reportDetail, 'The report.'), ...notFound, ...problems },
});
const coding = createRoute({
  method: 'get',
  path: '/api/v1/reports/{id}/coding',
  summary: 'The coding of one report, as `trucewatch code` prints it',
  request: { params: idParam },
  responses: { 200: json(codedReport, 'The coding.'), ...notFound, ...problems },
});
const story = createRoute({
  method: 'get',
  path: '/api/v1/reports/{id}/story',
  summary: 'The other reports that tell the story of one, and those of the same incidents that tell another',
  request: { params: idParam },
  responses: { 200: json(reportStory, 'The story.'), ...notFound, ...problems },
});
const code = createRoute({
  method: 'post',
  path: '/api/v1/code',
  summary: 'Codes a text without storing it',
  request: { body: { required: true, content: { 'application/json': { schema: codeRequest } } } },
  responses: { 200: json(codedReport, 'The coding.'), ...refused, ...problems },
});

export function addReportRoutes(app: OpenAPIHono, { store, code: codeText }: AppParts): void {
  app.openapi(list, async (c) => {
    const { cursor, limit, ...query } = c.req.valid('query');
    const filter = defined(query);
    const page = await store.reports(filter, defined({ cursor, limit }));
    const total = cursor === undefined ? await store.countReports(filter, COUNT_LIMIT) : null;
    return c.json({ ...page, total: total === COUNT_LIMIT ? null : total }, 200);
  });
  const stored = async (id: string): Promise<StoredReport> => {
    const report = await store.report(id);
    if (report === null)
      throw new ProblemError('request/not-found', `no report has the id ${id}; the list is at /api/v1/reports`);
    return report;
  };
  app.openapi(one, async (c) => {
    const report = await stored(c.req.valid('param').id);
    const incidents = await store.incidentsOf([report.report.id]);
    const linked = incidents.flatMap((incident) =>
      incident.links
        .filter((link) => link.report === report.report.id)
        .map((link) => ({ coded: link.coded, incident: incident.id })),
    );
    return c.json(detailOf(report, linked), 200);
  });
  app.openapi(coding, async (c) => {
    const { id } = c.req.valid('param');
    const found = (await stored(id)).coding;
    if (found === null)
      throw new ProblemError(
        'request/not-found',
        `report ${id} is stored but has no coding; GET /api/v1/reports/${id} tells why`,
      );
    return c.json(found, 200);
  });
  app.openapi(story, async (c) => {
    const { row } = await stored(c.req.valid('param').id);
    const told = row.story === null ? [] : (await store.reports({ story: row.story }, { limit: STORY_SHOWN })).items;
    const links = (await store.incidentsOf([row.id])).flatMap((incident) => incident.links);
    const beside = [...new Set(links.map(({ report }) => report))].slice(0, STORY_SHOWN);
    const apart = (await store.reportRows(beside)).filter((other) => other.story !== row.story);
    return c.json({ story: row.story, told: told.filter(({ id }) => id !== row.id), apart }, 200);
  });
  app.openapi(code, async (c) => {
    const coded = await codeText(c.req.valid('json'));
    if ('kind' in coded)
      throw new ProblemError('report/refused', coded.message, [{ where: coded.where, message: coded.code }]);
    return c.json(coded, 200);
  });
}

function detailOf({ report, row }: StoredReport, linked: ReportDetail['linked']): ReportDetail {
  return {
    ...row,
    linked,
    text: report.text,
    publishedBasis: report.publishedBasis,
    byline: report.byline,
    url: report.url,
    notes: report.notes.map((note) => ({ code: note.code, message: note.message })),
  };
}
