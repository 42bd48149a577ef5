/** Answers about reports: rows, one report with its text, and what a report tells with the words it is told in. */
import { z } from '@hono/zod-openapi';
import { codedIncident } from './coded-report-schemas.ts';
import { paged } from './paged.ts';

/** The words a span points at, with a little of the text on either side. */
export const passage = z
  .object({ start: z.int(), end: z.int(), before: z.string(), quote: z.string(), after: z.string() })
  .openapi('Passage');
export type Passage = z.infer<typeof passage>;

export const reportRow = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    source: z.string().nullable(),
    published: z.string().nullable(),
    language: z.string(),
    incidents: z.int(),
    statements: z.int(),
    story: z.string().nullable(),
    origin: z.string().nullable(),
    illustrative: z.boolean(),
    /** Set when a stage of the journey refused it. */
    refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .openapi('ReportRow');
export type ReportRow = z.infer<typeof reportRow>;

export const reportPage = paged(reportRow).openapi('ReportPage');
export type ReportPage = z.infer<typeof reportPage>;

export const reportDetail = reportRow
  .extend({
    text: z.string(),
    publishedBasis: z.string().nullable(),
    byline: z.string().nullable(),
    url: z.string().nullable(),
    notes: z.array(z.object({ code: z.string(), message: z.string() })),
    /** Incidents that its coded incidents were linked to. */
    linked: z.array(z.object({ coded: z.string(), incident: z.string() })),
  })
  .openapi('ReportDetail');
export type ReportDetail = z.infer<typeof reportDetail>;

/** What one report tells of an incident, with the words. */
export const account = z
  .object({ report: reportRow, coded: codedIncident, passages: z.array(passage) })
  .openapi('Account');

export const reportStory = z
  .object({
    /** Id of the story: its earliest report. Null while the report is not corroborated. */
    story: z.string().nullable(),
    /** Other reports that tell it, the newest first; at most 200. */
    told: z.array(reportRow),
    /** Reports that share an incident with this one and were found to tell another story; at most 200. */
    apart: z.array(reportRow),
  })
  .openapi('ReportStory');
export type ReportStory = z.infer<typeof reportStory>;
