/** One party and one clause over the store: who they are in each agreement, what was said, and what incidents say of them. */

import { whyUntestable } from '../../journey/5-assess/clause-tests.ts';
import { speakerRecord } from '../../journey/5-assess/statements/speaker-record.ts';
import type { Actor } from '../../knowledge/actors.ts';
import type { Agreement, Clause } from '../../model/agreement.ts';
import type { IncidentFilter } from '../store/lists.ts';
import { clauseDetailOf, intervalOf, zoneOf } from './agreement-pages.ts';
import { implementationOf } from './analytics-pages.ts';
import type { AppParts } from './app-parts.ts';
import type { ClauseAnswer, PartyDetail, PartyList, StatementLedgerRow } from './contract.ts';
import { outcomeFigures, TallyBook } from './figures.ts';
import { ledgerRows } from './statement-records.ts';

type Standing = PartyDetail['standings'][number];

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

/** Whom an agreement names at all. */
function actorsNamedIn({ sides, adherence, excluded, unsettled }: Agreement): Set<string> {
  return new Set([
    ...sides.flatMap(({ members, under }) => [...members, ...Object.keys(under)]),
    ...[...adherence, ...excluded, ...unsettled].map(({ actor }) => actor),
  ]);
}

/** Actors that an agreement names, and actors that act or speak in the store; the name says nothing of a side. */
export async function partyListOf({ store, agreements, actors, actorName }: AppParts): Promise<PartyList> {
  const counts = new Map((await store.actorCounts()).map((one) => [one.actor, one]));
  const namedIn = agreements.map((agreement) => ({ agreement, actors: actorsNamedIn(agreement) }));
  const ids = new Set([...counts.keys(), ...namedIn.flatMap(({ actors: some }) => [...some])]);
  const items = [...ids].map((id) => ({
    id,
    name: actorName(id),
    role: actors.actors.get(id)?.role ?? 'unknown',
    country: actors.actors.get(id)?.country ?? null,
    agreements: namedIn.filter(({ actors: some }) => some.has(id)).map(({ agreement }) => named(agreement)),
    incidents: counts.get(id)?.incidents ?? 0,
    statements: counts.get(id)?.statements ?? 0,
  }));
  return { items: items.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1)) };
}

/** Pages of statements looked through for one party's record. */
const STATEMENT_PAGES = 20;
/** Words with deeds beside them that are shown; the ledger lists the rest. */
const WORDS_SHOWN = 50;

export async function partyDetailOf(parts: AppParts, actor: Actor, asOf: string): Promise<PartyDetail> {
  const { store, ledgerRules, agreements, actorName } = parts;
  const below = ledgerRules.kin.below(actor.id);
  const nameOf = (id: string) => ({ id, name: actorName(id) });
  const { rows, truncated } = await recordRowsOf(parts, below, asOf);
  const filter: IncidentFilter = { party: below };
  return {
    id: actor.id,
    name: actor.name,
    role: actor.role,
    country: actor.country,
    note: actor.note,
    above: ledgerRules.kin.chain(actor.id).slice(1).map(nameOf),
    below: below.slice(1).map(nameOf),
    standings: (await Promise.all(agreements.map((agreement) => standingOf(parts, agreement, actor.id, below)))).filter(
      (standing) => standing !== null,
    ),
    figures: new TallyBook(await store.tallies(filter), filter).total(),
    record: speakerRecord(rows.map(({ record }) => record)),
    wordAndDeed: rows.filter(isWordBesideDeed).slice(0, WORDS_SHOWN),
    truncated,
    asOf,
  };
}

/** Of the same party, place and window: what certainly happened elsewhere than the words say stands beside nothing. */
function isWordBesideDeed({ record }: StatementLedgerRow): boolean {
  if (record.form === 'restraint')
    return record.deeds.some(({ relation, place }) => relation === 'goes-against' && place !== 'elsewhere');
  return record.form === 'denial' && record.deeds.length > 0;
}

async function recordRowsOf(
  parts: AppParts,
  speaker: readonly string[],
  asOf: string,
): Promise<{ rows: StatementLedgerRow[]; truncated: boolean }> {
  const rows: StatementLedgerRow[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < STATEMENT_PAGES; page++) {
    const found: Awaited<ReturnType<typeof ledgerRows>> = await ledgerRows(
      parts,
      { statements: { speaker }, asOf },
      { limit: 200, ...(cursor === null ? {} : { cursor }) },
    );
    rows.push(...found.items);
    cursor = found.next;
    if (cursor === null) return { rows, truncated: false };
  }
  return { rows, truncated: true };
}

/** Null when the agreement says nothing of it or of anyone above it. */
async function standingOf(
  { store, ledgerRules, sideActors }: AppParts,
  agreement: Agreement,
  actor: string,
  below: readonly string[],
): Promise<Standing | null> {
  const chain = ledgerRules.kin.chain(actor);
  const side = agreement.sides.find(({ id }) => sideActors(agreement).get(id)?.includes(actor));
  const nearest = <T extends { actor: string }>(facts: readonly T[]): T[] => {
    const owner = chain.find((id) => facts.some((fact) => fact.actor === id));
    return facts.filter((fact) => fact.actor === owner);
  };
  const registrars = new Map(agreement.registrars.map((one) => [one.id, one.name]));
  const unsettled = nearest(agreement.unsettled)[0];
  const excluded = nearest(agreement.excluded);
  const adherence = nearest(agreement.adherence);
  if (side === undefined && unsettled === undefined && excluded.length + adherence.length === 0) return null;
  const outcomes = await store.outcomesOf(agreement.id, below);
  return {
    agreement: named(agreement),
    side: side === undefined ? null : named(side),
    adherence: adherence.map(({ registrar, status, from, until, source, checked }) => ({
      registrar: registrars.get(registrar) ?? registrar,
      status,
      from,
      until,
      source,
      checked,
    })),
    excluded: excluded.map(({ authority, from, until, source, checked }) => ({
      authority,
      from,
      until,
      source,
      checked,
    })),
    unsettled:
      unsettled === undefined
        ? null
        : { because: unsettled.because, wouldSettle: unsettled.wouldSettle, source: unsettled.source },
    findings: outcomeFigures(outcomes, { agreement: agreement.id, party: below.join(',') }),
  };
}

export async function clauseAnswerOf(parts: AppParts, agreement: Agreement, clause: Clause): Promise<ClauseAnswer> {
  const counts = await parts.store.agreements();
  const own = counts.find((one) => one.agreement === agreement.id);
  const filter: IncidentFilter = { clause: [`${agreement.id}/${clause.id}`] };
  const [tallies, { items }] = await Promise.all([
    parts.store.tallies(filter),
    implementationOf(parts, agreement, clause.id),
  ]);
  const [implementation] = items;
  if (implementation === undefined) throw new Error(`unreachable: ${clause.id} is a clause of ${agreement.id}`);
  const untestable = whyUntestable(clause);
  const interval = agreement.calendar.intervals.find(({ id }) => id === clause.interval);
  const zone = agreement.zones.find(({ id }) => id === clause.zone);
  const titled = (ids: readonly string[]) =>
    agreement.clauses.filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({ id, title }));
  return {
    agreement: named(agreement),
    clause: clauseDetailOf(agreement, clause, own, parts.actorName),
    untestable: untestable?.text ?? null,
    untestableReason: untestable?.reason ?? null,
    details: { ...clause.details },
    acts: [...clause.acts],
    fulfils: [...clause.fulfils],
    means: clause.means === 'any' ? 'any' : [...clause.means],
    needsAdherence: clause.needsAdherence,
    interval: interval === undefined ? null : intervalOf(interval),
    zone: zone === undefined ? null : zoneOf(zone),
    exceptions: titled(clause.exceptions),
    mirror: titled(clause.mirror === null ? [] : [clause.mirror])[0] ?? null,
    figures: new TallyBook(tallies, filter).total(),
    outcomes: outcomeFigures(own?.clauses.find((one) => one.clause === clause.id)?.findings ?? {}, {
      agreement: agreement.id,
      clause: clause.id,
    }),
    implementation,
  };
}
