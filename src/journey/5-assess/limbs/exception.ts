/**
 * Whether an exception that the clause allows was raised, by whom. A raised exception is not a shown one: it is unknown
 * until evidence or a person settles it. A general excuse that is not tied to this incident is told and decides nothing.
 */
import type { Clause } from '../../../model/agreement.ts';
import type { Excuse } from '../excuses.ts';
import type { Facts } from '../facts.ts';
import type { Terms } from '../terms.ts';
import { type Limb, notApplicable, notMet, raised, unknown } from '../three-valued.ts';
import { typeName } from './act.ts';

export function exception(facts: Facts, clause: Clause, terms: Terms): Limb {
  const allowed = clause.exceptions.flatMap((id) => terms.clause(id) ?? []);
  if (allowed.length === 0) return notApplicable('the clause allows no exception');
  const found = allowed.map((one) => raisedUnder(one, facts, terms)).filter((limb) => limb !== null);
  const settled = found.find((limb) => limb.raised) ?? found.find((limb) => limb.value === 'unknown') ?? found[0];
  return settled ?? notMet('no exception is raised in the reports');
}

function raisedUnder(allowed: Clause, facts: Facts, terms: Terms): Limb | null {
  switch (allowed.type) {
    case 'excluded-actors':
      return (
        besideExcluded(facts, terms) ??
        fromExcuse(
          'excluded-present',
          'an excluded group was the target',
          'who was at the place, from a source that is not the accused',
          facts,
        )
      );
    case 'self-defence':
      return fromExcuse(
        'self-defence',
        'it answered an attack',
        'which attack it answered, when, and whether the force was in proportion',
        facts,
      );
    case 'permitted-act':
      return permitted(allowed, facts);
    default:
      return null;
  }
}

/** A report that itself names an excluded group among those hit, beside others. */
function besideExcluded(facts: Facts, terms: Terms): Limb | null {
  const excluded = facts.hits.filter(
    (hit) => !hit.isSelfServing && hit.actor !== null && terms.standing(hit.actor).excluded.length > 0,
  );
  if (excluded.length === 0 || excluded.length === facts.hits.length) return null;
  const names = [...new Set(excluded.map((hit) => `"${hit.name}"`))].join(', ');
  return raised(
    `${names}, excluded from the agreement, is named among those hit`,
    'which of those present was aimed at, and who held the place',
    excluded.flatMap((hit) => hit.spans),
  );
}

function fromExcuse(kind: Excuse['kind'], what: string, settles: string, { excuses }: Facts): Limb | null {
  const own = excuses.filter((excuse) => excuse.kind === kind);
  const specific = own.find((excuse) => excuse.specific);
  if (specific) return raised(`the accused side says that ${what}; it is claimed, not shown`, settles, specific.spans);
  const general = own[0];
  return general
    ? notMet(`the accused side says in general that ${what}; it is not said of this incident`, general.spans)
    : null;
}

function permitted(allowed: Clause, { incident, spans }: Facts): Limb | null {
  if (allowed.type !== 'permitted-act' || !allowed.acts.includes(incident.type)) return null;
  const conditions = allowed.details.conditions.length === 0 ? 'its purpose' : allowed.details.conditions.join('; ');
  return unknown(
    `${typeName(incident.type)} can be allowed under ${allowed.id} (${allowed.title})`,
    `whether its conditions were met: ${conditions}`,
    spans.act,
  );
}
