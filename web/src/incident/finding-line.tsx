/** A finding in one line: the outcome, then the clause it is about. */
import { Link } from '@tanstack/react-router';
import type { Finding } from '../../../src/model/finding.ts';
import type { IncidentDetail } from '../../../src/shell/http/contract.ts';
import { OutcomeMark } from '../marks/outcome-mark.tsx';
import { NameOf } from '../words/name-of.tsx';
import { useWords } from '../words/use-words.ts';

export function FindingLine({ finding, clauses }: { finding: Finding; clauses: IncidentDetail['clauses'] }) {
  const clause = clauses.find(({ agreement, id }) => agreement === finding.agreement && id === finding.clause);
  const { agreements } = useWords();
  return (
    <span className="finding-line">
      <OutcomeMark outcome={finding.outcome} />
      <Link to="/agreements/$id" params={{ id: finding.agreement }} search={{ clause: finding.clause }}>
        <NameOf name={clause?.title ?? finding.clause} />
      </Link>
      {clause?.checked === false && <span className="tag alleged">{agreements.unchecked}</span>}
    </span>
  );
}
