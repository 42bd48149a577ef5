/**
 * Why a source, a piece of information or the harm has its grade, in English by its code. Incidents keep the sentence, since there are
 * many of them; `gradeReason` finds the code and its values again, in incidents recorded at any time.
 */
import type { Reason } from './reason.ts';

/** A sentence has no blank, or begins with the number of origins. */
export const GRADE_WORDS = {
  'grade/not-registered': 'the source is not in the register',
  'grade/uninvolved': 'speaks for none of those accused',
  'grade/about-itself': 'clears the side it speaks for',
  'grade/about-its-enemy': 'speaks for a side and accuses another',
  'grade/against-its-interest': 'accuses the side it speaks for',
  'grade/nobody': 'nobody tells of it in its own right',
  'grade/admitted': 'admitted by the one who did it',
  'grade/one-contradicted': 'one origin, contradicted',
  'grade/several-contradicted': '{count} independent origins, contradicted',
  'grade/several-agree': '{count} independent origins agree',
  'grade/several-differ': '{count} independent origins differ a little',
  'grade/one-reliable': 'one origin, usually reliable',
  'grade/one-unopposed': 'one origin, nothing against it',
  'grade/all-deny': 'every report that tells of it denies it',
  'grade/rivals': 'rival culprits are named, or the one accused denies it',
  'grade/several-credible': '{count} independent origins, none of them held to be unreliable',
  'grade/one': 'one origin',
  'grade/one-credible': 'one origin that is not held to be unreliable',
  'grade/unreliable': 'only sources that are not usually reliable',
} as const;
type GradeCode = keyof typeof GRADE_WORDS;
type CountedCode = { [C in GradeCode]: (typeof GRADE_WORDS)[C] extends `{count}${string}` ? C : never }[GradeCode];

/** What may follow a sentence; part of the same table for other languages. */
export const GRADE_ADDITIONS = {
  'grade/moved': '{why}, moved from {letter}',
  'grade/not-judged': '{why}; their reliability is not judged',
} as const;

export const gradeWords = (code: Exclude<GradeCode, CountedCode>): string => GRADE_WORDS[code];
export const gradeWordsOf = (code: CountedCode, count: number): string =>
  GRADE_WORDS[code].replace('{count}', String(count));
export const movedFrom = (why: string, letter: string): string => `${why}${MOVED}${letter}`;
export const notJudged = (why: string): string => `${why}${NOT_JUDGED}`;

const MOVED = ', moved from ';
const NOT_JUDGED = '; their reliability is not judged';
const CODES: ReadonlyMap<string, string> = new Map(Object.entries(GRADE_WORDS).map(([code, words]) => [words, code]));

/** Null for a sentence that none of these made. */
export function gradeReason(sentence: string): Reason | null {
  if (sentence.endsWith(NOT_JUDGED)) return added('grade/not-judged', sentence.slice(0, -NOT_JUDGED.length), {});
  const moved = sentence.lastIndexOf(MOVED);
  const letter = sentence.slice(moved + MOVED.length);
  if (moved >= 0 && /^[A-F]$/.test(letter)) return added('grade/moved', sentence.slice(0, moved), { letter });
  const code = CODES.get(sentence);
  if (code !== undefined) return { code, values: {} };
  const [count = '', ...rest] = sentence.split(' ');
  const counted = /^\d{1,9}$/.test(count) ? CODES.get(['{count}', ...rest].join(' ')) : undefined;
  return counted === undefined ? null : { code: counted, values: { count: Number(count) } };
}

function added(code: keyof typeof GRADE_ADDITIONS, sentence: string, values: Reason['values']): Reason | null {
  const why = gradeReason(sentence);
  return why === null ? null : { code, values: { ...values, why } };
}
