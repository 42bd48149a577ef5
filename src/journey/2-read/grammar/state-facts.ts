/** Small numbers that facts of a parser state are made of. */
import { noWord } from './parser-state.ts';

/** Coarse distance: 1, 2, 3, 4, 5–6, 7–10, more. */
export const distanceBucket = (d: number): number => (d < 5 ? d : d < 7 ? 5 : d < 11 ? 6 : 7);

export const few = (count: number): number => Math.min(count, 3);

/** Value of a dependent; 0 is "none", since the root is never one. */
export const ofKid = (values: Int32Array, kid: number): number => (kid === 0 ? noWord : (values[kid] as number));

/** How many of what is counted in `before` stand between two words. */
export const between = (before: Int32Array, low: number, high: number): number =>
  few((before[high] as number) - (before[low + 1] as number));
