/** A count of incidents that leads to exactly these incidents. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Figure } from '../../../src/shell/http/contract.ts';
import { useSpeech } from '../words/use-words.ts';
import { listLink } from './list-link.ts';

export function FigureCount({ figure, label }: { figure: Pick<Figure, 'incidents' | 'list'>; label?: string }) {
  return <ListCount count={figure.incidents} list={figure.list} label={label} />;
}

/** Zero leads nowhere. `label` says to a screen reader what is counted. */
export function ListCount({ count, list, label }: { count: number; list: string; label?: string | undefined }) {
  const { words, locale } = useSpeech();
  if (count === 0) return <span className="number soft">{(0).toLocaleString(locale)}</span>;
  const { to, search } = listLink(list);
  return (
    <Link
      className="figure-link number"
      to={to}
      search={search}
      aria-label={label === undefined ? undefined : `${label}: ${words.incidents(count)}`}
    >
      {count.toLocaleString(locale)}
    </Link>
  );
}

/** Words that lead to a list. */
export function ListLink({ list, title, children }: { list: string; title?: string; children: ReactNode }) {
  const { to, search } = listLink(list);
  return (
    <Link className="figure-link" to={to} search={search} title={title}>
      {children}
    </Link>
  );
}
