/**
 * What a schema cannot say about an agreement pack: names that must exist, intervals that must run forwards, rings that
 * must not cross themselves, mirrors that must be mutual, clauses that must not overlap or contradict each other unseen.
 */
import { type LonLat, selfIntersection } from '../measure/polygon.ts';
import type { Agreement, Clause } from '../model/agreement.ts';
import type { AgreementComplaint, PackSources } from './agreement-pack.ts';
import { checkClause, checkPairs, type Report } from './clause-checks.ts';

/** Every complaint about a parsed pack, in the order of its files; none = it may be used. */
export function complaintsAbout(
  agreement: Agreement,
  sources: PackSources,
  knownActors: ReadonlySet<string>,
): AgreementComplaint[] {
  const complaints: AgreementComplaint[] = [];
  const report: Report = (code, where, message) => {
    complaints.push({ kind: 'refused', code, where, message });
  };
  checkIds(agreement, sources, report);
  checkActors(agreement, sources, knownActors, report);
  checkTimes(agreement, sources, report);
  checkZones(agreement, sources, report);
  for (const [index, clause] of agreement.clauses.entries()) checkClause(clause, index, agreement, sources, report);
  checkPairs(agreement, sources, report);
  return complaints;
}

function checkIds(
  { clauses, zones, calendar, sides, instruments }: Agreement,
  sources: PackSources,
  report: Report,
): void {
  const lists: [string, readonly { readonly id: string }[], (index: number) => string][] = [
    ['clause', clauses, (i) => sources.clauses.at(['clauses', i])],
    ['instrument', instruments, (i) => sources.clauses.at(['instruments', i])],
    ['side', sides, (i) => sources.parties.at(['sides', i])],
    ['interval', calendar.intervals, (i) => sources.calendar.at(['intervals', i])],
    ['zone', zones, (i) => sources.areas.at(['features', i])],
  ];
  for (const [what, entries, where] of lists) {
    const seen = new Set<string>();
    for (const [index, entry] of entries.entries()) {
      if (seen.has(entry.id))
        report(
          'agreement/duplicate-id',
          where(index),
          `${what} "${entry.id}" is there twice; give one of them another id`,
        );
      seen.add(entry.id);
    }
  }
}

function checkActors(agreement: Agreement, sources: PackSources, known: ReadonlySet<string>, report: Report): void {
  for (const [actor, where] of actorsNamed(agreement, sources)) {
    if (known.has(actor)) continue;
    const remedy = 'add it under knowledge/actors/ or correct the id';
    report('agreement/unknown-actor', where, `no actor "${actor}" in the register; ${remedy}`);
  }
}

type Named = readonly [actor: string, where: string];

/** Every actor id that a pack names, with the place where it stands. */
function actorsNamed(agreement: Agreement, { parties, clauses }: PackSources): Named[] {
  const { sides, adherence, excluded, unsettled, counterparts } = agreement;
  return [
    ...sides.flatMap((side, i) =>
      side.members.map((actor, j) => [actor, parties.at(['sides', i, 'members', j])] as Named),
    ),
    ...sides.flatMap((side, i) =>
      Object.entries(side.under)
        .flat()
        .map((actor) => [actor, parties.at(['sides', i, 'under'])] as Named),
    ),
    ...adherence.map((fact, i) => [fact.actor, parties.at(['adherence', i, 'actor'])] as Named),
    ...excluded.map((fact, i) => [fact.actor, parties.at(['excluded', i, 'actor'])] as Named),
    ...unsettled.map((entry, i) => [entry.actor, parties.at(['unsettled', i, 'actor'])] as Named),
    ...counterparts.flatMap((pair, i) => pair.map((actor, j) => [actor, parties.at(['counterparts', i, j])] as Named)),
    ...agreement.clauses.flatMap((clause, i) =>
      actorsInDetails(clause).map((actor) => [actor, clauses.at(['clauses', i, 'details'])] as Named),
    ),
  ];
}

function actorsInDetails(clause: Clause): readonly string[] {
  switch (clause.type) {
    case 'associated-forces':
      return [clause.details.parent];
    case 'exclusive-presence':
      return clause.details.allowed;
    case 'prevention':
      return clause.details.thirdParties;
    case 'monitor-access':
      return clause.details.body;
    default:
      return [];
  }
}

function checkTimes({ calendar, adherence, excluded }: Agreement, sources: PackSources, report: Report): void {
  calendar.intervals.forEach((interval, i) => {
    if (interval.startMs >= interval.endMs) {
      report(
        'agreement/interval-ends-before-start',
        sources.calendar.at(['intervals', i]),
        `interval "${interval.id}" runs from ${interval.start} to ${interval.end}; the end must come after the start`,
      );
    }
  });
  const registrars = new Set(sources.parties.value.registrars.map((registrar) => registrar.id));
  adherence.forEach((fact, i) => {
    const where = sources.parties.at(['adherence', i]);
    if (fact.fromMs >= fact.untilMs) {
      report(
        'agreement/adherence-ends-before-start',
        where,
        `${fact.actor} is said to be ${fact.status} from ${fact.from} to ${fact.until}; the end must come after the start`,
      );
    }
    if (!registrars.has(fact.registrar))
      report(
        'agreement/unknown-registrar',
        where,
        `no registrar "${fact.registrar}"; add it to registrars or correct the id`,
      );
  });
  excluded.forEach((fact, i) => {
    if (fact.fromMs >= fact.untilMs) {
      report(
        'agreement/adherence-ends-before-start',
        sources.parties.at(['excluded', i]),
        `${fact.actor} is said to be excluded from ${fact.from} to ${fact.until}; the end must come after the start`,
      );
    }
  });
  const whole = calendar.intervals.find((interval) => interval.id === calendar.inForce);
  calendar.replaced.forEach(({ at, by, atMs }, i) => {
    if (whole === undefined || (whole.startMs < atMs && atMs <= whole.endMs)) return;
    report(
      'agreement/replaced-while-not-in-force',
      sources.calendar.at(['replaced', i]),
      `${by} is said to take its place at ${at}, when the agreement was not in force; give an instant after its start and not after its end`,
    );
  });
  if (whole === undefined) {
    report(
      'agreement/unknown-interval',
      sources.calendar.at(['inForce']),
      `no interval "${calendar.inForce}"; name one of intervals`,
    );
  }
}

function checkZones({ zones }: Agreement, sources: PackSources, report: Report): void {
  zones.forEach((zone, i) => {
    const where = sources.areas.at(['features', i]);
    if (zone.kind === 'area') for (const ring of zone.paths) checkRing(zone.id, ring, where, report);
    if (zone.paths.length === 0 && zone.countries.length === 0 && zone.admin1.length === 0) {
      report(
        'agreement/zone-empty',
        where,
        `zone "${zone.id}" has neither geometry nor countries nor admin1; give one of them`,
      );
    }
  });
}

function checkRing(id: string, ring: readonly LonLat[], where: string, report: Report): void {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (first === undefined || last === undefined || first[0] !== last[0] || first[1] !== last[1]) {
    report(
      'agreement/zone-not-closed',
      where,
      `a ring of zone "${id}" does not end where it starts; repeat its first position at the end`,
    );
  }
  const crossing = selfIntersection(ring);
  if (crossing !== null) {
    report(
      'agreement/zone-crosses-itself',
      where,
      `edges ${crossing[0]} and ${crossing[1]} of zone "${id}" cross; draw the ring without crossings`,
    );
  }
}
