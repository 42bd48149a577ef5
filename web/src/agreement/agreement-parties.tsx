/** Who is bound: the sides with their members, and what each registrar recorded, rival lists side by side. */
import type { AgreementDetail } from '../../../src/shell/http/contract.ts';
import { writtenInterval } from '../format/dates.ts';
import { inList } from '../format/names.ts';
import { NameOf } from '../words/name-of.tsx';
import { nameIn, useSpeech } from '../words/use-words.ts';

export function AgreementParties({ detail }: { detail: AgreementDetail }) {
  const speech = useSpeech();
  const { words, locale } = speech;
  const sides = [...detail.sides].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return (
    <section className="panel stack">
      <h2>{words.agreements.parties}</h2>
      <ul className="sides">
        {sides.map((side) => (
          <li key={side.id} className="stack">
            <h3>
              <NameOf name={side.name} />
            </h3>
            <p className="small soft">{words.agreements.bindsBy[side.bindsBy]}</p>
            <p>
              {inList(
                side.members.map(({ name }) => nameIn(name, speech)),
                locale,
              )}
            </p>
            {side.note !== null && (
              <p className="small soft" lang="en" dir="auto">
                {side.note}
              </p>
            )}
          </li>
        ))}
      </ul>
      {detail.adherence.length > 0 && <AdherenceTable detail={detail} />}
      {detail.excluded.length > 0 && (
        <>
          <h3>{words.agreements.excluded}</h3>
          <ul>
            {detail.excluded.map((fact) => (
              <li key={`${fact.actor.id} ${fact.from}`}>
                <NameOf name={fact.actor.name} /> <bdi className="small soft">({fact.authority})</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function AdherenceTable({ detail }: { detail: AgreementDetail }) {
  const { words, locale } = useSpeech();
  return (
    <>
      <h3>{words.agreements.facts}</h3>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{words.situation.party}</th>
            <th scope="col">{words.agreements.status}</th>
            <th scope="col">{words.incident.when}</th>
            <th scope="col">{words.incident.saysWho}</th>
          </tr>
        </thead>
        <tbody>
          {detail.adherence.map((fact) => (
            <tr key={`${fact.actor.id} ${fact.registrar} ${fact.from}`}>
              <th scope="row" className="list-title">
                <NameOf name={fact.actor.name} />
              </th>
              <td data-label={words.agreements.status}>{words.agreements.adherence[fact.status]}</td>
              <td data-label={words.incident.when}>
                {writtenInterval({ start: fact.from, end: fact.until }, locale, words)}
              </td>
              <td data-label={words.incident.saysWho}>
                <NameOf name={fact.registrar} />{' '}
                {!fact.checked && <span className="tag">{words.agreements.unchecked}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
