/** What is assumed in a "what if" run, in English, by its code; part of `reason-words.ts`. */
export const WHAT_IF_WORDS = {
  'what-if/bearer-met': 'if it was done by a party that the clause binds',
  'what-if/bearer-not-met': 'if it was done by nobody whom the clause binds',
  'what-if/counterparty-met': 'if those whom the clause protects were hit',
  'what-if/counterparty-not-met': 'if nobody whom the clause protects was hit',
  'what-if/act-met': 'if it happened, and is what the clause forbids',
  'what-if/act-not-met': 'if it did not happen, or is not what the clause forbids',
  'what-if/means-met': 'if it was done with means that the clause names',
  'what-if/means-not-met': 'if it was done with other means',
  'what-if/zone-met': 'if it happened inside the zone',
  'what-if/zone-not-met': 'if it happened outside the zone',
  'what-if/time-met': 'if it happened while the clause was in force',
  'what-if/time-not-met': 'if it happened at another time',
  'what-if/exception-met': 'if the exception holds',
  'what-if/exception-not-met': 'if the exception does not hold',
  'what-if/registrar': 'if only the list of {name} counts',
} as const;
