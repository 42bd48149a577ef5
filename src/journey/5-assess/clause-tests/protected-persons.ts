/** Civilians, medical and humanitarian people and objects: protected whoever is at war with whom. */
import type { ClauseTest } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';

const ON = '2020-02-10';
const AT = { country: 'XA', lat: 5, lon: 15 };

export const protectedPersons: ClauseTest = {
  id: 'protected/persons-and-objects',
  type: 'protected-persons',
  tests: 'A party attacked or harmed persons or objects that the clause protects.',
  limbs: ['bearer', 'counterparty', 'act', 'zone', 'time'],
  source:
    'Paragraph 13 of Security Council resolution 2254 (2015); the commitments on civilians in the Jeddah and South Sudan agreements.',
  breachIndicated: [
    {
      says: 'a market is bombed',
      facts: {
        type: 'air_strike',
        by: ['north.airforce'],
        against: ['civilians'],
        objects: ['market'],
        on: ON,
        at: AT,
      },
    },
    {
      says: 'the excuse that an excluded group was there is none under this clause',
      facts: {
        type: 'air_strike',
        by: ['north.airforce'],
        against: ['civilians'],
        on: ON,
        at: AT,
        claims: [{ by: 'north.gov', words: 'the target was a camp of raiders' }],
      },
    },
  ],
  consistent: [],
  indeterminate: [
    {
      says: 'a town is shelled, and who was hit is not told',
      facts: { type: 'shelling', by: ['north.army'], objects: ['civilian_area'], on: ON, at: AT },
    },
    { says: 'whose aircraft is not told', facts: { type: 'air_strike', against: ['civilians'], on: ON, at: AT } },
    {
      says: 'a mine, laid nobody knows when',
      facts: { type: 'mine_or_uxo', by: ['north.army'], against: ['civilians'], on: ON, at: AT },
    },
  ],
  outsideScope: [
    {
      says: 'civilians killed by a group that the agreement does not bind',
      facts: { type: 'bombing', by: ['raiders'], against: ['civilians'], on: ON, at: AT },
    },
  ],
  decide: (facts, clause, terms) => weigh(facts, clause, terms),
};
