/** A worded incident, resolved: its place and time, its counts as ranges, its participants with actor ids, its codes. */
import type { IncidentGrammar } from '../../../knowledge/incident-grammar.ts';
import type { IncidentWords } from '../../../knowledge/incident-words.ts';
import { type LinearModel, probabilityOf, scoreOf } from '../../../knowledge/linear-model.ts';
import { type CountWording, rangeOf } from '../../../measure/count-range.ts';
import type { CodedIncident, Count } from '../../../model/coded-report.ts';
import type { HarmMeasure } from '../../../model/incident.ts';
import type { ResolvedPlace } from '../../../model/place-name.ts';
import type { Reading } from '../../../model/reading.ts';
import type { ResolvedTime } from '../../../model/time-expression.ts';
import type { WordedHarm, WordedIncident } from '../../../model/worded-incident.ts';
import { codesOf } from './codes.ts';
import type { ActsOf } from './other-acts.ts';
import { doerOf, targetOf } from './participants.ts';
import { settledTime } from './when.ts';
import { type PlacedNames, settledPlace } from './where.ts';

export interface ResolvedSettings {
  readonly places: readonly ResolvedPlace[];
  readonly placed: PlacedNames;
  readonly times: readonly ResolvedTime[];
  readonly acts: ActsOf;
  readonly grammar: IncidentGrammar;
  readonly words: IncidentWords;
  readonly wording: CountWording;
  readonly confidence: LinearModel;
}

export function codeIncident(
  reading: Reading,
  incident: WordedIncident,
  id: string,
  settings: ResolvedSettings,
): CodedIncident {
  const place = settledPlace(reading, settings.places, settings.placed, incident);
  const time = settledTime(reading, settings, incident);
  const score = scoreOf(settings.confidence, incident.features);
  const ofPeople = settings.words.types.get(incident.type)?.people === true;
  return {
    id,
    type: incident.type,
    codes: codesOf(reading, incident, settings.words),
    modality: incident.modality,
    completed: incident.completed,
    aggregate: incident.aggregate,
    trigger: incident.trigger,
    perpetrators: incident.perpetrators.map((one) => doerOf(reading, one, ofPeople)),
    targets: incident.targets.map((one) => targetOf(reading, one)),
    weapons: incident.weapons,
    place: place.value,
    time: time.value,
    harm: harmOf(incident.harm, settings.wording),
    attributedTo: incident.attributedTo.map((one) => ({
      name: one.name,
      actor: actorOf(reading, one.mention),
      spans: one.spans,
    })),
    evidence: incident.evidence,
    confidence: Math.round(probabilityOf(score) * 1000) / 1000,
    because: [
      ...incident.because,
      ...[place.because, time.because].filter((reason) => reason !== null),
      ...strongest(incident, settings.confidence),
    ],
  };
}

const actorOf = (reading: Reading, mention: number | null): string | null => {
  const actor = mention === null ? undefined : reading.actors[mention];
  return actor?.actor ?? actor?.affiliation ?? null;
};

function harmOf(worded: WordedIncident['harm'], wording: CountWording): CodedIncident['harm'] {
  const harm: CodedIncident['harm'] = {};
  const measures: HarmMeasure[] = ['killed', 'injured', 'casualties', 'abducted', 'missing', 'displaced'];
  for (const measure of measures) {
    const count = worded[measure];
    if (count !== undefined) harm[measure] = countOf(count, wording);
  }
  return harm;
}

/** A part larger than its whole is a misreading and is left out: parts are constraints on the count. */
function countOf(worded: WordedHarm, wording: CountWording): Count {
  const range = rangeOf(worded.claim, wording);
  const parts = worded.parts
    .map((part) => ({ who: part.who, claim: part.claim, ...rangeOf(part.claim, wording), spans: part.spans }))
    .filter((part) => range.max === null || part.min <= range.max);
  return { claim: worded.claim, ...range, spans: worded.spans, ...(parts.length === 0 ? {} : { of: parts }) };
}

/** The features that weighed most for or against, by name. */
function strongest(incident: WordedIncident, model: LinearModel): string[] {
  return Object.keys(incident.features)
    .map((name) => ({ name, weight: (model.weights.get(name) ?? 0) * (incident.features[name] ?? 0) }))
    .filter(({ name, weight }) => Math.abs(weight) > 0.4 && name !== 'bias')
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, 3)
    .map(({ name, weight }) => `confidence/${weight > 0 ? '' : 'not-'}${name}`);
}
