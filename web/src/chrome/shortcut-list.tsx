/** The list that `?` opens. */
import { Fragment } from 'react';
import { useWords } from '../words/use-words.ts';
import { ProgramState } from './program-state.tsx';
import { Sheet } from './sheet.tsx';

export function ShortcutList({ open, close }: { open: boolean; close: () => void }) {
  const { shortcuts } = useWords();
  const rows: [string[], string][] = [
    [['j'], shortcuts.next],
    [['k'], shortcuts.previous],
    [['Enter'], shortcuts.enter],
    [['Esc'], shortcuts.escape],
    [['/'], shortcuts.search],
    [['g', 's'], shortcuts.situation],
    [['l'], shortcuts.link],
    [['s'], shortcuts.split],
    [['u'], shortcuts.undo],
    [['g', 'q'], shortcuts.queue],
    [['g', 'l'], shortcuts.lists],
    [['g', 'r'], shortcuts.reports],
    [['g', 't'], shortcuts.statements],
    [['g', 'a'], shortcuts.agreements],
    [['g', 'p'], shortcuts.parties],
    [['g', 'n'], shortcuts.analytics],
    [['g', 'y'], shortcuts.try],
    [['?'], shortcuts.list],
  ];
  return (
    <Sheet title={shortcuts.title} open={open} close={close}>
      <dl className="shortcuts">
        {rows.map(([keys, does]) => (
          <Fragment key={does}>
            <dt dir="ltr">
              {keys.map((key) => (
                <Fragment key={key}>
                  <kbd>{key}</kbd>{' '}
                </Fragment>
              ))}
            </dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
      <ProgramState />
    </Sheet>
  );
}
