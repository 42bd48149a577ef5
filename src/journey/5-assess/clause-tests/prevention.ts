/** A party must keep others from acting. That they acted is seen; whether it did what it could is for a person. */
import type { Clause } from '../../../model/agreement.ts';
import type { ClauseTest } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';
import type { Facts } from '../facts.ts';
import { act } from '../limbs/act.ts';
import { say } from '../reason.ts';
import type { Terms } from '../terms.ts';
import { met, unknown } from '../three-valued.ts';

const ON = '2020-02-10';
const AT = { country: 'XA', lat: 5, lon: 15 };

export const prevention: ClauseTest = {
  id: 'prevention/third-party',
  type: 'prevention',
  tests: 'A third party acted that the bearer was to keep from acting.',
  limbs: ['bearer', 'counterparty', 'act', 'zone', 'time'],
  source: 'The duty to prevent operations by armed groups in the announcement of 26 November 2024 for Lebanon.',
  breachIndicated: [],
  consistent: [],
  indeterminate: [
    {
      says: 'the third party attacked; what the bearer did about it is not told',
      facts: { type: 'shelling', by: ['north.militia'], against: ['south.army'], on: ON, at: AT },
    },
  ],
  outsideScope: [
    {
      says: 'before the start',
      facts: { type: 'shelling', by: ['north.militia'], against: ['south.army'], on: '2019-12-01', at: AT },
    },
  ],
  decide: (facts, clause, terms) => {
    const third = thirdParty(facts, clause, terms);
    if (third === undefined || clause.type !== 'prevention') return null;
    const done = act(facts, clause, terms);
    const effort =
      done.value === 'met'
        ? unknown(
            say('act/prevention', { third: third.name }),
            say('given/words', { words: clause.details.effort }),
            done.spans,
          )
        : done;
    const bearers = clause.bearers.map((id) => terms.standing(id).name).join(', ');
    const duty = met(say('bearer/duty-over', { bearers, third: third.name }), third.spans);
    return weigh(facts, clause, terms, { limbs: { bearer: duty, act: effort }, bearers: clause.bearers });
  },
};

function thirdParty({ accused }: Facts, clause: Clause, { standing }: Terms): Facts['accused'][number] | undefined {
  const named = clause.type === 'prevention' ? clause.details.thirdParties : [];
  return accused.find(
    (one) =>
      one.actor !== null &&
      one.certainty !== 'denied_by_itself' &&
      standing(one.actor).chain.some((id) => named.includes(id)),
  );
}
