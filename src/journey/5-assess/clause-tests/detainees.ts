/** Release of people held: what carries the duty out can be seen in events; that it is not carried out shows only over time. */
import type { ClauseTest } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';
import { fulfilment } from '../limbs/fulfilment.ts';

const ON = '2020-02-10';
const AT = { country: 'XA', lat: 5, lon: 15 };

export const detainees: ClauseTest = {
  id: 'detainees/release',
  type: 'detainees',
  tests: 'People held were released, or were taken where the clause forbids it.',
  limbs: ['bearer', 'act', 'zone', 'time'],
  source: 'The detainee term of 22 February 2016 for Syria (A6); prisoner exchange in Minsk and Stockholm.',
  breachIndicated: [
    {
      says: 'people are taken where the clause forbids it',
      facts: { type: 'abduction', by: ['north.army'], against: ['civilians'], on: ON, at: AT },
    },
  ],
  consistent: [
    { says: 'prisoners are released', facts: { type: 'prisoner_release', by: ['north.gov'], on: ON, at: AT } },
  ],
  indeterminate: [
    { says: 'who took them is not told', facts: { type: 'abduction', against: ['civilians'], on: ON, at: AT } },
  ],
  outsideScope: [
    {
      says: 'people are taken in another country',
      facts: {
        type: 'abduction',
        by: ['north.army'],
        against: ['civilians'],
        on: ON,
        at: { country: 'XB', lat: 5, lon: 40 },
      },
    },
  ],
  decide: (facts, clause, terms) => weigh(facts, clause, terms, { limbs: fulfilment(facts, clause, terms) }),
};
