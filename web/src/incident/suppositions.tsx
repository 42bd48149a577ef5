/** What hangs on what: outcomes under one assumption at a time. Asked for when it is opened, and stored nowhere. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IncidentDetail, WhatIf } from '../../../src/shell/http/contract.ts';
import { whatIf } from '../api.ts';
import { Elsewhere } from '../elsewhere/elsewhere.tsx';
import { Answered } from '../marks/page-states.tsx';
import { SaidReason } from '../reasons/said-reason.tsx';
import { NameOf } from '../words/name-of.tsx';
import { useWords } from '../words/use-words.ts';

export function Suppositions({ detail }: { detail: IncidentDetail }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const asked = useQuery({ ...whatIf(detail.incident.id), enabled: isOpen });
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
              {[...Map.groupBy(items, ({ agreement }) => agreement)].map(([agreement, own], _, all) => (
                <section key={agreement} className="stack">
                  {all.length > 1 && (
                    <h3>
                      <NameOf name={own[0]?.name ?? agreement} />
                    </h3>
                  )}
                  <Changes items={own} />
                </section>
              ))}
            </div>
          )}
        </Answered>
      )}
      {isOpen && <Elsewhere detail={detail} />}
    </details>
  );
}

function Changes({ items }: Pick<WhatIf, 'items'>) {
  const words = useWords();
  const outcome = (id: string): string => words.outcome[id] ?? words.incident.noFinding;
  return (
    <ul className="stack">
      {items.map(({ assumption, reason, changes }) => (
        <li key={assumption} className="act">
          <p>
            <b>
              <SaidReason text={assumption} reason={reason} />
            </b>
          </p>
          <ul>
            {changes.map(({ clause, title, from, to }) => (
              <li key={clause}>
                <NameOf name={title} />: {words.incident.outcomeTurns(outcome(from), outcome(to))}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
