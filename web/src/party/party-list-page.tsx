/** Everyone whom an agreement names, or who acts or speaks in a report, in the order of their names. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { PartyList } from '../../../src/shell/http/contract.ts';
import { parties } from '../api.ts';
import { Answered, Empty } from '../marks/page-states.tsx';
import { NameOf } from '../words/name-of.tsx';
import { useSpeech } from '../words/use-words.ts';

export function PartyListPage() {
  const { words } = useSpeech();
  const { only } = useSearch({ from: '/parties' });
  const navigate = useNavigate({ from: '/parties' });
  const asked = useQuery(parties());
  return (
    <div className="page">
      <header>
        <h1>{words.party.title}</h1>
        <p className="soft">{words.party.intro}</p>
        <label className="tick inline small">
          <input
            type="checkbox"
            checked={only === 'active'}
            onChange={(event) =>
              void navigate({ search: { only: event.target.checked ? 'active' : undefined }, replace: true })
            }
          />
          {words.party.onlyActive}
        </label>
      </header>
      <Answered asked={asked}>
        {({ items }) => {
          const shown = only === 'active' ? items.filter((one) => one.incidents + one.statements > 0) : items;
          return shown.length === 0 ? (
            <Empty title={words.party.empty}>{words.party.emptyText}</Empty>
          ) : (
            <PartyTable rows={shown} />
          );
        }}
      </Answered>
    </div>
  );
}

function PartyTable({ rows }: { rows: PartyList['items'] }) {
  const { words, locale } = useSpeech();
  return (
    <table className="cards panel">
      <thead>
        <tr>
          <th scope="col">{words.party.name}</th>
          <th scope="col">{words.party.role}</th>
          <th scope="col">{words.party.agreements}</th>
          <th scope="col">{words.party.accused}</th>
          <th scope="col">{words.party.statements}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((party) => (
          <tr key={party.id}>
            <th scope="row" className="list-title">
              <Link data-item="" to="/parties/$id" params={{ id: party.id }} dir="auto">
                <NameOf name={party.name} />
              </Link>
            </th>
            <td data-label={words.party.role}>{words.role[party.role] ?? party.role}</td>
            <td data-label={words.party.agreements}>
              {party.agreements.map((agreement, index) => (
                <span key={agreement.id}>
                  {index > 0 && ', '}
                  <Link to="/agreements/$id" params={{ id: agreement.id }}>
                    <NameOf name={agreement.name} />
                  </Link>
                </span>
              ))}
            </td>
            <td data-label={words.party.accused}>{party.incidents.toLocaleString(locale)}</td>
            <td data-label={words.party.statements}>{party.statements.toLocaleString(locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
