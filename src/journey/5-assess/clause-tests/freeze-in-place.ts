/** Forces stay where they are; movements that the agreement authorises are an exception to be shown. */
import type { ClauseTest } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';

const ON = '2020-02-10';
const AT = { country: 'XA', lat: 5, lon: 15 };

export const freezeInPlace: ClauseTest = {
  id: 'forces/freeze-in-place',
  type: 'freeze-in-place',
  tests: 'A party moved or reinforced forces where the clause freezes them.',
  limbs: ['bearer', 'act', 'zone', 'time', 'exception'],
  source:
    'Freeze in place in the South Sudan agreement of December 2017; no reinforcement in the Hodeidah agreement of December 2018.',
  breachIndicated: [
    { says: 'weapons are brought in', facts: { type: 'weapons_placement', by: ['north.army'], on: ON, at: AT } },
  ],
  consistent: [],
  indeterminate: [
    {
      says: 'troops move, which may be a rotation that the agreement allows',
      facts: { type: 'troop_deployment', by: ['north.army'], on: ON, at: AT },
    },
    { says: 'who moved is not told', facts: { type: 'weapons_placement', on: ON, at: AT } },
    {
      says: 'only threatened',
      facts: { type: 'weapons_placement', by: ['north.army'], on: ON, at: AT, modality: 'threatened' },
    },
  ],
  outsideScope: [
    {
      says: 'before the agreement began',
      facts: { type: 'weapons_placement', by: ['north.army'], on: '2019-12-01', at: AT },
    },
  ],
  decide: (facts, clause, terms) => weigh(facts, clause, terms),
};
