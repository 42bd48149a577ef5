/** Answers about other monitors' lists and how they stand beside ours. */
import { z } from '@hono/zod-openapi';
import { COUNTED_UNITS, type CountedEvent } from '../../model/counter-list.ts';
import { incidentType, place, timeInterval } from './coded-report-schemas.ts';
import { incidentRow, range } from './incident-answers.ts';
import { paged } from './paged.ts';
import { alignmentKind } from './request-schemas.ts';

const listSummary = z
  .object({ id: z.string(), name: z.string(), mapping: z.string(), events: z.int() })
  .openapi('ListSummary');
export const listOfLists = z.object({ items: z.array(listSummary) }).openapi('ListOfLists');
export type ListOfLists = z.infer<typeof listOfLists>;

const countedEvent = z
  .object({
    id: z.string(),
    row: z.int(),
    unit: z.enum(COUNTED_UNITS),
    counter: z.string(),
    clause: z.string().nullable(),
    time: timeInterval.nullable(),
    place: place.omit({ spans: true }).nullable(),
    theirType: z.string().nullable(),
    types: z.array(incidentType),
    killed: range.nullable(),
    injured: range.nullable(),
    note: z.string().nullable(),
  })
  .openapi('CountedEvent') satisfies z.ZodType<CountedEvent>;
const listAlignment = z
  .object({
    kind: alignmentKind,
    theirs: z.array(countedEvent),
    ours: z.array(incidentRow),
    score: z.number().nullable(),
    reasons: z.array(z.string()),
    killed: z.object({
      theirs: range.nullable(),
      ours: range.nullable(),
      verdict: z.enum(['agree', 'differ', 'unknown']),
    }),
  })
  .openapi('ListAlignment');
export type ListAlignment = z.infer<typeof listAlignment>;

export const listDetail = paged(listAlignment)
  .extend({
    list: listSummary,
    /** How many alignments there are of each kind. */
    kinds: z.record(alignmentKind, z.int()),
    /** Of those with figures on both sides, how many cannot both be right. */
    differ: z.int(),
    refused: z.array(z.object({ row: z.int(), code: z.string(), message: z.string() })),
  })
  .openapi('ListDetail');
export type ListDetail = z.infer<typeof listDetail>;
