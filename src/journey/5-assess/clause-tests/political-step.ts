/** Talks, laws, elections: seen when they happen. That a step was missed follows from its due date, not from an event. */
import type { ClauseTest } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';
import { fulfilment } from '../limbs/fulfilment.ts';
import { notApplicable } from '../three-valued.ts';

const ON = '2020-02-10';
const AT = { country: 'XA', lat: 5, lon: 15 };

export const politicalStep: ClauseTest = {
  id: 'political/step',
  type: 'political-step',
  tests: 'A political step that the clause asks for took place.',
  limbs: ['bearer', 'act', 'time'],
  source:
    'Dialogue and legislation with deadlines in the Minsk package of measures; readiness for talks in O1 and G1 for Syria.',
  breachIndicated: [],
  consistent: [
    { says: 'talks are held', facts: { type: 'talks', by: ['north.gov'], against: ['south.gov'], on: ON, at: AT } },
  ],
  indeterminate: [
    {
      says: 'talks that are only planned',
      facts: { type: 'talks', by: ['north.gov'], against: ['south.gov'], on: ON, at: AT, modality: 'planned' },
    },
  ],
  outsideScope: [
    {
      says: 'talks before the agreement began',
      facts: { type: 'talks', by: ['north.gov'], against: ['south.gov'], on: '2019-12-01', at: AT },
    },
  ],
  // Talks may be held anywhere: the zone of the agreement says where fighting stops, not where people meet.
  decide: (facts, clause, terms) =>
    weigh(facts, clause, terms, {
      limbs: { ...fulfilment(facts, clause, terms), zone: notApplicable('zone/anywhere') },
    }),
};
