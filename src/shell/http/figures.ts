/** Figures out of tallies: each with the address of the list that holds exactly the incidents it counts. */
import type { IncidentFilter } from '../store/lists.ts';
import { type Dimension, EVIDENCE_STATUSES, type EvidenceStatus, type Tally } from '../store/queries/tallies.ts';
import type { Analytics, Figure } from './contract.ts';

export type Scope = Readonly<Record<string, string>>;
type Figures = Analytics['figures'];
type Row = Analytics['dimensions']['type'][number];

/** The filter as parameters of the address, so that whoever follows a figure asks the same question. */
export function scopeOf(filter: IncidentFilter): Scope {
  const { from, to, type, party, clause, agreement, outcome, bbox, area, weapon, target, day, evidence, unknown, q } =
    filter;
  const { contradiction, severity } = filter;
  const lists = {
    type,
    party,
    clause,
    agreement,
    outcome,
    bbox,
    area,
    weapon,
    target,
    day,
    evidence,
    unknown,
    contradiction,
    severity,
  };
  const joined = Object.entries(lists).flatMap(([name, values]) =>
    values === undefined ? [] : [[name, values.join(',')] as const],
  );
  const plain = Object.entries({ from, to, q }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries([...plain, ...joined]);
}

export const incidentList = (scope: Scope): string =>
  `/api/v1/incidents?${new URLSearchParams({ ...scope, counted: 'yes' })}`;

const figure = (tally: Tally | undefined, scope: Scope): Figure => ({
  incidents: tally?.incidents ?? 0,
  harm: tally?.harm ?? {},
  ids: tally?.ids ?? [],
  list: incidentList(scope),
});

function figuresOf(tallies: readonly Tally[], scope: Scope): Figures {
  const of = (status: EvidenceStatus | null): Figure =>
    figure(
      tallies.find((tally) => tally.status === status),
      status === null ? scope : { ...scope, evidence: status },
    );
  const [reported, corroborated, adjudicated] = EVIDENCE_STATUSES;
  return { all: of(null), reported: of(reported), corroborated: of(corroborated), adjudicated: of(adjudicated) };
}

/** Which parameter of the list asks for one value of a dimension. */
type Counted = Exclude<Dimension, 'all'>;

/** Tallies of one store answer, by dimension and key. */
export class TallyBook {
  private readonly byKey = new Map<string, Tally[]>();
  private readonly keys = new Map<Dimension, (string | null)[]>();
  private readonly filter: IncidentFilter;
  private readonly scope: Scope;

  constructor(tallies: readonly Tally[], filter: IncidentFilter) {
    this.filter = filter;
    this.scope = scopeOf(filter);
    for (const tally of tallies) {
      const key = this.place(tally.dimension, tally.key);
      const known = this.byKey.get(key);
      if (known !== undefined) known.push(tally);
      else {
        this.byKey.set(key, [tally]);
        this.keys.set(tally.dimension, [...(this.keys.get(tally.dimension) ?? []), tally.key]);
      }
    }
  }

  total(): Figures {
    return figuresOf(this.byKey.get(this.place('all', '')) ?? [], this.scope);
  }

  /** Null where nothing is counted. */
  of(dimension: Counted, key: string | null): Figures | null {
    const tallies = this.byKey.get(this.place(dimension, key));
    if (tallies === undefined) return null;
    return figuresOf(tallies, { ...this.scope, ...(key === null ? { unknown: dimension } : { [dimension]: key }) });
  }

  /** The most incidents first. Of a dimension that the question itself narrows, only the values asked for. */
  rows(dimension: Exclude<Counted, 'day'>, nameOf: (key: string) => string): Row[] {
    return (this.keys.get(dimension) ?? [])
      .filter((key) => this.isAskedFor(dimension, key))
      .flatMap((id) => {
        const figures = this.of(dimension, id);
        return figures === null ? [] : [{ id, name: id === null ? '' : nameOf(id), figures }];
      })
      .sort((a, b) => b.figures.all.incidents - a.figures.all.incidents || ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
  }

  private isAskedFor(dimension: Exclude<Counted, 'day'>, key: string | null): boolean {
    const { outcome, clause } = this.filter;
    // The strongest outcome of an incident and that of one clause are two questions, and an address can ask only one.
    if (dimension === 'clause' && outcome !== undefined && clause === undefined) return false;
    const asked: readonly string[] | undefined = this.filter[dimension];
    if (asked === undefined) return true;
    return key !== null && (asked.includes(key) || (dimension === 'clause' && asked.includes(key.split('/')[1] ?? '')));
  }

  private place(dimension: Dimension, key: string | null): string {
    return key === null ? `${dimension} ?` : `${dimension} =${key}`;
  }
}

/** Counts of findings by outcome, each with the list that holds exactly them. */
export function outcomeFigures(
  outcomes: Readonly<Record<string, number>>,
  scope: Readonly<Record<string, string>>,
): Record<string, { findings: number; list: string }> {
  return Object.fromEntries(
    Object.entries(outcomes).map(([outcome, findings]) => [
      outcome,
      { findings, list: `/api/v1/findings?${new URLSearchParams({ ...scope, outcome })}` },
    ]),
  );
}
