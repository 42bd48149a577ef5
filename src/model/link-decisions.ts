/**
 * What people decided about links: that two coded incidents are one event, or are not; that two reports tell one story, or do not.
 * Decisions hold whatever the machine would find, so a set that contradicts itself is refused, naming the chain of decisions that
 * stands against the last one.
 */
import { type Decision, decisionSubject, reportSubject } from './decision.ts';
import type { Refusal } from './report.ts';

/** One coded incident of one report, or with `WHOLE` the report as such. */
export interface CodedRef {
  readonly report: string;
  readonly coded: string;
}

/** Stands for the coded incident where a decision is about the story of a report. No coded incident is called so. */
const WHOLE = '';

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

/** Report ids may hold a number sign, ids of coded incidents do not. */
export function codedRef(text: string): CodedRef {
  const mark = text.lastIndexOf('#');
  return { report: text.slice(0, mark), coded: text.slice(mark + 1) };
}

/** Those that were not undone. */
export function decisionsInForce(decisions: readonly Decision[]): Decision[] {
  const undone = new Set(decisions.flatMap(({ kind, about }) => (kind === 'undo' ? about : [])));
  return decisions.filter(({ id, kind }) => kind !== 'undo' && !undone.has(decisionSubject(id)));
}

/** A decision in force as pairs: what is held to be one event with, or apart from, the first that it names. */
export function linkDecisions(decisions: readonly Decision[]): LinkDecision[] {
  return decisionsInForce(decisions).flatMap(({ id, kind, about }) => {
    const [first, ...others] = about.map(codedRef);
    if ((kind !== 'link' && kind !== 'separate') || first === undefined) return [];
    return others.map((b): LinkDecision => ({ id, kind: kind === 'link' ? 'must-link' : 'cannot-link', a: first, b }));
  });
}

/** Decisions in force about stories, as pairs of whole reports. */
export function storyDecisions(decisions: readonly Decision[]): LinkDecision[] {
  return decisionsInForce(decisions).flatMap(({ id, kind, about }) => {
    const [first, ...others] = about.flatMap(reportNamed).map((report): CodedRef => ({ report, coded: WHOLE }));
    if ((kind !== 'join-story' && kind !== 'part-story') || first === undefined) return [];
    return others.map(
      (b): LinkDecision => ({ id, kind: kind === 'join-story' ? 'must-link' : 'cannot-link', a: first, b }),
    );
  });
}

/** The report that `report:ID` names; none for another subject. */
export const reportNamed = (subject: string): string[] =>
  subject.startsWith(reportSubject('')) ? [subject.slice(reportSubject('').length)] : [];

/** Takes decisions in the order in which they were made; one that contradicts those before it is refused and does not hold. */
export function holdDecisions(decisions: readonly LinkDecision[]): HeldDecisions {
  const held: LinkDecision[] = [];
  const refused: RefusedDecision[] = [];
  const groups = new JoinedRefs();
  for (const decision of decisions) {
    // The chain is looked for only where there is one: that takes time, and contradictions are few.
    const chain = groups.take(decision) ? null : contradictionOf(decision, held);
    if (chain === null) held.push(decision);
    else refused.push(refusalOf(decision, chain));
  }
  return { held, refused };
}

function refusalOf(decision: LinkDecision, chain: readonly LinkDecision[]): RefusedDecision {
  const isStory = decision.a.coded === WHOLE;
  const [one, other] = isStory ? [decision.a.report, decision.b.report] : [refKey(decision.a), refKey(decision.b)];
  const thing = isStory ? ['one story', 'two stories'] : ['one event', 'two events'];
  const wanted = thing[decision.kind === 'must-link' ? 0 : 1];
  return {
    kind: 'refused',
    code: 'corroborate/contradictory-decision',
    where: decision.id,
    message: `expected no decision against it, found that ${one} and ${other} cannot be ${wanted} by ${chain.map(({ id, kind }) => `${id} (${kind})`).join(', ')}; undo one of them first`,
    chain: chain.map(({ id }) => id),
  };
}

/** What must be one event or one story, and which of these groups are held apart. */
export class JoinedRefs {
  private readonly parent = new Map<string, string>();
  private readonly apart = new Map<string, Set<string>>();

  /** False when what was taken before stands against it; then nothing changes. */
  take({ kind, a, b }: LinkDecision): boolean {
    const [one, other] = [this.root(refKey(a)), this.root(refKey(b))];
    if (kind === 'cannot-link') {
      if (one === other) return false;
      this.enemies(one).add(other);
      this.enemies(other).add(one);
      return true;
    }
    if (one === other) return true;
    if (this.enemies(one).has(other)) return false;
    this.parent.set(other, one);
    for (const enemy of this.enemies(other)) {
      this.enemies(one).add(enemy);
      this.enemies(enemy).add(one);
    }
    return true;
  }

  private enemies(root: string): Set<string> {
    const known = this.apart.get(root) ?? new Set<string>();
    this.apart.set(root, known);
    return known;
  }

  /** What names the group of a `refKey`. */
  root(key: string): string {
    let at = key;
    for (let up = this.parent.get(at); up !== undefined; up = this.parent.get(at)) at = up;
    return at;
  }
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
