/** Why somebody decides so, in their own words. */
import { useId } from 'react';
import { useWords } from '../words/use-words.ts';

/** As much as the program takes, in UTF-16 code units. */
const LONGEST = 2000;

interface Reason {
  value: string;
  change: (value: string) => void;
  isMissing?: boolean;
  isNeeded?: boolean;
}

export function ReasonField({ value, change, isMissing = false, isNeeded = false }: Reason) {
  const { acts } = useWords();
  const error = useId();
  return (
    <label className="field">
      <span>{isNeeded ? acts.why : acts.whyIfAny}</span>
      <textarea
        className="input"
        rows={3}
        dir="auto"
        maxLength={LONGEST}
        data-field="reason"
        value={value}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? error : undefined}
        onChange={(event) => change(event.target.value)}
      />
      {isMissing && (
        <span id={error} className="refused small">
          {acts.sayWhy}
        </span>
      )}
    </label>
  );
}
