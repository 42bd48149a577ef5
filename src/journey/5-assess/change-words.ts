/** Why findings changed, in English, by its code; part of `reason-words.ts`. Outcomes and limbs within it have words of their own. */
export const CHANGE_WORDS = {
  'change/whole': '{cause} {changes}',
  'change/after-decision': 'After a decision by {by}. {rest}',
  'change/linked-anew': 'The incident changed: its reports were coded or linked anew.',
  'change/dissolved': 'The incident is no more: its accounts belong to others now.',
  'change/clauses-or-program': 'The incident is as it was: the clauses, the parties or the program changed.',
  'change/gone': '{clause}: was {outcome}, does not concern it any more',
  'change/new': '{clause}: new, {outcome}',
  'change/turned': '{clause}: {from} → {to}',
  'change/turned-by': '{clause}: {from} → {to} ({limbs})',
  'change/still': '{clause}: still {outcome} ({limbs})',
  'change/other-grounds': '{clause}: still {outcome}, on other grounds or with another confidence',
  'change/limb': '{limb} {from} → {to}',

  'outcome/breach-indicated': 'breach-indicated',
  'outcome/consistent': 'consistent',
  'outcome/outside-scope': 'outside-scope',
  'outcome/exception-claimed': 'exception-claimed',
  'outcome/indeterminate': 'indeterminate',

  'limb/bearer': 'bearer',
  'limb/counterparty': 'counterparty',
  'limb/act': 'act',
  'limb/means': 'means',
  'limb/zone': 'zone',
  'limb/time': 'time',
  'limb/exception': 'exception',

  'limb-value/met': 'met',
  'limb-value/not-met': 'not-met',
  'limb-value/unknown': 'unknown',
  'limb-value/not-applicable': 'not-applicable',
} as const;
