/** Words that an agreement forbids: incitement and hostile propaganda. */
import type { ClauseTest } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';

const ON = '2020-02-10';
const AT = { country: 'XA', lat: 5, lon: 15 };

export const speechDuty: ClauseTest = {
  id: 'speech/no-incitement',
  type: 'speech-duty',
  tests: 'A party incited hatred or spread propaganda that the clause forbids.',
  limbs: ['bearer', 'act', 'time'],
  source:
    'No hostile propaganda in the South Sudan agreement of December 2017; duties of speech in the Jeddah agreement.',
  breachIndicated: [
    { says: "a party's broadcast incites", facts: { type: 'hate_speech', by: ['north.gov'], on: ON, at: AT } },
  ],
  consistent: [],
  outsideScope: [
    {
      says: 'before the agreement began',
      facts: { type: 'hate_speech', by: ['north.gov'], on: '2019-12-01', at: AT },
    },
  ],
  indeterminate: [{ says: 'who spoke is not told', facts: { type: 'hate_speech', on: ON, at: AT } }],
  decide: (facts, clause, terms) => weigh(facts, clause, terms),
};
