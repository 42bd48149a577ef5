/**
 * Reads a report of a language for which there are words but no grammar: what act, where, when, how many. One act a post, and a new
 * one where a later sentence tells of an act elsewhere. What needs syntax (who did it, to whom, who says so) is left unknown.
 */
import type { Gazetteer } from '../../../knowledge/gazetteer.ts';
import type { NamesInScript } from '../../../knowledge/names-in-script.ts';
import type { PatternWords } from '../../../knowledge/pattern-words.ts';
import type { PlaceName } from '../../../model/place-name.ts';
import type { ParsedText } from '../../../model/sentence.ts';
import type { Span } from '../../../model/span.ts';
import type { TimeExpression } from '../../../model/time-expression.ts';
import type { WordedIncident, WordedParticipant } from '../../../model/worded-incident.ts';
import { patternHarm } from './pattern-harm.ts';
import { distanceOf, patternPlaces } from './pattern-places.ts';
import { patternTimes } from './pattern-times.ts';
import { isIn, known, knownPhrase, type PatternToken, patternTokens } from './pattern-tokens.ts';

export interface PatternReading {
  places: PlaceName[];
  times: TimeExpression[];
  incidents: WordedIncident[];
}

export function readPatterns(
  parsed: ParsedText,
  words: PatternWords,
  where: { gazetteer: Gazetteer; names: NamesInScript },
): PatternReading {
  const tokens = patternTokens(parsed, words);
  const places = patternPlaces(tokens, words, where);
  const times = patternTimes(parsed.text, tokens, words);
  const incidents = stretches(tokens, places, words).flatMap((stretch) =>
    incidentOf(stretch, { places, times }, words),
  );
  return { places, times, incidents };
}

/** Words that tell of one act: a sentence with an act and a place of its own opens a new one. */
function stretches(
  tokens: readonly PatternToken[],
  places: readonly PlaceName[],
  words: PatternWords,
): PatternToken[][] {
  const result: PatternToken[][] = [];
  let placesBefore = new Set<string>();
  for (const sentence of Map.groupBy(tokens, ({ sentence: number }) => number).values()) {
    const number = sentence[0]?.sentence;
    const own = places
      .filter((place) => place.sentence === number && place.stated !== 'province')
      .map(({ text }) => text);
    const tells = sentence.some((_, at) => knownPhrase(sentence, at, words.acts) !== undefined);
    const current = result.at(-1);
    const isNew = current === undefined || (tells && own.length > 0 && !own.some((name) => placesBefore.has(name)));
    if (isNew && (current === undefined || placesBefore.size > 0)) {
      result.push([...sentence]);
      placesBefore = new Set(own);
    } else {
      current?.push(...sentence);
      for (const name of own) placesBefore.add(name);
    }
  }
  return result;
}

interface Told {
  places: readonly PlaceName[];
  times: readonly TimeExpression[];
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

function incidentOf(tokens: readonly PatternToken[], { places, times }: Told, words: PatternWords): WordedIncident[] {
  const acts = tokens.flatMap((token, at) => {
    const act = knownPhrase(tokens, at, words.acts);
    return act === undefined ? [] : [{ ...act.value, token }];
  });
  const harm = patternHarm(tokens, words);
  const [first] = acts.toSorted((a, b) => a.order - b.order);
  const harmed = Object.values(harm).flatMap(({ spans }) => spans);
  const sentences = [...new Set(tokens.map(({ sentence }) => sentence))];
  const isOwn = (at: { sentence: number }): boolean => sentences.includes(at.sentence);
  const hasPlace = places.some(isOwn);
  const trigger = acts.length > 0 ? acts.slice(0, 2).map(({ token }) => spanOf(token)) : harmed.slice(0, 1).map(spanOf);
  if (trigger.length === 0 || (first === undefined && !hasPlace)) return [];
  // A bare word for an act with neither toll nor place is talk about war, not a report of an act.
  if (harmed.length === 0 && !hasPlace) return [];
  const targets = targetsOf(tokens, words);
  return [
    {
      type: first?.type ?? words.fallback,
      modality: tokens.some((token) => isIn(token, words.denied)) ? 'denied' : 'asserted',
      completed: true,
      aggregate: false,
      trigger,
      sentences,
      perpetrators: [],
      targets,
      weapons: first?.weapon == null ? [] : [{ term: first.weapon, spans: [spanOf(first.token)] }],
      places: nearest(places, isOwn, distanceOf),
      times: nearest(times, isOwn, () => 1),
      harm,
      attributedTo: [],
      evidence: [],
      codes: {},
      features: {
        bias: 1,
        ...(harmed.length > 0 ? { harm: 1 } : {}),
        ...(hasPlace ? { place: 1 } : {}),
        ...(targets.length > 0 ? { target: 1 } : {}),
        ...(times.some(isOwn) ? { time: 1 } : {}),
      },
      because: ['patterns/words-without-grammar'],
    },
  ];
}

function nearest<T extends { sentence: number }>(
  all: readonly T[],
  isOwn: (one: T) => boolean,
  distance: (one: T) => number,
): { index: number; distance: number }[] {
  return all
    .flatMap((one, index) => (isOwn(one) ? [{ index, distance: distance(one) }] : []))
    .sort((a, b) => a.distance - b.distance || a.index - b.index);
}

const TARGETS_AT_MOST = 3;

function targetsOf(tokens: readonly PatternToken[], words: PatternWords): WordedParticipant[] {
  const targets = new Map<string, WordedParticipant>();
  for (const token of tokens) {
    const object = known(token, words.objects);
    if (object === undefined || targets.has(object) || targets.size === TARGETS_AT_MOST) continue;
    targets.set(object, {
      name: token.text,
      kind: 'object',
      mention: null,
      role: 'unknown',
      actor: null,
      object,
      protected: words.protectedObjects.has(object),
      damage: null,
      attribution: 'stated',
      either: null,
      subset: null,
      head: token.text,
      sentence: token.sentence,
      token: token.token,
      spans: [spanOf(token)],
    });
  }
  return [...targets.values()];
}
