/** Talks, laws, elections: seen when they happen. That a step was missed follows from its due date, not from an event. */
import type { ClauseTest, Limbs } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';
import type { Facts } from '../facts.ts';
import { bearer } from '../limbs/bearer.ts';
import type { Terms } from '../terms.ts';
import { type Limb, notApplicable, unknown } from '../three-valued.ts';

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
    { says: 'who took part in the talks is not told', facts: { type: 'talks', on: ON, at: AT } },
  ],
  outsideScope: [
    {
      says: 'talks before the agreement began',
      facts: { type: 'talks', by: ['north.gov'], against: ['south.gov'], on: '2019-12-01', at: AT },
    },
  ],
  decide: (facts, clause, terms) => {
    const { limb } = bearer(facts, clause, terms);
    const isStep = clause.fulfils.includes(facts.incident.type);
    // Elders who meet carry out no duty of the parties, and talks of nobody known in another war are no matter of this agreement.
    if (isStep && (limb.value === 'not-met' || (limb.value === 'unknown' && !isTied(facts, terms)))) return null;
    return weigh(facts, clause, terms, { limbs: { ...ANYWHERE, ...(isStep ? stepLimbs(facts, limb) : {}) } });
  },
};

/** Talks may be held anywhere: the zone of the agreement says where fighting stops, not where people meet. */
const ANYWHERE: Partial<Limbs> = { zone: notApplicable('zone/anywhere') };

/** Whose step it was must be known before it carries anything out. */
const stepLimbs = ({ spans }: Facts, own: Limb): Partial<Limbs> => ({
  counterparty: notApplicable('counterparty/carried-out'),
  ...(own.value === 'unknown' ? { act: unknown('act/whose-step', 'settle/who-took-part', spans.act) } : {}),
});

/** It happened in a country of the agreement, or a report of it speaks of somebody who stands on one of its sides. */
function isTied({ incident, reports, report }: Facts, terms: Terms): boolean {
  const country = incident.place?.country ?? null;
  if (country !== null && terms.agreement.countries.includes(country)) return true;
  return reports.some((id) =>
    report(id)?.mentions.some(
      (mention) => mention.kind === 'actor' && mention.actor !== null && terms.standing(mention.actor).side !== null,
    ),
  );
}
