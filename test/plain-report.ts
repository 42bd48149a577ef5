/** A report out of plain words, for tests and audits that need no file, page or feed. */
import type { Report } from '../src/model/report.ts';

export const plainReport = (text: string, published: string | null, changes: Partial<Report> = {}): Report => ({
  id: 'r',
  title: null,
  text,
  language: 'en',
  published,
  publishedBasis: 'given',
  byline: null,
  source: null,
  url: null,
  notes: [],
  ...changes,
});
