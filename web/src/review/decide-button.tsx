/** One decision as a button, with its letter and what the program answered when it refused. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RefusedAct } from '../acts/refused-act.tsx';
import { useWords } from '../words/use-words.ts';
import { type Command, useDecide } from './use-decide.ts';

interface Decided {
  command: Command;
  /** Letter that presses it while its card is in focus. */
  letter?: string;
  reason?: string;
  done?: () => void;
  children: ReactNode;
}

export function DecideButton({ command, letter, reason, done, children }: Decided) {
  const { review } = useWords();
  const { decide, isBusy, mayDecide, refusal } = useDecide(reason, done);
  if (!mayDecide && letter === undefined)
    return (
      <p className="small soft no-print">
        {children}: <Link to="/review">{review.toDesk}</Link>
      </p>
    );
  return (
    <>
      <button
        type="button"
        className="button"
        data-key={letter}
        disabled={isBusy || !mayDecide}
        aria-keyshortcuts={letter}
        onClick={() => decide(command)}
      >
        {children}
        {letter !== undefined && <kbd>{letter}</kbd>}
      </button>
      {refusal !== null && <RefusedAct error={refusal} />}
    </>
  );
}
