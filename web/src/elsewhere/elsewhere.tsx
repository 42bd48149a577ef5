/** "What if it happened elsewhere": a place by its name, by coordinates or by a point on the map, and what each clause would come to there. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { Elsewhere as Answer, IncidentDetail } from '../../../src/shell/http/contract.ts';
import { ApiError, agreement, elsewhere } from '../api.ts';
import { Answered, Loading } from '../marks/page-states.tsx';
import { SaidReason } from '../reasons/said-reason.tsx';
import { NameOf } from '../words/name-of.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { type MapZone, PlaceMap } from './place-map.tsx';
import { type Point, written } from './place-view.ts';

export function Elsewhere({ detail }: { detail: IncidentDetail }) {
  const { whatIf } = useWords();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<{ place: string; choice?: string } | null>(null);
  const [picked, setPicked] = useState<Point | null>(null);
  const field = useId();
  const zones = useZones(detail);
  const answer = useQuery({
    ...elsewhere(detail.incident.id, asked ?? { place: '' }),
    enabled: asked !== null,
    retry: false,
  });
  const move = (point: Point): void => {
    setPicked(point);
    setText(written(point));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    setPicked(null);
    setAsked({ place: text.trim() });
  };
  const { place, placeRadiusKm } = detail.incident;
  const found = answer.data?.place;
  const isPlaced = place !== null && place.latitude !== null && place.longitude !== null;
  return (
    <section className="elsewhere stack" aria-label={whatIf.elsewhere}>
      <h3>{whatIf.elsewhere}</h3>
      <form className="row" onSubmit={submit}>
        <label className="field" htmlFor={field}>
          <span>{whatIf.place}</span>
          <input
            id={field}
            className="input"
            dir="auto"
            value={text}
            maxLength={200}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <button type="submit" className="button">
          {whatIf.ask}
        </button>
      </form>
      {isPlaced && (
        <PlaceMap
          known={{
            name: place.name ?? '',
            latitude: place.latitude ?? 0,
            longitude: place.longitude ?? 0,
            radiusKm: placeRadiusKm ?? 0,
            country: place.country,
          }}
          zones={zones}
          picked={picked ?? found ?? null}
          move={move}
          pick={(point) => {
            move(point);
            setAsked({ place: written(point) });
          }}
        />
      )}
      <div aria-live="polite">
        {answer.isFetching && <Loading />}
        {isUnknownPlace(answer.error) ? (
          <p className="refused small" role="alert">
            {whatIf.unknownPlace}
          </p>
        ) : (
          asked !== null &&
          !answer.isFetching && (
            <Answered asked={answer}>
              {(there) => <There answer={there} choose={(choice) => setAsked({ place: asked.place, choice })} />}
            </Answered>
          )
        )}
      </div>
    </section>
  );
}

const isUnknownPlace = (error: Error | null): boolean =>
  error instanceof ApiError && error.problem?.code === 'request/not-found';

/** Drawn zones of the agreements that the incident lies within. */
function useZones({ findings }: IncidentDetail): MapZone[] {
  const within = findings.filter(({ outcome }) => outcome !== 'outside-scope');
  const ids = [...new Set(within.map((finding) => finding.agreement))];
  const asked = useQueries({ queries: ids.map((id) => agreement(id)) });
  return asked.flatMap(({ data }) => data?.zones.filter(({ paths }) => paths.length > 0) ?? []);
}

function There({ answer, choose }: { answer: Answer; choose: (choice: string) => void }) {
  const { words } = useSpeech();
  const { whatIf } = words;
  const nameOf = usePlaceName();
  return (
    <div className="stack">
      <p>
        <b>{whatIf.ifAt(nameOf(answer.place))}</b>
      </p>
      {answer.others.length > 0 && (
        <div className="row small">
          <span className="soft">{whatIf.others}</span>
          {answer.others.map((other) => (
            <button
              key={other.place}
              type="button"
              className="button"
              onClick={() => other.place !== null && choose(other.place)}
            >
              {nameOf(other)}
            </button>
          ))}
        </div>
      )}
      {answer.items.map(({ agreement: id, name, clauses }) => (
        <section key={id} className="stack">
          {answer.items.length > 1 && (
            <h4>
              <NameOf name={name} />
            </h4>
          )}
          <Turns clauses={clauses} />
        </section>
      ))}
    </div>
  );
}

type Clauses = Answer['items'][number]['clauses'];

function Turns({ clauses }: { clauses: Clauses }) {
  const { words, locale } = useSpeech();
  const turned = clauses.filter(({ from, to }) => from !== to);
  const kept = clauses.filter(({ from, to }) => from === to);
  const outcome = (id: string): string => words.outcome[id] ?? words.incident.noFinding;
  const lines = (of: Clauses, say: (one: Clauses[number]) => string) => (
    <ul className="stack">
      {of.map((one) => (
        <li key={one.clause} className="act">
          <span>
            <NameOf name={one.title} />: {say(one)}
          </span>
          {one.zone !== null && (
            <span className="small soft">
              {words.limb['zone']}: <SaidReason text={one.zone.because} reason={one.zone.reason} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {turned.length === 0 ? (
        <p>{words.whatIf.nothingTurns}</p>
      ) : (
        lines(turned, ({ from, to }) => words.incident.outcomeTurns(outcome(from), outcome(to)))
      )}
      {kept.length > 0 && (
        <details>
          <summary>
            {words.whatIf.stays} ({kept.length.toLocaleString(locale)})
          </summary>
          {lines(kept, ({ to }) => outcome(to))}
        </details>
      )}
    </>
  );
}

/** A place with the province and country that it lies in. */
function usePlaceName(): (place: Answer['place']) => string {
  const { locale } = useSpeech();
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  return ({ name, admin1, country, precision }) =>
    [name, ...(precision === 'province' ? [] : [admin1]), country === null ? null : countries.of(country)]
      .filter((part) => part !== null && part !== undefined)
      .map((part) => `\u2068${part}\u2069`)
      .join(locale.startsWith('ar') ? '، ' : ', ');
}
