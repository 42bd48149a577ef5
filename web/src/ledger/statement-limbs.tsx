/** What is known of a statement and what is missing, point by point, each open point with what would settle it. */
import type { StatementLedgerRecord } from '../../../src/shell/http/contract.ts';
import { SaidReason } from '../reasons/said-reason.tsx';
import { useWords } from '../words/use-words.ts';

type Limbs = StatementLedgerRecord['record']['limbs'];

const SIGN = { known: '✓', unknown: '?', 'not-applicable': '–' } as const;

export function StatementLimbs({ limbs }: { limbs: Limbs }) {
  const { ledger } = useWords();
  return (
    <dl className="values">
      {limbs.map(({ limb, value, because, reason, wouldSettle, settles }) => (
        <div key={limb} className="value-row wide" data-value={value}>
          <dt>{ledger.limb[limb]}</dt>
          <dd>
            <b>
              <span aria-hidden="true">{SIGN[value]}</span> {ledger.limbValue[value]}
            </b>
            {': '}
            <SaidReason text={because} reason={reason} />
            {wouldSettle !== null && (
              <span className="small soft block">
                {ledger.settle}: <SaidReason text={wouldSettle} reason={settles} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
