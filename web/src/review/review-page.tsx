/** The review desk: links in doubt and what was decided, worked through by keyboard. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { SigningNote } from '../acts/signing-note.tsx';
import { useWords } from '../words/use-words.ts';
import { DecisionList } from './decision-list.tsx';
import { DoubtList } from './doubt-list.tsx';
import { KeyList } from './key-list.tsx';
import { useReviewer } from './use-decide.ts';

export function ReviewPage() {
  const { review } = useWords();
  const { show } = useSearch({ from: '/review' });
  const navigate = useNavigate({ from: '/review' });
  const [reason, setReason] = useState('');
  const isDecided = show === 'decided';
  const desk = { reason, done: () => setReason('') };
  const views = [
    [undefined, review.doubts, !isDecided],
    ['decided', review.decided, isDecided],
  ] as const;
  return (
    <div className="page">
      <header>
        <h1>{review.title}</h1>
        <p className="soft">{review.intro}</p>
        <Reviewer reason={reason} setReason={setReason} />
        <SigningNote />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a form */}
        <div className="row" role="group" aria-label={review.view}>
          {views.map(([id, name, isPressed]) => (
            <button
              key={name}
              type="button"
              className="button"
              aria-pressed={isPressed}
              onClick={() => void navigate({ search: { show: id }, replace: true })}
            >
              {name}
            </button>
          ))}
        </div>
      </header>
      {isDecided && <KeyList />}
      {isDecided ? <DecisionList {...desk} /> : <DoubtList {...desk} />}
    </div>
  );
}

function Reviewer({ reason, setReason }: { reason: string; setReason: (reason: string) => void }) {
  const { review } = useWords();
  const [name, setName] = useReviewer();
  const hint = useId();
  return (
    <div className="reviewer">
      <label className="field">
        <span className="small soft">{review.name}</span>
        <input
          className="input"
          value={name}
          maxLength={200}
          autoComplete="name"
          aria-describedby={name.trim() === '' ? hint : undefined}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="field grow">
        <span className="small soft">{review.reason}</span>
        <input className="input" value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
      </label>
      {name.trim() === '' && (
        <p id={hint} className="small hint">
          {review.nameHint}
        </p>
      )}
    </div>
  );
}
