/** The agreements that incidents are tested against. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { agreements } from '../api.ts';
import { writtenInterval } from '../format/dates.ts';
import { Answered, Empty } from '../marks/page-states.tsx';
import { NameOf } from '../words/name-of.tsx';
import { useSpeech } from '../words/use-words.ts';
import { DemonstrationNote } from './demonstration-note.tsx';
import { OutcomeCounts } from './outcome-counts.tsx';

export function AgreementListPage() {
  const { words, locale } = useSpeech();
  const asked = useQuery(agreements());
  return (
    <div className="page">
      <header>
        <h1>{words.agreements.title}</h1>
        <p className="soft">{words.agreements.intro}</p>
        <DemonstrationNote />
      </header>
      <Answered asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.agreements.none}>{words.agreements.noneText}</Empty>
          ) : (
            <ul className="stack">
              {items.map((agreement) => (
                <li key={agreement.id} className="panel stack">
                  <h2 className="agreement-name">
                    <Link data-item="" to="/agreements/$id" params={{ id: agreement.id }}>
                      <NameOf name={agreement.name} />
                    </Link>
                  </h2>
                  <p className="soft">
                    {words.agreements.inForce}: {writtenInterval(agreement.inForce, locale, words)} (
                    {agreement.timeZone.replace('_', ' ')}) · {words.clauses(agreement.clauses)}
                  </p>
                  <p className="soft">
                    {agreement.sides.map((side, index) => (
                      <span key={side}>
                        {index > 0 && ' · '}
                        <NameOf name={side} />
                      </span>
                    ))}
                  </p>
                  <OutcomeCounts counts={agreement.findings} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </div>
  );
}
