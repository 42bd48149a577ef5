/** How well an incident is established: a grade for each piece of information, for the harm, and for each source, with why. */
import { gradeReason } from '../../../src/model/grade-words.ts';
import type { CredibilityGrade, SourceGrade } from '../../../src/model/incident.ts';
import type { IncidentDetail } from '../../../src/shell/http/contract.ts';
import { SaidReason } from '../reasons/said-reason.tsx';
import { useSpeech } from '../words/use-words.ts';
import type { LimbId } from './limbs.ts';

export function Grades({ grades }: { grades: IncidentDetail['incident']['grades'] }) {
  const { words } = useSpeech();
  if (grades === undefined) return <p className="soft">{words.grades.none}</p>;
  return (
    <>
      <p className="small soft">{words.grades.intro}</p>
      <ul className="grades">
        {grades.credibility.map((grade) => (
          <li key={grade.about}>
            <CredibilityLine grade={grade} />
          </li>
        ))}
        {grades.harm !== undefined && (
          <li>
            {words.grades.harm}: <b>{words.grades.harmGrade[grades.harm.grade]}</b>,{' '}
            <Why because={grades.harm.because} />
          </li>
        )}
      </ul>
    </>
  );
}

function CredibilityLine({ grade: { about, grade, because } }: { grade: CredibilityGrade }) {
  const { words, locale } = useSpeech();
  const name = about === 'occurrence' || about === 'culprit' ? words.grades[about] : words.measure[about];
  return (
    <>
      {name}: <b>{words.grades.with(grade.toLocaleString(locale), words.grades.credibility[grade])}</b>
      {words.comma}
      <Why because={because} />
    </>
  );
}

const Why = ({ because }: { because: string }) => <SaidReason text={because} reason={gradeReason(because)} />;

/** What the limb turns on has a grade of its own: whether it happened, and who did it. */
const GRADED_LIMBS: Partial<Record<LimbId, CredibilityGrade['about']>> = { act: 'occurrence', bearer: 'culprit' };

export function LimbGrade({ limb, grades }: { limb: LimbId; grades: IncidentDetail['incident']['grades'] }) {
  const grade = grades?.credibility.find(({ about }) => about === GRADED_LIMBS[limb]);
  return grade === undefined ? null : (
    <p className="small soft">
      <CredibilityLine grade={grade} />
    </p>
  );
}

/** "Source B (usually reliable), speaks for none of those accused"; nothing where the source was not graded. */
export function SourceReliability({
  report,
  grades,
}: {
  report: string;
  grades: IncidentDetail['incident']['grades'];
}) {
  const { words } = useSpeech();
  const grade: SourceGrade | undefined = grades?.sources.find((source) => source.report === report);
  if (grade === undefined) return null;
  return (
    <span className="small soft block">
      {words.grades.source} {words.grades.with(grade.reliability, words.grades.reliability[grade.reliability])}
      {words.comma}
      <Why because={grade.because} />
    </span>
  );
}
