/** What hangs on what: outcomes under one assumption at a time. Asked for when it is opened, and stored nowhere. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IncidentDetail } from '../../../src/shell/http/contract.ts';
import { whatIf } from '../api.ts';
import { Elsewhere } from '../elsewhere/elsewhere.tsx';
import { Answered } from '../marks/page-states.tsx';
import { SaidReason } from '../reasons/said-reason.tsx';
import { useWords } from '../words/use-words.ts';

export function Suppositions({ detail }: { detail: IncidentDetail }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const asked = useQuery({ ...whatIf(detail.incident.id), enabled: isOpen });
  const outcome = (id: string): string => words.outcome[id] ?? words.incident.noFinding;
  return (
    <details className="past-findings" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.incident.whatIf}</summary>
      {isOpen && (
        <Answered asked={asked}>
          {({ items }) => (
            <div className="stack">
              <p className="small soft">
                {items.length === 0 ? words.incident.whatIfNone : words.incident.whatIfMeans}
              </p>
              <ul className="stack">
                {items.map(({ agreement, assumption, reason, changes }) => (
                  <li key={`${agreement} ${assumption}`} className="act">
                    <p>
                      <b>
                        <SaidReason text={assumption} reason={reason} />
                      </b>
                    </p>
                    <ul>
                      {changes.map(({ clause, title, from, to }) => (
                        <li key={clause}>
                          <bdi>{title}</bdi>: {words.incident.outcomeTurns(outcome(from), outcome(to))}
                        </li>
                      ))}
                    </ul>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Answered>
      )}
      {isOpen && <Elsewhere detail={detail} />}
    </details>
  );
}
