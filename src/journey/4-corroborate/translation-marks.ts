/**
 * Marks by which a store of any size finds the translations of a report: a number for each thing that a translation keeps, with the day and the
 * language of its report. What is found is held together by `translatedPairs` afterwards, so that two things under one number do no harm.
 */
import type { TranslatedTitles } from '../../knowledge/corroboration-codebook.ts';
import type { CodedReport } from '../../model/coded-report.ts';
import { datedOf } from './translated-titles.ts';

export interface TranslationMarks {
  readonly language: string;
  readonly marks: readonly number[];
}

/** Of what a text keeps, so much finds it: what brings most points first. Countries and round figures, which half of all share, find nothing. */
const MARKS_AT_MOST = 128;
const LEAST_POINTS = 1;

/** Null for a report that no translation is looked for: without a date or a known language. */
export function translationMarks(report: CodedReport, book: TranslatedTitles): TranslationMarks | null {
  const dated = datedOf({ report, incident: null }, book);
  if (dated === null) return null;
  const { language, day, kept } = dated;
  return { language, marks: strongest(kept).map((key) => markOf(Math.floor(day), language, key)) };
}

/** The marks that a translation of it into one of these languages may have. */
export function marksSought(
  report: CodedReport,
  languages: Iterable<string>,
  book: TranslatedTitles,
): readonly number[] {
  const dated = datedOf({ report, incident: null }, book);
  if (dated === null) return [];
  const days = Array.from({ length: 2 * book.days + 1 }, (_, index) => Math.floor(dated.day) - book.days + index);
  const keys = strongest(dated.kept);
  return [...languages]
    .filter((language) => language !== dated.language)
    .flatMap((language) => days.flatMap((day) => keys.map((key) => markOf(day, language, key))));
}

const strongest = (kept: ReadonlyMap<string, number>): string[] =>
  [...kept]
    .filter(([, points]) => points >= LEAST_POINTS)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MARKS_AT_MOST)
    .map(([key]) => key);

/** A number of 32 bits with its sign, as the database holds it. */
function markOf(day: number, language: string, key: string): number {
  let hash = 0x811c9dc5;
  const text = `${day} ${language} ${key}`;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash | 0;
}
