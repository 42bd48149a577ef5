/** Monitors move freely and unharmed. */
import type { ClauseTest } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';
import { counterparty } from '../limbs/counterparty.ts';
import { fulfilment } from '../limbs/fulfilment.ts';

const ON = '2020-02-10';
const AT = { country: 'XA', lat: 5, lon: 15 };

export const monitorAccess: ClauseTest = {
  id: 'monitoring/freedom-of-movement',
  type: 'monitor-access',
  tests: 'A party stopped, attacked or held monitors, or let them pass.',
  limbs: ['bearer', 'counterparty', 'act', 'zone', 'time'],
  source:
    'Monitoring by the OSCE in point 3 of the Minsk package of measures; the Redeployment Coordination Committee in Hodeidah.',
  breachIndicated: [
    {
      says: 'observers are turned back',
      facts: { type: 'movement_restriction', by: ['north.army'], against: ['observers'], on: ON, at: AT },
    },
  ],
  consistent: [{ says: 'observers visit', facts: { type: 'monitoring_visit', by: ['observers'], on: ON, at: AT } }],
  indeterminate: [
    {
      says: 'who turned them back is not told',
      facts: { type: 'movement_restriction', against: ['observers'], on: ON, at: AT },
    },
    {
      says: 'whose way was closed is not told',
      facts: { type: 'movement_restriction', by: ['north.army'], on: ON, at: AT },
    },
  ],
  decide: (facts, clause, terms) => {
    const isTied = clause.fulfils.includes(facts.incident.type) || facts.incident.type === 'movement_restriction';
    // Attacks are many, and attacks on monitors few: only those that are told to have hit monitors concern the clause.
    if (!isTied && counterparty(facts, clause, terms).value !== 'met') return null;
    return weigh(facts, clause, terms, { limbs: fulfilment(facts, clause, terms) });
  },
};
