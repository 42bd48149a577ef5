/** What a person may say of something, and where what was said of it before stands. */
import type { ReactNode } from 'react';

export interface Choice {
  value: string;
  name: ReactNode;
  /** What it means, where the name alone does not tell. */
  means?: string;
}

export interface ActsOn {
  kind: 'status' | 'determination';
  /** What a new act is about. */
  about: string[];
  /** Under which subjects earlier acts may stand. */
  asked: string[];
  /** What is asked of the person. */
  question: string;
  choices: readonly Choice[];
  /** What else there is to say about an act that holds. */
  remark?: (decision: string) => string | null;
}
