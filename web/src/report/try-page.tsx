/** A box for any text: it is coded while you look, on this computer, and nothing of it is stored. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { ApiError, codeText } from '../api.ts';
import { DayField } from '../format/day-field.tsx';
import { Empty, Failed } from '../marks/page-states.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { ReadAndCoding } from './read-and-coding.tsx';

const PAUSE_MS = 350;
/** As the API takes. */
const LONGEST = 200_000;

/** Our own sentences about places that do not exist, with what a report usually holds. */
const EXAMPLE = {
  published: '2016-05-04',
  text: [
    'Shelling hits market in Tall Zahra, medics say',
    '',
    'At least eight people, two of them children, were killed and about 20 wounded when mortar shells struck a vegetable market in the town of Tall Zahra on Tuesday evening, medics said.',
    '',
    'A spokesman for the armed opposition blamed government forces. The army denied firing on the town and said it had answered rocket fire on one of its positions.',
    '',
    '“The shelling must stop before Friday, or the talks make no sense,” the spokesman said. More than 60 people have been killed in the province since the truce began, according to a local monitoring group.',
  ].join('\n'),
};

export function TryPage() {
  const { words, locale } = useSpeech();
  const [text, setText] = useState('');
  const [published, setPublished] = useState('');
  const settled = useSettled(text);
  useWarmedCoder();
  const isTooLong = settled.length > LONGEST;
  const asked = useQuery({
    ...codeText(settled, published),
    enabled: settled.trim() !== '' && !isTooLong,
    placeholderData: keepPreviousData,
  });
  const coding = useDeferredValue(settled.trim() === '' || isTooLong ? undefined : asked.data);
  return (
    <div className="page wide">
      <header>
        <h1>{words.try.title}</h1>
        <p className="soft">{words.try.intro}</p>
      </header>
      <div className="panel stack">
        <label className="field">
          <span>{words.try.label}</span>
          <textarea
            className="input try-box"
            data-search=""
            rows={7}
            dir="auto"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <div className="row">
          <DayField layout="row" label={words.try.published} value={published} set={setPublished} />
          <button
            type="button"
            className="button"
            onClick={() => {
              setText(EXAMPLE.text);
              setPublished(EXAMPLE.published);
            }}
          >
            {words.try.example}
          </button>
          <span className="soft small" role="status">
            {(asked.isFetching || settled !== text) && text.trim() !== '' ? words.try.waiting : ''}
          </span>
        </div>
      </div>
      {isTooLong && <p className="state failed">{words.try.tooLong(LONGEST.toLocaleString(locale))}</p>}
      {asked.error !== null && !isTooLong && settled.trim() !== '' && (
        <TryFailed error={asked.error} again={() => void asked.refetch()} />
      )}
      {coding === undefined ? (
        <Empty title={words.try.empty}>{words.try.emptyText}</Empty>
      ) : (
        asked.error === null && <ReadAndCoding coding={coding} />
      )}
    </div>
  );
}

function TryFailed({ error, again }: { error: Error; again: () => void }) {
  const words = useWords();
  if (error instanceof ApiError && error.problem?.code === 'report/refused') {
    return (
      <p className="state failed" role="alert">
        <b>{words.report.refused}</b> {error.message}
      </p>
    );
  }
  return <Failed error={error} again={again} />;
}

/** The text once typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** A word is coded when the page opens: the coder loads its tables while the reader still pastes. */
function useWarmedCoder(): void {
  const queries = useQueryClient();
  useEffect(() => void queries.prefetchQuery(codeText('Hello.', '')), [queries]);
}
