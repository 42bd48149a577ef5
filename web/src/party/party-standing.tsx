/** Where a party stands in one agreement: side, what each registrar recorded, what is not settled, and findings about it. */
import { Link } from '@tanstack/react-router';
import type { PartyDetail } from '../../../src/shell/http/contract.ts';
import { OutcomeFigures } from '../figures/outcome-figures.tsx';
import { writtenInterval } from '../format/dates.ts';
import { NameOf } from '../words/name-of.tsx';
import { useSpeech } from '../words/use-words.ts';

export function PartyStanding({ standing }: { standing: PartyDetail['standings'][number] }) {
  const { words, locale } = useSpeech();
  const { agreement, side, unsettled } = standing;
  return (
    <>
      <h3 className="agreement-name">
        <Link data-item="" to="/agreements/$id" params={{ id: agreement.id }}>
          <NameOf name={agreement.name} />
        </Link>
      </h3>
      <p>
        <span className="soft">{words.party.side}: </span>
        {side === null ? <span className="not-stated">{words.party.noSide}</span> : <NameOf name={side.name} />}
      </p>
      {standing.adherence.map((fact) => (
        <p key={`${fact.registrar} ${fact.from}`} className="small">
          {words.agreements.adherence[fact.status]},{' '}
          {writtenInterval({ start: fact.from, end: fact.until }, locale, words)} (<NameOf name={fact.registrar} />){' '}
          {!fact.checked && <span className="tag alleged">{words.agreements.unchecked}</span>}
        </p>
      ))}
      {standing.excluded.map((fact) => (
        <p key={`${fact.authority} ${fact.from}`} className="small">
          {words.party.excludedBy(fact.authority)},{' '}
          {writtenInterval({ start: fact.from, end: fact.until }, locale, words)}
        </p>
      ))}
      {unsettled !== null && (
        <p className="small">
          <b>{words.party.unsettled}</b>:{' '}
          <bdi lang="en" dir="ltr">
            {unsettled.because}
          </bdi>
          <span className="soft block">
            {words.incident.settle}:{' '}
            <bdi lang="en" dir="ltr">
              {unsettled.wouldSettle}
            </bdi>
          </span>
        </p>
      )}
      <OutcomeFigures outcomes={standing.findings} none={words.party.noFindings} />
    </>
  );
}
