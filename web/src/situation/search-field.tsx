/** A field to search in, reached with "/": it asks when typing pauses, and at once on Enter. */
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 350;

export function SearchField({
  value,
  label,
  search,
}: {
  value: string | undefined;
  label: string;
  search: (text: string | undefined) => void;
}) {
  const [typed, setTyped] = useState(value ?? '');
  const asked = useRef(value ?? '');
  const ask = (text: string): void => {
    const wanted = text.trim();
    if (wanted === asked.current) return;
    asked.current = wanted;
    search(wanted === '' ? undefined : wanted);
  };
  useEffect(() => {
    if ((value ?? '') === asked.current) return;
    asked.current = value ?? '';
    setTyped(value ?? '');
  }, [value]);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    const timer = setTimeout(() => latest.current(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <input
      type="search"
      className="input search-field"
      data-search=""
      placeholder={label}
      aria-label={label}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') ask(typed);
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
