/** One party: its standing in each agreement, what incidents say of it, what became of its words, and word beside deed. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { PartyDetail } from '../../../src/shell/http/contract.ts';
import { party } from '../api.ts';
import { FiguresTable } from '../figures/figures-table.tsx';
import { RecordCard } from '../ledger/record-card.tsx';
import { Answered } from '../marks/page-states.tsx';
import { NameOf } from '../words/name-of.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { PartyStanding } from './party-standing.tsx';
import { SpeakerRecord } from './speaker-record.tsx';

export function PartyPage() {
  const { id } = useParams({ from: '/parties/$id' });
  const asked = useQuery(party(id));
  return (
    <Answered asked={asked} isPage>
      {(detail) => <InFull detail={detail} />}
    </Answered>
  );
}

function InFull({ detail }: { detail: PartyDetail }) {
  const { words } = useSpeech();
  return (
    <div className="page">
      <header>
        <h1>
          <NameOf name={detail.name} />
        </h1>
        <p className="soft">
          {words.role[detail.role] ?? detail.role}
          {detail.country !== null && ` · ${detail.country}`}
        </p>
        {detail.note !== null && <p className="small">{detail.note}</p>}
        <Kin name={words.party.above} kin={detail.above} />
        <Kin name={words.party.below} kin={detail.below} />
        {detail.below.length > 0 && <p className="small soft">{words.party.withBelow}</p>}
      </header>
      <section className="panel stack">
        <h2>{words.party.standing}</h2>
        {detail.standings.length === 0 && <p className="soft">{words.party.noStanding}</p>}
        <ul className="stack">
          {detail.standings.map((standing) => (
            <li key={standing.agreement.id} className="source-card">
              <PartyStanding standing={standing} />
            </li>
          ))}
        </ul>
      </section>
      <section className="panel stack">
        <h2>{words.party.figures}</h2>
        <FiguresTable figures={detail.figures} />
      </section>
      <section className="panel stack">
        <h2>{words.party.record}</h2>
        {detail.truncated && <p className="small soft">{words.party.truncated}</p>}
        <SpeakerRecord months={detail.record} />
        <p>
          <Link to="/statements" search={{ speaker: [detail.id, ...detail.below.map(({ id }) => id)].join(',') }}>
            {words.party.all}
          </Link>
        </p>
      </section>
      <section className="stack">
        <h2>{words.party.wordAndDeed}</h2>
        <p className="small soft">{words.party.wordAndDeedIntro}</p>
        {detail.wordAndDeed.length === 0 && <p className="soft">{words.party.noWordAndDeed}</p>}
        <ol className="stack">
          {detail.wordAndDeed.map((row) => (
            <li key={row.record.id}>
              <RecordCard row={row} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Kin({ name, kin }: { name: string; kin: PartyDetail['above'] }) {
  const words = useWords();
  if (kin.length === 0) return null;
  return (
    <p className="small">
      <span className="soft">{name}: </span>
      {kin.map(({ id, name: kinName }, index) => (
        <span key={id}>
          {index > 0 && words.comma}
          <Link to="/parties/$id" params={{ id }}>
            <NameOf name={kinName} />
          </Link>
        </span>
      ))}
    </p>
  );
}
