/** Who decides; this browser remembers it for the next time. */
import { useId } from 'react';
import { useReviewer } from '../review/use-decide.ts';
import { useWords } from '../words/use-words.ts';

export function NameField({ isMissing = false }: { isMissing?: boolean }) {
  const { review, acts } = useWords();
  const [name, setName] = useReviewer();
  const error = useId();
  return (
    <label className="field name-field">
      <span>{review.name}</span>
      <input
        className="input"
        dir="auto"
        maxLength={200}
        autoComplete="name"
        data-field="name"
        value={name}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? error : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      {isMissing && (
        <span id={error} className="refused small">
          {acts.sayName}
        </span>
      )}
    </label>
  );
}
