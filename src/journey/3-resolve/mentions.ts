/** The mentions of a report in the public shape: actors, places, times, counts and terms, in the order of the text. */

import { type CountWording, rangeOf } from '../../measure/count-range.ts';
import type {
  ActorMention,
  CountMention,
  Mention,
  PlaceMention,
  TermMention,
  TimeMention,
} from '../../model/coded-report.ts';
import type { ResolvedPlace } from '../../model/place-name.ts';
import type { Reading } from '../../model/reading.ts';
import type { ResolvedTime } from '../../model/time-expression.ts';

/** A demonym or a name inside another name is no place that the report speaks of. */
const NO_PLACE = new Set(['demonym', 'embedded']);

export function mentionsOf(
  reading: Reading,
  places: readonly ResolvedPlace[],
  times: readonly ResolvedTime[],
  wording: CountWording,
): Mention[] {
  const mentions = [
    ...actorMentions(reading),
    ...placeMentions(reading, places),
    ...timeMentions(reading, times),
    ...countMentions(reading, wording),
    ...termMentions(reading),
  ];
  mentions.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.id.localeCompare(b.id));
  return mentions;
}

const base = (
  reading: Reading,
  id: string,
  at: { readonly start: number; readonly end: number },
): { id: string; span: { start: number; end: number }; text: string } => ({
  id,
  span: { start: at.start, end: at.end },
  text: reading.report.text.slice(at.start, at.end),
});

function actorMentions(reading: Reading): ActorMention[] {
  return reading.actors.map((actor) => {
    const standsFor = reading.chains.representative[actor.id];
    return {
      ...base(reading, `a${actor.id + 1}`, actor),
      kind: 'actor',
      actor: actor.actor,
      role: actor.role,
      ...(actor.form !== 'name' && standsFor !== undefined && standsFor !== actor.id
        ? { refersTo: `a${standsFor + 1}` }
        : {}),
    };
  });
}

function placeMentions(reading: Reading, places: readonly ResolvedPlace[]): PlaceMention[] {
  return reading.places.flatMap((name, index) => {
    const place = places[index];
    if (place === undefined || NO_PLACE.has(name.use)) return [];
    const { country, admin1, latitude, longitude, precision } = place;
    return [
      {
        ...base(reading, `p${index + 1}`, name),
        kind: 'place',
        place: place.place,
        name: place.name,
        country,
        admin1,
        latitude,
        longitude,
        precision,
      },
    ];
  });
}

function timeMentions(reading: Reading, times: readonly ResolvedTime[]): TimeMention[] {
  return reading.times.map((time, index) => ({
    ...base(reading, `t${index + 1}`, time),
    kind: 'time',
    type: time.type,
    value: times[index]?.value ?? null,
    interval: times[index]?.interval ?? null,
  }));
}

function countMentions(reading: Reading, wording: CountWording): CountMention[] {
  return reading.quantities.flatMap((quantity, index) =>
    quantity.kind === 'count'
      ? [
          {
            ...base(reading, `n${index + 1}`, quantity),
            kind: 'count',
            claim: quantity.claim,
            ...rangeOf(quantity.claim, wording),
          },
        ]
      : [],
  );
}

/** Weapons, objects and evidence that an incident rests on. */
function termMentions(reading: Reading): TermMention[] {
  const terms = new Map<string, TermMention>();
  const add = (kind: TermMention['kind'], term: string | null, span: { start: number; end: number }): void => {
    const key = `${kind}/${span.start}/${span.end}`;
    if (!terms.has(key)) terms.set(key, { ...base(reading, `w${terms.size + 1}`, span), kind, term });
  };
  for (const incident of reading.incidents) {
    for (const weapon of incident.weapons) for (const span of weapon.spans) add('weapon', weapon.term, span);
    for (const target of incident.targets)
      if (target.object !== null) for (const span of target.spans) add('target', target.object, span);
    for (const evidence of incident.evidence) for (const span of evidence.spans) add('evidence', evidence.kind, span);
  }
  return [...terms.values()];
}
