/** Withdrawal from an area by a due date: being there afterwards is tested, leaving is what the clause asks for. */
import type { ClauseTest } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';

const ON = '2020-02-10';
const PORT = { country: 'XA', lat: 0.5, lon: 12.5, radiusKm: 1 };

export const redeployment: ClauseTest = {
  id: 'forces/redeployment',
  type: 'redeployment',
  tests: 'After the due date a party brought forces into the area that it was to leave.',
  limbs: ['bearer', 'act', 'zone', 'time'],
  source:
    'Mutual redeployment within 21 days in the Hodeidah agreement of 13 December 2018; phased withdrawal in Lebanon, November 2024.',
  breachIndicated: [
    {
      says: 'troops come into the port after the due date',
      facts: { type: 'troop_deployment', by: ['north.army'], on: ON, at: PORT },
    },
  ],
  consistent: [{ says: 'the force leaves', facts: { type: 'withdrawal', by: ['north.army'], on: ON, at: PORT } }],
  indeterminate: [
    { says: 'whose troops is not told', facts: { type: 'troop_deployment', on: ON, at: PORT } },
    {
      says: 'the place is known to 80 km only',
      facts: { type: 'troop_deployment', by: ['north.army'], on: ON, at: { ...PORT, radiusKm: 80 } },
    },
    {
      says: 'a withdrawal that is only announced',
      facts: { type: 'withdrawal', by: ['north.army'], on: ON, at: PORT, modality: 'planned' },
    },
  ],
  outsideScope: [
    {
      says: 'before the due date',
      facts: { type: 'troop_deployment', by: ['north.army'], on: '2020-01-05', at: PORT },
    },
  ],
  decide: (facts, clause, terms) => weigh(facts, clause, terms),
};
