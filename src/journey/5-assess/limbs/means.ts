/** With what it was done, where the clause asks. */
import type { Clause } from '../../../model/agreement.ts';
import type { Facts } from '../facts.ts';
import { perFacts } from '../per-facts.ts';
import { say } from '../reason.ts';
import type { Terms } from '../terms.ts';
import { type Limb, met, notMet, unknown } from '../three-valued.ts';

const shared = perFacts<Limb>();

export function means(facts: Facts, clause: Clause, terms: Terms): Limb {
  const key = terms.keys(clause).means;
  return shared.get(facts, key) ?? shared.keep(facts, key, byMeans(facts, clause));
}

function byMeans(facts: Facts, clause: Clause): Limb {
  const found = [...facts.means].sort();
  const spans = facts.spans.means.length > 0 ? facts.spans.means : facts.spans.act;
  if (clause.means === 'any') {
    if (found.length > 0) return met(say('means/any-told', { means: found.join(', ') }), spans);
    return met('means/any', spans);
  }
  if (found.length === 0) return unknown('means/not-told', 'settle/weapon', spans);
  const named = found.filter((family) => clause.means.includes(family));
  return named.length > 0
    ? met(say('means/named', { means: named.join(', ') }), spans)
    : notMet(say('means/not-named', { means: found.join(', ') }), spans);
}
