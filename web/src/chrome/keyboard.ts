/** The keyboard of every page: j and k through items, g and a letter to a page, / to search, ? for the list. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

const PAGES: Record<
  string,
  '/' | '/analytics' | '/review' | '/lists' | '/reports' | '/statements' | '/agreements' | '/parties' | '/try'
> = {
  s: '/',
  n: '/analytics',
  p: '/parties',
  q: '/review',
  l: '/lists',
  r: '/reports',
  t: '/statements',
  a: '/agreements',
  y: '/try',
};
/** How long after `g` a letter still counts as its second half. */
const SEQUENCE_MS = 1500;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !isTickBox(target);
const isTickBox = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type);

/** Moves focus through what the page lists (`data-item`), as far as it can be seen. */
function moveFocus(step: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')].filter((item) => item.checkVisibility());
  const now = items.findIndex((item) => item === document.activeElement || item.contains(document.activeElement));
  const next = now < 0 ? (step === 1 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, now + step));
  items[next]?.focus();
  items[next]?.scrollIntoView({ block: 'nearest' });
}

function focusSearch(): boolean {
  const field = [...document.querySelectorAll<HTMLInputElement>('[data-search]')].find((element) =>
    element.checkVisibility(),
  );
  field?.focus();
  field?.select();
  return field !== undefined;
}

/** What a letter does to the item in focus: the button of its card that names the letter (`data-key`). */
function actOnItem(key: string): boolean {
  const card = document.activeElement?.closest('[data-actions]');
  const button = [...(card?.querySelectorAll<HTMLButtonElement>('[data-key]') ?? [])].find(
    (element) => element.dataset.key === key && !element.disabled,
  );
  button?.click();
  return button !== undefined;
}

export function useKeyboard(showList: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    let goAt = Number.NEGATIVE_INFINITY;
    const pressed = (event: KeyboardEvent): void => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector('dialog[open]') !== null
      )
        return;
      const page = event.timeStamp - goAt < SEQUENCE_MS ? PAGES[event.key] : undefined;
      goAt = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (page !== undefined) void navigate({ to: page });
      else if (event.key === 'j') moveFocus(1);
      else if (event.key === 'k') moveFocus(-1);
      else if (event.key === '?') showList();
      else if (event.key === '/') {
        if (!focusSearch()) void navigate({ to: '/' }).then(() => requestAnimationFrame(focusSearch));
      } else if (!actOnItem(event.key)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [navigate, showList]);
}
