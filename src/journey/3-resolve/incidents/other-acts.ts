/** Which sentences tell of other acts at other places: their days say nothing of the act in hand. */
import type { Gazetteer } from '../../../knowledge/gazetteer.ts';
import { areApart } from '../../../knowledge/places-apart.ts';
import type { Reading } from '../../../model/reading.ts';
import type { WordedIncident } from '../../../model/worded-incident.ts';

/** The acts of a report by sentence, laid out once for all of them. */
export interface ActsOf {
  readonly bySentence: ReadonlyMap<number, readonly WordedIncident[]>;
  readonly gazetteer: Gazetteer;
}

export function actsOf({ incidents }: Reading, gazetteer: Gazetteer): ActsOf {
  const bySentence = new Map<number, WordedIncident[]>();
  for (const incident of incidents)
    for (const sentence of incident.sentences) {
      const known = bySentence.get(sentence);
      if (known === undefined) bySentence.set(sentence, [incident]);
      else known.push(incident);
    }
  return { bySentence, gazetteer };
}

/** True when the sentence tells of other acts only, all of them at places apart from that of `incident`. */
export function tellsOfElsewhere(
  { places }: Reading,
  { bySentence, gazetteer }: ActsOf,
  incident: WordedIncident,
  sentence: number,
): boolean {
  const others = bySentence.get(sentence);
  const here = incident.places[0]?.index;
  if (others === undefined || here === undefined || others.includes(incident)) return false;
  return others.every(
    ({ places: [there] }) => there !== undefined && areApart({ places, gazetteer }, here, there.index),
  );
}

/**
 * "a truce from 7 p.m. on Tuesday", "they were freed on Friday": a sentence of truces, talks and releases alone says nothing of when
 * the fighting was, or the captives were taken.
 */
export function tellsOnlyPeace({ bySentence }: ActsOf, sentence: number): boolean {
  return bySentence.get(sentence)?.every(({ type }) => TRUCES.has(type) || type === 'prisoner_release') === true;
}

/** Acts that make, end or talk of a truce. */
export const TRUCES: ReadonlySet<string> = new Set(['ceasefire_start', 'ceasefire_end', 'talks']);
