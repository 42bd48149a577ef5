/** Findings by outcome; each number leads to exactly these findings. */
import type { PartyDetail } from '../../../src/shell/http/contract.ts';
import { OutcomeMark } from '../marks/outcome-mark.tsx';
import { OUTCOME_ORDER } from '../marks/outcomes.ts';
import { useWords } from '../words/use-words.ts';
import { ListCount } from './figure-count.tsx';

interface Outcomes {
  outcomes: PartyDetail['standings'][number]['findings'];
  /** Said where there is no finding. */
  none: string;
}

export function OutcomeFigures({ outcomes, none }: Outcomes) {
  const words = useWords();
  const present = OUTCOME_ORDER.flatMap((outcome) => {
    const figure = outcomes[outcome];
    return figure === undefined || figure.findings === 0 ? [] : [{ outcome, ...figure }];
  });
  if (present.length === 0) return <p className="small soft">{none}</p>;
  return (
    <ul className="outcome-counts row small">
      {present.map(({ outcome, findings, list }) => (
        <li key={outcome}>
          <OutcomeMark outcome={outcome} /> <ListCount count={findings} list={list} label={words.outcome[outcome]} />
        </li>
      ))}
    </ul>
  );
}
