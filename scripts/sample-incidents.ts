/** Incidents of the demonstration reports, read and linked as any report is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal } from '../src/journey/1-ingest/adapter.ts';
import { ingest } from '../src/journey/1-ingest/ingest.ts';
import { corroborate } from '../src/journey/4-corroborate/corroborate.ts';
import type { IncidentWithReports } from '../src/journey/5-assess/exchange-sides.ts';
import { code } from '../src/journey/journey.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import type { CodedReport } from '../src/model/coded-report.ts';
import { makeIngestTools } from '../src/shell/ingest-tools.ts';

export async function sampleIncidents(directory: string, knowledge: Knowledge): Promise<IncidentWithReports[]> {
  const tools = makeIngestTools();
  const coded = new Map<string, CodedReport>();
  for (const name of readdirSync(directory).sort()) {
    if (/^readme/i.test(name) || !/\.(txt|md|html|eml)$/.test(name)) continue;
    for (const result of await ingest(readFileSync(join(directory, name)), { name }, tools)) {
      if (!isRefusal(result)) coded.set(result.id, code(result, knowledge));
    }
  }
  const { incidents } = corroborate([...coded.values()], knowledge.corroboration);
  return incidents.map((incident) => ({
    incident,
    reports: new Map(
      incident.links.flatMap(({ report }) => {
        const own = coded.get(report);
        return own ? [[report, own] as const] : [];
      }),
    ),
  }));
}
