/**
 * Stories as people decided them: whom they joined tell one story with all of both, whom they parted goes away from it, with its
 * copies and with what was joined to it. Only stories that a decision names are touched.
 */
import { JoinedRefs, type LinkDecision, refKey } from '../../model/link-decisions.ts';

/** What the machine found, by report; every report of a touched story must be among `ordered`, earliest first. */
export interface FoundStories {
  readonly stories: ReadonlyMap<string, string>;
  readonly origins: ReadonlyMap<string, string>;
  readonly ordered: readonly string[];
}

const key = (report: string): string => refKey({ report, coded: '' });
const together = (a: string, b: string): LinkDecision => ({
  id: '',
  kind: 'must-link',
  a: { report: a, coded: '' },
  b: { report: b, coded: '' },
});

/** `decisions` hold: none contradicts one before it. Each story is named by its earliest report. */
export function decidedStories(
  { stories, origins, ordered }: FoundStories,
  decisions: readonly LinkDecision[],
): ReadonlyMap<string, string> {
  const named = new Set(decisions.flatMap(({ a, b }) => [a.report, b.report]));
  const touched = new Set([...named].flatMap((report) => stories.get(report) ?? []));
  if (touched.size === 0) return stories;
  const members = ordered.filter((report) => touched.has(stories.get(report) ?? report));
  const groups = new JoinedRefs();
  for (const decision of decisions) groups.take(decision);
  const isMember = new Set(members);
  for (const report of members) {
    const origin = origins.get(report) ?? report;
    if (isMember.has(origin)) groups.take(together(origin, report));
  }
  const parted = new Set(
    decisions.filter(({ kind }) => kind === 'cannot-link').map(({ a }) => groups.root(key(a.report))),
  );
  const byStory = Map.groupBy(members, (report) => stories.get(report) ?? report);
  for (const own of byStory.values()) {
    // Who was parted is held against the others last, so that it is it that goes.
    const staying = own.filter((report) => !parted.has(groups.root(key(report))));
    const [base, ...others] = [...staying, ...own.filter((report) => !staying.includes(report))];
    if (base !== undefined) for (const report of others) groups.take(together(base, report));
  }
  const names = new Map<string, string>();
  for (const report of members) {
    const root = groups.root(key(report));
    if (!names.has(root)) names.set(root, report);
  }
  return new Map([...stories].map(([report, story]) => [report, names.get(groups.root(key(report))) ?? story]));
}
