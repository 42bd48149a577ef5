import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ingest } from '../../src/journey/1-ingest/ingest.ts';
import { corroborate } from '../../src/journey/4-corroborate/corroborate.ts';
import { assessor } from '../../src/journey/5-assess/assess.ts';
import { code } from '../../src/journey/journey.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { makeIngestTools } from '../../src/shell/ingest-tools.ts';

/** A real article of June 2016 that stands beside the repository and is not part of it. */
const article = '../shared/reports/kerry-2016.txt';
const options = existsSync(article) ? {} : { skip: `${article} is not there; it may not be kept in the repository` };

async function coded() {
  const [report] = await ingest(
    readFileSync(article),
    { name: 'article.txt', published: '2016-06-15' },
    makeIngestTools(),
  );
  assert.ok(report !== undefined && !('kind' in report));
  return code(report, loadKnowledge('knowledge'));
}

test('the article: the strike on the market with its toll, day, culprit and evidence', options, async () => {
  const { incidents } = await coded();
  const strike = incidents.find((incident) => incident.targets.some((target) => target.object === 'market'));
  assert.ok(strike !== undefined);
  assert.equal(strike.type, 'air_strike');
  assert.equal(strike.aggregate, false);
  assert.deepEqual(strike.perpetrators.map(({ actor }) => actor)[0], 'ru.airforce');
  assert.deepEqual(strike.harm.killed?.claim, { op: '>=', n: 30 });
  assert.deepEqual(
    strike.harm.killed?.of?.map(({ who, claim }) => ({ who, claim })),
    [{ who: 'children', claim: { op: '=', n: 5 } }],
  );
  assert.equal(strike.place?.name, 'Idlib');
  assert.match(strike.time?.start ?? '', /^2016-06-12/);
  assert.match(strike.time?.end ?? '', /^2016-06-12T19:/);
  assert.ok(strike.evidence.some(({ kind, by }) => kind === 'photo' && by === 'Syrian activists'));
  assert.ok(strike.targets.some((target) => target.object === 'building' && target.damage === 'destroyed'));
});

test(
  'the article: earlier strikes are a sum, the general allegation is no single event, the truce has its start',
  options,
  async () => {
    const { incidents } = await coded();
    const earlier = incidents.find((incident) => incident.aggregate && incident.harm.killed !== undefined);
    assert.deepEqual(earlier?.harm.killed?.claim, { op: '>', n: 100 });
    assert.deepEqual(earlier?.harm.injured?.claim, { op: 'word', word: 'hundreds' });
    assert.ok(
      incidents.some(
        (incident) => incident.aggregate && incident.targets.some((target) => target.object === 'civilian_area'),
      ),
    );
    assert.equal(incidents.find((incident) => incident.type === 'ceasefire_start')?.time?.start, '2016-02-27');
    assert.ok(
      incidents.every((incident) => incident.modality === 'asserted'),
      'nothing out of what is only demanded, warned of or hoped for',
    );
  },
);

test('the article: five statements of one speaker and the justification of a party', options, async () => {
  const { statements } = await coded();
  const ofSecretary = statements.filter((statement) => /Kerry/.test(statement.speaker?.name ?? ''));
  assert.deepEqual(
    ofSecretary.map(({ kind }) => kind),
    ['demand', 'warning', 'threat', 'assessment', 'expectation'],
  );
  assert.deepEqual(
    ofSecretary[0]?.addressees.map(({ actor }) => actor),
    ['ru.gov', 'sy.gov'],
  );
  assert.deepEqual([ofSecretary[4]?.deadline?.start, ofSecretary[4]?.deadline?.end], ['2016-06-15', '2016-06-30']);
  assert.deepEqual(
    statements.filter(({ kind }) => kind === 'justification').map(({ speaker }) => speaker?.actor),
    ['ru.gov'],
  );
});

test(
  'the article: one clause is indicated for the strike, another stays open and says what would settle it',
  options,
  async () => {
    const knowledge = loadKnowledge('knowledge');
    const report = await coded();
    const agreement = knowledge.agreements.get('syria-2016');
    assert.ok(agreement !== undefined);
    const { incidents } = corroborate([report], knowledge.corroboration);
    const strike = incidents.find((incident) => incident.targets.some((target) => target.object === 'market'));
    assert.ok(strike !== undefined);
    const findings = assessor(
      agreement,
      knowledge.actors,
      knowledge.assessment,
    )(strike, new Map([[report.id, report]]));
    const outcome = new Map(findings.map((finding) => [finding.clause, finding]));
    assert.equal(outcome.get('A1')?.outcome, 'breach-indicated');
    assert.equal(outcome.get('G2')?.outcome, 'indeterminate');
    assert.equal(outcome.get('G2')?.limbs.counterparty.value, 'unknown');
    assert.ok((outcome.get('G2')?.limbs.counterparty.wouldSettle ?? '') !== '');
  },
);
