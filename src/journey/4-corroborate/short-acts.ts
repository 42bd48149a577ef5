/**
 * Posts that tell of one act and no more. Two of them share the words of every such post ("shelling in the city, three dead"), so that words
 * alone make one story of two acts; where the facts keep the acts apart, they are two stories. A longer report may tell of several
 * acts in one story, and is left to its words.
 */
import type { CodedReport } from '../../model/coded-report.ts';
import { type Profile, profileOf } from './profile.ts';
import { isApart } from './same-incident.ts';

/** Characters of a post. */
const SHORT = 400;

/** Whether the acts that two reports tell of cannot be one; false for any report that is no such post. */
export function actsApart(reports: readonly CodedReport[]): (a: string, b: string) => boolean {
  const acts = new Map(
    reports.flatMap((report): [string, Profile][] => {
      const [coded, ...others] = report.incidents;
      if (coded === undefined || others.length > 0 || report.text.length > SHORT) return [];
      return [[report.id, profileOf({ index: 0, report, coded, origin: report.id })]];
    }),
  );
  if (acts.size < 2) return () => false;
  return (a, b) => {
    const [one, other] = [acts.get(a), acts.get(b)];
    return one !== undefined && other !== undefined && isApart(one, other);
  };
}
