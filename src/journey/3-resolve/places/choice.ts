/** The place that a name is held to stand for, and why. */
import type { Place } from '../../../knowledge/gazetteer.ts';

export interface Choice {
  readonly place: Place | null;
  /** 0 to 1: the lead over the runner-up. */
  readonly confidence: number;
  readonly because: readonly string[];
}

/** No place: the gazetteer has none of this name. */
export const NONE: Choice = { place: null, confidence: 0, because: ['resolve/not-in-gazetteer'] };
