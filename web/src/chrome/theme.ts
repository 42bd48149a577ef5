/** Dark or light: as the system says, or as chosen in this browser. */
import { useLayoutEffect, useSyncExternalStore } from 'react';
import { useStored } from './use-stored.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value);

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const listen = (changed: () => void): (() => void) => {
  systemDark.addEventListener('change', changed);
  return () => systemDark.removeEventListener('change', changed);
};

const KEY = 'trucewatch.theme';
const shownFor = (theme: Theme): 'light' | 'dark' =>
  theme === 'system' ? (systemDark.matches ? 'dark' : 'light') : theme;

/** Before the first paint, so that no page flashes in the other colours. */
export function applyStoredTheme(): void {
  const stored = localStorage.getItem(KEY);
  document.documentElement.dataset.theme = shownFor(isTheme(stored) ? stored : 'system');
}

/** The choice, what it comes to now, and how to change it. */
export function useTheme(): { theme: Theme; shown: 'light' | 'dark'; choose: (theme: Theme) => void } {
  const [theme, choose] = useStored(KEY, 'system' as Theme, isTheme);
  const shown = useSyncExternalStore(listen, () => shownFor(theme));
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = shown;
  }, [shown]);
  return { theme, shown, choose };
}
