/** Numbers of people as a reader needs them: open above is "30+", ranges have an en dash, zero is said in words. */
import type { Words } from '../words/en.ts';

export interface CountRange {
  min: number;
  best: number | null;
  /** null = open above. */
  max: number | null;
}

export interface WrittenCount {
  /** For tables: "30+". */
  short: string;
  /** For hover and screen readers: "at least 30". */
  long: string;
}

export function writtenCount({ min, max }: CountRange, locale: string, words: Words): WrittenCount {
  const number = (n: number): string => n.toLocaleString(locale);
  if (max === null) return { short: `${number(min)}+`, long: words.atLeast(number(min)) };
  if (max === 0) return { short: words.noneReported, long: words.noneReported };
  if (min === max) return { short: number(min), long: number(min) };
  if (min === 0) return { short: `0–${number(max)}`, long: words.upTo(number(max)) };
  return { short: `${number(min)}–${number(max)}`, long: words.between(number(min), number(max)) };
}

export const percent = (share: number, locale: string): string =>
  share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });
