/** Force in self-defence: allowed only in proportion. It is asked about only where self-defence is claimed. */
import type { ClauseTest } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';
import { notApplicable, unknown } from '../three-valued.ts';

const ON = '2020-02-10';
const AT = { country: 'XA', lat: 5, lon: 15 };

export const selfDefence: ClauseTest = {
  id: 'force/proportionate',
  type: 'self-defence',
  tests: 'A party that answers in self-defence uses no more force than the threat requires.',
  limbs: ['bearer', 'act', 'zone', 'time'],
  source:
    'The proportionality terms of 22 February 2016 for Syria (O5 and G5 of the domain guide); who judges proportion is a person.',
  breachIndicated: [],
  consistent: [],
  indeterminate: [
    {
      says: 'self-defence is claimed; the reports do not show proportion',
      facts: {
        type: 'shelling',
        by: ['north.army'],
        against: ['south.army'],
        on: ON,
        at: AT,
        claims: [{ by: 'north.army', words: 'our guns returned fire' }],
      },
    },
  ],
  outsideScope: [
    {
      says: 'self-defence is claimed for an act before the agreement began',
      facts: {
        type: 'shelling',
        by: ['north.army'],
        against: ['south.army'],
        on: '2019-12-01',
        at: AT,
        claims: [{ by: 'north.army', words: 'our guns returned fire' }],
      },
    },
  ],
  decide: (facts, clause, terms) => {
    const claim = facts.excuses().find((excuse) => excuse.kind === 'self-defence' && excuse.specific);
    if (claim === undefined) return null;
    const proportion = unknown('act/proportion', 'settle/proportion', claim.spans);
    return weigh(facts, clause, terms, {
      limbs: { act: proportion, exception: notApplicable('exception/is-limit') },
    });
  },
};
