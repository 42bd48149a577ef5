/** What hangs on what is open in an incident, and what would be if it had happened elsewhere. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { AskedPlace } from '../../../knowledge/asked-place.ts';
import type { Agreement } from '../../../model/agreement.ts';
import type { CodedReport } from '../../../model/coded-report.ts';
import type { StoredIncident } from '../../store/lists.ts';
import type { AppParts } from '../app-parts.ts';
import { type Elsewhere, elsewhereAnswer, type WhatIf, whatIfAnswer } from '../contract.ts';
import { ProblemError } from '../problem.ts';
import { elsewhereQuery, idParam } from '../request-schemas.ts';
import { json, notFound, problems } from './answers.ts';
import { knownIncident } from './known-incident.ts';

const suppositions = createRoute({
  method: 'get',
  path: '/api/v1/incidents/{id}/what-if',
  summary:
    'Which outcomes would be others if an open limb came out one way, if it happened at the edge of its area, or if one list of who accepted counted alone',
  request: { params: idParam },
  responses: { 200: json(whatIfAnswer, 'One assumption at a time; stored nowhere.'), ...notFound, ...problems },
});

const elsewhere = createRoute({
  method: 'get',
  path: '/api/v1/incidents/{id}/what-if/elsewhere',
  summary: 'What every clause would come to if the incident had happened at another place',
  request: { params: idParam, query: elsewhereQuery },
  responses: { 200: json(elsewhereAnswer, 'Clause by clause; stored nowhere.'), ...notFound, ...problems },
});

export function addWhatIfRoutes(app: OpenAPIHono, parts: AppParts): void {
  const { store } = parts;
  app.openapi(suppositions, async (c) =>
    c.json(await whatIfOf(parts, await knownIncident(store, c.req.valid('param').id)), 200),
  );
  app.openapi(elsewhere, async (c) => {
    const { place, choice } = c.req.valid('query');
    const stored = await knownIncident(store, c.req.valid('param').id);
    const places = parts.askedPlaces(place, stored.incident.place?.country ?? null);
    const chosen = choice === undefined ? places[0] : places.find((one) => one.place === choice);
    if (chosen === undefined)
      throw new ProblemError(
        'request/not-found',
        `no place is known by "${place}"; give another spelling, or coordinates such as 33.46, 36.23 (latitude first)`,
      );
    return c.json(await elsewhereOf(parts, stored, chosen, places), 200);
  });
}

/** Under the agreements that the incident has findings under; others it does not touch. */
async function whatIfOf(parts: AppParts, { incident, findings }: StoredIncident): Promise<WhatIf> {
  const coded = await codingsOf(parts, incident);
  const touched = parts.agreements.filter(({ id }) => findings.some(({ agreement }) => agreement === id));
  return {
    items: touched.flatMap((agreement) =>
      parts.whatIf(incident, coded, agreement).map(({ assumption, reason, changes }) => ({
        agreement: agreement.id,
        name: agreement.name,
        assumption,
        reason,
        changes: changes.map((change) => ({ ...change, title: titleOf(agreement, change.clause) })),
      })),
    ),
  };
}

/** Under every agreement that touches the incident where it is, or would touch it there. */
async function elsewhereOf(
  parts: AppParts,
  { incident }: StoredIncident,
  place: AskedPlace,
  places: readonly AskedPlace[],
): Promise<Elsewhere> {
  const coded = await codingsOf(parts, incident);
  const items = parts.agreements.map((agreement) => ({
    agreement: agreement.id,
    name: agreement.name,
    clauses: parts.whatIfElsewhere(place, incident, coded, agreement).map((turn) => ({
      ...turn,
      title: titleOf(agreement, turn.clause),
    })),
  }));
  return {
    place,
    others: places.filter((one) => one !== place),
    items: items.filter(({ clauses }) => clauses.some(({ from, to }) => isWithin(from) || isWithin(to))),
  };
}

const isWithin = (outcome: string): boolean => outcome !== 'outside-scope' && outcome !== 'no finding';

async function codingsOf(
  { store }: AppParts,
  { links }: StoredIncident['incident'],
): Promise<Map<string, CodedReport>> {
  const codings = await store.codings([...new Set(links.map(({ report }) => report))]);
  return new Map(codings.map((coding) => [coding.id, coding]));
}

const titleOf = ({ clauses }: Agreement, clause: string): string =>
  clauses.find(({ id }) => id === clause)?.title ?? clause;
