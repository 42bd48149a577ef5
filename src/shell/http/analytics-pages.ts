/** Analytics over the store: what is asked of it, and how its answers become pages of figures. */
import {
  type ClauseEvidence,
  clauseDetermination,
  implementationScore,
} from '../../journey/5-assess/analytics/implementation.ts';
import { incidentSaid, statementSaid } from '../../journey/5-assess/analytics/mover-words.ts';
import { parityDoubts } from '../../journey/5-assess/analytics/parity.ts';
import { type DutyIncident, dutyDuration, isLasting } from '../../journey/5-assess/analytics/person-days.ts';
import { type Period, type StateDay, truceState } from '../../journey/5-assess/analytics/truce-state.ts';
import type { Agreement, Clause } from '../../model/agreement.ts';
import type { Finding } from '../../model/finding.ts';
import type { IncidentFilter, IncidentRow } from '../store/lists.ts';
import type { AppParts } from './app-parts.ts';
import type { Analytics, Duties, Implementation, Parity, TruceStateAnswer } from './contract.ts';
import { incidentList, outcomeFigures, scopeOf, TallyBook } from './figures.ts';
import { ledgerRows } from './statement-records.ts';

export async function analyticsOf(parts: AppParts, filter: IncidentFilter): Promise<Analytics> {
  const { store, actorName } = parts;
  const [tallies, left, exposed, summary] = await Promise.all([
    store.tallies(filter),
    store.leftOut(filter),
    store.exposure(filter),
    store.anyIllustrative(),
  ]);
  const book = new TallyBook(tallies, filter);
  const words = (id: string): string => id.replaceAll('_', ' ');
  const told = tallies.flatMap(({ dimension, key }) => (dimension === 'day' && key !== null ? [key] : []));
  const exposure = new Map(exposed.days.map((day) => [day.day, day]));
  const days = [...new Set([...told, ...exposure.keys()])].sort();
  return {
    scope: scopeOf(filter),
    illustrative: summary,
    figures: book.total(),
    leftOut: left,
    dimensions: {
      type: book.rows('type', words),
      party: book.rows('party', actorName),
      clause: book.rows('clause', (id) => clauseTitle(parts.agreements, id)),
      area: book.rows('area', (id) => id.split('/')[1] ?? id),
      weapon: book.rows('weapon', (id) => id.replaceAll('-', ' ')),
      target: book.rows('target', words),
    },
    days: days.map((day) => ({
      day,
      figures: book.of('day', day),
      reports: exposure.get(day)?.reports ?? 0,
      sources: exposure.get(day)?.sources ?? 0,
    })),
    withoutDay: book.of('day', null),
    sources: exposed.sources,
  };
}

function clauseTitle(agreements: readonly Agreement[], id: string): string {
  const slash = id.indexOf('/');
  const agreement = agreements.find((one) => one.id === id.slice(0, slash));
  return agreement?.clauses.find((clause) => clause.id === id.slice(slash + 1))?.title ?? id;
}

const DAY_MS = 86_400_000;
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
const BASELINE_DAYS = 14;
/** Recent incidents with most people killed: the others move the index alike. */
const MOVERS_LOOKED_AT = 20;
/** Days of a series; a longer one is cut to its end. */
const LONGEST_SERIES = 3660;

export interface StateQuery {
  filter: IncidentFilter;
  to?: string;
  recentDays: number;
  baselineFrom?: string;
  baselineTo?: string;
}

export async function stateOf(parts: AppParts, query: StateQuery): Promise<TruceStateAnswer> {
  const { store } = parts;
  const [tallies, exposed] = await Promise.all([store.tallies(query.filter), store.exposure(query.filter)]);
  const { recent, baseline } = periodsOf(parts.agreements, query, [
    ...tallies.flatMap(({ dimension, key }) => (dimension === 'day' && key !== null ? [key] : [])),
    ...exposed.days.filter(({ sources }) => sources > 0).map(({ day }) => day),
  ]);
  const days = seriesOf(tallies, exposed.days, { from: baseline.from, to: recent.to });
  const { items } = await store.incidents(
    { ...query.filter, from: recent.from, to: recent.to, counted: true },
    'killed',
    { limit: MOVERS_LOOKED_AT },
  );
  const statements = await ledgerRows(
    parts,
    {
      statements: { from: baseline.from, to: recent.to },
      form: ['threat', 'ultimatum', 'promise', 'restraint'],
      asOf: parts.clock.now(),
    },
    { limit: 200 },
  );
  const answer = truceState({
    days,
    baseline,
    recent,
    incidents: items.flatMap((row) => {
      const day = row.time?.start?.slice(0, 10);
      return day === undefined
        ? []
        : [{ id: row.id, day, killedMin: row.harm.killed?.min ?? 0, says: incidentSaid(row) }];
    }),
    statements: statements.items.flatMap(({ record, passage }) => {
      const day = (record.said?.start ?? record.said?.end)?.slice(0, 10);
      const says = statementSaid(record.speaker?.name ?? null, passage.quote);
      return day === undefined ? [] : [{ id: record.id, day, form: record.form, says }];
    }),
  });
  const scope = scopeOf(query.filter);
  const listed = days.map(({ day, incidents, killed, sources }) => ({
    day,
    incidents,
    killed,
    sources,
    list: incidentList({ ...scope, day }),
  }));
  return { scope, ...answer, days: listed };
}

/** The last days up to the one asked for or last known; against the first fortnight of the agreement, or else of what is known. */
function periodsOf(
  agreements: readonly Agreement[],
  query: StateQuery,
  known: readonly string[],
): { recent: Period; baseline: Period } {
  const sorted = known.toSorted();
  const to = query.to ?? sorted.at(-1) ?? '1970-01-01';
  const recent = { from: dayAfter(to, 1 - query.recentDays), to };
  const agreement = agreements.find(({ id }) => id === query.filter.agreement?.[0]);
  const inForce = agreement?.calendar.intervals.find(({ id }) => id === agreement.calendar.inForce);
  const from = query.baselineFrom ?? inForce?.start?.slice(0, 10) ?? sorted[0] ?? to;
  return { recent, baseline: { from, to: query.baselineTo ?? dayAfter(from, BASELINE_DAYS - 1) } };
}

function seriesOf(
  tallies: Awaited<ReturnType<AppParts['store']['tallies']>>,
  exposed: readonly { day: string; sources: number }[],
  { from, to }: Period,
): StateDay[] {
  const counts = new Map(
    tallies.filter((one) => one.dimension === 'day' && one.status === null).map((one) => [one.key, one]),
  );
  const sources = new Map(exposed.map((one) => [one.day, one.sources]));
  const days: StateDay[] = [];
  const first = dayAfter(to, 1 - LONGEST_SERIES);
  for (let day = from < first ? first : from; day <= to; day = dayAfter(day, 1)) {
    const tally = counts.get(day);
    const { min = 0, best = 0, max = 0 } = tally?.harm.killed ?? {};
    days.push({
      day,
      incidents: tally?.incidents ?? 0,
      killed: { min, best, max },
      // Whoever told of an incident of that day was there to tell, even if it was published later.
      sources: Math.max(sources.get(day) ?? 0, tally === undefined ? 0 : 1),
    });
  }
  return days;
}

/** Findings looked at per clause; beyond it the answer says that it is cut. */
const FINDINGS_AT_MOST = 2000;

async function findingsUnder(
  { store }: AppParts,
  agreement: string,
  clause: string,
): Promise<{ findings: Finding[]; rows: Map<string, IncidentRow>; truncated: boolean }> {
  const findings: Finding[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof store.findings>> = await store.findings(
      { agreement, clause },
      { limit: 200, ...(cursor === null ? {} : { cursor }) },
    );
    findings.push(...page.items);
    cursor = page.next;
  } while (cursor !== null && findings.length < FINDINGS_AT_MOST);
  const rows = await store.incidentRows(findings.map(({ incident }) => incident));
  return { findings, rows: new Map(rows.map((row) => [row.id, row])), truncated: cursor !== null };
}

export async function dutiesOf(parts: AppParts, agreement: Agreement, until: string): Promise<Duties> {
  const items: Duties['items'] = [];
  for (const clause of agreement.clauses.filter(isLasting)) {
    const { findings, rows, truncated } = await findingsUnder(parts, agreement.id, clause.id);
    const incidents = findings.flatMap(({ incident, outcome }) => {
      const row = rows.get(incident);
      return row === undefined ? [] : [dutyIncident(row, outcome)];
    });
    const interval = agreement.calendar.intervals.find(({ id }) => id === clause.interval);
    const inForce = {
      fromMs: interval?.startMs ?? Number.NEGATIVE_INFINITY,
      untilMs: Math.min(Date.parse(until), interval?.endMs ?? Number.POSITIVE_INFINITY),
    };
    items.push({ ...dutyDuration(clause, incidents, inForce), title: clause.title, truncated });
  }
  return { agreement: agreement.id, until, items };
}

function dutyIncident(row: IncidentRow, outcome: Finding['outcome']): DutyIncident {
  const { country, admin1 } = row.place ?? { country: null, admin1: null };
  const area = country === null ? null : admin1 === null ? country : `${country}/${admin1}`;
  const persons = row.harm.abducted ?? row.harm.displaced ?? row.harm.missing ?? null;
  return { id: row.id, type: row.type, time: row.time, area, outcome, persons };
}

/** Of all clauses, or of one. */
export async function implementationOf(parts: AppParts, agreement: Agreement, only?: string): Promise<Implementation> {
  const [exposed, decisions] = await Promise.all([
    parts.store.exposure({ agreement: [agreement.id] }),
    parts.store.decisions(),
  ]);
  const items: Implementation['items'] = [];
  for (const clause of agreement.clauses.filter(({ id }) => only === undefined || id === only)) {
    const { findings, rows, truncated } = await findingsUnder(parts, agreement.id, clause.id);
    const evidence: ClauseEvidence = {
      clause,
      determined: clauseDetermination(decisions, agreement.id, clause.id),
      daysReported: daysReported(agreement, clause, exposed.days),
      findings: findings.map(({ incident, outcome }) => ({
        incident,
        outcome,
        type: rows.get(incident)?.type ?? '',
        day: rows.get(incident)?.time?.start?.slice(0, 10) ?? null,
      })),
    };
    items.push({ ...implementationScore(evidence, parts.implementationThresholds), title: clause.title, truncated });
  }
  return { agreement: agreement.id, items };
}

function daysReported(agreement: Agreement, clause: Clause, days: readonly { day: string; sources: number }[]): number {
  const interval = agreement.calendar.intervals.find(({ id }) => id === clause.interval);
  const [start, end] = [interval?.startMs ?? Number.NEGATIVE_INFINITY, interval?.endMs ?? Number.POSITIVE_INFINITY];
  return days.filter(({ day, sources }) => {
    const at = Date.parse(day);
    return sources > 0 && at + DAY_MS > start && at < end;
  }).length;
}

export async function parityOf(parts: AppParts, agreement: Agreement): Promise<Parity> {
  const sides: Parity['sides'] = [];
  const byName = agreement.sides.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  for (const side of byName) {
    const party = parts.sideActors(agreement).get(side.id) ?? [];
    const filter: IncidentFilter = { agreement: [agreement.id], party };
    const [tallies, outcomes] = await Promise.all([
      parts.store.tallies(filter),
      parts.store.outcomesOf(agreement.id, party),
    ]);
    sides.push({
      side: side.id,
      name: side.name,
      figures: new TallyBook(tallies, filter).total(),
      outcomes: outcomeFigures(outcomes, { agreement: agreement.id, party: party.join(',') }),
    });
  }
  const counted = sides.map(({ side, name, figures, outcomes }) => ({
    side,
    name,
    reported: figures.reported.incidents,
    corroborated: figures.corroborated.incidents,
    adjudicated: figures.adjudicated.incidents,
    outcomes: Object.fromEntries(Object.entries(outcomes).map(([outcome, { findings }]) => [outcome, findings])),
  }));
  return { agreement: agreement.id, sides, doubts: parityDoubts(counted) };
}
