/**
 * Keeps answers that several clauses ask of the same facts. Only those of the facts asked about last are kept: clauses are
 * weighed incident by incident. The key must name everything else that the answer depends on.
 */
import type { Facts } from './facts.ts';

export function perFacts<T>(): (facts: Facts, key: string, make: () => T) => T {
  const answers = new Map<string, T>();
  let about: Facts | null = null;
  return (facts, key, make) => {
    if (about !== facts) answers.clear();
    about = facts;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const made = make();
    answers.set(key, made);
    return made;
  };
}
