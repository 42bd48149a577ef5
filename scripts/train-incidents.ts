/**
 * Fits the linear models of the incident rules on MUC-4 DEV (its README allows weights to be fitted; no text is kept):
 * which noun phrases fill an event mention, which mentions are one event, and how likely an incident as read is told.
 * `npm run train:incidents -- [--data DIR]` writes knowledge/weights/incident-*.json and same-event.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve as resolvePath } from 'node:path';
import { parseArgs } from 'node:util';
import { composeIncident } from '../src/journey/2-read/incidents/compose.ts';
import type { EventMention } from '../src/journey/2-read/incidents/event-mention.ts';
import { incidentFeatures } from '../src/journey/2-read/incidents/features.ts';
import { type IncidentInput, readMentions } from '../src/journey/2-read/incidents/incidents.ts';
import type { Page } from '../src/journey/2-read/incidents/page.ts';
import { groupMentions, type MentionGroup, pairFeatures } from '../src/journey/2-read/incidents/same-event.ts';
import { readingInput } from '../src/journey/2-read/read.ts';
import { type Knowledge, loadKnowledge } from '../src/knowledge/knowledge.ts';
import { type LinearModel, probabilityOf, scoreOf } from '../src/knowledge/linear-model.ts';
import type { IncidentType } from '../src/model/coded-report.ts';
import type { WordedParticipant } from '../src/model/worded-incident.ts';
import { calibrationError, type Example, fit } from './fit-linear.ts';

interface Filler {
  alts?: string[];
  names?: string[];
  descriptions?: string[];
}
interface Template {
  incident_type: string[];
  optional: boolean;
  perp_individual: Filler[];
  perp_org: Filler[];
  phys_target: Filler[];
  human_target: Filler[];
  instrument: Filler[];
}
interface Row {
  id: string;
  date: string | null;
  text: string;
  templates: Template[];
}

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, limit: { type: 'string' } },
});
const { head, norm }: { head: (text: string) => string; norm: (text: string) => string } = await import(
  resolvePath(values.data, 'score/lib.mjs')
);

/** The task's own seven types; everything else has no counterpart there. */
const MUC_TYPE: Partial<Record<IncidentType, string>> = {
  air_strike: 'BOMBING',
  drone_strike: 'BOMBING',
  missile_strike: 'BOMBING',
  bombing: 'BOMBING',
  suicide_bombing: 'BOMBING',
  mine_or_uxo: 'BOMBING',
  shelling: 'ATTACK',
  ground_attack: 'ATTACK',
  shooting: 'ATTACK',
  sniper_fire: 'ATTACK',
  killing: 'ATTACK',
  execution: 'ATTACK',
  armed_clash: 'ATTACK',
  torture: 'ATTACK',
  chemical_attack: 'ATTACK',
  property_destruction: 'ATTACK',
  abduction: 'KIDNAPPING',
  hijacking: 'HIJACKING',
  arson: 'ARSON',
  robbery: 'ROBBERY',
  looting: 'ROBBERY',
  forced_stoppage: 'FORCED WORK STOPPAGE',
};

type Document = { row: Row; page: Page; mentions: EventMention[] };

function inputOf(row: Row, all: Knowledge): IncidentInput {
  const report = {
    id: row.id,
    title: null,
    text: row.text,
    language: 'en',
    published: row.date,
    publishedBasis: null,
    byline: null,
    source: null,
    url: null,
    notes: [],
  };
  return readingInput(report, all);
}

const headsOf = (fillers: readonly Filler[]): Set<string> =>
  new Set(
    fillers
      .flatMap((filler) =>
        [...(filler.alts ?? []), ...(filler.names ?? []), ...(filler.descriptions ?? [])].flatMap((text) => [
          head(text),
          norm(text),
        ]),
      )
      .filter((text) => text !== ''),
  );
const doersOf = (template: Template): Set<string> => headsOf([...template.perp_individual, ...template.perp_org]);
const hitOf = (template: Template): Set<string> => headsOf([...template.phys_target, ...template.human_target]);

/** Every wording of a participant, its chain's included. */
function wordings(page: Page, participant: WordedParticipant): string[] {
  const members = participant.mention === null ? [] : (page.chains.members[participant.mention] ?? []);
  return [
    participant.name,
    ...members
      .map((member) => page.actors[member])
      .flatMap((actor) =>
        actor === undefined || actor.form === 'pronoun' ? [] : [actor.name ?? actor.text, actor.text],
      ),
  ];
}

const matches = (page: Page, participant: WordedParticipant, heads: ReadonlySet<string>): boolean =>
  wordings(page, participant).some((text) => heads.has(head(text)) || heads.has(norm(text)));

const fits = (mention: EventMention, template: Template): boolean =>
  template.incident_type.includes(MUC_TYPE[mention.type] ?? '');

/** The template that a mention's candidates speak for: by targets first, then by doers; null when none or several alike. */
function templateOf({ page, row }: Pick<Document, 'page' | 'row'>, mention: EventMention): number | null {
  const scored = row.templates.map((template, index) => {
    if (!fits(mention, template)) return { index, score: 0 };
    const all = mention.candidates.filter(
      (candidate) => candidate.inFrame || candidate.features[`${candidate.slot}/distance-5-after`] !== undefined,
    );
    const hit = all.some(
      (candidate) => candidate.slot === 'hit' && matches(page, candidate.participant, hitOf(template)),
    );
    const done = all.some(
      (candidate) => candidate.slot === 'doer' && matches(page, candidate.participant, doersOf(template)),
    );
    return { index, score: (hit ? 2 : 0) + (done ? 1 : 0) };
  });
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (best !== undefined && best.score > 0 && best.score > (scored[1]?.score ?? 0)) return best.index;
  const fitting = row.templates.filter((template) => fits(mention, template));
  return fitting.length === 1 && fitting[0] !== undefined && best !== undefined && best.score > 0
    ? row.templates.indexOf(fitting[0])
    : null;
}

function fillersOf(document: Document): Example[] {
  const { page, row, mentions } = document;
  return mentions.flatMap((mention) => {
    const at = templateOf(document, mention);
    const fitting =
      at === null
        ? row.templates.filter((template) => fits(mention, template))
        : row.templates.filter((_, index) => index === at);
    if (fitting.length === 0) return [];
    return mention.candidates.map((candidate): Example => {
      const label = fitting.some((template) =>
        matches(page, candidate.participant, candidate.slot === 'doer' ? doersOf(template) : hitOf(template)),
      );
      return { features: candidate.features, label: label ? 1 : 0, weight: at === null ? 0.5 : 1 };
    });
  });
}

/** Each labelled mention against each group of mentions that the templates make of those before it. */
function pairsOf(document: Document): Example[] {
  const groups = new Map<number, MentionGroup>();
  const examples: Example[] = [];
  for (const mention of document.mentions) {
    const at = templateOf(document, mention);
    if (at === null) continue;
    for (const [template, group] of groups) {
      const features = pairFeatures(document.page, group, mention);
      if (features !== null) examples.push({ features, label: template === at ? 1 : 0 });
    }
    const own = groups.get(at);
    if (own === undefined) groups.set(at, { mentions: [mention], because: [] });
    else own.mentions.push(mention);
  }
  return examples;
}

function incidentsOf({ page, row, mentions }: Document, model: LinearModel): Example[] {
  return groupMentions(page, mentions, model).flatMap((group) => {
    const incident = composeIncident(page, group);
    const type = MUC_TYPE[incident.type];
    if (type === undefined || incident.aggregate) return [];
    const fitting = row.templates.filter((template) => template.incident_type.includes(type));
    const told = fitting.some(
      (template) =>
        incident.targets.some((target) => matches(page, target, hitOf(template))) ||
        incident.perpetrators.some((one) => matches(page, one, doersOf(template))),
    );
    const bare = incident.targets.length === 0 && incident.perpetrators.length === 0 && fitting.length > 0;
    return [
      {
        features: incidentFeatures(page, incident, group),
        label: told ? 1 : 0,
        weight: bare ? 0.3 : 1,
      } satisfies Example,
    ];
  });
}

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

/** Evidence that the data hardly holds: set by hand. */
const APART = {
  aftermath: 1.5,
  'beside-other-place': -2,
  'beside-other-toll': -1.5,
  'effect-beside': 1.2,
  linked: 2.5,
};

/** Fits, prints and writes one model; every fifth example is held out to measure what is printed. */
function report(
  name: string,
  about: string,
  examples: Example[],
  options: { minimum: number; l2: number; rounds: number },
): LinearModel {
  const held = examples.filter((_, index) => index % 5 === 4);
  const trial = {
    about,
    weights: new Map(
      Object.entries(
        fit(
          examples.filter((_, index) => index % 5 !== 4),
          options,
        ),
      ),
    ),
  };
  const pairs = held.map(({ features, label }) => ({ probability: probabilityOf(scoreOf(trial, features)), label }));
  const right = pairs.filter(({ probability, label }) => probability > 0.5 === (label === 1)).length / pairs.length;
  const chosen = pairs.filter(({ probability }) => probability > 0.5);
  const hits = chosen.filter(({ label }) => label === 1).length;
  const truth = pairs.filter(({ label }) => label === 1).length;
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const scores = {
    examples: examples.length,
    positive: round(examples.filter(({ label }) => label === 1).length / examples.length),
    accuracy: round(right),
    precision: round(hits / chosen.length),
    recall: round(hits / truth),
    calibrationError: round(calibrationError(pairs)),
  };
  console.log(name, scores);
  const weights = {
    ...fit(examples, options),
    ...(name === 'incident-confidence' ? CALM : name === 'same-event' ? APART : {}),
  };
  const file = {
    about,
    data: 'MUC-4 DEV (weights only; public distribution for research)',
    licence: 'Apache-2.0',
    date: new Date().toISOString().slice(0, 10),
    recipe: `scripts/train-incidents.ts, logistic regression, L2 ${options.l2}, ${options.rounds} rounds, features seen at least ${options.minimum} times; scores on every fifth example, held out`,
    scores,
    weights,
  };
  writeFileSync(`knowledge/weights/${name}.json`, `${JSON.stringify(file, null, 1)}\n`);
  return { about, weights: new Map(Object.entries(weights)) };
}

const rows: Row[] = readFileSync(join(values.data, 'muc4/dev.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line))
  .slice(0, Number(values.limit ?? 1e9));
const knowledge = loadKnowledge('knowledge');
const inputs = rows.map((row) => ({ row, input: inputOf(row, knowledge) }));
const documents = inputs.map(({ row, input }) => ({ row, ...readMentions(input) }));
console.log(
  `${documents.length} documents, ${documents.reduce((sum, { mentions }) => sum + mentions.length, 0)} mentions`,
);

const fillerExamples = documents.flatMap(fillersOf);
const fillers = report(
  'incident-fillers',
  'log-odds that a noun phrase of the sentence fills a place of an event mention',
  fillerExamples,
  { minimum: 8, l2: 2, rounds: 400 },
);
// The other two see mentions with the fillers that the new model chooses.
const refitted = inputs.map(({ row, input }) => ({ row, ...readMentions({ ...input, fillers }) }));
const sameEvent = report(
  'same-event',
  'log-odds that a mention tells the event of a group of earlier mentions of the same report',
  refitted.flatMap(pairsOf),
  { minimum: 5, l2: 1, rounds: 400 },
);
report(
  'incident-confidence',
  'log-odds that an incident as read is one that the report tells',
  refitted.flatMap((document) => incidentsOf(document, sameEvent)),
  { minimum: 8, l2: 3, rounds: 400 },
);
