/** One agreement: its clauses with the incidents tested against each, who is bound and since when, and its documents. */
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { AgreementDetail } from '../../../src/shell/http/contract.ts';
import { agreement } from '../api.ts';
import { writtenDay, writtenInterval } from '../format/dates.ts';
import { Answered } from '../marks/page-states.tsx';
import { NameOf } from '../words/name-of.tsx';
import { useSpeech } from '../words/use-words.ts';
import { AgreementParties } from './agreement-parties.tsx';
import { AgreementScope } from './agreement-scope.tsx';
import { ClauseCard } from './clause-card.tsx';
import { DemonstrationNote } from './demonstration-note.tsx';

export function AgreementPage() {
  const { id } = useParams({ from: '/agreements/$id' });
  const asked = useQuery(agreement(id));
  return (
    <Answered asked={asked} isPage>
      {(detail) => <Detail detail={detail} />}
    </Answered>
  );
}

function Detail({ detail }: { detail: AgreementDetail }) {
  const { words, locale } = useSpeech();
  const { clause } = useSearch({ from: '/agreements/$id' });
  return (
    <div className="page">
      <header>
        <h1>
          <NameOf name={detail.name} />
        </h1>
        <p className="soft">
          {words.agreements.inForce}: {writtenInterval(detail.inForce, locale, words)} (
          {detail.timeZone.replace('_', ' ')})
        </p>
        <DemonstrationNote />
        {detail.notes.map((note) => (
          <p key={note} className="small" lang="en" dir="auto">
            {note}
          </p>
        ))}
      </header>
      <section className="stack" aria-labelledby="clauses">
        <h2 id="clauses">{words.agreements.clauses}</h2>
        {detail.clauses.map((entry) => (
          <ClauseCard key={entry.id} agreement={detail} clause={entry} isOpen={entry.id === clause} />
        ))}
      </section>
      <AgreementParties detail={detail} />
      <AgreementScope detail={detail} />
      {detail.asymmetries.length > 0 && (
        <section className="panel stack">
          <h2>{words.agreements.noMirror}</h2>
          {detail.asymmetries.map((asymmetry) => (
            <p key={asymmetry} lang="en" dir="auto">
              {asymmetry}
            </p>
          ))}
        </section>
      )}
      {detail.replaced.length > 0 && (
        <section className="panel stack">
          <h2>{words.agreements.replaced}</h2>
          <p className="small soft">{words.agreements.replacedNote}</p>
          <ul className="stack">
            {detail.replaced.map((one) => (
              <li key={one.at}>
                <b>
                  <NameOf name={one.by} />
                </b>
                {words.comma}
                {writtenDay(one.at.slice(0, 10), locale, words)}
                {!one.checked && <span className="tag">{words.agreements.unchecked}</span>}
                {one.note !== null && (
                  <p className="small soft" dir="auto">
                    {one.note}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel stack">
        <h2>{words.agreements.sources}</h2>
        <ul className="stack">
          {detail.instruments.map((instrument) => (
            <li key={instrument.id}>
              <b>
                <NameOf name={instrument.name} />
              </b>
              {words.comma}
              {writtenDay(instrument.date, locale, words)}
              {!instrument.checked && <span className="tag">{words.agreements.unchecked}</span>}
              <p className="small soft" lang="en" dir="auto">
                {instrument.adds}
              </p>
              {instrument.url !== null && (
                <p className="small soft">
                  <bdi>{instrument.url}</bdi>
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
