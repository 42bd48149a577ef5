/** Harm in a line: "30+ killed, 12 injured", open counts said in full to screen readers and on hover. */
import { Fragment } from 'react';
import type { IncidentRow } from '../../../src/shell/http/contract.ts';
import { type CountRange, writtenCount } from '../format/counts.ts';
import { useSpeech } from '../words/use-words.ts';

const ORDER = ['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced'] as const;

export function CountMark({ range }: { range: CountRange }) {
  const { locale, words } = useSpeech();
  const { short, long } = writtenCount(range, locale, words);
  if (short === long) return <span className="number">{short}</span>;
  return (
    <span className="number" title={long}>
      <span aria-hidden="true">{short}</span>
      <span className="visually-hidden">{long}</span>
    </span>
  );
}

/** A range from nothing to anything is what is left when no claim is believed. */
const saysSomething = (range: CountRange | undefined): boolean =>
  range !== undefined && !(range.min === 0 && range.best === null && range.max === null);

export function HarmWords({ harm }: { harm: IncidentRow['harm'] }) {
  const { words } = useSpeech();
  const stated = ORDER.filter((measure) => saysSomething(harm[measure]));
  if (stated.length === 0) return <span className="not-stated">{words.harmNotStated}</span>;
  return (
    <span>
      {stated.map((measure, index) => {
        const range = harm[measure];
        return range === undefined ? null : (
          <Fragment key={measure}>
            {index > 0 && words.comma}
            <CountMark range={range} /> {words.measure[measure]?.toLocaleLowerCase()}
          </Fragment>
        );
      })}
    </span>
  );
}

export function NotStated() {
  const { words } = useSpeech();
  return <span className="not-stated">{words.notStated}</span>;
}
