/** What the browser calls the page: in tabs, in bookmarks, in print and to a screen reader that comes to it. */
import { useEffect } from 'react';

const PROGRAM = 'Trucewatch';

/** The title follows the first heading of the page, whatever fills it and whenever. */
export function usePageTitle(): void {
  useEffect(() => {
    const name = (): void => {
      const heading = document.querySelector('main h1')?.textContent?.trim();
      const title = heading ? `${heading} · ${PROGRAM}` : PROGRAM;
      if (document.title !== title) document.title = title;
    };
    name();
    const main = document.querySelector('main');
    if (main === null) return;
    const watch = new MutationObserver(name);
    watch.observe(main, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, []);
}
