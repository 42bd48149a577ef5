/** Acts of other times beside today's: none is melted into another. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');

const PUBLISHED = '2023-10-25';

/** Dead and day of each incident. */
const told = (text: string): string[] =>
  code(plainReport(text, PUBLISHED), knowledge).incidents.map(
    ({ harm, time }) => `${harm.killed?.best ?? '-'} dead, ${time?.start?.slice(0, 10) ?? '-'}`,
  );

const cases: readonly [what: string, text: string, expected: readonly string[]][] = [
  [
    'a month of the past',
    'A bomb exploded tonight outside the ministry in Bamako, killing two guards. In July 2022 the group bombed a bus, killing nine soldiers.',
    ['2 dead, 2023-10-25', '9 dead, 2022-07-01'],
  ],
  [
    'years ago',
    'Bombs were thrown at a bus in Bamako tonight. Some three years ago two soldiers were killed when the rebels bombed a market.',
    ['- dead, 2023-10-25', '2 dead, 2020-01-01'],
  ],
  [
    'the same act told with its day later on',
    'Gunmen killed four farmers in Mopti. The four farmers were killed on Monday, police said.',
    ['4 dead, 2023-10-23'],
  ],
];

for (const [what, text, expected] of cases) test(`eras: ${what}`, () => assert.deepEqual(told(text), expected));

const apart: readonly [what: string, text: string][] = [
  ['a stretch between two acts', 'The attack on the minister came a month after the murder of Governor Moussa Keita.'],
  [
    'a night and a day of the week before',
    'A doctor was wounded last night in an attack in Mopti. On the night of 20 October strangers placed two bombs in a hotel in Mopti.',
  ],
  [
    'other people who hit something else',
    'A couple placed a bomb in a hotel in Mopti. Members of the guild detonated two bombs in banks in Mopti.',
  ],
  [
    'two murders',
    'The front claimed the murder of the judge Amadou Diallo on Monday. Police are also looking into the murder of Moussa Keita.',
  ],
];

for (const [what, text] of apart)
  test(`eras: ${what} are two acts`, () =>
    assert.equal(code(plainReport(text, PUBLISHED), knowledge).incidents.length, 2));

test('whose an embassy is says nothing of where it was bombed', () => {
  const text = 'Terrorists tonight bombed the embassies of Norway and Sweden in Lima.';
  const [incident] = code(plainReport(text, PUBLISHED), knowledge).incidents;
  assert.equal(incident?.place?.name, 'Lima');
});
