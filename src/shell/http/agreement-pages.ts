/** Agreements as the pages show them: names in place of ids, and the counts of findings beside each clause. */
import type { AdherenceFact, Agreement, AgreementInterval, Clause, Zone } from '../../model/agreement.ts';
import type { AgreementCounts } from '../store/queries/findings.ts';
import type { AgreementDetail, AgreementRow, ClauseDetail } from './contract.ts';

type ActorName = (id: string) => string;
interface Named {
  id: string;
  name: string;
}

const byName = (a: Named, b: Named): number => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);

/** Bearers and counterparties are sides, actors, or one of a few plain words. */
function partyNames(agreement: Agreement, ids: readonly string[], actorName: ActorName): Named[] {
  const sides = new Map(agreement.sides.map((side) => [side.id, side.name]));
  return ids.map((id) => ({ id, name: sides.get(id) ?? actorName(id) })).sort(byName);
}

function inForce(agreement: Agreement): AgreementRow['inForce'] {
  const interval = agreement.calendar.intervals.find(({ id }) => id === agreement.calendar.inForce);
  return { start: interval?.start ?? null, end: interval?.end ?? null };
}

const countsOf = (agreement: Agreement, counts: readonly AgreementCounts[]): AgreementCounts | undefined =>
  counts.find((entry) => entry.agreement === agreement.id);

export function agreementRowOf(agreement: Agreement, counts: readonly AgreementCounts[]): AgreementRow {
  return {
    id: agreement.id,
    name: agreement.name,
    signed: agreement.signed,
    inForce: inForce(agreement),
    timeZone: agreement.calendar.timeZone,
    clauses: agreement.clauses.length,
    sides: agreement.sides.map((side) => side.name).sort((a, b) => a.localeCompare(b, 'en')),
    findings: countsOf(agreement, counts)?.findings ?? {},
  };
}

export function agreementDetailOf(
  agreement: Agreement,
  counts: readonly AgreementCounts[],
  actorName: ActorName,
): AgreementDetail {
  const own = countsOf(agreement, counts);
  const { calendar, ...fields } = agreement;
  return {
    id: fields.id,
    name: fields.name,
    version: fields.version,
    signed: fields.signed,
    inForce: inForce(agreement),
    timeZone: calendar.timeZone,
    notes: [...fields.notes],
    asymmetries: [...fields.asymmetries],
    replaced: calendar.replaced.map(({ at, by, note, source, checked }) => ({ at, by, note, source, checked })),
    instruments: fields.instruments.map(({ id, name, date, adds, url, checked }) => ({
      id,
      name,
      date,
      adds,
      url,
      checked,
    })),
    sides: fields.sides.map((side) => ({
      id: side.id,
      name: side.name,
      bindsBy: side.bindsBy,
      note: side.note,
      members: partyNames(agreement, side.members, actorName),
    })),
    adherence: adherenceOf(agreement, actorName),
    excluded: fields.excluded.map((fact) => ({
      actor: { id: fact.actor, name: actorName(fact.actor) },
      authority: fact.authority,
      from: fact.from,
      until: fact.until,
      source: fact.source,
      checked: fact.checked,
    })),
    intervals: calendar.intervals.map(intervalOf),
    zones: fields.zones.map(zoneOf),
    clauses: fields.clauses.map((clause) => clauseDetailOf(agreement, clause, own, actorName)),
    findings: own?.findings ?? {},
  };
}

export const intervalOf = ({ id, names, start, end, note, source, checked }: AgreementInterval) => ({
  id,
  names: [...names],
  start,
  end,
  note,
  source,
  checked,
});

export const zoneOf = ({ paths, countries, admin1, ...zone }: Zone) => ({
  ...zone,
  countries: [...countries],
  admin1: [...admin1],
  paths: paths.map((path) => path.map(([lon, lat]): [number, number] => [lon, lat])),
});

function adherenceOf(agreement: Agreement, actorName: ActorName): AgreementDetail['adherence'] {
  const registrars = new Map(agreement.registrars.map((registrar) => [registrar.id, registrar.name]));
  const row = (fact: AdherenceFact): AgreementDetail['adherence'][number] => ({
    actor: { id: fact.actor, name: actorName(fact.actor) },
    registrar: registrars.get(fact.registrar) ?? fact.registrar,
    status: fact.status,
    from: fact.from,
    until: fact.until,
    source: fact.source,
    checked: fact.checked,
  });
  return agreement.adherence
    .map(row)
    .sort((a, b) => byName(a.actor, b.actor) || ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
}

export function clauseDetailOf(
  agreement: Agreement,
  clause: Clause,
  counts: AgreementCounts | undefined,
  actorName: ActorName,
): ClauseDetail {
  return {
    id: clause.id,
    type: clause.type,
    title: clause.title,
    says: clause.says,
    modality: clause.modality,
    where: clause.where,
    instrument: agreement.instruments.find(({ id }) => id === clause.instrument)?.name ?? clause.instrument,
    bearers: partyNames(agreement, clause.bearers, actorName),
    counterparties: partyNames(agreement, clause.counterparties, actorName),
    mirror: clause.mirror,
    exceptions: [...clause.exceptions],
    checked: clause.checked,
    source: clause.source,
    note: clause.note,
    findings: counts?.clauses.find((entry) => entry.clause === clause.id)?.findings ?? {},
  };
}
