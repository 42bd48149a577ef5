/** English words for how well something is established: the Admiralty scale on its two axes, and Airwars' scale for harm. */
import type { CredibilityGrade, HarmGrade, SourceGrade } from '../../../src/model/incident.ts';

interface GradeWords {
  title: string;
  intro: string;
  none: string;
  occurrence: string;
  culprit: string;
  harm: string;
  source: string;
  /** "2 (probably true)". */
  with: (grade: string, words: string) => string;
  credibility: Readonly<Record<CredibilityGrade['grade'], string>>;
  reliability: Readonly<Record<SourceGrade['reliability'], string>>;
  harmGrade: Readonly<Record<HarmGrade['grade'], string>>;
}

export const gradeWords: { grades: GradeWords } = {
  grades: {
    title: 'How well it is established',
    intro:
      'Information from 1 to 6, sources from A to F (Admiralty scale, computed from independence and contradiction); harm on the scale of Airwars.',
    none: 'Nothing was graded.',
    occurrence: 'That it happened',
    culprit: 'Who did it',
    harm: 'Harm as a whole',
    source: 'Source',
    with: (grade, words) => `${grade} (${words})`,
    credibility: {
      1: 'confirmed by independent sources',
      2: 'probably true',
      3: 'possibly true',
      4: 'doubtful',
      5: 'improbable',
      6: 'cannot be judged',
    },
    reliability: {
      A: 'completely reliable',
      B: 'usually reliable',
      C: 'fairly reliable',
      D: 'not usually reliable',
      E: 'unreliable',
      F: 'cannot be judged',
    },
    harmGrade: {
      confirmed: 'confirmed',
      fair: 'fair',
      weak: 'weak',
      contested: 'contested',
      discounted: 'discounted',
    },
  },
};
