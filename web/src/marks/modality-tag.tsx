/** A tag for what is not simply stated as having happened. */
import type { IncidentRow } from '../../../src/shell/http/contract.ts';
import { useWords } from '../words/use-words.ts';

export function ModalityTag({
  modality,
  aggregate,
  completed,
}: Pick<IncidentRow, 'modality' | 'aggregate' | 'completed'>) {
  const words = useWords();
  const tag = words.modalityTag[modality];
  return (
    <>
      {tag !== undefined && <span className={`tag ${modality}`}>{tag}</span>}
      {aggregate && <span className="tag">{words.situation.aggregate}</span>}
      {!completed && modality === 'asserted' && <span className="tag">{words.incident.notCompleted}</span>}
    </>
  );
}
