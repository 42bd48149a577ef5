/** Checks of an agreement pack's clauses: what they name, their mirrors, and how they stand to each other. */
import type { Agreement, Clause } from '../model/agreement.ts';
import type { AgreementComplaint, PackSources } from './agreement-pack.ts';

/** Words that may stand where a clause names whom it protects. */
const PROTECTED_GROUPS: ReadonlySet<string> = new Set(['civilians', 'monitors', 'aid-workers']);

export type Report = (code: AgreementComplaint['code'], where: string, message: string) => void;

/** Everything that one clause names must exist, and its mirror must be its mirror. */
export function checkClause(
  clause: Clause,
  index: number,
  agreement: Agreement,
  sources: PackSources,
  report: Report,
): void {
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
        `"${party}" is neither a side nor a member of one in parties.yaml; add it there or correct the id`,
      );
  for (const party of clause.counterparties) {
    if (!actors.has(party) && !PROTECTED_GROUPS.has(party))
      report(
        'agreement/unknown-party',
        where('counterparties'),
        `"${party}" is neither a side, a member of one, nor one of ${[...PROTECTED_GROUPS].join(', ')}; add it or correct the id`,
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
  if (mirror === undefined) {
    report('agreement/unknown-clause', where, `no clause "${clause.mirror}"; name one of clauses`);
    return;
  }
  if (mirror.mirror !== clause.id) {
    report(
      'agreement/mirror-not-mutual',
      where,
      `"${mirror.id}" names "${mirror.mirror}" as its mirror, not "${clause.id}"; make both name each other`,
    );
    return;
  }
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

/** No two clauses may reach the same acts, or forbid and allow them, unless they say that they know of each other. */
export function checkPairs(agreement: Agreement, sources: PackSources, report: Report): void {
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

/** The same parties at the same time; whom it is done to is for the caller to compare. */
function bindSame(one: Clause, other: Clause, { calendar }: Agreement): boolean {
  const [a, b] = [one, other].map((clause) => calendar.intervals.find((interval) => interval.id === clause.interval));
  const meet = a !== undefined && b !== undefined && a.startMs < b.endMs && b.startMs < a.endMs;
  return meet && one.zone === other.zone && share(one.bearers, other.bearers);
}

const reachSame = (one: Clause, other: Clause, agreement: Agreement): boolean =>
  bindSame(one, other, agreement) && shareOrBothEmpty(one.counterparties, other.counterparties);

function doOverlap(one: Clause, other: Clause, agreement: Agreement): boolean {
  const sameMeans = one.means === 'any' || other.means === 'any' || share(one.means, other.means);
  return one.type === other.type && sameMeans && share(one.acts, other.acts) && reachSame(one, other, agreement);
}

function doContradict(one: Clause, other: Clause, agreement: Agreement): boolean {
  const [allows, forbids] = one.modality === 'may' ? [one, other] : [other, one];
  if (allows.modality === 'may') {
    // What is allowed towards anybody is allowed towards those whom the other clause protects, and the reverse.
    const isTowardsSame =
      allows.counterparties.length === 0 ||
      forbids.counterparties.length === 0 ||
      share(allows.counterparties, forbids.counterparties);
    return (
      forbids.modality === 'must-not' &&
      share(allows.acts, forbids.acts) &&
      !forbids.exceptions.includes(allows.id) &&
      isTowardsSame &&
      bindSame(one, other, agreement)
    );
  }
  return (share(one.acts, other.fulfils) || share(other.acts, one.fulfils)) && reachSame(one, other, agreement);
}
