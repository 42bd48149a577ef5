/** Sentences over all CAMEO roots (`sentences.txt` beside this) keep the root, the source and the target that a reader codes; `test/journey/who-whom.test.ts` holds whole events. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { code } from '../../src/journey/journey.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { CodedReport, Participant } from '../../src/model/coded-report.ts';
import { plainReport } from '../plain-report.ts';

interface Act {
  readonly code: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
}

const knowledge = loadKnowledge('knowledge');

const wordings = ({ text }: CodedReport, parties: readonly Participant[]): string[] =>
  parties.flatMap(({ name, also, spans }) => [
    name,
    ...(also ?? []),
    ...spans.map(({ start, end }) => text.slice(start, end)),
  ]);

function actsOf(report: CodedReport): Act[] {
  return [
    ...report.incidents.map(({ codes, perpetrators, targets }) => ({
      code: codes.cameo ?? '',
      sources: wordings(report, perpetrators),
      targets: wordings(report, targets),
    })),
    ...report.statements.map(({ codes, speaker, addressees }) => ({
      code: codes.cameo ?? '',
      sources: wordings(report, speaker === null ? [] : [speaker]),
      targets: wordings(report, addressees),
    })),
  ];
}

const isAmong = (wanted: string, named: readonly string[]): boolean =>
  wanted === '-' ||
  wanted.split('/').some((one) => named.some((name) => name.toLowerCase().includes(one.toLowerCase())));

const rows = readFileSync('test/who-to-whom/sentences.txt', 'utf8')
  .split('\n')
  .filter((line) => line.includes(' :: ') && !line.startsWith('#'));

test('sentences over all roots keep root, source and target', () => {
  const wrong = rows.flatMap((row) => {
    const [expected = '', sentence = ''] = row.split(' :: ');
    const acts = actsOf(code(plainReport(sentence, '2024-03-05'), knowledge));
    const isFound = expected.split(';').every((one) => {
      const [roots = '', source = '', target = ''] = one.trim().split('|');
      return acts.some(
        (act) =>
          roots.split('/').includes(act.code.slice(0, 2)) &&
          isAmong(source, act.sources) &&
          isAmong(target, act.targets),
      );
    });
    return isFound ? [] : [row];
  });
  assert.deepEqual(wrong, []);
});
