/** One list beside our incidents: what agrees, what is counted in another unit, what only one side has. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ListDetail } from '../../../src/shell/http/contract.ts';
import { listPages } from '../api.ts';
import { MoreButton } from '../marks/more-button.tsx';
import { Answered } from '../marks/page-states.tsx';
import { useSpeech } from '../words/use-words.ts';
import { AlignmentCard } from './alignment-card.tsx';

const KINDS = ['agreed', 'different-unit', 'only-theirs', 'only-ours'] as const;

export function ListPage() {
  const { id } = useParams({ from: '/lists/$id' });
  const { kind } = useSearch({ from: '/lists/$id' });
  const { words } = useSpeech();
  const asked = useInfiniteQuery({ ...listPages(id, { kind }), placeholderData: (before) => before });
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <Answered asked={{ ...asked, data: asked.data?.pages[0] }}>{(first) => <Head detail={first} />}</Answered>
      {asked.data !== undefined && items.length === 0 && <p className="soft">{words.lists.none}</p>}
      <ol className="stack">
        {items.map((alignment) => (
          <li key={`${alignment.theirs[0]?.id ?? ''}/${alignment.ours[0]?.id ?? ''}`}>
            <AlignmentCard alignment={alignment} />
          </li>
        ))}
      </ol>
      <MoreButton asked={asked} />
    </div>
  );
}

function Head({ detail }: { detail: ListDetail }) {
  const { words, locale } = useSpeech();
  const { kind } = useSearch({ from: '/lists/$id' });
  const navigate = useNavigate({ from: '/lists/$id' });
  const { list, kinds, differ, refused } = detail;
  const choose = (chosen: string | undefined): void => void navigate({ search: { kind: chosen }, replace: true });
  return (
    <header>
      <h1 dir="auto">{list.name}</h1>
      <p className="row soft">
        <span>{words.lists.rows(list.events)}</span>
        <span>{words.lists.mapping(list.mapping)}</span>
        {differ > 0 && <span>{words.lists.differ(differ)}</span>}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a form */}
      <div className="row" role="group" aria-label={words.lists.show}>
        <button type="button" className="button" aria-pressed={kind === undefined} onClick={() => choose(undefined)}>
          {words.lists.all}
        </button>
        {KINDS.map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={kind === one}
            title={words.lists.kindMeans[one]}
            onClick={() => choose(one)}
          >
            {words.lists.kind[one]} <span className="number">{kinds[one].toLocaleString(locale)}</span>
          </button>
        ))}
      </div>
      {kind !== undefined && <p className="small soft">{words.lists.kindMeans[kind]}</p>}
      {refused.length > 0 && (
        <details className="small">
          <summary>{words.lists.refused(refused.length)}</summary>
          <ul>
            {refused.slice(0, 100).map(({ row, code, message }) => (
              <li key={`${row} ${code}`}>
                {words.lists.refusedRow(row.toLocaleString(locale), message)} <code>{code}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}
