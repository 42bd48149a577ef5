/**
 * What a decision about stories changes in a store too large to be corroborated as a whole: the stories it names, as they are stored,
 * under all decisions that reach into them. An undo starts from what the undone decision replaced.
 */
import { decidedStories } from '../../journey/4-corroborate/decided-stories.ts';
import { compareText } from '../../journey/4-corroborate/order.ts';
import type { Change } from '../../journey/7-record/change.ts';
import type { CorroboratedReport } from '../../model/corroborated-report.ts';
import type { Decision } from '../../model/decision.ts';
import { holdDecisions, type LinkDecision, storyDecisions } from '../../model/link-decisions.ts';
import type { Turn } from '../store/store.ts';

/** `named` are the reports that the decision names, or that what it undoes named. */
export async function changesOfStories(
  turn: Turn,
  decisions: readonly Decision[],
  { named, undone }: { named: readonly string[]; undone: readonly string[] },
): Promise<Change[]> {
  const { members, reaching } = await decisionsReaching(turn, named, decisions);
  const before = await turn.corroborations(members);
  const stories = new Map(before.map(({ id, story }) => [id, story]));
  for (const decision of undone)
    for (const { corroborated } of await turn.replacedStories(decision))
      if (stories.has(corroborated.id)) stories.set(corroborated.id, corroborated.story);
  const now = decidedStories(
    {
      stories,
      origins: new Map(before.map(({ id, origin }) => [id, origin])),
      ordered: await earliestFirst(turn, members),
    },
    reaching,
  );
  return before.flatMap((corroborated): Change[] => {
    const story = now.get(corroborated.id) ?? corroborated.story;
    const changed: CorroboratedReport = { ...corroborated, story };
    return story === corroborated.story ? [] : [{ kind: 'corroborated', corroborated: changed }];
  });
}

/** Every report of the stories named, and of those that decisions tie to them. */
export async function decisionsReaching(
  turn: Turn,
  named: readonly string[],
  decisions: readonly Decision[],
): Promise<{ members: string[]; reaching: LinkDecision[] }> {
  const { held } = holdDecisions(storyDecisions(decisions));
  const members = new Set<string>();
  let reaching: LinkDecision[] = [];
  for (let asked = [...named]; asked.length > 0; ) {
    for (const report of [...asked, ...(await turn.storyMembers(asked))]) members.add(report);
    reaching = held.filter(({ a, b }) => members.has(a.report) || members.has(b.report));
    asked = reaching.flatMap(({ a, b }) => [a.report, b.report]).filter((report) => !members.has(report));
  }
  return { members: [...members].sort(compareText), reaching };
}

async function earliestFirst(turn: Turn, reports: readonly string[]): Promise<string[]> {
  return (await turn.codings(reports))
    .toSorted((a, b) => compareText(a.published ?? '', b.published ?? '') || compareText(a.id, b.id))
    .map(({ id }) => id);
}
