/**
 * Translations of newly coded reports in a store too large to be looked at as a whole: those that share what a translation keeps are found by
 * their marks, held together with their own rivals, and what is tied becomes one story. What people parted stays parted.
 */
import { decidedStories } from '../../journey/4-corroborate/decided-stories.ts';
import { compareText } from '../../journey/4-corroborate/order.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import type { CorroboratedReport } from '../../model/corroborated-report.ts';
import type { Decision } from '../../model/decision.ts';
import type { Turn } from '../store/store.ts';
import { decisionsReaching } from './decide-stories.ts';
import type { Stages } from './stages.ts';

/** What became of the batch so far; stories are changed in it. */
export interface Told {
  readonly codings: Map<string, CodedReport>;
  readonly corroborations: Map<string, CorroboratedReport>;
  /** Reports whose corroboration was decided anew. */
  readonly touched: Set<string>;
}

interface By {
  readonly stages: Stages;
  readonly decisions: readonly Decision[];
}

export async function tieTranslations(turn: Turn, fresh: readonly CodedReport[], told: Told, by: By): Promise<void> {
  const languages = new Set(await turn.markedLanguages());
  for (const report of fresh) for (const { language } of marked(report, by)) languages.add(language);
  if (languages.size < 2) return;
  const isFresh = new Set(fresh.map(({ id }) => id));
  const ofFresh = ([a, b]: readonly [string, string]): boolean => isFresh.has(a) || isFresh.has(b);
  const known = new Map(fresh.map((report) => [report.id, report]));
  const sharing = async (reports: readonly CodedReport[]): Promise<[string, string][]> => {
    const sought = reports.map((report) => by.stages.marksSought(report, languages)).filter(({ length }) => length > 0);
    const found = await turn.reportsWithMarks(sought);
    for (const coding of await turn.codings(found.filter((id) => !known.has(id)))) known.set(coding.id, coding);
    return (await pairsAmong(turn, [...known.values()], told, by)).filter(ofFresh);
  };
  const partners = new Set((await sharing(fresh)).flat().filter((id) => !isFresh.has(id)));
  // Each must also be the one that the other shares most with, among all that the store holds.
  const rivals = [...partners].flatMap((id) => known.get(id) ?? []);
  const pairs = rivals.length === 0 ? await pairsAmong(turn, fresh, told, by) : await sharing(rivals);
  for (const pair of pairs) await join(turn, pair, told, by);
}

function marked(report: CodedReport, { stages }: By): { language: string }[] {
  const marks = stages.translationMarks(report);
  return marks === null ? [] : [marks];
}

async function pairsAmong(
  turn: Turn,
  reports: readonly CodedReport[],
  { corroborations }: Told,
  { stages }: By,
): Promise<[string, string][]> {
  const stored = await turn.corroborations(reports.map(({ id }) => id).filter((id) => !corroborations.has(id)));
  const byId = new Map([...stored, ...corroborations.values()].map((one) => [one.id, one]));
  const ordered = inOrder(reports).map((report) => ({ report, incident: byId.get(report.id)?.incidents[0] ?? null }));
  return stages.translatedPairs(ordered);
}

const inOrder = (reports: readonly CodedReport[]): CodedReport[] =>
  reports.toSorted((a, b) => compareText(a.published ?? '', b.published ?? '') || compareText(a.id, b.id));

/** Both stories become the one whose first report came out earlier, with every report that tells either. */
async function join(turn: Turn, pair: readonly [string, string], told: Told, { decisions }: By): Promise<void> {
  const { corroborations, touched } = told;
  const load = async (ids: readonly string[]): Promise<void> => {
    const missing = ids.filter((id) => !corroborations.has(id));
    for (const one of await turn.corroborations(missing)) corroborations.set(one.id, one);
  };
  await load(pair);
  const stories = new Set(pair.flatMap((id) => corroborations.get(id)?.story ?? []));
  if (stories.size < 2) return;
  const { members, reaching } = await decisionsReaching(turn, [...stories, ...pair], decisions);
  await load(members);
  const fellows = [...corroborations.values()].filter(({ id, story }) => stories.has(story) || members.includes(id));
  const ordered = inOrder(await codingsOf(turn, [...new Set([...fellows.map(({ id }) => id), ...stories])], told));
  const first = ordered.find(({ id }) => stories.has(id))?.id;
  if (first === undefined) return;
  const found = new Map(fellows.map(({ id, story }) => [id, stories.has(story) ? first : story]));
  const origins = new Map(fellows.map(({ id, origin }) => [id, origin]));
  const now = decidedStories({ stories: found, origins, ordered: ordered.map(({ id }) => id) }, reaching);
  for (const one of fellows) {
    const story = now.get(one.id) ?? one.story;
    if (story === one.story) continue;
    corroborations.set(one.id, { ...one, story });
    touched.add(one.id);
  }
}

async function codingsOf(turn: Turn, ids: readonly string[], { codings }: Told): Promise<CodedReport[]> {
  const stored = await turn.codings(ids.filter((id) => !codings.has(id)));
  return [...stored, ...ids.flatMap((id) => codings.get(id) ?? [])];
}
