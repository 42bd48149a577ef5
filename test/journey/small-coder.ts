/** A coder of one rule, so that the jobs can be tested by themselves: "DAY: KIND in TOWN" is an incident, "N killed" its toll. */
import type { CodedIncident, CodedReport } from '../../src/model/coded-report.ts';
import type { Report } from '../../src/model/report.ts';
import { codedIncident, coding } from '../contract/sample-data.ts';

export function smallCoder(report: Report): CodedReport {
  return coding(report, {
    incidents: incidentsOf(report),
    statements: [],
    coder: { name: 'small', version: '1', knowledge: 'small' },
  });
}

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
