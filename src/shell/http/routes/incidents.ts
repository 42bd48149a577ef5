/** Incidents: the list, one with its words and findings, the points of the map and the summary of the situation. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { determinedSubject, findingsSubject } from '../../../model/decision.ts';
import { decisionsInForce } from '../../../model/link-decisions.ts';
import type { IncidentFilter, StoredIncident } from '../../store/lists.ts';
import { accountsOf } from '../accounts.ts';
import type { AppParts } from '../app-parts.ts';
import {
  findingHistory,
  type IncidentDetail,
  incidentDetail,
  incidentPage,
  mapPoints,
  situationSummary,
} from '../contract.ts';
import {
  type IncidentFilterQuery,
  idParam,
  incidentFilter,
  incidentQuery,
  MAP_POINT_LIMIT,
} from '../request-schemas.ts';
import { defined, json, notFound, problems } from './answers.ts';
import { knownIncident } from './known-incident.ts';

/** Totals are counted up to here; beyond it a list says nothing about its length. */
const COUNT_LIMIT = 100_000;

const filterOf = (query: IncidentFilterQuery): IncidentFilter => defined(query);

const list = createRoute({
  method: 'get',
  path: '/api/v1/incidents',
  summary: 'Incidents by period, type, party, clause, outcome, place and words',
  request: { query: incidentQuery },
  responses: { 200: json(incidentPage, 'One page; `next` is the cursor of the page after it.'), ...problems },
});
const points = createRoute({
  method: 'get',
  path: '/api/v1/map/points',
  summary: 'The same incidents as points of the map',
  request: { query: incidentFilter },
  responses: { 200: json(mapPoints, 'Points with how exactly each is known.'), ...problems },
});
const summary = createRoute({
  method: 'get',
  path: '/api/v1/summary',
  summary: 'Counts by day, type, party, clause and outcome',
  request: { query: incidentFilter },
  responses: { 200: json(situationSummary, 'The situation in numbers.'), ...problems },
});
const one = createRoute({
  method: 'get',
  path: '/api/v1/incidents/{id}',
  summary: 'One incident with what each source says, in which words, and its findings',
  request: { params: idParam },
  responses: { 200: json(incidentDetail, 'The incident.'), ...notFound, ...problems },
});

const history = createRoute({
  method: 'get',
  path: '/api/v1/incidents/{id}/findings/past',
  summary: 'What the findings of an incident were before, and why they changed; also of an incident that is no more',
  request: { params: idParam },
  responses: { 200: json(findingHistory, 'The latest first.'), ...problems },
});

export function addIncidentRoutes(app: OpenAPIHono, parts: AppParts): void {
  const { store } = parts;
  app.openapi(list, async (c) => {
    const { sort, cursor, limit, counted, ...query } = c.req.valid('query');
    const filter = defined({ ...query, counted: counted === 'yes' ? true : undefined });
    const page = await store.incidents(filter, sort, defined({ cursor, limit }));
    const total = cursor === undefined ? await store.countIncidents(filter, COUNT_LIMIT) : null;
    return c.json({ ...page, total: total === COUNT_LIMIT ? null : total }, 200);
  });
  app.openapi(points, async (c) => {
    const found = await store.mapPoints(filterOf(c.req.valid('query')), MAP_POINT_LIMIT + 1);
    return c.json({ points: found.slice(0, MAP_POINT_LIMIT), truncated: found.length > MAP_POINT_LIMIT }, 200);
  });
  app.openapi(summary, async (c) => {
    const [found, counts] = await Promise.all([store.summary(filterOf(c.req.valid('query'))), store.counts()]);
    const named = (facet: { id: string; incidents: number }[], name: (id: string) => string) =>
      facet.map((entry) => ({ ...entry, name: name(entry.id) }));
    return c.json(
      {
        ...found,
        reports: counts.reports,
        types: named(found.types, (id) => id),
        outcomes: named(found.outcomes, (id) => id),
        parties: named(found.parties, parts.actorName),
        clauses: named(found.clauses, (id) => clauseTitle(parts, id)),
      },
      200,
    );
  });
  app.openapi(history, async (c) => c.json({ items: await store.pastFindings(c.req.valid('param').id) }, 200));
  app.openapi(one, async (c) =>
    c.json(await detailOf(parts, await knownIncident(store, c.req.valid('param').id)), 200),
  );
}

const clauseOf = ({ agreements }: AppParts, agreement: string, clause: string) =>
  agreements.find(({ id }) => id === agreement)?.clauses.find(({ id }) => id === clause);

function clauseTitle(parts: AppParts, path: string): string {
  const slash = path.indexOf('/');
  return clauseOf(parts, path.slice(0, slash), path.slice(slash + 1))?.title ?? path;
}

async function detailOf(parts: AppParts, { incident, row, findings }: StoredIncident): Promise<IncidentDetail> {
  const accounts = await accountsOf(parts.store, incident.links);
  const determinations = await determinationsOf(parts.store, incident.id);
  const clauses = [...new Map(findings.map((finding) => [`${finding.agreement}/${finding.clause}`, finding])).values()];
  return {
    incident,
    row,
    findings,
    determinations,
    sources: incident.links.flatMap(accounts),
    clauses: clauses.map(({ agreement, clause }) => ({
      agreement,
      id: clause,
      title: clauseOf(parts, agreement, clause)?.title ?? clause,
      checked: clauseOf(parts, agreement, clause)?.checked ?? false,
    })),
  };
}

async function determinationsOf(store: AppParts['store'], incident: string): Promise<IncidentDetail['determinations']> {
  const subject = findingsSubject(incident);
  const [decisions, now] = await Promise.all([store.decisions(), store.subjects([subject])]);
  return decisionsInForce(decisions).flatMap((decision) => {
    const about = decision.kind === 'determination' ? determinedSubject(decision) : null;
    if (about === null || about.incident !== incident || decision.finds === undefined) return [];
    const { id, finds, by, at, reason, seen } = decision;
    const { agreement, clause } = about;
    const isOverTheseFindings = seen !== undefined && seen === now.get(subject);
    return [{ decision: id, agreement, clause, finds, by, at, reason, isOverTheseFindings }];
  });
}
