/** Whom another sentence names took part where the people told without a name did. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainReport } from '../../../../test/plain-report.ts';
import { loadKnowledge } from '../../../knowledge/knowledge.ts';
import { code } from '../../journey.ts';

const knowledge = loadKnowledge('knowledge');

/** Doers and those hit of the first act of violence. */
function castOf(text: string): { doers: string[]; hit: string[] } {
  const { incidents } = code(plainReport(text, '2024-03-06'), knowledge);
  const act = incidents.find(({ type }) => ['killing', 'bombing', 'ground_attack', 'arson'].includes(type));
  return {
    doers: (act?.perpetrators ?? []).map(({ name, attribution }) => `${name}, ${attribution}`),
    hit: (act?.targets ?? []).map(({ name }) => name),
  };
}

const cases: readonly [fact: string, text: string, doers: string[], hit: string[]][] = [
  [
    'victims identified',
    'Gunmen killed two reporters in Goma on Monday. The victims were identified as David Lecky, director of a school, and James Donnelly.',
    ['Gunmen, stated'],
    ['two reporters', 'David Lecky', 'James Donnelly'],
  ],
  [
    'by a pronoun that could also mean the doers',
    'Gunmen killed two reporters in Goma on Monday. They were identified as David Lecky and James Donnelly.',
    ['Gunmen, stated'],
    ['two reporters', 'David Lecky', 'James Donnelly'],
  ],
  [
    'a list with ages',
    'Three people were wounded when a bomb exploded in Goma on Monday. Among the injured are Ana Mora, 23; Omar Haddad, 41, and Peter Hall.',
    [],
    ['Three people', 'Ana Mora', 'Omar Haddad', 'Peter Hall'],
  ],
  [
    'the one wounded, told nowhere else',
    'A bomb exploded in a bank in Goma on Monday. The wounded person was identified as Ana Mora, who was treated at a clinic.',
    [],
    ['bank', 'Ana Mora'],
  ],
  [
    'the suspects',
    'Two men suspected of the murder of Judge Peter Hall were arrested in Goma. Their names are Omar Haddad and David Lecky.',
    ['Two men, suspected', 'Omar Haddad, suspected', 'David Lecky, suspected'],
    ['Judge Peter Hall'],
  ],
  [
    'somebody else',
    'Gunmen attacked a bank in Goma on Monday. The mayor, identified as Peter Hall, spoke.',
    ['Gunmen, stated'],
    ['bank'],
  ],
  [
    'nobody by name',
    'Gunmen killed five people in Goma on Monday. Among the dead are three nurses.',
    ['Gunmen, stated'],
    ['five people'],
  ],
];
for (const [fact, text, doers, hit] of cases)
  test(`rolls: ${fact}`, () => {
    assert.deepEqual(castOf(text), { doers, hit });
  });
