/** The goldens themselves: every file has the right shape, and every quotation in it stands in the report it is about. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeIngestTools } from '../../src/shell/ingest-tools.ts';
import { type Golden, loadGoldens, reportOf } from './expectation.ts';

const tools = makeIngestTools();
const goldens = loadGoldens();

const quotesOf = ({ incidents, statements }: Golden): string[] => [
  ...incidents.flatMap(({ trigger, place, perpetrators, attributedTo }) => [
    trigger,
    place ?? trigger,
    ...perpetrators,
    ...attributedTo,
  ]),
  ...statements.flatMap(({ quote, speaker, condition }) => [quote, speaker ?? quote, condition ?? quote]),
];

for (const [name, golden] of goldens) {
  test(`golden ${name} quotes its report`, async () => {
    const { title, text } = await reportOf(golden, tools);
    const words = `${title}\n${text}`.toLowerCase();
    assert.deepEqual(
      quotesOf(golden).filter((quote) => !words.includes(quote.toLowerCase())),
      [],
    );
  });
}

test('there are at least 25 goldens, each about a report of its own', () => {
  assert.ok(goldens.size >= 25);
  const subjects = Array.from(goldens.values(), ({ report, item }) => `${report} ${item}`);
  assert.equal(new Set(subjects).size, goldens.size);
});
