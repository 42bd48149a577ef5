/** A report out of a plain sentence, for audits that need no file, page or feed. */
import type { Report } from '../src/model/report.ts';

export const plainReport = (text: string, published: string): Report => ({
  id: 'audit',
  title: null,
  text,
  language: 'en',
  published,
  publishedBasis: 'given',
  byline: null,
  source: null,
  url: null,
  notes: [],
});
