/**
 * A field for a day. A browser's own field writes in the browser's language, whatever the page's: where the page has other digits
 * than ASCII, the day is typed as year, month and day in either digits, and shown in those of the page.
 */
import { useEffect, useId, useState } from 'react';
import { useSpeech } from '../words/use-words.ts';
import { asciiDigits, localDigits } from './digits.ts';

interface DayFieldParts {
  label: string;
  /** `YYYY-MM-DD`, or empty for none; so is what is set. */
  value: string;
  set: (day: string) => void;
  /** Beside its label, or below it. */
  layout: 'row' | 'field';
}

export function DayField({ label, value, set, layout }: DayFieldParts) {
  const { locale } = useSpeech();
  const isAscii = localDigits('0', locale) === '0';
  const id = useId();
  return (
    <label className={layout} htmlFor={id}>
      <span className={layout === 'row' ? 'soft' : undefined}>{label}</span>
      {isAscii ? (
        <input id={id} type="date" className="input day" value={value} onChange={(event) => set(event.target.value)} />
      ) : (
        <TypedDay id={id} value={value} set={set} />
      )}
    </label>
  );
}

function TypedDay({ id, value, set }: Pick<DayFieldParts, 'value' | 'set'> & { id: string }) {
  const { locale, words } = useSpeech();
  const [text, setText] = useState(localDigits(value, locale));
  useEffect(() => setText(localDigits(value, locale)), [value, locale]);
  const typed = asciiDigits(text.trim());
  const isWrong = typed !== '' && !isDay(typed);
  const change = (next: string): void => {
    setText(next);
    const day = asciiDigits(next.trim());
    if (day === '' || isDay(day)) set(day);
  };
  return (
    <input
      id={id}
      inputMode="numeric"
      dir="ltr"
      className="input day"
      placeholder={words.dayShape}
      title={words.dayShape}
      aria-invalid={isWrong}
      value={text}
      onChange={(event) => change(event.target.value)}
      onBlur={() => setText(localDigits(isWrong ? value : typed, locale))}
    />
  );
}

/** True for a day that exists, written as `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
