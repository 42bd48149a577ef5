/** Ground taken while the agreement holds. */
import type { ClauseTest } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';

const ON = '2020-02-10';
const AT = { country: 'XA', lat: 5, lon: 15 };

export const noTerritorialGain: ClauseTest = {
  id: 'territory/no-gain',
  type: 'no-territorial-gain',
  tests: 'A party took ground from another party to the agreement.',
  limbs: ['bearer', 'counterparty', 'act', 'zone', 'time'],
  source:
    'O3 and G3 of the terms of 22 February 2016 for Syria; the notice period of the Jeddah agreement of May 2023.',
  breachIndicated: [
    {
      says: 'a village is taken from the other party',
      facts: { type: 'territory_seizure', by: ['north.army'], against: ['south.army'], on: ON, at: AT },
    },
  ],
  consistent: [],
  indeterminate: [
    {
      says: 'from whom it was taken is not told',
      facts: { type: 'territory_seizure', by: ['north.army'], on: ON, at: AT },
    },
    {
      says: 'only alleged',
      facts: {
        type: 'territory_seizure',
        by: ['north.army'],
        against: ['south.army'],
        on: ON,
        at: AT,
        modality: 'alleged',
      },
    },
  ],
  outsideScope: [
    {
      says: 'taken from an excluded group',
      facts: { type: 'territory_seizure', by: ['north.army'], against: ['raiders'], on: ON, at: AT },
    },
  ],
  decide: (facts, clause, terms) => weigh(facts, clause, terms),
};
