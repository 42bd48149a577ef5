/** Where and when the clauses hold: zones with how far they may be off, stretches of time, each with its source. */
import type { AgreementDetail } from '../../../src/shell/http/contract.ts';
import { writtenInterval } from '../format/dates.ts';
import { NameOf } from '../words/name-of.tsx';
import { useSpeech } from '../words/use-words.ts';

export function AgreementScope({ detail }: { detail: AgreementDetail }) {
  const { words, locale } = useSpeech();
  return (
    <section className="panel stack">
      <h2>{words.agreements.scope}</h2>
      <h3>{words.clausePage.zone}</h3>
      <ul className="stack">
        {detail.zones.map((zone) => (
          <li key={zone.id}>
            <b>
              <NameOf name={zone.name} />
            </b>
            {zone.toleranceKm > 0 && (
              <span className="small soft">
                {words.comma}
                {words.clausePage.tolerance(zone.toleranceKm.toLocaleString(locale))}
              </span>
            )}
            <Source of={zone} />
          </li>
        ))}
      </ul>
      <h3>{words.clausePage.interval}</h3>
      <ul className="stack">
        {detail.intervals.map((interval) => (
          <li key={interval.id}>
            <b>
              <NameOf name={interval.names[0] ?? interval.id} />
            </b>
            {words.comma}
            {writtenInterval(interval, locale, words)}
            {interval.note !== null && (
              <p className="small soft" lang="en" dir="auto">
                {interval.note}
              </p>
            )}
            <Source of={interval} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Source({ of: { source, checked } }: { of: { source: string; checked: boolean } }) {
  const { words } = useSpeech();
  return (
    <p className="small soft">
      {!checked && <span className="tag alleged">{words.agreements.unchecked}</span>} <bdi>{source}</bdi>
    </p>
  );
}
