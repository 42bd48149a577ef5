/** Acts that carry a duty out: done by whoever delivers, to the credit of the party whose duty it is. */
import type { Clause } from '../../../model/agreement.ts';
import type { Limbs } from '../clause-test.ts';
import type { Facts } from '../facts.ts';
import type { Terms } from '../terms.ts';
import { notApplicable, unknown } from '../three-valued.ts';
import { bearer } from './bearer.ts';

/** Limbs to replace when the incident is one of `fulfils`: an agency that delivers is not the party that let it pass. */
export function fulfilment(facts: Facts, clause: Clause, terms: Terms): Partial<Limbs> {
  if (!clause.fulfils.includes(facts.incident.type)) return {};
  const own = bearer(facts, clause, terms);
  const limb =
    own.limb.value === 'not-met' && !own.isOfAnotherSide
      ? unknown('bearer/who-let-it', 'settle/who-controls', own.limb.spans)
      : own.limb;
  return { bearer: limb, counterparty: notApplicable('counterparty/carried-out') };
}
