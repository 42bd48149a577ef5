/**
 * What a schema cannot say about an agreement pack: names that must exist, intervals that must run forwards, rings that
 * must not cross themselves, mirrors that must be mutual, clauses that must not overlap or contradict each other unseen.
 */
import { type LonLat, selfIntersection } from '../measure/polygon.ts';
import type { Agreement, Clause } from '../model/agreement.ts';
import type { AgreementComplaint, PackSources } from './agreements.ts';

/** Words that may stand where a clause names whom it protects. */
export const PROTECTED_GROUPS: ReadonlySet<string> = new Set(['civilians', 'monitors', 'aid-workers']);

type Report = (code: AgreementComplaint['code'], where: string, message: string) => void;

/** Every complaint about a parsed pack, in the order of its files; none = it may be used. */
export function complaintsAbout(
  agreement: Agreement,
  sources: PackSources,
  knownActors: ReadonlySet<string>,
): AgreementComplaint[] {
  const complaints: AgreementComplaint[] = [];
  const report: Report = (code, where, message) => complaints.push({ kind: 'refused', code, where, message });
  checkIds(agreement, sources, report);
  checkActors(agreement, sources, knownActors, report);
  checkTimes(agreement, sources, report);
  checkZones(agreement, sources, report);
  agreement.clauses.forEach((clause, index) => checkClause(clause, index, agreement, sources, report));
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
  const check = (actor: string, where: string): void => {
    if (!known.has(actor))
      report(
        'agreement/unknown-actor',
        where,
        `no actor "${actor}" in the register; add it under knowledge/actors/ or correct the id`,
      );
  };
  const { parties, clauses } = sources;
  agreement.sides.forEach((side, i) =>
    side.members.forEach((actor, j) => check(actor, parties.at(['sides', i, 'members', j]))),
  );
  agreement.adherence.forEach((fact, i) => check(fact.actor, parties.at(['adherence', i, 'actor'])));
  agreement.excluded.forEach((fact, i) => check(fact.actor, parties.at(['excluded', i, 'actor'])));
  agreement.unsettled.forEach((entry, i) => {
    check(entry.actor, parties.at(['unsettled', i, 'actor']));
  });
  agreement.sides.forEach((side, i) => {
    for (const pair of Object.entries(side.under)) for (const actor of pair) check(actor, parties.at(['sides', i, 'under']));
  });
  agreement.counterparts.forEach((pair, i) =>
    pair.forEach((actor, j) => check(actor, parties.at(['counterparts', i, j]))),
  );
  agreement.clauses.forEach((clause, i) => {
    for (const actor of actorsInDetails(clause)) check(actor, clauses.at(['clauses', i, 'details']));
  });
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
  if (!calendar.intervals.some((interval) => interval.id === calendar.inForce)) {
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

function checkClause(clause: Clause, index: number, agreement: Agreement, sources: PackSources, report: Report): void {
  const where = (field: string): string => sources.clauses.at(['clauses', index, field]);
  const has = (entries: readonly { readonly id: string }[], id: string): boolean =>
    entries.some((entry) => entry.id === id);
  if (!has(agreement.instruments, clause.instrument))
    report(
      'agreement/unknown-instrument',
      where('instrument'),
      `no instrument "${clause.instrument}"; name one of instruments`,
    );
  if (!has(agreement.zones, clause.zone))
    report(
      'agreement/unknown-zone',
      where('zone'),
      `no zone "${clause.zone}" in areas.geojson; add it or correct the id`,
    );
  if (!has(agreement.calendar.intervals, clause.interval))
    report(
      'agreement/unknown-interval',
      where('interval'),
      `no interval "${clause.interval}" in calendar.yaml; add it or correct the id`,
    );
  const actors = new Set(agreement.sides.flatMap((side) => [side.id, ...side.members]));
  for (const party of clause.bearers)
    if (!actors.has(party))
      report(
        'agreement/unknown-party',
        where('bearers'),
        `"${party}" is neither a side nor a member of one in parties.yaml`,
      );
  for (const party of clause.counterparties) {
    if (!actors.has(party) && !PROTECTED_GROUPS.has(party))
      report(
        'agreement/unknown-party',
        where('counterparties'),
        `"${party}" is neither a side, a member of one, nor one of ${[...PROTECTED_GROUPS].join(', ')}`,
      );
  }
  for (const id of [...clause.exceptions, ...clause.overlaps]) {
    if (!has(agreement.clauses, id))
      report(
        'agreement/unknown-clause',
        where(clause.exceptions.includes(id) ? 'exceptions' : 'overlaps'),
        `no clause "${id}"; name one of clauses`,
      );
  }
  checkLines(clause, agreement, where('details'), report);
  checkMirror(clause, agreement, where('mirror'), report);
}

function checkLines(clause: Clause, agreement: Agreement, where: string, report: Report): void {
  if (clause.type !== 'withdrawal-distance') return;
  for (const { side, line } of clause.details.lines) {
    if (!agreement.sides.some((entry) => entry.id === side))
      report('agreement/unknown-party', where, `no side "${side}" in parties.yaml`);
    if (agreement.zones.find((zone) => zone.id === line)?.kind !== 'line')
      report('agreement/unknown-zone', where, `no line "${line}" in areas.geojson; distances are measured from a line`);
  }
}

/** A mirror is the same clause with bearers and counterparties exchanged; anything else is an asymmetry to be declared. */
function checkMirror(clause: Clause, { clauses, sides }: Agreement, where: string, report: Report): void {
  if (clause.mirror === null) return;
  const mirror = clauses.find((other) => other.id === clause.mirror);
  if (mirror === undefined)
    return report('agreement/unknown-clause', where, `no clause "${clause.mirror}"; name one of clauses`);
  if (mirror.mirror !== clause.id)
    return report(
      'agreement/mirror-not-mutual',
      where,
      `"${mirror.id}" names "${mirror.mirror}" as its mirror, not "${clause.id}"; make both name each other`,
    );
  const [left, right] = sides;
  const exchange = (party: string): string =>
    party === left?.id ? (right?.id ?? party) : party === right?.id ? (left?.id ?? party) : party;
  const shape = (one: Clause, map: (party: string) => string): string =>
    JSON.stringify([
      one.type,
      one.modality,
      one.bearers.map(map).sort(),
      one.counterparties.map(map).sort(),
      [...one.acts].sort(),
      [...one.fulfils].sort(),
      one.means,
      one.zone,
      one.interval,
      one.needsAdherence,
      one.exceptions.length,
      one.details,
    ]);
  if (shape(clause, exchange) !== shape(mirror, (party) => party)) {
    report(
      'agreement/mirror-differs',
      where,
      `"${clause.id}" and "${mirror.id}" differ in more than their sides; make them alike, or drop mirror and declare the asymmetry`,
    );
  }
}

function checkPairs(agreement: Agreement, sources: PackSources, report: Report): void {
  const { clauses } = agreement;
  clauses.forEach((one, i) => {
    for (const other of clauses.slice(i + 1)) {
      if (one.overlaps.includes(other.id) || other.overlaps.includes(one.id)) continue;
      const where = sources.clauses.at(['clauses', clauses.indexOf(other)]);
      if (doOverlap(one, other, agreement)) {
        report(
          'agreement/overlapping-clauses',
          where,
          `"${one.id}" and "${other.id}" of type ${one.type} reach the same acts of the same parties in the same zone and time; merge them, or list one in the other's overlaps and say why`,
        );
      }
      if (doContradict(one, other, agreement)) {
        report(
          'agreement/contradictory-clauses',
          where,
          `"${one.id}" and "${other.id}" forbid and allow the same acts of the same parties; list the one that allows in the other's exceptions`,
        );
      }
    }
  });
}

const share = <T>(a: readonly T[], b: readonly T[]): boolean => a.some((entry) => b.includes(entry));
const shareOrBothEmpty = (a: readonly string[], b: readonly string[]): boolean =>
  (a.length === 0 && b.length === 0) || share(a, b);

function reachSame(one: Clause, other: Clause, { calendar }: Agreement): boolean {
  const [a, b] = [one, other].map((clause) => calendar.intervals.find((interval) => interval.id === clause.interval));
  const meet = a !== undefined && b !== undefined && a.startMs < b.endMs && b.startMs < a.endMs;
  return (
    meet &&
    one.zone === other.zone &&
    share(one.bearers, other.bearers) &&
    shareOrBothEmpty(one.counterparties, other.counterparties)
  );
}

function doOverlap(one: Clause, other: Clause, agreement: Agreement): boolean {
  const sameMeans = one.means === 'any' || other.means === 'any' || share(one.means, other.means);
  return one.type === other.type && sameMeans && share(one.acts, other.acts) && reachSame(one, other, agreement);
}

function doContradict(one: Clause, other: Clause, agreement: Agreement): boolean {
  const [allows, forbids] = one.modality === 'may' ? [one, other] : [other, one];
  if (allows.modality === 'may') {
    return (
      forbids.modality === 'must-not' &&
      share(allows.acts, forbids.acts) &&
      !forbids.exceptions.includes(allows.id) &&
      reachSame(one, other, agreement)
    );
  }
  return (share(one.acts, other.fulfils) || share(other.acts, one.fulfils)) && reachSame(one, other, agreement);
}
