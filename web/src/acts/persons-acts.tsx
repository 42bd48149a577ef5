/** What people said of one thing, in order, and the place where a person says it: one word holds at a time, and none is ever lost. */
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { DecisionRow } from '../../../src/shell/http/contract.ts';
import { decisionsAbout } from '../api.ts';
import { Answered } from '../marks/page-states.tsx';
import { useWords } from '../words/use-words.ts';
import { ActForm } from './act-form.tsx';
import { ActHistory } from './act-history.tsx';
import type { ActsOn } from './acts-on.ts';
import { UndoForm } from './undo-form.tsx';

export function PersonsActs(acts: ActsOn) {
  const asked = useQuery(decisionsAbout(acts.asked));
  return (
    <Answered asked={asked}>
      {({ items }) => <ActsSoFar key={acts.about.join(' ')} {...acts} rows={rowsOn(items, acts)} />}
    </Answered>
  );
}

/** Those about exactly this, and what undid them. */
function rowsOn(items: readonly DecisionRow[], { kind, about, asked }: ActsOn): DecisionRow[] {
  const isOn = ({ decision }: DecisionRow): boolean =>
    decision.kind === kind &&
    decision.about.length === about.length &&
    decision.about.every((subject) => about.includes(subject) || (kind === 'status' && asked.includes(subject)));
  const undone = new Set(items.filter(isOn).map(({ decision }) => `decision:${decision.id}`));
  return items.filter(
    (row) => isOn(row) || (row.decision.kind === 'undo' && row.decision.about.some((subject) => undone.has(subject))),
  );
}

function ActsSoFar({ rows, ...acts }: ActsOn & { rows: readonly DecisionRow[] }) {
  const words = useWords();
  const [recorded, setRecorded] = useState<string | null>(null);
  const top = useRef<HTMLParagraphElement>(null);
  const inForce = rows.find(({ decision, undoneBy }) => decision.kind === acts.kind && undoneBy === null);
  const done = (id: string): void => {
    setRecorded(id);
    top.current?.focus();
  };
  return (
    <div className="acts stack">
      {/* Focus comes here when a form has done its work and goes away. */}
      <p ref={top} tabIndex={-1} role="status" className={recorded === null ? 'visually-hidden' : 'recorded small'}>
        {recorded !== null && words.acts.recorded(recorded)}
      </p>
      {rows.length > 0 && <ActHistory rows={rows} choices={acts.choices} remark={acts.remark} />}
      {inForce === undefined ? <ActForm {...acts} done={done} /> : <UndoForm decision={inForce.decision} done={done} />}
    </div>
  );
}
