/** Incidents that come near to one without being held the same: each with the evidence, and a button that puts them together. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IncidentDetail } from '../../../src/shell/http/contract.ts';
import { nearIncidents } from '../api.ts';
import { percent } from '../format/counts.ts';
import { Answered } from '../marks/page-states.tsx';
import { LinkReasons } from '../reasons/link-reasons.tsx';
import { IncidentCard, useIncidentTitle } from '../situation/incident-card.tsx';
import { useSpeech } from '../words/use-words.ts';
import { DecideButton } from './decide-button.tsx';

export function NearIncidents({ incident }: { incident: IncidentDetail['incident'] }) {
  const { words, locale } = useSpeech();
  const titleOf = useIncidentTitle();
  const asked = useQuery(nearIncidents(incident.id));
  const own = incident.links.slice(0, 1).map(({ report, coded }) => `${report}#${coded}`);
  return (
    <Answered asked={asked}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="soft">{words.review.nearNone}</p>
        ) : (
          <ul className="stack">
            {items.map(({ incident: row, score, reasons, refs }) => (
              <li key={row.id} className="near-incident">
                <IncidentCard
                  row={row}
                  title={
                    <h3>
                      <Link data-item="" to="/incidents/$id" params={{ id: row.id }}>
                        {titleOf(row)}
                      </Link>
                    </h3>
                  }
                />
                <p className="small soft">
                  {words.review.score(percent(score, locale))}: <LinkReasons reasons={reasons} />
                </p>
                <DecideButton command={{ kind: 'link', about: [...own, ...refs.slice(0, 1)] }}>
                  {words.review.link}
                </DecideButton>
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
}
