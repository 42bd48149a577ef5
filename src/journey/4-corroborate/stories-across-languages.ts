/**
 * Stories told in several languages: no word ties a text to its translation, but the event does. Reports of different languages whose
 * main incident is one, and that came out within days of each other, tell one story; so do those that a translation ties.
 */
import type { CodedReport } from '../../model/coded-report.ts';
import { compareText } from './order.ts';

const DAYS_APART = 3;
const DAY_MS = 86_400_000;

export interface ToldReport {
  readonly report: Pick<CodedReport, 'id' | 'language' | 'published'>;
  /** Id of its main incident; null when it tells of none. */
  readonly incident: string | null;
}

/** `told` stands earliest first, `translated` are pairs of reports; the answer names each joined story by its earliest report. */
export function storiesAcrossLanguages(
  stories: ReadonlyMap<string, string>,
  told: readonly ToldReport[],
  translated: readonly (readonly [string, string])[] = [],
): ReadonlyMap<string, string> {
  const parent = new Map<string, string>();
  const root = (story: string): string => {
    let at = story;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  const order = new Map(told.map(({ report }, index) => [report.id, index]));
  const isBefore = (a: string, b: string): boolean =>
    (order.get(a) ?? 0) - (order.get(b) ?? 0) < 0 || (order.get(a) === order.get(b) && compareText(a, b) < 0);
  const join = (a: string, b: string): void => {
    const [one, other] = [root(stories.get(a) ?? a), root(stories.get(b) ?? b)];
    if (one === other) return;
    if (isBefore(one, other)) parent.set(other, one);
    else parent.set(one, other);
  };
  const groups = Map.groupBy(
    told.filter(({ incident }) => incident !== null),
    ({ incident }) => incident,
  );
  for (const group of groups.values()) {
    const [first] = group;
    // Nearly all events are told in one language, and millions of reports need not be compared for them.
    if (first === undefined || group.every(({ report }) => languageOf(report) === languageOf(first.report))) continue;
    for (const { a, b } of neighbouringPairs(group)) join(a, b);
  }
  for (const [a, b] of translated) join(a, b);
  return parent.size === 0 ? stories : new Map([...stories].map(([id, story]) => [id, root(story)]));
}

const languageOf = ({ language }: ToldReport['report']): string => language.split('-')[0] ?? language;

/** Each report with the last one before it in every other language, when they came out within days. */
function* neighbouringPairs(group: readonly ToldReport[]): Generator<{ a: string; b: string }> {
  const last = new Map<string, ToldReport['report']>();
  for (const { report } of group) {
    for (const [language, other] of last)
      if (language !== languageOf(report) && areNear(other, report)) yield { a: other.id, b: report.id };
    last.set(languageOf(report), report);
  }
}

function areNear(a: ToldReport['report'], b: ToldReport['report']): boolean {
  if (a.published === null || b.published === null) return false;
  return Math.abs(Date.parse(b.published) - Date.parse(a.published)) <= DAYS_APART * DAY_MS;
}
