/**
 * Whether an exception that the clause allows was raised, by whom. A raised exception is not a shown one: it is unknown
 * until evidence or a person settles it. A general excuse that is not tied to this incident is told and decides nothing.
 */
import type { Clause } from '../../../model/agreement.ts';
import type { Excuse } from '../excuses.ts';
import type { Facts } from '../facts.ts';
import { type PlainCode, plain, say } from '../reason.ts';
import type { Terms } from '../terms.ts';
import { type Limb, notApplicable, notMet, raised, unknown } from '../three-valued.ts';

export function exception(facts: Facts, clause: Clause, terms: Terms): Limb {
  const allowed = clause.exceptions.flatMap((id) => terms.clause(id) ?? []);
  if (allowed.length === 0) return notApplicable('exception/none-allowed');
  const found = allowed.map((one) => raisedUnder(one, facts, terms)).filter((limb) => limb !== null);
  const settled = found.find((limb) => limb.raised) ?? found.find((limb) => limb.value === 'unknown') ?? found[0];
  return settled ?? notMet('exception/none-raised');
}

function raisedUnder(allowed: Clause, facts: Facts, terms: Terms): Limb | null {
  switch (allowed.type) {
    case 'excluded-actors':
      return (
        besideExcluded(facts, terms) ??
        fromExcuse('excluded-present', 'exception/excluded-target', 'settle/who-was-there', facts)
      );
    case 'self-defence':
      return fromExcuse('self-defence', 'exception/answered', 'settle/which-attack', facts);
    case 'permitted-act':
      return permitted(allowed, facts);
    default:
      return null;
  }
}

/** A report that itself names an excluded group among those hit, beside others. */
function besideExcluded(facts: Facts, terms: Terms): Limb | null {
  const excluded = facts
    .hits()
    .filter((hit) => !hit.isSelfServing && hit.actor !== null && terms.standing(hit.actor).excluded.length > 0);
  if (excluded.length === 0 || excluded.length === facts.hits().length) return null;
  const names = [...new Set(excluded.map((hit) => `"${hit.name}"`))].join(', ');
  return raised(
    say('exception/beside-excluded', { names }),
    'settle/which-aimed',
    excluded.flatMap((hit) => hit.spans),
  );
}

function fromExcuse(kind: Excuse['kind'], what: PlainCode, settles: PlainCode, { excuses }: Facts): Limb | null {
  const own = excuses().filter((excuse) => excuse.kind === kind);
  const specific = own.find((excuse) => excuse.specific);
  if (specific) return raised(say('exception/claimed', { what: plain(what) }), settles, specific.spans);
  const general = own[0];
  return general ? notMet(say('exception/in-general', { what: plain(what) }), general.spans) : null;
}

function permitted(allowed: Clause, { incident, spans }: Facts): Limb | null {
  if (allowed.type !== 'permitted-act' || !allowed.acts.includes(incident.type)) return null;
  const { conditions } = allowed.details;
  return unknown(
    say('exception/may-be-allowed', { act: { type: incident.type }, clause: allowed.id, title: allowed.title }),
    conditions.length === 0 ? 'settle/purpose' : say('settle/conditions', { conditions: conditions.join('; ') }),
    spans.act,
  );
}
