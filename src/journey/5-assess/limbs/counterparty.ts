/**
 * Whom or what was hit, and whether the clause protects them. Those who were harmed do not exhaust what was aimed at: where
 * only civilians are told, it stays unknown whether a party that the clause protects was the target.
 */
import type { Clause } from '../../../model/agreement.ts';
import type { Facts, Hit } from '../facts.ts';
import { perFacts } from '../per-facts.ts';
import { say } from '../reason.ts';
import type { Terms } from '../terms.ts';
import { anyOf, type Evidence, type Limb, met, notApplicable, notMet, unknown } from '../three-valued.ts';
import { partyAnswer } from './party.ts';

const shared = perFacts<Limb>();

export function counterparty(facts: Facts, clause: Clause, terms: Terms): Limb {
  const key = terms.keys(clause).counterparties;
  return shared.get(facts, key) ?? shared.keep(facts, key, protectedBy(facts, clause, terms));
}

function protectedBy(facts: Facts, clause: Clause, terms: Terms): Limb {
  if (clause.counterparties.length === 0) return notApplicable('counterparty/anybody');
  const parties = clause.counterparties.filter(
    (name) => name !== 'civilians' && name !== 'monitors' && name !== 'aid-workers',
  );
  const answers: Limb[] = [];
  if (parties.length > 0) answers.push(protectedParty(facts, parties, clause, terms));
  if (clause.counterparties.includes('civilians')) answers.push(civilians(facts));
  if (clause.counterparties.includes('aid-workers')) answers.push(aidWorkers(facts));
  if (clause.counterparties.includes('monitors')) answers.push(monitors(facts, clause, terms));
  return anyOf(answers) ?? notApplicable('counterparty/anybody');
}

const spansOf = (hits: readonly Hit[]): Evidence[] => hits.flatMap((hit) => [...hit.spans]);
const namesOf = (hits: readonly Hit[]): string => [...new Set(hits.map((hit) => `"${hit.name}"`))].join(', ');

function protectedParty(facts: Facts, parties: readonly string[], clause: Clause, terms: Terms): Limb {
  const sides = parties.map((id) => terms.agreement.sides.find((side) => side.id === id)?.name ?? id).join(' or ');
  const settles = say('settle/aimed-at', { sides });
  const told = facts.hits().filter((hit) => !hit.isSelfServing);
  const best = anyOf(told.flatMap((hit) => hitAnswer(hit, parties, clause, facts, terms) ?? []));
  // A party that is named settles it, except that beside an excluded group others whose party is not told may have been meant.
  const rest = told.filter((hit) => hit.actor === null && hit.nature !== 'civilian');
  if (best !== null && (best.value !== 'not-met' || rest.length === 0)) return best;
  const harmed = told.filter((hit) => hit.nature === 'civilian');
  if (harmed.length > 0 && told.every((hit) => hit.nature !== 'armed')) {
    const because = say('counterparty/only-civilians', { names: namesOf(harmed), sides });
    return unknown(because, settles, spansOf(harmed));
  }
  if (told.length > 0) {
    const nameless = rest.length > 0 ? rest : told;
    const code = nameless.length === 1 ? 'counterparty/whose-one' : 'counterparty/whose-several';
    return unknown(say(code, { names: namesOf(nameless) }), settles, spansOf(nameless));
  }
  const claimed = facts.hits().filter((hit) => hit.isSelfServing);
  if (claimed.length > 0)
    return unknown(say('counterparty/accused-says', { names: namesOf(claimed) }), settles, spansOf(claimed));
  return unknown('counterparty/nobody-hit', settles, facts.spans.act);
}

/** Null when the hit does not tell what was aimed at: no actor, or an organisation of civilians. */
function hitAnswer(hit: Hit, parties: readonly string[], clause: Clause, facts: Facts, terms: Terms): Limb | null {
  if (hit.actor === null) return null;
  const { limb, standing } = partyAnswer(hit.actor, parties, clause, facts, terms, hit.spans);
  const isInAgreement = standing.side !== null || standing.excluded.length > 0 || standing.unsettled !== null;
  return isInAgreement || hit.nature === 'armed' ? limb : null;
}

function civilians(facts: Facts): Limb {
  const told = facts.hits().filter((hit) => !hit.isSelfServing);
  const hit = told.filter((one) => one.nature === 'civilian');
  const harmed = facts.civilianHarm();
  if (hit.length > 0)
    return met(say('counterparty/civilians-hit', { names: namesOf(hit) }), [...spansOf(hit), ...harmed]);
  if (harmed.length > 0) return met('counterparty/civilians-counted', harmed);
  const armed = told.filter((one) => one.nature === 'armed');
  if (armed.length > 0 && armed.length === told.length)
    return notMet(
      say(armed.length === 1 ? 'counterparty/only-armed-one' : 'counterparty/only-armed-several', {
        names: namesOf(armed),
      }),
      spansOf(armed),
    );
  return unknown('counterparty/civilians-not-told', 'settle/who-was-harmed', spansOf(told));
}

function aidWorkers(facts: Facts): Limb {
  const told = facts.hits().filter((hit) => !hit.isSelfServing);
  const aid = told.filter(
    (hit) =>
      hit.role === 'humanitarian' ||
      hit.role === 'medical' ||
      hit.object === 'aid_convoy' ||
      hit.object === 'aid' ||
      hit.object === 'ambulance',
  );
  if (aid.length > 0) return met(say('counterparty/humanitarian', { names: namesOf(aid) }), spansOf(aid));
  const others = told.filter((hit) => hit.nature === 'armed');
  if (others.length > 0 && others.length === told.length)
    return notMet(say('counterparty/not-humanitarian', { names: namesOf(others) }), spansOf(others));
  return unknown('counterparty/aid-not-told', 'settle/for-whom', spansOf(told));
}

function monitors(facts: Facts, clause: Clause, terms: Terms): Limb {
  const body = clause.type === 'monitor-access' ? clause.details.body : [];
  const named = facts
    .hits()
    .filter((hit) => hit.actor !== null && terms.standing(hit.actor).chain.some((id) => body.includes(id)));
  if (named.length > 0) return met(say('counterparty/monitors-hit', { names: namesOf(named) }), spansOf(named));
  const others = facts.hits().filter((hit) => hit.actor !== null || hit.nature !== null);
  if (others.length > 0 && others.length === facts.hits().length)
    return notMet(say('counterparty/not-monitors', { names: namesOf(others) }), spansOf(others));
  return unknown('counterparty/monitors-not-told', 'settle/whom', spansOf(facts.hits()));
}
