/** Writes docs/reference/clauses.md from the clause types and the clause tests. `node scripts/clause-reference.ts [--check]`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClauseTest, TableCase } from '../src/journey/5-assess/clause-test.ts';
import { CLAUSE_TESTS } from '../src/journey/5-assess/clause-tests.ts';
import { CLAUSE_TYPES, type ClauseDetails, type ClauseType } from '../src/model/agreement.ts';

/** For types that no event is tested against: what they are for. */
const READ_ONLY: Partial<Record<ClauseType, string>> = {
  'permitted-act': 'What a party may do. Raised as an exception of the clauses that list it.',
  'excluded-actors':
    'Who is outside the agreement and not protected by it. Raised as an exception of the clauses that list it.',
  'party-adherence': 'How a party enters. The facts stand in parties.yaml.',
  'associated-forces':
    'For whose forces a party answers. The facts stand in parties.yaml and in the register of actors.',
  'temporal-scope': 'When the agreement holds. The facts stand in calendar.yaml.',
  'geographic-scope': 'Where the agreement holds. The facts stand in areas.geojson.',
  procedure: 'Steps that the parties or a body take on a complaint.',
  consequence: 'What follows from a breach. Determined by people.',
  definition: 'What a word of the agreement means.',
  evaluation: 'When and by whom the agreement is reviewed or renewed.',
};

/** What each type adds under `details`; a field that is missing here does not compile. */
const DETAILS: { readonly [T in ClauseType]: { readonly [F in keyof ClauseDetails[T]]: string } } = {
  'prohibited-act': {
    verb: '`any` (the default): only an exception helps; `offensive`: a defensive act is outside the verb',
    attempts: '`true`: a failed try counts; else it is open',
  },
  'permitted-act': { conditions: 'what must be so', notify: 'who is to be told' },
  'self-defence': {
    windowHours: 'how long after an attack an answer is one; kept for readers, not tested',
    proportionate: 'whether the document asks for proportion (the default); a person judges it',
  },
  'excluded-actors': { authority: 'who excludes them; the list itself stands in parties.yaml' },
  'party-adherence': { channel: 'how a party says that it accepts' },
  'associated-forces': { parent: 'the actor that answers', control: 'by what its forces are known' },
  'temporal-scope': { extension: 'how it may be prolonged', noticeHours: 'hours from signing to the start' },
  'geographic-scope': { outside: 'what the document says of acts elsewhere' },
  'withdrawal-distance': {
    bands: 'for each means family the `km` that it must stand away',
    lines: 'for each side the line that it is measured from',
  },
  'freeze-in-place': {
    baseline: 'which positions',
    authorised: 'movements that are allowed; list the permitted-act in `exceptions`',
  },
  'no-territorial-gain': { baseline: 'which control of ground' },
  redeployment: { to: 'where forces go', receiving: 'who takes over' },
  'exclusive-presence': { allowed: 'actor ids that may be armed there' },
  'humanitarian-access': { delayHours: 'after how long a delay is a denial; kept for readers, not tested' },
  'protected-persons': { categories: 'whom or what it protects, in words' },
  detainees: { duty: 'what is to be done, by when' },
  'political-step': { dueRule: 'by when, relative to what' },
  'speech-duty': { duty: 'what may not be said, or must be' },
  prevention: {
    thirdParties: 'actor ids that are to be kept from acting',
    effort: 'what would show that it was tried',
  },
  'monitor-access': { body: 'actor ids of the monitoring body' },
  procedure: { steps: 'the steps in order' },
  consequence: { remedy: 'what may follow' },
  definition: { term: 'the word', test: 'how it is told' },
  evaluation: { date: 'a local date or instant', deciders: 'who decides' },
};

export function clauseReference(): string {
  const lines = [
    '# Clause types',
    '',
    'The 24 types of clause (domain guide, section 2.3) and how each is tested. Written by `npm run docs:clauses` from',
    '`src/model/agreement.ts` and `src/journey/5-assess/clause-tests/`; every example below is executed by the tests, as written',
    'and with the sides exchanged. What the limbs ask: [findings](findings.md). How to write a clause:',
    '[drafting agreements](../guide/drafting-agreements.md).',
    '',
  ];
  for (const [index, type] of CLAUSE_TYPES.entries()) {
    lines.push(`## ${index + 1}. \`${type}\``, '');
    const test = CLAUSE_TESTS.find((one) => one.type === type);
    const details = Object.entries(DETAILS[type]).map(([field, means]) => `\`${field}\` (${means})`);
    lines.push(
      ...(test === undefined ? [`Not tested by events. ${READ_ONLY[type] ?? ''}`.trim(), ''] : testLines(test)),
      `Details: ${details.join('; ')}.`,
      '',
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function testLines(test: ClauseTest): string[] {
  const tables: [string, readonly TableCase[]][] = [
    ['breach-indicated', test.breachIndicated],
    ['exception-claimed', test.exceptionClaimed ?? []],
    ['consistent', test.consistent],
    ['outside-scope', test.outsideScope ?? []],
    ['indeterminate', test.indeterminate],
  ];
  const examples = tables
    .filter(([, cases]) => cases.length > 0)
    .map(([outcome, cases]) => `- ${outcome}: ${cases.map((one) => one.says).join('; ')}.`);
  return [
    `${test.tests} Rule \`${test.id}\`, on ${test.limbs.join(', ')}.`,
    '',
    `Follows: ${test.source}`,
    '',
    ...examples,
    '',
  ];
}

const path = join(import.meta.dirname, '..', 'docs', 'reference', 'clauses.md');
if (import.meta.main) {
  if (process.argv.includes('--check')) process.exitCode = readFileSync(path, 'utf8') === clauseReference() ? 0 : 1;
  else writeFileSync(path, clauseReference());
}
