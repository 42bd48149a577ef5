/** What stands around every page: the bar with the pages and the settings, and the keyboard. */
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { nameTable } from '../api.ts';
import { isLanguage, LANGUAGES, type Language, type Speech, SpeechContext, speechIn } from '../words/use-words.ts';
import { useKeyboard } from './keyboard.ts';
import { usePageTitle } from './page-title.ts';
import { ShortcutList } from './shortcut-list.tsx';
import { THEMES, useTheme } from './theme.ts';
import { useStored } from './use-stored.ts';

const PAGES = [
  ['/', 'situation'],
  ['/analytics', 'analytics'],
  ['/review', 'review'],
  ['/lists', 'lists'],
  ['/reports', 'reports'],
  ['/statements', 'statements'],
  ['/agreements', 'agreements'],
  ['/parties', 'parties'],
  ['/try', 'try'],
] as const;

export function PageFrame() {
  const [language, setLanguage] = useStored('trucewatch.language', 'en' as Language, isLanguage);
  const speech = useSpeechIn(language);
  const [listShown, setListShown] = useState(false);
  useKeyboard(useCallback(() => setListShown(true), []));
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = speech.direction;
  }, [language, speech.direction]);
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
  usePageTitle();
  return (
    <SpeechContext value={speech}>
      <a className="skip button" href="#content">
        {speech.words.skip}
      </a>
      <TopBar language={language} setLanguage={setLanguage} showList={() => setListShown(true)} />
      <main id="content" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <ShortcutList open={listShown} close={() => setListShown(false)} />
    </SpeechContext>
  );
}

function useSpeechIn(language: Language): Speech {
  const { data } = useQuery({ ...nameTable(language), enabled: language !== 'en' });
  return useMemo(
    () => speechIn(language, new Map(data?.items.map(({ name, said }) => [name, said]) ?? [])),
    [language, data],
  );
}

/** After a page changes, keyboard and screen reader start at its content; the first page keeps the browser's start. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [pathname, main]);
}

function TopBar({
  language,
  setLanguage,
  showList,
}: {
  language: Language;
  setLanguage: (language: Language) => void;
  showList: () => void;
}) {
  const { words } = speechIn(language);
  return (
    <header className="topbar">
      <Link to="/" className="name">
        Trucewatch
      </Link>
      <nav aria-label={words.nav.label}>
        <ul>
          {PAGES.map(([to, name]) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: to === '/', includeSearch: false }}
                activeProps={{ 'aria-current': 'page' }}
              >
                {words.nav[name]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="settings">
        <ThemeChoice language={language} />
        <select
          aria-label={words.language}
          value={language}
          onChange={(event) => isLanguage(event.target.value) && setLanguage(event.target.value)}
        >
          {Object.entries(LANGUAGES).map(([id, name]) => (
            <option key={id} value={id} lang={id}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button"
          aria-label={words.shortcuts.open}
          title={words.shortcuts.open}
          onClick={showList}
        >
          ?
        </button>
      </div>
    </header>
  );
}

function ThemeChoice({ language }: { language: Language }) {
  const { theme, choose } = useTheme();
  const { words } = speechIn(language);
  return (
    <select
      aria-label={words.theme.label}
      value={theme}
      onChange={(event) => choose(THEMES.find((id) => id === event.target.value) ?? 'system')}
    >
      {THEMES.map((id) => (
        <option key={id} value={id}>
          {words.theme[id]}
        </option>
      ))}
    </select>
  );
}
