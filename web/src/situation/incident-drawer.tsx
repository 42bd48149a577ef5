/** The chosen incident beside the list: its values, findings and sources in short, and the way to the full page. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { IncidentDetail } from '../../../src/shell/http/contract.ts';
import { incident } from '../api.ts';
import { FindingLine } from '../incident/finding-line.tsx';
import { findingsInOrder } from '../incident/findings-in-order.ts';
import { ValuesBesideWords } from '../incident/values-beside-words.tsx';
import { IllustrativeNote } from '../marks/illustrative-note.tsx';
import { ModalityTag } from '../marks/modality-tag.tsx';
import { Answered } from '../marks/page-states.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { useIncidentTitle } from './incident-card.tsx';

export function IncidentDrawer({ id, close }: { id: string; close: () => void }) {
  const words = useWords();
  const asked = useQuery(incident(id));
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) close();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [close]);
  return (
    <section className="drawer" aria-label={words.layer.incident}>
      <p className="drawer-bar row">
        <button type="button" className="button" onClick={close}>
          {words.back}
        </button>
        <Link className="button" to="/incidents/$id" params={{ id }}>
          {words.openPage}
        </Link>
      </p>
      <Answered asked={asked}>{(detail) => <InShort detail={detail} />}</Answered>
    </section>
  );
}

function InShort({ detail }: { detail: IncidentDetail }) {
  const words = useWords();
  const titleOf = useIncidentTitle();
  const { row } = detail;
  return (
    <div className="stack">
      <h2>{titleOf(row)}</h2>
      <p className="row small">
        <span className="soft">{words.origins(row.origins, row.reports)}</span>
        <ModalityTag {...row} />
        <IllustrativeNote shown={row.illustrative} />
      </p>
      <FindingLines detail={detail} />
      <ValuesBesideWords detail={detail} brief />
    </div>
  );
}

function FindingLines({ detail }: { detail: IncidentDetail }) {
  const { words, locale } = useSpeech();
  const { within, outside } = findingsInOrder(detail.findings);
  const lines = (findings: typeof within) => (
    <ul className="finding-lines">
      {findings.map((finding) => (
        <li key={`${finding.agreement}/${finding.clause}`}>
          <FindingLine finding={finding} clauses={detail.clauses} />
        </li>
      ))}
    </ul>
  );
  return (
    <div>
      {lines(within)}
      {outside.length > 0 && (
        <details>
          <summary className="small">
            {words.outcome['outside-scope']} ({outside.length.toLocaleString(locale)})
          </summary>
          {lines(outside)}
        </details>
      )}
    </div>
  );
}
