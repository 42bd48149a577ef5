/** A setting kept in this browser: shared by every part of the page that uses it. */
import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const listen = (changed: () => void): (() => void) => {
  listeners.add(changed);
  addEventListener('storage', changed);
  return () => {
    listeners.delete(changed);
    removeEventListener('storage', changed);
  };
};

export function useStored<T extends string>(
  key: string,
  fallback: T,
  isValid: (value: unknown) => value is T,
): [T, (value: T) => void] {
  const stored = useSyncExternalStore(listen, () => localStorage.getItem(key));
  const store = useCallback(
    (value: T) => {
      localStorage.setItem(key, value);
      for (const changed of listeners) changed();
    },
    [key],
  );
  return [isValid(stored) ? stored : fallback, store];
}
