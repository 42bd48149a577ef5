/** The keys with which persons sign, with their whole fingerprints: what readers compare with what they were told. */
import { useQuery } from '@tanstack/react-query';
import { inFours } from '../acts/short-fingerprint.tsx';
import { keys } from '../api.ts';
import { writtenDay } from '../format/dates.ts';
import { useSpeech } from '../words/use-words.ts';

export function KeyList() {
  const { words, locale } = useSpeech();
  const { data } = useQuery(keys());
  if (data === undefined) return null;
  const day = (at: string): string => writtenDay(at, locale, words);
  return (
    <details className="panel">
      <summary>{words.acts.keys(data.items.length)}</summary>
      <div className="stack key-list">
        <p className="small soft">{words.acts.keysMean}</p>
        <ul className="stack">
          {data.items.map(({ key, held }) => (
            <li key={key.fingerprint} className="act" data-holds={key.retired === undefined}>
              <p className="row">
                <b dir="auto">{key.name}</b>
                <span className="soft">{words.acts.keySince(day(key.at))}</span>
                {held && <span className="tag">{words.acts.keyHeld}</span>}
              </p>
              <bdi>
                <code>{inFours(key.fingerprint)}</code>
              </bdi>
              {key.retired !== undefined && (
                <p className="small">
                  {words.acts.keyRetired(day(key.retired.at))} <bdi>{key.retired.reason}</bdi>
                </p>
              )}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
