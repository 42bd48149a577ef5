/**
 * A thread program with a coder of one rule, so that the jobs can be tested by themselves: "DAY MONTH: KIND in TOWN" is an
 * incident, "N killed" is its toll. The text "break the coder" makes it throw, "end the thread" and "never end" do so.
 */

import { ingest } from '../../src/journey/1-ingest/ingest.ts';
import type { CodedIncident } from '../../src/model/coded-report.ts';
import type { Report } from '../../src/model/report.ts';
import { makeIngestTools } from '../../src/shell/ingest-tools.ts';
import { serveTasks } from '../../src/shell/jobs/serve-tasks.ts';
import { codedIncident, coding } from '../contract/sample-data.ts';

const TOWNS: Record<string, { latitude: number; longitude: number }> = {
  Alder: { latitude: 35, longitude: 36 },
  Birch: { latitude: 36.5, longitude: 37 },
  Cedar: { latitude: 33, longitude: 38.5 },
};
const RULE = /(2016-\d\d-\d\d): (shelling|air_strike) in (Alder|Birch|Cedar)(?:, (\d+) killed)?/g;

function incidentsOf({ text }: Report): CodedIncident[] {
  return [...text.matchAll(RULE)].map((match, index) => {
    const [, day = '', type, town = '', killed] = match;
    const span = { start: match.index, end: match.index + match[0].length };
    const end = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    const count = Number(killed);
    return codedIncident(`i${index}`, {
      type: type === 'shelling' ? 'shelling' : 'air_strike',
      trigger: [span],
      place: {
        place: town,
        name: town,
        country: 'XA',
        admin1: null,
        precision: 'settlement',
        spans: [span],
        ...(TOWNS[town] ?? { latitude: null, longitude: null }),
      },
      time: { start: day, end, precision: 'day', spans: [span] },
      harm:
        killed === undefined
          ? {}
          : { killed: { claim: { op: '=', n: count }, min: count, best: count, max: count, spans: [span] } },
    });
  });
}

const tools = makeIngestTools();
serveTasks({
  knowledge: 'small',
  read: (bytes, hints) => ingest(bytes, hints, tools),
  code: (report) => {
    if (report.text.includes('break the coder')) throw new Error('asked to');
    if (report.text.includes('end the thread')) process.exit(3);
    while (report.text.includes('never end'));
    return coding(report, {
      incidents: incidentsOf(report),
      statements: [],
      coder: { name: 'small', version: '1', knowledge: 'small' },
    });
  },
});
