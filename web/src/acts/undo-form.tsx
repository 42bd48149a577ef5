/** Taking back what a person said: it stays readable, and from then on holds no longer. */
import { type FormEvent, useState } from 'react';
import type { DecisionRow } from '../../../src/shell/http/contract.ts';
import { useDecide, useReviewer } from '../review/use-decide.ts';
import { useWords } from '../words/use-words.ts';
import { NameField } from './name-field.tsx';
import { ReasonField } from './reason-field.tsx';
import { RefusedAct } from './refused-act.tsx';
import { SigningNote } from './signing-note.tsx';

interface Undo {
  decision: DecisionRow['decision'];
  done: (decision: string) => void;
}

export function UndoForm({ decision, done }: Undo) {
  const { acts } = useWords();
  const [by] = useReviewer();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { decide, isBusy, refusal } = useDecide(reason, ({ id }) => done(id));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (by.trim() !== '') decide({ kind: 'undo', about: [`decision:${decision.id}`] });
  };
  return (
    <details>
      <summary>{acts.changeMind}</summary>
      <form className="act-form stack" noValidate onSubmit={submit}>
        <p className="small soft">{acts.undoMeans}</p>
        <ReasonField value={reason} change={setReason} />
        <NameField isMissing={isAsked && by.trim() === ''} />
        <p className="row">
          <button type="submit" className="button" disabled={isBusy}>
            {acts.undo}
          </button>
        </p>
        <SigningNote />
        {refusal !== null && <RefusedAct error={refusal} />}
      </form>
    </details>
  );
}
