/**
 * A clause test: how clauses of one type are weighed, with small cases that prove it. It becomes active by being listed in
 * `clause-tests.ts`.
 */
import type { WorkedFacts } from '../../knowledge/worked-cases.ts';
import type { Clause, ClauseType } from '../../model/agreement.ts';
import type { Finding } from '../../model/finding.ts';
import type { Facts } from './facts.ts';
import { act } from './limbs/act.ts';
import { bearer } from './limbs/bearer.ts';
import { counterparty } from './limbs/counterparty.ts';
import { exception } from './limbs/exception.ts';
import { means } from './limbs/means.ts';
import { time } from './limbs/time.ts';
import { zone } from './limbs/zone.ts';
import { say } from './reason.ts';
import type { LimbName, Terms } from './terms.ts';
import { type Limb, met, notMet, saidBy } from './three-valued.ts';

export type Limbs = Record<LimbName, Limb>;
export type Outcome = Finding['outcome'];

/** What one clause says about one incident, before it is printed. Null = the clause does not concern it. */
export interface Weighing {
  readonly limbs: Limbs;
  readonly bearers: readonly string[];
  readonly outcome: Outcome;
}

/** A case over the sides `north` and `south` of the agreement in `test/agreements/two-sides`. */
export interface TableCase {
  readonly says: string;
  readonly facts: WorkedFacts;
}

export interface ClauseTest {
  /** `topic/what`, never reused. */
  readonly id: string;
  /** The clause type that it weighs. */
  readonly type: ClauseType;
  /** One sentence: what it asks. */
  readonly tests: string;
  /** The limbs that the clause's own words decide. */
  readonly limbs: readonly LimbName[];
  /** What monitoring practice or text it follows. */
  readonly source: string;
  readonly breachIndicated: readonly TableCase[];
  readonly consistent: readonly TableCase[];
  readonly indeterminate: readonly TableCase[];
  readonly outsideScope?: readonly TableCase[];
  readonly exceptionClaimed?: readonly TableCase[];
  /** Pure: the same facts and clause give the same weighing. */
  readonly decide: (facts: Facts, clause: Clause, terms: Terms) => Weighing | null;
}

/** What a clause type weighs otherwise than most. */
export interface Otherwise {
  /** Limbs that replace the common ones. */
  readonly limbs?: Partial<Limbs>;
  /** Limbs that, not met, mean that the clause was kept. */
  readonly complied?: readonly LimbName[];
  /** Whose conduct it is about, where that is not whoever is accused. */
  readonly bearers?: readonly string[];
}

/**
 * Weighs as most clauses are weighed. The limbs that tell whether the clause concerns the incident at all come first, because
 * most clauses do not concern most incidents.
 */
export function weigh(facts: Facts, clause: Clause, terms: Terms, otherwise: Otherwise = {}): Weighing | null {
  const own = otherwise.limbs ?? {};
  const answer = bearer(facts, clause, terms);
  if (otherwise.bearers === undefined && answer.isOfAnotherSide) return null;
  const place = own.zone ?? zone(facts, clause, terms);
  const when = own.time ?? time(facts, clause, terms);
  if (isIdleOverlay(clause, facts, place, when)) return null;
  const reach = {
    bearer: own.bearer ?? answer.limb,
    counterparty: own.counterparty ?? counterparty(facts, clause, terms),
    zone: place,
  };
  if (!doesConcern(reach) || (!answer.hasCandidate && isUntied(clause, reach))) return null;
  const limbs = assume(
    {
      bearer: reach.bearer,
      counterparty: reach.counterparty,
      act: own.act ?? act(facts, clause, terms),
      means: own.means ?? means(facts, clause, terms),
      zone: place,
      time: when,
      exception: own.exception ?? exception(facts, clause, terms),
    },
    terms,
  );
  return { limbs, bearers: otherwise.bearers ?? answer.bearers, outcome: conclude(limbs, otherwise.complied) };
}

/**
 * A local or short addition to other clauses says nothing outside its place and time, nor of what has no day of its own: the
 * clauses that it adds to are the ones to look at.
 */
function isIdleOverlay(clause: Clause, { incident, time: when }: Facts, inZone: Limb, inTime: Limb): boolean {
  if (clause.overlaps.length === 0) return false;
  const isDated = when !== null && Number.isFinite(when.startMs) && Number.isFinite(when.endMs);
  return inZone.value === 'not-met' || inTime.value === 'not-met' || incident.aggregate || !isDated;
}

/** Where nobody who could be bound is named and nobody protected is shown, only a clause that binds all alike can be asked about. */
const isUntied = (clause: Clause, { bearer, counterparty }: Pick<Limbs, 'bearer' | 'counterparty'>): boolean =>
  clause.mirror !== clause.id && bearer.value === 'unknown' && counterparty.value === 'unknown';

/** A clause concerns an incident that touches a party it binds or protects; where it happened alone is no tie to it. */
function doesConcern({ bearer, counterparty, zone }: Pick<Limbs, 'bearer' | 'counterparty' | 'zone'>): boolean {
  const isTied = bearer.value === 'met' || counterparty.value === 'met';
  const isStrange = [bearer, counterparty, zone].some((limb) => limb.value === 'not-met');
  return isTied || !isStrange;
}

/**
 * A limb that is not met settles the outcome whatever is unknown elsewhere; otherwise what is unknown is named. Only when
 * every limb is met and no exception stands does a breach appear.
 */
function conclude(limbs: Limbs, complied: readonly LimbName[] = []): Outcome {
  const isNotMet = (name: LimbName): boolean => limbs[name].value === 'not-met';
  const isUnknown = (name: LimbName): boolean => limbs[name].value === 'unknown';
  if (complied.some(isNotMet)) return 'consistent';
  if (isNotMet('bearer') || isNotMet('counterparty') || isNotMet('zone') || isNotMet('time')) return 'outside-scope';
  if (isNotMet('act') || isNotMet('means')) return 'consistent';
  if (limbs.exception.value === 'met') return 'consistent';
  const open = (['bearer', 'counterparty', 'act', 'means', 'zone', 'time'] as const).filter(isUnknown);
  // "An excluded group was the target" is an answer to the question of the counterparty: the excuse is what is open.
  const isRaised = isUnknown('exception') && limbs.exception.raised === true;
  const isOpenByExcuse = open.every((name) => name === 'counterparty') && isRaised;
  if (open.length > 0 && !isOpenByExcuse) return 'indeterminate';
  if (isRaised) return 'exception-claimed';
  return isUnknown('exception') ? 'indeterminate' : 'breach-indicated';
}

/** Takes limbs as a "what if" run assumes them; says so in the finding. */
function assume(limbs: Limbs, { hypothesis }: Terms): Limbs {
  if (hypothesis.limbs === undefined) return limbs;
  const assumed: Limbs = { ...limbs };
  for (const name of Object.keys(limbs) as LimbName[]) {
    const value = hypothesis.limbs[name];
    if (value !== undefined && limbs[name].value === 'unknown') assumed[name] = assumedAs(value, limbs[name]);
  }
  return assumed;
}

function assumedAs(value: 'met' | 'not-met', limb: Limb): Limb {
  const because = say('assumed/limb', { reason: saidBy(limb) });
  return value === 'met' ? met(because, limb.spans) : notMet(because, limb.spans);
}
