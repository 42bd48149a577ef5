/** What the findings of an incident were before, each time with why they changed; asked for when it is opened. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IncidentDetail } from '../../../src/shell/http/contract.ts';
import { pastFindings } from '../api.ts';
import { writtenDay } from '../format/dates.ts';
import { Answered } from '../marks/page-states.tsx';
import { SaidReason } from '../reasons/said-reason.tsx';
import { useSpeech } from '../words/use-words.ts';
import { FindingLine } from './finding-line.tsx';
import { FindingSummary } from './finding-summary.tsx';

export function PastFindings({ detail }: { detail: IncidentDetail }) {
  const { words, locale } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const asked = useQuery({ ...pastFindings(detail.incident.id), enabled: isOpen });
  return (
    <details className="past-findings" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.incident.pastFindings}</summary>
      {isOpen && (
        <Answered asked={asked}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="soft">{words.incident.noPastFindings}</p>
            ) : (
              <ol className="stack">
                {items.map(({ entry, replacedBy, at, reason, said, findings }) => (
                  <li key={entry} className="act" data-holds={false}>
                    <p className="small soft">
                      {words.incident.replacedOn(writtenDay(at, locale, words))} ·{' '}
                      {words.review.sealed(entry.toLocaleString(locale))} → {replacedBy.toLocaleString(locale)}
                    </p>
                    <p>
                      <SaidReason text={reason} reason={said} />
                    </p>
                    {findings.map((finding) => (
                      <section key={`${finding.agreement}/${finding.clause}`}>
                        <h3>
                          <FindingLine finding={finding} clauses={detail.clauses} />
                        </h3>
                        <FindingSummary finding={finding} />
                      </section>
                    ))}
                  </li>
                ))}
              </ol>
            )
          }
        </Answered>
      )}
    </details>
  );
}
