/** A form in which a person says what they find, with their name and why. What is missing is said beside its field. */
import { type FormEvent, useId, useRef, useState } from 'react';
import { useDecide, useReviewer } from '../review/use-decide.ts';
import { useWords } from '../words/use-words.ts';
import type { ActsOn } from './acts-on.ts';
import { NameField } from './name-field.tsx';
import { ReasonField } from './reason-field.tsx';
import { RefusedAct } from './refused-act.tsx';
import { SigningNote } from './signing-note.tsx';

export function ActForm({ kind, about, question, choices, done }: ActsOn & { done: (decision: string) => void }) {
  const { acts } = useWords();
  const [by] = useReviewer();
  const [finds, setFinds] = useState('');
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const error = useId();
  const { decide, isBusy, refusal } = useDecide(reason, ({ id }) => done(id));
  const lacks = { finds: finds === '', reason: reason.trim() === '', name: by.trim() === '' };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    const [first] = Object.entries(lacks).flatMap(([field, isMissing]) => (isMissing ? [field] : []));
    if (first === undefined) decide({ kind, about, finds });
    else form.current?.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus();
  };
  const lacksFinds = isAsked && lacks.finds;
  return (
    <form ref={form} className="act-form stack" noValidate onSubmit={submit}>
      <fieldset aria-describedby={lacksFinds ? error : undefined}>
        <legend>{question}</legend>
        <div className="choices">
          {choices.map(({ value, name, means }, index) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name={error}
                value={value}
                data-field={index === 0 ? 'finds' : undefined}
                checked={finds === value}
                onChange={() => setFinds(value)}
              />
              <span>
                {name}
                {means !== undefined && <span className="small soft block">{means}</span>}
              </span>
            </label>
          ))}
        </div>
        {lacksFinds && (
          <p id={error} className="refused small">
            {acts.chooseOne}
          </p>
        )}
      </fieldset>
      <ReasonField value={reason} change={setReason} isMissing={isAsked && lacks.reason} isNeeded />
      <NameField isMissing={isAsked && lacks.name} />
      <p className="row">
        <button type="submit" className="button" disabled={isBusy}>
          {acts.record}
        </button>
        <span className="small soft">{acts.keptForGood}</span>
      </p>
      <SigningNote />
      {refusal !== null && <RefusedAct error={refusal} />}
    </form>
  );
}
