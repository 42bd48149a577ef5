/** The shape of a golden's `expected.yaml`, and the reading of all of them. See README.md in this folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type IngestTools, isRefusal } from '../../src/journey/1-ingest/adapter.ts';
import { ingest } from '../../src/journey/1-ingest/ingest.ts';
import type { Report } from '../../src/model/report.ts';

const claim = z.strictObject({
  op: z.enum(['=', '>=', '>', '<=', '<', '~', '<~', 'range', 'word', 'plural']),
  n: z.int().optional(),
  n2: z.int().optional(),
  word: z.string().optional(),
});
const interval = z.strictObject({ start: z.iso.date().optional(), end: z.iso.date().optional() });
const incident = z.strictObject({
  type: z.array(z.string()).optional(),
  trigger: z.string(),
  modality: z.enum(['asserted', 'alleged', 'denied', 'threatened', 'planned', 'hypothetical']),
  aggregate: z.boolean().default(false),
  perpetrators: z.array(z.string()).default([]),
  attributedTo: z.array(z.string()).default([]),
  place: z.string().optional(),
  time: interval.optional(),
  killed: claim.optional(),
  injured: claim.optional(),
  abducted: claim.optional(),
  targets: z.array(z.string()).default([]),
});
const statement = z.strictObject({
  kind: z.array(z.string()),
  speaker: z.string().optional(),
  quote: z.string(),
  deadline: interval.optional(),
  condition: z.string().optional(),
});
const golden = z.strictObject({
  report: z.string(),
  item: z.int().positive().default(1),
  because: z.string(),
  incidents: z.array(incident).default([]),
  statements: z.array(statement).default([]),
  nothingFrom: z.array(z.string()).default([]),
  noIncidents: z.literal(true).optional(),
  noViolence: z.literal(true).optional(),
  notes: z.array(z.string()).default([]),
});

export type ExpectedClaim = z.infer<typeof claim>;
export type ExpectedIncident = z.infer<typeof incident>;
export type ExpectedStatement = z.infer<typeof statement>;
export type Golden = z.infer<typeof golden>;

/** All goldens by case ("incidents/camp-bombed"), in order of their names. */
export function loadGoldens(): Map<string, Golden> {
  const folder = new URL('./', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('expected.yaml'),
  );
  return new Map(
    files
      .sort()
      .map((file) => [
        file.replaceAll('\\', '/').replace('/expected.yaml', ''),
        golden.parse(parse(readFileSync(new URL(file, folder), 'utf8'))),
      ]),
  );
}

/** The report that a golden is about; throws when there is none, since samples and goldens belong together. */
export async function reportOf({ report, item }: Golden, tools: IngestTools): Promise<Report> {
  const bytes = readFileSync(new URL(`../../${report}`, import.meta.url));
  const result = (await ingest(bytes, { name: basename(report) }, tools))[item - 1];
  if (result === undefined || isRefusal(result)) throw new Error(`${report} has no report ${item}`);
  return result;
}
