/** Which lists of other monitors are kept. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lists } from '../api.ts';
import { Answered, Empty } from '../marks/page-states.tsx';
import { useWords } from '../words/use-words.ts';

export function ListOverviewPage() {
  const words = useWords();
  const asked = useQuery(lists());
  return (
    <div className="page">
      <header>
        <h1>{words.lists.title}</h1>
        <p className="soft">{words.lists.intro}</p>
      </header>
      <Answered asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.lists.empty}>{words.lists.emptyText}</Empty>
          ) : (
            <ul className="stack">
              {items.map(({ id, name, mapping, events }) => (
                <li key={id} className="panel">
                  <h2>
                    <Link data-item="" to="/lists/$id" params={{ id }} dir="auto">
                      {name}
                    </Link>
                  </h2>
                  <p className="small soft">
                    {words.lists.rows(events)}, {words.lists.mapping(mapping)}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </div>
  );
}
