/** Other monitors' lists, and how each stands to our incidents. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { ListAlignment as Aligned, CounterList } from '../../../model/counter-list.ts';
import type { AppParts } from '../app-parts.ts';
import { type ListAlignment, listDetail, listOfLists } from '../contract.ts';
import { ProblemError } from '../problem.ts';
import { idParam, listQuery } from '../request-schemas.ts';
import { json, notFound, problems } from './answers.ts';

const lists = createRoute({
  method: 'get',
  path: '/api/v1/lists',
  summary: "Other monitors' lists that are kept, by name",
  responses: { 200: json(listOfLists, 'All lists.'), ...problems },
});
const one = createRoute({
  method: 'get',
  path: '/api/v1/lists/{id}',
  summary: 'One list beside our incidents: agreed, counted in another unit, only theirs, only ours',
  request: { params: idParam, query: listQuery },
  responses: { 200: json(listDetail, 'One page of alignments.'), ...notFound, ...problems },
});

export function addListRoutes(app: OpenAPIHono, parts: AppParts): void {
  const { store } = parts;
  const alignments = rememberedAlignments(parts);
  app.openapi(lists, async (c) => c.json({ items: await store.lists() }, 200));
  app.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const { kind, cursor, limit } = c.req.valid('query');
    const list = await store.list(id);
    if (list === null)
      throw new ProblemError('request/not-found', `no list has the id ${id}; they are at /api/v1/lists`);
    const all = await alignments(list);
    const asked = kind === undefined ? all : all.filter((alignment) => alignment.kind === kind);
    const from = offsetOf(cursor);
    const next = from + limit < asked.length ? String(from + limit) : null;
    const count = (of: Aligned['kind']): number => all.filter((alignment) => alignment.kind === of).length;
    return c.json(
      {
        items: await shown(parts, list, asked.slice(from, from + limit)),
        next,
        total: asked.length,
        list: { id: list.id, name: list.name, mapping: list.mapping, events: list.events.length },
        kinds: {
          agreed: count('agreed'),
          'different-unit': count('different-unit'),
          'only-theirs': count('only-theirs'),
          'only-ours': count('only-ours'),
        },
        differ: all.filter(({ killed }) => killed.verdict === 'differ').length,
        refused: list.refused,
      },
      200,
    );
  });
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,7}$/.test(cursor)) throw new ProblemError('request/cursor-invalid', 'begin again without a cursor');
  return Number(cursor);
}

/** The alignment of the list asked for last, for as long as nothing is recorded: its pages are turned one after the other. */
function rememberedAlignments({ store, align }: AppParts): (list: CounterList) => Promise<Aligned[]> {
  let known = '';
  let last: Promise<Aligned[]> | null = null;
  return async (list) => {
    const { size } = await store.ledgerRoot();
    const key = `${size} ${list.id}`;
    if (last === null || key !== known) last = align(list);
    known = key;
    last.catch(() => {
      last = null;
    });
    return last;
  };
}

async function shown({ store }: AppParts, { events }: CounterList, page: readonly Aligned[]): Promise<ListAlignment[]> {
  const rows = await store.incidentRows([...new Set(page.flatMap(({ ours }) => ours))]);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const eventOf = new Map(events.map((event) => [event.id, event]));
  return page.map(({ theirs, ours, ...alignment }) => ({
    ...alignment,
    theirs: theirs.flatMap((id) => eventOf.get(id) ?? []),
    ours: ours.flatMap((id) => rowOf.get(id) ?? []),
  }));
}
