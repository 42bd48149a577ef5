import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Incident } from '../../model/incident.ts';
import { accountFor } from './accounting.ts';
import { codedReport, count, EASTON, type IncidentFacts, NORTHFORD } from './example-reports.ts';
import { incidentOf } from './incident-of.ts';
import { NO_SOURCES } from './source-context.ts';

function incident(id: string, facts: IncidentFacts): Incident {
  const report = codedReport(id, [facts]);
  const members = report.incidents.map((coded) => ({
    report,
    coded,
    link: { report: id, coded: coded.id, origin: id, score: 1, reasons: [] },
  }));
  return incidentOf(id, members, NO_SOURCES, { beyondBelief: 1000 });
}

const MAY = ['2016-05-01', '2016-06-01'] as const;
const TOTAL: IncidentFacts = { aggregate: true, on: MAY, at: NORTHFORD, precision: 'country', killed: 20 };

const TABLE: readonly (readonly [string, IncidentFacts, IncidentFacts[], object | undefined])[] = [
  [
    'what is left over is shown',
    TOTAL,
    [{ killed: 5 }, { killed: 6, at: EASTON }],
    { incidents: ['s0', 's1'], accounted: { min: 11, max: 11 }, unaccounted: { min: 9, max: 9 }, exceeds: false },
  ],
  [
    'single incidents above the total are a contradiction',
    TOTAL,
    [{ killed: 15 }, { killed: 6 }],
    { incidents: ['s0', 's1'], accounted: { min: 21, max: 21 }, unaccounted: { min: 0, max: 0 }, exceeds: true },
  ],
  [
    'an open total can hold more',
    { ...TOTAL, killed: count(20, '>=') },
    [{ killed: 25 }],
    { incidents: ['s0'], accounted: { min: 25, max: 25 }, unaccounted: { min: 0, max: null }, exceeds: false },
  ],
  [
    'an open toll leaves nothing sure',
    TOTAL,
    [{ killed: count(5, '>=') }],
    { incidents: ['s0'], accounted: { min: 5, max: null }, unaccounted: { min: 0, max: 15 }, exceeds: false },
  ],
  ['another month is not within', TOTAL, [{ killed: 5, on: '2016-06-01' }], undefined],
  ['a stretch that begins before is not within', TOTAL, [{ killed: 5, on: ['2016-04-30', '2016-05-02'] }], undefined],
  ['another town is not within a town', { ...TOTAL, precision: 'settlement' }, [{ killed: 5, at: EASTON }], undefined],
  ['a denied one does not count', TOTAL, [{ killed: 5, modality: 'denied' }], undefined],
  ['a toll that nobody believes does not count', TOTAL, [{ killed: 5_000_000 }], undefined],
  ['another measure does not count', TOTAL, [{ injured: 5 }], undefined],
  ['another total is never added', TOTAL, [{ ...TOTAL, killed: 7, on: ['2016-05-01', '2016-05-08'] }], undefined],
];

for (const [name, total, singles, expected] of TABLE) {
  test(`totals: ${name}`, () => {
    const [found] = accountFor([
      incident('total', total),
      ...singles.map((facts, index) => incident(`s${index}`, facts)),
    ]);
    assert.deepEqual(found?.accounting, expected === undefined ? undefined : [{ measure: 'killed', ...expected }]);
    assert.equal(found?.harm.killed?.min, 20);
  });
}
