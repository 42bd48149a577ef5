/** Who acts or speaks for whom: a ministry promises and an army moves, and both belong to one state. */
import type { Actor } from '../../../knowledge/actors.ts';

export interface PartyKin {
  /** The actor and those it belongs to, nearest first. */
  readonly chain: (actor: string) => readonly string[];
  /** The actor and every one that belongs to it. */
  readonly below: (actor: string) => readonly string[];
  /** Every actor that shares the topmost one of this chain. */
  readonly family: (actor: string) => readonly string[];
}

export function partyKin({ actors }: { readonly actors: ReadonlyMap<string, Pick<Actor, 'parent'>> }): PartyKin {
  const chains = new Map<string, readonly string[]>();
  const families = new Map<string, string[]>();
  const chain = (actor: string): readonly string[] => {
    const known = chains.get(actor);
    if (known !== undefined) return known;
    const found: string[] = [];
    let current: string | null | undefined = actor;
    while (current !== null && current !== undefined && !found.includes(current)) {
      found.push(current);
      current = actors.get(current)?.parent;
    }
    chains.set(actor, found);
    return found;
  };
  for (const id of actors.keys()) {
    const top = chain(id).at(-1) ?? id;
    families.set(top, [...(families.get(top) ?? []), id]);
  }
  const below = (actor: string): string[] => [
    actor,
    ...[...actors.keys()].filter((id) => id !== actor && chain(id).includes(actor)),
  ];
  return { chain, below, family: (actor) => families.get(chain(actor).at(-1) ?? actor) ?? [actor] };
}

/** `own`: the doer is of the party; `related`: both are under one roof and it is open whether it speaks for the doer. */
export function kinship(doer: string, party: string, { chain }: PartyKin): 'own' | 'related' | null {
  const [above, roof] = [chain(doer), chain(party)];
  if (above.includes(party)) return 'own';
  return above.some((id) => roof.includes(id)) ? 'related' : null;
}
