/** What is known of the reports' sources beyond their coding: which outlet a report is of, and the register of outlets. */
import type { Outlet } from '../../knowledge/source-register.ts';

export interface SourceContext {
  /** Report id → the outlet it came from. */
  readonly outletOf: ReadonlyMap<string, Outlet>;
  /** All registered outlets by id. */
  readonly outlets: ReadonlyMap<string, Outlet>;
}

export const NO_SOURCES: SourceContext = { outletOf: new Map(), outlets: new Map() };

/** From codings, which carry the name of their outlet where it was known. */
export const sourcesOfCodings = (
  codings: readonly { readonly id: string; readonly source?: string }[],
  register: ReadonlyMap<string, Outlet>,
): SourceContext => sourceContext(new Map(codings.map(({ id, source }) => [id, source ?? null])), register);

/** From the sources' names as they came with the reports; a name that is not in the register is left out. */
export function sourceContext(
  names: ReadonlyMap<string, string | null>,
  register: ReadonlyMap<string, Outlet>,
): SourceContext {
  const outletOf = new Map<string, Outlet>();
  for (const [report, name] of names) {
    const outlet = name === null ? undefined : register.get(name);
    if (outlet !== undefined) outletOf.set(report, outlet);
  }
  return { outletOf, outlets: new Map([...register.values()].map((outlet) => [outlet.id, outlet])) };
}

/** Owners of an outlet on a day (ISO 8601), from the nearest up; ownership without dates holds always. */
export function ownersOf(outlet: Outlet, day: string | null, outlets: SourceContext['outlets']): Outlet[] {
  const owners: Outlet[] = [];
  let waiting = [outlet];
  while (waiting.length > 0) {
    waiting = waiting
      .flatMap(({ ownedBy }) =>
        ownedBy
          .filter(({ from, to }) => day === null || ((from === null || from <= day) && (to === null || day <= to)))
          .flatMap(({ id }) => outlets.get(id) ?? []),
      )
      .filter((owner) => !owners.includes(owner));
    owners.push(...waiting);
  }
  return owners;
}
