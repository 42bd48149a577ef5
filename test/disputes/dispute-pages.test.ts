/** The pages about public disputes say what the program says: their tables are worked cases, their output is today's. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { casesOf, disputePages, rowsOf, withOutput } from '../../scripts/dispute-pages.ts';
import { failedCases } from '../../src/journey/5-assess/worked-case.ts';
import { loadActors } from '../../src/knowledge/actors.ts';
import { agreementIds, loadAgreement } from '../../src/knowledge/agreements.ts';
import { loadAssessmentCodebook } from '../../src/knowledge/assessment-codebook.ts';
import { loadWorkedCases } from '../../src/knowledge/worked-cases.ts';

const actors = loadActors('knowledge/actors');
const codebook = loadAssessmentCodebook('knowledge/codebook/assessment.yaml');
const pages = disputePages();

test('every agreement has a page, and every page an agreement', () => {
  assert.deepEqual([...pages.keys()], agreementIds('knowledge/agreements').sort());
});

for (const [id, page] of pages) {
  test(`${id}: each row of the page's table is a worked case that comes out so`, () => {
    const pack = loadAgreement(`knowledge/agreements/${id}`, new Set(actors.actors.keys()), codebook);
    const worked = loadWorkedCases(`knowledge/agreements/${id}`);
    assert.ok(pack.kind === 'loaded' && 'cases' in worked);
    const rows = rowsOf(page);
    assert.ok(rows.length >= 5);
    for (const row of rows) {
      assert.ok(row.cases.length > 0 && row.claims.length > 0, `no case or no outcome in: ${row.line}`);
      assert.deepEqual(failedCases(casesOf(row, worked.cases), pack.agreement, actors, codebook), [], row.line);
    }
  });

  test(`${id}: the commands of the page print what the page says (else npm run docs:disputes, and read the difference)`, () => {
    assert.match(page, /```sh/);
    assert.equal(page, withOutput(page));
  });

  test(`${id}: the page names its sources and what could not be checked, and where a person must decide`, () => {
    for (const part of ['## Where the machine stops', '## Sources', '## Not checked'])
      assert.ok(page.includes(part), part);
  });
}
