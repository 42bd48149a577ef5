/** Dark or light: as the system says, or as chosen in this browser. */
import { useEffect, useSyncExternalStore } from 'react';
import { useStored } from './use-stored.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value);

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const listen = (changed: () => void): (() => void) => {
  systemDark.addEventListener('change', changed);
  return () => systemDark.removeEventListener('change', changed);
};

/** The choice, what it comes to now, and how to change it. */
export function useTheme(): { theme: Theme; shown: 'light' | 'dark'; choose: (theme: Theme) => void } {
  const [theme, choose] = useStored('trucewatch.theme', 'system' as Theme, isTheme);
  const isSystemDark = useSyncExternalStore(listen, () => systemDark.matches);
  const shown = theme === 'system' ? (isSystemDark ? 'dark' : 'light') : theme;
  useEffect(() => {
    document.documentElement.dataset.theme = shown;
  }, [shown]);
  return { theme, shown, choose };
}
