/** Attacks and other acts that one party promised not to do to another. */
import type { ClauseTest } from '../clause-test.ts';
import { weigh } from '../clause-test.ts';
import { act } from '../limbs/act.ts';
import { exception } from '../limbs/exception.ts';
import { unknown } from '../three-valued.ts';

const ON = '2020-02-10';
const AT = { country: 'XA', lat: 5, lon: 15 };

export const prohibitedAct: ClauseTest = {
  id: 'act/prohibited',
  type: 'prohibited-act',
  tests: 'A party bound by the clause did what the clause forbids to a party that it protects.',
  limbs: ['bearer', 'counterparty', 'act', 'means', 'zone', 'time', 'exception'],
  source:
    'The attack clauses of the terms of 22 February 2016 for Syria, and of ceasefires generally (domain guide 2.3, row 1).',
  breachIndicated: [
    {
      says: 'one party shells the other',
      facts: { type: 'shelling', by: ['north.army'], against: ['south.army'], on: ON, at: AT },
    },
    {
      says: 'the accused denies it; a denial is told but decides nothing',
      facts: { type: 'shelling', by: ['north.army'], deniedBy: ['north.gov'], against: ['south.army'], on: ON, at: AT },
    },
    {
      says: 'two forces of one side together',
      facts: { type: 'air_strike', by: ['north.army', 'north.airforce'], against: ['south.army'], on: ON, at: AT },
    },
    {
      says: 'a general excuse that is not about this incident',
      facts: {
        type: 'shelling',
        by: ['north.army'],
        against: ['south.army'],
        on: ON,
        at: AT,
        claims: [{ by: 'north.gov', words: 'we only fight raiders', specific: false }],
      },
    },
    {
      says: 'the accused admits it',
      facts: {
        type: 'shelling',
        by: ['north.army'],
        attribution: 'claimed_by_itself',
        saidBy: ['north.army'],
        against: ['south.army'],
        on: ON,
        at: AT,
      },
    },
  ],
  consistent: [],
  indeterminate: [
    { says: 'nobody is accused', facts: { type: 'shelling', against: ['south.army'], on: ON, at: AT } },
    {
      says: 'one of two is meant',
      facts: {
        type: 'air_strike',
        byEither: ['north.army', 'north.airforce'],
        against: ['south.army'],
        on: ON,
        at: AT,
      },
    },
    {
      says: 'only suspected',
      facts: {
        type: 'shelling',
        by: ['north.army'],
        attribution: 'suspected',
        against: ['south.army'],
        on: ON,
        at: AT,
      },
    },
    {
      says: 'only an opponent says so',
      facts: { type: 'shelling', by: ['north.army'], saidBy: ['south.gov'], against: ['south.army'], on: ON, at: AT },
    },
    {
      says: 'two sources name different sides',
      facts: {
        type: 'shelling',
        by: ['north.army'],
        against: ['south.army'],
        on: ON,
        at: AT,
        also: [{ by: ['raiders'], against: ['south.army'] }],
      },
    },
    {
      says: 'a group whose party is not told is named first',
      facts: { type: 'shelling', by: ['unknown gunmen', 'north.army'], against: ['south.army'], on: ON, at: AT },
    },
    {
      says: 'only civilians are told to have been hit',
      facts: { type: 'shelling', by: ['north.army'], against: ['civilians'], objects: ['market'], on: ON, at: AT },
    },
    { says: 'nobody is told to have been hit', facts: { type: 'shelling', by: ['north.army'], on: ON, at: AT } },
    {
      says: 'registrars differ on the group that was hit',
      facts: { type: 'shelling', by: ['north.army'], against: ['south.band'], on: ON, at: AT },
    },
    {
      says: 'registrars differ on the group that is accused',
      facts: { type: 'shelling', by: ['south.band'], against: ['north.army'], on: ON, at: AT },
    },
    {
      says: 'a clash, and who attacked is not told',
      facts: { type: 'armed_clash', by: ['north.army'], against: ['south.army'], on: ON, at: AT },
    },
    {
      says: 'alleged',
      facts: { type: 'shelling', by: ['north.army'], against: ['south.army'], on: ON, at: AT, modality: 'alleged' },
    },
    {
      says: 'denied',
      facts: { type: 'shelling', by: ['north.army'], against: ['south.army'], on: ON, at: AT, modality: 'denied' },
    },
    {
      says: 'threatened',
      facts: { type: 'shelling', by: ['north.army'], against: ['south.army'], on: ON, at: AT, modality: 'threatened' },
    },
    {
      says: 'planned',
      facts: { type: 'shelling', by: ['north.army'], against: ['south.army'], on: ON, at: AT, modality: 'planned' },
    },
    {
      says: 'a total over several events',
      facts: {
        type: 'shelling',
        by: ['north.army'],
        against: ['south.army'],
        on: '2020-02-01/2020-03-01',
        at: AT,
        aggregate: true,
      },
    },
    {
      says: 'tried and prevented',
      facts: { type: 'bombing', by: ['north.army'], against: ['south.army'], on: ON, at: AT, completed: false },
    },
    {
      says: 'overnight across the start',
      facts: {
        type: 'shelling',
        by: ['north.army'],
        against: ['south.army'],
        on: '2019-12-31T18:00/2020-01-01T06:00',
        clock: true,
        at: AT,
      },
    },
    {
      says: 'a few minutes after the start, by a clock that may be off',
      facts: {
        type: 'shelling',
        by: ['north.army'],
        against: ['south.army'],
        on: '2020-01-01T00:10',
        clock: true,
        at: AT,
      },
    },
    { says: 'no day is told', facts: { type: 'shelling', by: ['north.army'], against: ['south.army'], at: AT } },
    { says: 'no place is told', facts: { type: 'shelling', by: ['north.army'], against: ['south.army'], on: ON } },
  ],
  outsideScope: [
    {
      says: 'the day before the start',
      facts: { type: 'shelling', by: ['north.army'], against: ['south.army'], on: '2019-12-30', at: AT },
    },
    {
      says: 'in another country',
      facts: { type: 'shelling', by: ['north.army'], against: ['south.army'], on: ON, at: { country: 'XB' } },
    },
    {
      says: 'against an excluded group',
      facts: { type: 'air_strike', by: ['north.army'], against: ['raiders'], on: ON, at: AT },
    },
    {
      says: 'by an excluded group',
      facts: { type: 'shelling', by: ['raiders'], against: ['south.army'], on: ON, at: AT },
    },
    {
      says: 'within one side',
      facts: { type: 'shelling', by: ['north.army'], against: ['north.militia'], on: ON, at: AT },
    },
  ],
  exceptionClaimed: [
    {
      says: 'the accused says that an excluded group was there',
      facts: {
        type: 'air_strike',
        by: ['north.army'],
        against: ['civilians'],
        on: ON,
        at: AT,
        claims: [{ by: 'north.gov', words: 'the target was a camp of raiders' }],
      },
    },
    {
      says: 'the accused itself tells of a strike on an excluded group',
      facts: {
        type: 'air_strike',
        by: ['north.army'],
        saidBy: ['north.army'],
        attribution: 'claimed_by_itself',
        against: ['raiders'],
        on: ON,
        at: AT,
      },
    },
    {
      says: 'an excluded group is named beside the party',
      facts: { type: 'air_strike', by: ['north.army'], against: ['south.army', 'raiders'], on: ON, at: AT },
    },
    {
      says: 'the accused says that it answered fire',
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
  decide: (facts, clause, terms) => {
    // A defensive act is outside the verb "offensive", so that the excuse makes the act itself doubtful.
    const isOffensiveOnly = clause.type === 'prohibited-act' && clause.details.verb === 'offensive';
    if (!isOffensiveOnly || exception(facts, clause, terms).value !== 'unknown') return weigh(facts, clause, terms);
    const plain = act(facts, clause, terms);
    if (plain.value !== 'met') return weigh(facts, clause, terms);
    const disputed = unknown('act/offensive-disputed', 'settle/who-moved-first', plain.spans);
    return weigh(facts, clause, terms, { limbs: { act: disputed } });
  },
};
