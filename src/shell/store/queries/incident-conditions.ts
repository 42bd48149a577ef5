/** An incident filter as conditions on the table of incidents. */

import { type RawBuilder, sql } from 'kysely';
import { SEVERITIES, TOPICS } from '../../../model/incident.ts';
import type { IncidentFilter } from '../lists.ts';
import { knownLeast } from './tally-sql.ts';
import { matchesWords } from './words.ts';

/** Conditions that must all hold; `i` is the alias of the table of incidents. */
export function incidentConditions(filter: IncidentFilter): RawBuilder<boolean> {
  const parts = [
    during(filter),
    among('i.type', filter.type),
    among('i.modality', filter.modality),
    filter.party && sql`i.accused && ${filter.party}::text[]`,
    assessed(filter),
    filter.bbox && within(filter.bbox),
    among('i.area', filter.area),
    filter.weapon && sql`i.weapons && ${filter.weapon}::text[]`,
    filter.target && sql`i.objects && ${filter.target}::text[]`,
    filter.day && sql`i.day = any(${filter.day}::timestamp[])`,
    filter.evidence &&
      sql`(${sql.join(
        filter.evidence.map((one) => EVIDENCE[one]),
        sql` or `,
      )})`,
    filter.counted === true ? sql`i.counted` : undefined,
    ...(filter.unknown ?? []).map((one) => UNKNOWN[one]),
    contradicted(filter),
    filter.harm &&
      sql`(${sql.join(
        filter.harm.map((measure) => sql`(${knownLeast(measure, 'i.')}) is not null`),
        sql` or `,
      )})`,
    filter.minKilled === undefined ? undefined : sql`coalesce(i.killed_min, -1) >= ${filter.minKilled}`,
    filter.q === undefined ? undefined : (matchesWords('i.plain_text', filter.q) ?? sql`false`),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? sql`true` : sql`${sql.join(parts, sql` and `)}`;
}

const DETERMINED = sql`exists (select from determinations d where d.incident = i.id and d.in_force)`;
const EVIDENCE: Record<NonNullable<IncidentFilter['evidence']>[number], RawBuilder<unknown>> = {
  reported: sql`(i.origins < 2 and not ${DETERMINED})`,
  corroborated: sql`(i.origins >= 2 and not ${DETERMINED})`,
  adjudicated: DETERMINED,
};
const UNKNOWN: Record<NonNullable<IncidentFilter['unknown']>[number], RawBuilder<unknown>> = {
  party: sql`i.accused = '{}'`,
  area: sql`i.area is null`,
  day: sql`i.day is null`,
  weapon: sql`i.weapons = '{}'`,
  target: sql`i.objects = '{}'`,
};

function among(column: string, values: readonly string[] | undefined): RawBuilder<unknown> | undefined {
  if (values === undefined) return undefined;
  // A single value lets the planner read an index that is sorted by time within that value.
  return values.length === 1
    ? sql`${sql.ref(column)} = ${values[0]}`
    : sql`${sql.ref(column)} = any(${values}::text[])`;
}

/** Both days inclusive, in UTC; undated incidents never match. */
export function during({ from, to }: { from?: string; to?: string }): RawBuilder<unknown> | undefined {
  if (from === undefined && to === undefined) return undefined;
  return sql`i.period && tsrange(${from ?? null}::timestamp, ${to ?? null}::timestamp + interval '1 day')`;
}

function contradicted({ contradiction, severity }: IncidentFilter): RawBuilder<unknown> | undefined {
  if (contradiction === undefined && severity === undefined) return undefined;
  const wanted = (contradiction ?? TOPICS).flatMap((about) => (severity ?? SEVERITIES).map((one) => `${about}/${one}`));
  return sql`i.contradicted && ${wanted}::text[]`;
}

function assessed({ agreement, clause, outcome }: IncidentFilter): RawBuilder<unknown> | undefined {
  const outcomes = outcome?.filter((one) => one !== 'not-assessed');
  if (agreement === undefined && clause === undefined) {
    if (outcome === undefined) return undefined;
    const strongest = among('i.outcome', outcomes) ?? sql`false`;
    return outcome.includes('not-assessed') ? sql`(${strongest} or i.outcome is null)` : strongest;
  }
  const parts = [
    sql`f.incident = i.id`,
    among('f.agreement', agreement),
    clause && sql`(${sql.join(clause.map(isClause), sql` or `)})`,
    among('f.outcome', outcomes),
  ].filter((part) => part !== undefined);
  return sql`exists (select from findings f where ${sql.join(parts, sql` and `)})`;
}

/** `agreement/clause`, or a clause of whatever agreement. */
export function isClause(named: string): RawBuilder<unknown> {
  const slash = named.indexOf('/');
  if (slash < 0) return sql`f.clause = ${named}`;
  return sql`(f.agreement = ${named.slice(0, slash)} and f.clause = ${named.slice(slash + 1)})`;
}

function within([west, south, east, north]: NonNullable<IncidentFilter['bbox']>): RawBuilder<unknown> {
  const longitude =
    west <= east
      ? sql`i.longitude between ${west} and ${east}`
      : sql`(i.longitude >= ${west} or i.longitude <= ${east})`;
  return sql`i.latitude between ${south} and ${north} and ${longitude}`;
}
