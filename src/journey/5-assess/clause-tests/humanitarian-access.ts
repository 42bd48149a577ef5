/** Aid let through or held up. A refusal is an event; a duty that lasts is judged over time, by a person. */
import type { ClauseTest } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';
import { fulfilment } from '../limbs/fulfilment.ts';

const ON = '2020-02-10';
const AT = { country: 'XA', lat: 5, lon: 15 };

export const humanitarianAccess: ClauseTest = {
  id: 'aid/access',
  type: 'humanitarian-access',
  tests: 'A party kept aid from passing through an area that it controls.',
  limbs: ['bearer', 'act', 'zone', 'time'],
  source:
    'O4 and G4 of the terms of 22 February 2016 for Syria: rapid, safe, unhindered, sustained access in areas under own control.',
  breachIndicated: [
    {
      says: 'a convoy is turned back',
      facts: { type: 'aid_obstruction', by: ['north.army'], objects: ['aid_convoy'], on: ON, at: AT },
    },
  ],
  consistent: [{ says: 'a convoy arrives', facts: { type: 'aid_delivery', by: ['relief'], on: ON, at: AT } }],
  indeterminate: [
    {
      says: 'who stopped the convoy is not told',
      facts: { type: 'aid_obstruction', objects: ['aid_convoy'], on: ON, at: AT },
    },
    {
      says: 'a delivery that is only promised',
      facts: { type: 'aid_delivery', by: ['relief'], on: ON, at: AT, modality: 'planned' },
    },
  ],
  decide: (facts, clause, terms) => weigh(facts, clause, terms, { limbs: fulfilment(facts, clause, terms) }),
};
