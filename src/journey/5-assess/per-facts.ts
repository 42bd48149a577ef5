/**
 * Keeps answers that several clauses ask of the same facts. Only those of the facts asked about last are kept: clauses are
 * weighed incident by incident. The key must stand for everything else that the answer depends on.
 */
import type { Facts } from './facts.ts';

export interface AnswersPerFacts<T> {
  /** The answer kept for these facts under the key, if any. */
  get: (facts: Facts, key: number) => T | undefined;
  /** Keeps the answer and gives it back. */
  keep: (facts: Facts, key: number, answer: T) => T;
}

/** Keys are small whole numbers, so that looking up costs no hashing: this is asked several times for every test. */
export function perFacts<T>(): AnswersPerFacts<T> {
  const about: Facts[] = [];
  const answers: T[] = [];
  return {
    get: (facts, key) => (about[key] === facts ? answers[key] : undefined),
    keep: (facts, key, answer) => {
      about[key] = facts;
      answers[key] = answer;
      return answer;
    },
  };
}
