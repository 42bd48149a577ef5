/** With what it was done, where the clause asks. */
import type { Clause } from '../../../model/agreement.ts';
import type { Facts } from '../facts.ts';
import { type Limb, met, notMet, unknown } from '../three-valued.ts';

export function means(facts: Facts, clause: Clause): Limb {
  const found = [...facts.means].sort();
  const spans = facts.spans.means.length > 0 ? facts.spans.means : facts.spans.act;
  if (clause.means === 'any') {
    if (found.length > 0) return met(`any means are covered; told here: ${found.join(', ')}`, spans);
    return met('any means are covered, so that it need not be told which', spans);
  }
  if (found.length === 0)
    return unknown('it is not told with what it was done', 'the weapon, or remains of the munition', spans);
  const named = found.filter((family) => clause.means.includes(family));
  return named.length > 0
    ? met(`${named.join(', ')}: among the means that the clause names`, spans)
    : notMet(`${found.join(', ')}: not among the means that the clause names`, spans);
}
