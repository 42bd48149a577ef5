/** The outcome of a finding by shape and word, so that it does not hang on colour. */
import { useWords } from '../words/use-words.ts';
import { OUTCOME_SHAPE, type OutcomeId } from './outcomes.ts';

export function OutcomeMark({ outcome }: { outcome: OutcomeId | null }) {
  const words = useWords();
  return (
    <span className="outcome" data-outcome={outcome ?? 'not-assessed'}>
      <span className="shape" aria-hidden="true">
        {outcome === null ? '·' : OUTCOME_SHAPE[outcome]}
      </span>
      {words.outcome[outcome ?? 'not-assessed']}
    </span>
  );
}
