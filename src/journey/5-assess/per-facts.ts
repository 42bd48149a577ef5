/**
 * Keeps answers that several clauses ask of the same facts. Only those of the facts asked about last are kept: clauses are
 * weighed incident by incident. The key must name everything else that the answer depends on.
 */
import type { Facts } from './facts.ts';

export interface AnswersPerFacts<T> {
  /** The answer kept for these facts under the key, if any. */
  get: (facts: Facts, key: string) => T | undefined;
  /** Keeps the answer and gives it back. */
  keep: (key: string, answer: T) => T;
}

export function perFacts<T>(): AnswersPerFacts<T> {
  const answers = new Map<string, T>();
  let about: Facts | null = null;
  return {
    get: (facts, key) => {
      if (about !== facts) answers.clear();
      about = facts;
      return answers.get(key);
    },
    keep: (key, answer) => {
      answers.set(key, answer);
      return answer;
    },
  };
}
