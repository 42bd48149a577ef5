/**
 * Groups coded incidents into events: what people decided first, then the likeliest pairs first, never joining two that one
 * report tells apart, that a fact keeps apart, or that a person held apart. The groups depend on the set of reports alone.
 */
import type { IncidentLink } from '../../model/incident.ts';
import { type LinkDecision, refKey } from '../../model/link-decisions.ts';
import { linkWords, linkWordsWith } from '../../model/link-words.ts';
import type { Member } from './member.ts';
import { NearIncidents } from './near-incidents.ts';
import { type Item, type Profile, profileOf, wordingOf } from './profile.ts';
import { isApart, likeness } from './same-incident.ts';

interface Pair {
  /** The earlier one. */
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly reasons: readonly string[];
  /** A copy cannot move the event, however its words were resolved. */
  readonly isCopy?: true;
  /** A person said so. */
  readonly isDecided?: true;
}

/** Of the pairs that an incident is part of, so many of the strongest to earlier ones are weighed. */
const PAIRS_AT_MOST = 8;
/** The same words in a copy of the same text are as good as certain. */
const COPIED = 0.98;

/** `items` stand in a fixed order, earliest report first; `threshold` is the least score of a link. */
export function linkIncidents(
  items: readonly Item[],
  threshold: number,
  decisions: readonly LinkDecision[],
): Member[][] {
  const profiles = items.map(profileOf);
  const groups = new Groups(items, profiles);
  const decided = decidedPairs(items, decisions);
  groups.forbid(decided.apart);
  for (const pair of decided.together) groups.join(pair);
  const copies = copiedPairs(items, profiles);
  const likely = likePairs(profiles, threshold, exactCopies(copies, profiles));
  likely.sort((one, other) => other.score - one.score || one.a - other.a || one.b - other.b);
  const pairs = [...copies, ...likely];
  for (const pair of pairs) if (groups.mayJoin(pair)) groups.join(pair);
  return groups.members([...decided.together, ...pairs]);
}

function decidedPairs(
  items: readonly Item[],
  decisions: readonly LinkDecision[],
): { together: Pair[]; apart: [number, number][] } {
  const numbers = new Map(
    decisions.length === 0
      ? []
      : items.map((item) => [refKey({ report: item.report.id, coded: item.coded.id }), item.index]),
  );
  const together: Pair[] = [];
  const apart: [number, number][] = [];
  for (const { id, kind, a, b } of decisions) {
    const [one, other] = [numbers.get(refKey(a)), numbers.get(refKey(b))];
    // A decision about a report that is not among these waits until it is.
    if (one === undefined || other === undefined || one === other) continue;
    if (kind === 'cannot-link') apart.push([one, other]);
    else
      together.push({
        a: Math.min(one, other),
        b: Math.max(one, other),
        score: 1,
        reasons: [linkWordsWith('link/decided', id)],
        isDecided: true,
      });
  }
  return { together, apart };
}

/** Copies that say nothing new of time and place: the one they copy stands for them. */
function exactCopies(copies: readonly Pair[], profiles: readonly Profile[]): ReadonlySet<number> {
  return new Set(copies.filter(({ a, b }) => areAlike(profiles[a], profiles[b])).map(({ b }) => b));
}

function likePairs(profiles: readonly Profile[], threshold: number, skipped: ReadonlySet<number>): Pair[] {
  const near = new NearIncidents();
  return profiles.flatMap((profile, index) => {
    if (skipped.has(index)) return [];
    const found: Pair[] = [];
    for (const candidate of near.meet(index, profile)) {
      const other = profiles[candidate];
      if (other === undefined) continue;
      const { score, reasons } = likeness(other, profile);
      if (score >= threshold) found.push({ a: candidate, b: index, score, reasons });
    }
    if (found.length <= PAIRS_AT_MOST) return found;
    return found.sort((one, two) => two.score - one.score || one.a - two.a).slice(0, PAIRS_AT_MOST);
  });
}

/** Origins of more than one report: most texts have no copy, and their words need not be looked at. */
function originsOfCopies(items: readonly Item[]): ReadonlySet<string> {
  return new Set(items.flatMap(({ origin, report }) => (origin === report.id ? [] : [origin])));
}

/** Incidents told in the same words in texts of one origin; the second of one sentence goes with the second. */
function copiedPairs(items: readonly Item[], profiles: readonly Profile[]): Pair[] {
  const isCopied = originsOfCopies(items);
  const first = new Map<string, number>();
  let told = new Map<string, number>();
  return items.flatMap(({ index, origin, report, coded }) => {
    if (!isCopied.has(origin)) return [];
    if (report.id !== items[index - 1]?.report.id) told = new Map();
    const wording = wordingOf(report, coded);
    if (wording === '') return [];
    const aggregate = profiles[index]?.aggregate;
    const nth = (told.get(wording) ?? 0) + 1;
    told.set(wording, nth);
    const key = `${origin}\n${aggregate}\n${nth}\n${wording}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, index);
      return [];
    }
    return [{ a: earlier, b: index, score: COPIED, reasons: [linkWords('link/copied')], isCopy: true }];
  });
}

/** Facts of a group are kept for this many different members; a group of more is as well known as it will be. */
const FACTS_AT_MOST = 24;

/** From so many members on, the reports of a group are looked up in a set: most groups are small, and a million sets are not. */
const REPORTS_LISTED = 12;

interface Group {
  readonly members: number[];
  /** Reports of its members; null while they are few. */
  reports: Set<string> | null;
  /** Numbers of members whose facts differ. */
  readonly facts: number[];
  /** A person put together what facts keep apart: others fit when they fit one of those facts. */
  isStretched: boolean;
}

class Groups {
  private readonly groups: Group[];
  private readonly parent: Int32Array;
  private readonly apart = new Map<number, number[]>();
  private readonly items: readonly Item[];
  private readonly profiles: readonly Profile[];

  constructor(items: readonly Item[], profiles: readonly Profile[]) {
    this.items = items;
    this.profiles = profiles;
    this.parent = Int32Array.from(items, (_, index) => index);
    this.groups = items.map(({ index }) => ({ members: [index], reports: null, facts: [index], isStretched: false }));
  }

  forbid(pairs: readonly (readonly [number, number])[]): void {
    for (const [a, b] of pairs) {
      this.apart.set(a, [...(this.apart.get(a) ?? []), b]);
      this.apart.set(b, [...(this.apart.get(b) ?? []), a]);
    }
  }

  mayJoin({ a, b, isCopy }: Pair): boolean {
    const [one, other] = this.both(a, b);
    if (one === undefined || other === undefined || one === other) return false;
    const [small, large] = one.members.length <= other.members.length ? [one, other] : [other, one];
    if (small.members.some((member) => this.tellsOf(large, this.reportOf(member)))) return false;
    const root = this.root(large.members[0] ?? 0);
    if (
      this.apart.size > 0 &&
      small.members.some((member) => this.apart.get(member)?.some((enemy) => this.root(enemy) === root))
    )
      return false;
    return isCopy === true || this.factsFit(small, large);
  }

  private tellsOf({ members, reports }: Group, report: string): boolean {
    return reports === null ? members.some((member) => this.reportOf(member) === report) : reports.has(report);
  }

  private reportOf(member: number): string {
    return this.items[member]?.report.id ?? '';
  }

  private factsFit(one: Group, other: Group): boolean {
    const fits = (fact: number, known: number): boolean => !this.areApart(fact, known);
    return one.isStretched || other.isStretched
      ? one.facts.some((fact) => other.facts.some((known) => fits(fact, known)))
      : one.facts.every((fact) => other.facts.every((known) => fits(fact, known)));
  }

  join({ a, b, isDecided }: Pair): void {
    const [one, other] = this.both(a, b);
    if (one === undefined || other === undefined || one === other) return;
    const [small, large] = one.members.length <= other.members.length ? [one, other] : [other, one];
    this.parent[this.root(small.members[0] ?? 0)] = this.root(large.members[0] ?? 0);
    large.isStretched ||= small.isStretched || (isDecided === true && !this.factsFit(small, large));
    for (const member of small.members) large.members.push(member);
    if (large.reports !== null) for (const member of small.members) large.reports.add(this.reportOf(member));
    else if (large.members.length >= REPORTS_LISTED)
      large.reports = new Set(large.members.map((member) => this.reportOf(member)));
    for (const fact of small.facts)
      if (
        large.facts.length < FACTS_AT_MOST &&
        !large.facts.some((known) => areAlike(this.profiles[fact], this.profiles[known]))
      )
        large.facts.push(fact);
  }

  /** Each group with its links: the founding one, and for the others the strongest pair that ties them to a fellow. */
  members(pairs: readonly Pair[]): Member[][] {
    const strongest = new Map<number, Pair>();
    const take = (index: number, pair: Pair): void => {
      if ((strongest.get(index)?.score ?? 0) < pair.score) strongest.set(index, pair);
    };
    for (const pair of pairs) {
      if (this.root(pair.a) !== this.root(pair.b)) continue;
      take(pair.a, pair);
      take(pair.b, pair);
    }
    return this.groups
      .filter((_, index) => this.root(index) === index)
      .map((group) =>
        [...group.members]
          .sort((a, b) => a - b)
          .flatMap((index, rank) => this.member(index, rank === 0 ? undefined : strongest.get(index))),
      );
  }

  private member(index: number, pair: Pair | undefined): Member[] {
    const item = this.items[index];
    if (item === undefined) return [];
    const { report, coded, origin } = item;
    const link: IncidentLink = {
      report: report.id,
      coded: coded.id,
      origin,
      score: pair?.score ?? 1,
      reasons: [...(pair?.reasons ?? [linkWords('link/first')])],
    };
    return [{ report, coded, link }];
  }

  private both(a: number, b: number): [Group | undefined, Group | undefined] {
    return [this.groups[this.root(a)], this.groups[this.root(b)]];
  }

  private root(index: number): number {
    let at = index;
    for (let up = this.parent[at] ?? at; up !== at; up = this.parent[at] ?? at) {
      this.parent[at] = this.parent[up] ?? up;
      at = up;
    }
    return at;
  }

  private areApart(a: number, b: number): boolean {
    const [one, other] = [this.profiles[a], this.profiles[b]];
    return one !== undefined && other !== undefined && isApart(one, other);
  }
}

const areAlike = (one: Profile | undefined, other: Profile | undefined): boolean =>
  one?.from === other?.from &&
  one?.until === other?.until &&
  one?.place?.id === other?.place?.id &&
  one?.place?.point?.lat === other?.place?.point?.lat;
