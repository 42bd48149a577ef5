/**
 * What people decided about links: that two coded incidents are one event, or are not. Decisions hold whatever the machine
 * would find, so a set that contradicts itself is refused, naming the chain of decisions that stands against the last one.
 */
import type { Refusal } from '../../model/report.ts';

/** One coded incident of one report. */
export interface CodedRef {
  readonly report: string;
  readonly coded: string;
}

export interface LinkDecision {
  readonly id: string;
  readonly kind: 'must-link' | 'cannot-link';
  readonly a: CodedRef;
  readonly b: CodedRef;
}

export interface RefusedDecision extends Refusal<'corroborate/contradictory-decision'> {
  /** Ids of the decisions that hold and contradict the refused one, in the order in which they lead from its one end to the other. */
  readonly chain: readonly string[];
}

export interface HeldDecisions {
  readonly held: readonly LinkDecision[];
  readonly refused: readonly RefusedDecision[];
}

export const refKey = ({ report, coded }: CodedRef): string => `${report}#${coded}`;

/** Takes decisions in the order in which they were made; one that contradicts those before it is refused and does not hold. */
export function holdDecisions(decisions: readonly LinkDecision[]): HeldDecisions {
  const held: LinkDecision[] = [];
  const refused: RefusedDecision[] = [];
  for (const decision of decisions) {
    const chain = contradictionOf(decision, held);
    if (chain === null) held.push(decision);
    else refused.push(refusalOf(decision, chain));
  }
  return { held, refused };
}

function refusalOf(decision: LinkDecision, chain: readonly LinkDecision[]): RefusedDecision {
  const [one, other] = [refKey(decision.a), refKey(decision.b)];
  const wanted = decision.kind === 'must-link' ? 'one event' : 'two events';
  return {
    kind: 'refused',
    code: 'corroborate/contradictory-decision',
    where: decision.id,
    message: `expected no decision against it, found that ${one} and ${other} cannot be ${wanted} by ${chain.map(({ id, kind }) => `${id} (${kind})`).join(', ')}; undo one of them first`,
    chain: chain.map(({ id }) => id),
  };
}

/** The decisions that stand against this one; null when none do. */
function contradictionOf(decision: LinkDecision, held: readonly LinkDecision[]): readonly LinkDecision[] | null {
  if (decision.kind === 'cannot-link') return pathBetween(refKey(decision.a), refKey(decision.b), held);
  // Joining the two ends must not join what is held apart.
  for (const apart of held) {
    if (apart.kind !== 'cannot-link') continue;
    for (const [left, right] of [
      [apart.a, apart.b],
      [apart.b, apart.a],
    ] as const) {
      const there = pathBetween(refKey(decision.a), refKey(left), held);
      const back = there === null ? null : pathBetween(refKey(right), refKey(decision.b), held);
      if (there !== null && back !== null) return [...there, apart, ...back];
    }
  }
  return null;
}

/** Shortest chain of must-links from one coded incident to another; empty when they are the same, null when there is none. */
function pathBetween(from: string, to: string, held: readonly LinkDecision[]): LinkDecision[] | null {
  const neighbours = new Map<string, { key: string; decision: LinkDecision }[]>();
  const connect = (a: string, b: string, decision: LinkDecision): void => {
    const list = neighbours.get(a);
    if (list === undefined) neighbours.set(a, [{ key: b, decision }]);
    else list.push({ key: b, decision });
  };
  for (const decision of held) {
    if (decision.kind !== 'must-link') continue;
    connect(refKey(decision.a), refKey(decision.b), decision);
    connect(refKey(decision.b), refKey(decision.a), decision);
  }
  const paths = new Map<string, LinkDecision[]>([[from, []]]);
  for (const [at, path] of paths) {
    if (at === to) return path;
    for (const { key, decision } of neighbours.get(at) ?? []) if (!paths.has(key)) paths.set(key, [...path, decision]);
  }
  return null;
}
