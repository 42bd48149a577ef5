/**
 * Grades on two axes that are kept apart (Admiralty scale): how reliable the source of each report is on this topic, and how
 * credible each piece of information is, from computed independence and contradiction. Harm is graded on Airwars' scale.
 */
import type { Outlet } from '../../knowledge/source-register.ts';
import { gradeWords, gradeWordsOf, movedFrom, notJudged } from '../../model/grade-words.ts';
import type { CredibilityGrade, Grades, HarmGrade, HarmMeasure, Incident, SourceGrade } from '../../model/incident.ts';
import { accusedByReport, type Side, sideOf } from './attributions.ts';
import type { LineClaim } from './harm-ranges.ts';
import type { Member } from './member.ts';
import type { SourceContext } from './source-context.ts';

type Reliability = SourceGrade['reliability'];
const LETTERS: readonly Reliability[] = ['A', 'B', 'C', 'D', 'E'];

export interface Graded {
  readonly members: readonly Member[];
  readonly byLine: ReadonlyMap<HarmMeasure, readonly LineClaim[]>;
  readonly lineOf: (report: string) => number;
  readonly incident: Pick<Incident, 'attributions' | 'attributionStatus' | 'contradictions' | 'origins' | 'modality'>;
}

export function gradesOf(graded: Graded, sources: SourceContext): Grades {
  const accused = accusedByReport(graded.incident.attributions);
  const bySource = [...new Map(graded.members.map((member) => [member.report.id, member])).values()].map((member) =>
    sourceGrade(member, accused, graded, sources),
  );
  const harm = harmGrade(graded, bySource);
  return { sources: bySource, credibility: credibilityGrades(graded, bySource), ...(harm === null ? {} : { harm }) };
}

/** A party is trusted less about its enemy and when it clears itself, more when it speaks against its own interest. */
function sourceGrade(
  { report }: Member,
  accused: ReadonlyMap<string, readonly Side[]>,
  { incident }: Graded,
  { outletOf }: SourceContext,
): SourceGrade {
  const outlet = outletOf.get(report.id);
  if (outlet === undefined)
    return {
      report: report.id,
      outlet: null,
      reliability: 'F',
      relation: 'unknown',
      because: gradeWords('grade/not-registered'),
    };
  const relation = relationOf(report.id, outlet, accused, incident);
  const reliability = shifted(outlet.reliability, SHIFT[relation]);
  const why = gradeWords(relation === 'unknown' ? 'grade/not-registered' : `grade/${relation}`);
  const because = reliability === outlet.reliability ? why : movedFrom(why, outlet.reliability);
  return { report: report.id, outlet: outlet.id, reliability, relation, because };
}

const SHIFT: Record<SourceGrade['relation'], number> = {
  uninvolved: 0,
  unknown: 0,
  'about-itself': 1,
  'about-its-enemy': 1,
  'against-its-interest': -1,
};
function shifted(letter: Reliability, by: number): Reliability {
  const at = LETTERS.indexOf(letter);
  return at === -1 ? letter : (LETTERS[Math.max(0, Math.min(LETTERS.length - 1, at + by))] ?? letter);
}

function relationOf(
  report: string,
  outlet: Outlet,
  accused: ReadonlyMap<string, readonly Side[]>,
  { attributions }: Graded['incident'],
): SourceGrade['relation'] {
  if (outlet.speaksFor.length === 0) return 'uninvolved';
  const isOwn = ({ key }: Side): boolean => key !== null && outlet.speaksFor.includes(key);
  const sides = accused.get(report) ?? [];
  if (sides.some(isOwn)) return 'against-its-interest';
  const clears = attributions.some(
    (claim) => claim.report === report && claim.attribution === 'denied_by_itself' && isOwn(sideOf(claim.accused)),
  );
  if (clears) return 'about-itself';
  return sides.length > 0 ? 'about-its-enemy' : 'uninvolved';
}

function credibilityGrades(graded: Graded, sources: readonly SourceGrade[]): CredibilityGrade[] {
  const { members, byLine, incident } = graded;
  const telling = new Set(
    members.filter(({ coded }) => coded.modality !== 'denied').map(({ report }) => graded.lineOf(report.id)),
  );
  const grades: CredibilityGrade[] = [
    { about: 'occurrence', ...credibility(telling.size, worst(incident, 'occurrence'), sources) },
  ];
  if (incident.attributions.length > 0) {
    const accusing = new Set([...accusedByReport(incident.attributions).keys()].map(graded.lineOf));
    const admitted = incident.attributionStatus === 'admitted';
    grades.push({
      about: 'culprit',
      ...(admitted
        ? { grade: 1, because: gradeWords('grade/admitted') }
        : credibility(accusing.size, worst(incident, 'culprit'), sources)),
    });
  }
  for (const [measure, lines] of byLine)
    grades.push({ about: measure, ...credibility(lines.length, worst(incident, 'harm', `${measure}:`), sources) });
  return grades;
}

type Severity = 'major' | 'minor' | null;

function worst({ contradictions }: Graded['incident'], about: string, measure = ''): Severity {
  const found = contradictions.filter((one) => one.about === about && one.message.startsWith(measure));
  return found.some(({ severity }) => severity === 'major') ? 'major' : found.length > 0 ? 'minor' : null;
}

/** Grade 1 asks for computed independence: two reprints never confirm each other. */
function credibility(
  lines: number,
  contradiction: Severity,
  sources: readonly SourceGrade[],
): Pick<CredibilityGrade, 'grade' | 'because'> {
  if (lines === 0) return { grade: 6, because: gradeWords('grade/nobody') };
  if (lines > 1) {
    if (contradiction === 'major') return { grade: 4, because: gradeWordsOf('grade/several-contradicted', lines) };
    return contradiction === null
      ? { grade: 1, because: gradeWordsOf('grade/several-agree', lines) }
      : { grade: 2, because: gradeWordsOf('grade/several-differ', lines) };
  }
  if (contradiction === 'major') return { grade: 5, because: gradeWords('grade/one-contradicted') };
  const isReliable = sources.some(({ reliability }) => reliability === 'A' || reliability === 'B');
  if (contradiction === null && isReliable) return { grade: 2, because: gradeWords('grade/one-reliable') };
  return { grade: 3, because: gradeWords('grade/one-unopposed') };
}

function harmGrade({ members, byLine, lineOf, incident }: Graded, sources: readonly SourceGrade[]): HarmGrade | null {
  if (![...byLine.values()].some((lines) => lines.some(({ claim }) => claim.count.min > 0))) return null;
  if (incident.modality === 'denied') return { grade: 'discounted', because: gradeWords('grade/all-deny') };
  if (incident.attributionStatus === 'admitted') return { grade: 'confirmed', because: gradeWords('grade/admitted') };
  if (incident.attributionStatus === 'contested') return { grade: 'contested', because: gradeWords('grade/rivals') };
  const telling = new Set(members.flatMap(({ report, coded }) => (coded.modality === 'denied' ? [] : [report.id])));
  const told = sources.filter(({ report }) => telling.has(report));
  const credible = new Set(
    told.filter(({ reliability }) => reliability !== 'D' && reliability !== 'E').map(({ report }) => lineOf(report)),
  );
  const areMore = new Set(told.map(({ report }) => lineOf(report))).size > credible.size;
  const isJudged = sources.some(({ outlet }) => outlet !== null);
  const judged = (why: string): string => (isJudged ? why : notJudged(why));
  if (credible.size >= 2)
    return { grade: 'fair', because: judged(gradeWordsOf('grade/several-credible', credible.size)) };
  if (credible.size === 0) return { grade: 'weak', because: gradeWords('grade/unreliable') };
  return { grade: 'weak', because: judged(gradeWords(areMore ? 'grade/one-credible' : 'grade/one')) };
}
