/**
 * Fits the linear models of the incident rules on MUC-4 DEV (its README allows weights to be fitted; no text is kept) and on
 * sentences of our own: which noun phrases fill an event mention, which mentions are one event, who took part in an incident,
 * and how likely an incident as read is told. What is printed and written as scores is measured on every fifth report, with
 * models fitted on the others; the weights that are written are fitted on all.
 * `npm run train:incidents -- [--data DIR] [--limit N] [--only NAME,…]` writes knowledge/weights/incident-*.json and same-event.json;
 * models that are not named stay as they are and are what the named ones are fitted behind.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type IncidentInput, readMentions } from '../src/journey/2-read/incidents/incidents.ts';
import { readingInput } from '../src/journey/2-read/read.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { type LinearModel, probabilityOf, scoreOf } from '../src/knowledge/linear-model.ts';
import { calibrationError, type Example, fit } from './fit-linear.ts';
import {
  castExamples,
  fillerExamples,
  type GoldDocument,
  incidentExamples,
  type OwnDocument,
  ownCastExamples,
  ownFillerExamples,
  pairExamples,
} from './incident-examples.ts';
import { type GoldRow, goldRows, wordingOf } from './incident-gold.ts';
import { type OwnSentence, ownSentences } from './incident-own.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    limit: { type: 'string', default: '100000' },
    only: { type: 'string' },
  },
});

/** Conduct that is no violence, and sums, have no counterpart in the data: their weights are set by hand. */
const CALM = {
  'sum-bias': -0.6,
  'sum-perpetrator': 0.6,
  'sum-target': 0.5,
  'sum-harm': 0.8,
  'sum-place': 0.2,
  'sum-time': 0.2,
  'sum-modality-alleged': -0.2,
  'sum-modality-denied': -0.5,
  'calm-bias': 0.1,
  'calm-perpetrator': 0.6,
  'calm-target': 0.5,
  'calm-place': 0.3,
  'calm-time': 0.3,
  'calm-all-nominal': -0.4,
  'calm-several-mentions': 0.4,
  'calm-modality-alleged': -0.3,
  'calm-modality-denied': -0.5,
  'calm-modality-planned': -0.4,
  'calm-modality-threatened': -0.6,
};

/** Reports of a sentence or three, which the data hardly holds, are made of what happened. */
const SHORT = { note: 1 };

/** Evidence that the data hardly holds: set by hand. */
const APART = {
  aftermath: 2.5,
  'beside-other-place': -2,
  'beside-other-toll': -1.5,
  'effect-beside': 1.2,
  linked: 2.5,
  another: -1.5,
  claimed: 1.5,
  'new-scene': -2.5,
  'other-side': -2.5,
  'day-differs': -2,
  'out-of-scene': -2.5,
  'hour-differs': -2.5,
  'other-cast': -1.5,
  'one-victim': 3,
  'likely-victim': 2.2,
  'target-counted-otherwise': -0.7,
  // Reports of one country name the same capital for many events; it must not speak against one of them.
  'place-same': 0.3,
};

/** An example of our own sentences counts this much beside one of the data. */
const OWN_WEIGHT = 0.3;

const NAMES = ['incident-fillers', 'same-event', 'incident-cast', 'incident-confidence'] as const;
type Name = (typeof NAMES)[number];

const ABOUT: Record<Name, string> = {
  'incident-fillers': 'log-odds that a noun phrase of the sentence fills a place of an event mention',
  'same-event': 'log-odds that a mention tells the event of a group of earlier mentions of the same report',
  'incident-cast': 'log-odds that someone or something of the report took part in an incident',
  'incident-confidence': 'log-odds that an incident as read is one that the report tells',
};

const OPTIONS: Record<Name, { minimum: number; l2: number; rounds: number }> = {
  'incident-fillers': { minimum: 8, l2: 2, rounds: 300 },
  'same-event': { minimum: 5, l2: 1, rounds: 300 },
  'incident-cast': { minimum: 8, l2: 2, rounds: 300 },
  'incident-confidence': { minimum: 8, l2: 3, rounds: 300 },
};

const BY_HAND: Record<Name, Record<string, number>> = {
  'incident-fillers': {},
  'same-event': APART,
  'incident-cast': {},
  'incident-confidence': { ...CALM, ...SHORT },
};

const unknown = (values.only?.split(',') ?? []).filter((name) => !NAMES.some((known) => known === name));
if (unknown.length > 0)
  throw new Error(`--only: no model is called ${unknown.join(', ')}; there are ${NAMES.join(', ')}`);
const wanted: ReadonlySet<string> = new Set(values.only?.split(',') ?? NAMES);

type Models = Record<Name, LinearModel>;
interface Read<T> {
  readonly of: T;
  readonly input: IncidentInput;
}

const knowledge = loadKnowledge('knowledge');
const inForce: Models = {
  'incident-fillers': knowledge.incidentFillers,
  'same-event': knowledge.sameEvent,
  'incident-cast': knowledge.incidentCast,
  'incident-confidence': knowledge.incidentConfidence,
};
const words = await wordingOf(values.data);

function inputOf(id: string, text: string, published: string | null): IncidentInput {
  const rest = { title: null, publishedBasis: null, byline: null, source: null, url: null, notes: [] };
  return readingInput({ id, text, language: 'en', published, ...rest }, knowledge);
}

/** The reports as the models so far read them; before any is fitted, with those in force. */
function documentsOf(reports: readonly Read<GoldRow>[], models: Partial<Models>): GoldDocument[] {
  return reports.map(({ of, input }) => ({ row: of, ...readMentions(withModels(input, models)) }));
}

const ownOf = (sentences: readonly Read<OwnSentence>[], models: Partial<Models>): OwnDocument[] =>
  sentences.map(({ of, input }) => ({ sentence: of, ...readMentions(withModels(input, models)) }));

const withModels = (input: IncidentInput, models: Partial<Models>): IncidentInput => ({
  ...input,
  fillers: models['incident-fillers'] ?? input.fillers,
  cast: models['incident-cast'] ?? input.cast,
});

/** Each model sees the reports with what the ones before it choose. */
function fitted(reports: readonly Read<GoldRow>[], sentences: readonly Read<OwnSentence>[]): Models {
  const model = (name: Name, examples: () => readonly Example[]): LinearModel =>
    wanted.has(name)
      ? {
          about: ABOUT[name],
          weights: new Map(Object.entries({ ...fit(examples(), OPTIONS[name]), ...BY_HAND[name] })),
        }
      : inForce[name];
  const fillers = model('incident-fillers', () => [
    ...documentsOf(reports, {}).flatMap((one) => fillerExamples(words, one)),
    ...ownOf(sentences, {}).flatMap((one) => ownFillerExamples(one, OWN_WEIGHT)),
  ]);
  const first = { 'incident-fillers': fillers };
  const documents = documentsOf(reports, first);
  const same = model('same-event', () => documents.flatMap((one) => pairExamples(words, one)));
  const cast = model('incident-cast', () => [
    ...documents.flatMap((one) => castExamples(words, one, same)),
    ...ownOf(sentences, first).flatMap((one) => ownCastExamples(one, OWN_WEIGHT)),
  ]);
  const confidence = model('incident-confidence', () =>
    documentsOf(reports, { ...first, 'incident-cast': cast }).flatMap((one) => incidentExamples(words, one, same)),
  );
  return {
    'incident-fillers': fillers,
    'same-event': same,
    'incident-cast': cast,
    'incident-confidence': confidence,
  };
}

/** Examples of reports that the models were not fitted on. */
function heldExamples(reports: readonly Read<GoldRow>[], models: Models): Record<Name, Example[]> {
  const documents = documentsOf(reports, models);
  const same = models['same-event'];
  return {
    'incident-fillers': documents.flatMap((one) => fillerExamples(words, one)),
    'same-event': documents.flatMap((one) => pairExamples(words, one)),
    'incident-cast': documents.flatMap((one) => castExamples(words, one, same)),
    'incident-confidence': documents.flatMap((one) => incidentExamples(words, one, same)),
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function scoresOf(model: LinearModel, examples: readonly Example[]): Record<string, number> {
  const pairs = examples.map(({ features, label }) => ({
    probability: probabilityOf(scoreOf(model, features)),
    label,
  }));
  const chosen = pairs.filter(({ probability }) => probability > 0.5);
  const hits = chosen.filter(({ label }) => label === 1).length;
  const truth = pairs.filter(({ label }) => label === 1).length;
  return {
    examples: examples.length,
    positive: round(truth / examples.length),
    precision: round(hits / chosen.length),
    recall: round(hits / truth),
    calibrationError: round(calibrationError(pairs)),
  };
}

const reports = goldRows(values.data, Number(values.limit)).map((of) => ({
  of,
  input: inputOf(of.id, of.text, of.date),
}));
const sentences = ownSentences().map((of) => ({ of, input: inputOf(of.id, of.text, '2016-06-15') }));
const isHeld = (_: unknown, index: number): boolean => index % 5 === 4;
const trial = fitted(
  reports.filter((_, index) => !isHeld(_, index)),
  sentences,
);
const held = heldExamples(reports.filter(isHeld), trial);
const models = fitted(reports, sentences);
for (const name of NAMES.filter((one) => wanted.has(one))) {
  const scores = scoresOf(trial[name], held[name]);
  console.log(name, scores);
  const { l2, rounds, minimum } = OPTIONS[name];
  const file = {
    about: ABOUT[name],
    data: 'MUC-4 DEV (weights only; public distribution for research), and sentences of our own (scripts/incident-own.ts)',
    licence: 'Apache-2.0',
    date: new Date().toISOString().slice(0, 10),
    recipe: `scripts/train-incidents.ts, logistic regression, L2 ${l2}, ${rounds} rounds, features seen at least ${minimum} times; scores on every fifth report with a model fitted on the others`,
    scores,
    weights: Object.fromEntries(models[name].weights),
  };
  writeFileSync(`knowledge/weights/${name}.json`, `${JSON.stringify(file, null, 1)}\n`);
}
