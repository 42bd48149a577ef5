/** What a list is narrowed to, in words, so that a reader sees what a figure counted. */
import { useQuery } from '@tanstack/react-query';
import { agreements, parties } from '../api.ts';
import { writtenDay } from '../format/dates.ts';
import { SORTS } from '../situation/situation-search.ts';
import { nameIn, useSpeech } from '../words/use-words.ts';
import { LIST_KEYS, type ListKey, type ListSearch } from './list-link.ts';

/** More values than these are only counted. */
const SHOWN = 3;

export function FilterWords({ search }: { search: ListSearch }) {
  const speech = useSpeech();
  const { words, locale } = speech;
  const known = useQuery(parties()).data?.items ?? [];
  const signed = useQuery(agreements()).data?.items ?? [];
  const nameOf = (key: ListKey, id: string): string => {
    if (key === 'party') return nameIn(known.find((party) => party.id === id)?.name ?? id, speech);
    if (key === 'agreement') return nameIn(signed.find((agreement) => agreement.id === id)?.name ?? id, speech);
    if (key === 'type') return words.type[id] ?? id;
    if (key === 'outcome') return words.outcome[id] ?? id;
    if (key === 'evidence') return words.figures.evidence[id] ?? id;
    if (key === 'unknown') return words.figures.unknown[id] ?? id;
    if (key === 'contradiction') return words.figures.contradiction[id] ?? id;
    if (key === 'severity') return words.figures.severity[id] ?? id;
    if (key === 'harm') return words.measure[id] ?? id;
    if (key === 'sort') return words.situation[SORTS.find((sort) => sort === id) ?? 'newest'];
    if (key === 'counted') return words.figures.counted;
    if (key === 'day' || key === 'from' || key === 'to') return writtenDay(id, locale, words);
    return id.replaceAll('_', ' ');
  };
  const written = (key: ListKey, value: string): string => {
    const ids = key === 'q' || key === 'bbox' ? [value] : value.split(',');
    const names = ids.slice(0, SHOWN).map((id) => nameOf(key, id));
    const rest = ids.length - names.length;
    return rest > 0 ? `${names.join(words.comma)} ${words.figures.andMore(rest)}` : names.join(words.comma);
  };
  const filters = LIST_KEYS.flatMap((key) => {
    const value = search[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return (
    <ul className="row small" aria-label={words.situation.filters}>
      {filters.map(([key, value]) => (
        <li key={key} className="tag">
          {words.figures.filter[key]}: <span dir="auto">{written(key, value)}</span>
        </li>
      ))}
    </ul>
  );
}
