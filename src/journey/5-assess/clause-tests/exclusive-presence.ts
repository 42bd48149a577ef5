/** An area in which only named forces may be armed. */
import type { Clause } from '../../../model/agreement.ts';
import type { ClauseTest } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';
import type { Facts } from '../facts.ts';
import type { Terms } from '../terms.ts';
import { notMet } from '../three-valued.ts';

const ON = '2020-02-10';
const STRIP = { country: 'XA', lat: 0.5, lon: 14.5, radiusKm: 1 };

export const exclusivePresence: ClauseTest = {
  id: 'arms/exclusive-presence',
  type: 'exclusive-presence',
  tests: 'A force that is not among those allowed was armed in the area.',
  limbs: ['bearer', 'act', 'zone', 'time'],
  source:
    'Only the official forces of Lebanon armed south of the Litani: announcement of 26 November 2024 and resolution 1701.',
  breachIndicated: [
    {
      says: 'weapons of a party in the strip',
      facts: { type: 'weapons_placement', by: ['north.army'], on: ON, at: STRIP },
    },
  ],
  consistent: [
    {
      says: 'an allowed force of the side',
      facts: { type: 'troop_deployment', by: ['north.police'], on: ON, at: STRIP },
    },
  ],
  indeterminate: [
    {
      says: 'near the edge of the strip',
      facts: {
        type: 'weapons_placement',
        by: ['north.army'],
        on: ON,
        at: { country: 'XA', lat: 0.5, lon: 15.01, radiusKm: 5 },
      },
    },
    { says: 'whose weapons is not told', facts: { type: 'weapons_placement', on: ON, at: STRIP } },
  ],
  decide: (facts, clause, terms) =>
    weigh(facts, clause, terms, isAllowed(facts, clause, terms) ? { limbs: { act: notMet('act/all-allowed') } } : {}),
};

function isAllowed({ accused }: Facts, clause: Clause, { standing }: Terms): boolean {
  const allowed = clause.type === 'exclusive-presence' ? clause.details.allowed : [];
  return (
    accused.length > 0 &&
    accused.every(({ actor }) => actor !== null && standing(actor).chain.some((id) => allowed.includes(id)))
  );
}
