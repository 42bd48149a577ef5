/** What answers behind the page: its version, the knowledge in force and the root of the ledger, to be noted down. */
import { useQuery } from '@tanstack/react-query';
import { health, ledgerRoot } from '../api.ts';
import { useWords } from '../words/use-words.ts';

export function ProgramState() {
  const { about } = useWords();
  const { data: state } = useQuery(health());
  const { data: ledger } = useQuery(ledgerRoot());
  if (state === undefined || ledger === undefined) return null;
  const rows: [string, string][] = [
    [about.version, state.version],
    [about.knowledge, state.knowledge],
    [about.ledger, `${about.entries(ledger.size)}, ${ledger.root}`],
  ];
  return (
    <section className="program-state small">
      <h3>{about.title}</h3>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className="soft">{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
