/** One incident as it stands in every list. */
import type { ReactNode } from 'react';
import type { IncidentRow } from '../../../src/shell/http/contract.ts';
import { writtenInterval } from '../format/dates.ts';
import { inNameOrder } from '../format/names.ts';
import { HarmWords } from '../marks/harm-words.tsx';
import { ModalityTag } from '../marks/modality-tag.tsx';
import { OutcomeMark } from '../marks/outcome-mark.tsx';
import { useSpeech } from '../words/use-words.ts';

/** "Air strike, Idlib". */
export function useIncidentTitle(): (row: Pick<IncidentRow, 'type' | 'place'>) => string {
  const { words } = useSpeech();
  return ({ type, place }) => {
    const what = words.type[type] ?? type;
    const where = place?.name ?? place?.admin1 ?? null;
    return where === null ? what : words.titleAt(what, where);
  };
}

/** `title` is the heading, usually a link; the card itself carries no action. */
export function IncidentCard({ row, title }: { row: IncidentRow; title: ReactNode }) {
  const { words, locale } = useSpeech();
  return (
    <article className="incident-card" data-modality={row.modality}>
      <header>
        {title}
        <OutcomeMark outcome={row.outcome} />
      </header>
      <p className="soft">{writtenInterval(row.time, locale, words)}</p>
      <p>
        <HarmWords harm={row.harm} />
        {row.accused.length > 0 && (
          <>
            {' · '}
            <AccusedNames accused={row.accused} />
          </>
        )}
      </p>
      <p className="row small soft">
        <span>{words.origins(row.origins, row.reports)}</span>
        {row.contradictions > 0 && (
          <span className="tag">{words.disagreements(row.contradictions, row.majorContradictions)}</span>
        )}
        <ModalityTag modality={row.modality} aggregate={row.aggregate} completed={row.completed} />
      </p>
    </article>
  );
}

/** Parties in the order of their names, so that none is put first. */
function AccusedNames({ accused }: { accused: IncidentRow['accused'] }) {
  const { locale, words } = useSpeech();
  return (
    <span title={words.incident.who}>
      {inNameOrder(
        accused.map(({ name }) => name),
        locale,
      )}
    </span>
  );
}
