/** Examples for the incident models: what each answer key says of the noun phrases, mentions and incidents that the rules propose. */

import { judged } from '../src/journey/2-read/incidents/cast.ts';
import { composeIncident } from '../src/journey/2-read/incidents/compose.ts';
import type { EventMention, MentionGroup } from '../src/journey/2-read/incidents/event-mention.ts';
import { incidentFeatures, isCast } from '../src/journey/2-read/incidents/features.ts';
import { classOf } from '../src/journey/2-read/incidents/filler-features.ts';
import type { Page } from '../src/journey/2-read/incidents/page.ts';
import { pairFeatures } from '../src/journey/2-read/incidents/pair-features.ts';
import { groupMentions } from '../src/journey/2-read/incidents/same-event.ts';
import { keyOf, type Standings, standingsOf } from '../src/journey/2-read/incidents/standing.ts';
import { featuresTold, type LinearModel } from '../src/knowledge/linear-model.ts';
import type { IncidentType } from '../src/model/coded-report.ts';
import type { WordedParticipant } from '../src/model/worded-incident.ts';
import type { Example } from './fit-linear.ts';
import {
  fits,
  type GoldRow,
  type GoldSlot,
  isCounted,
  isKey,
  isKeyText,
  keyWords,
  type Wording,
} from './incident-gold.ts';
import { isOwnFiller, type OwnSentence, startsAt } from './incident-own.ts';

export interface GoldDocument {
  readonly row: GoldRow;
  readonly page: Page;
  readonly mentions: readonly EventMention[];
}

type Keys = Record<GoldSlot, ReadonlySet<string>>;

const keysOf = (words: Wording, row: GoldRow): Keys[] =>
  row.templates.map((template) => ({
    doer: keyWords(words, template, 'doer'),
    hit: keyWords(words, template, 'hit'),
    means: keyWords(words, template, 'means'),
  }));

/** The template that a mention's candidates speak for, targets more than doers; null when none or several alike. */
function templateOf(words: Wording, { page, row }: GoldDocument, keys: Keys[], mention: EventMention): number | null {
  const near = mention.allCandidates().filter((one) => one.inFrame || one.score > -1.5);
  const scored = row.templates.flatMap((template, index) => {
    if (!fits(mention.type, template)) return [];
    let score = 0;
    for (const one of near) {
      if (!isKey(words, page, one.participant, keys[index]?.[one.slot] ?? new Set())) continue;
      score += (one.slot === 'hit' ? 2 : 0.5) * (one.inFrame ? 1 : 0.4);
    }
    return [{ index, score }];
  });
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (best === undefined || best.score === 0) return null;
  return scored.length === 1 || best.score > (scored[1]?.score ?? 0) ? best.index : null;
}

/** The keys leave out armed people and armed bodies that were hit, by a rule of their task: such phrases teach nothing. */
const isLeftOut = (slot: GoldSlot, participant: WordedParticipant): boolean =>
  slot === 'hit' &&
  (classOf(participant) === 'armed' || classOf(participant) === 'party' || participant.object === 'military_position');

/** Which noun phrases of a sentence fill a place of its event mentions. */
export function fillerExamples(words: Wording, document: GoldDocument): Example[] {
  const { page, row, mentions } = document;
  const keys = keysOf(words, row);
  return mentions.flatMap((mention) => {
    const at = templateOf(words, document, keys, mention);
    const fitting = row.templates.flatMap((template, index) =>
      at === index || (at === null && fits(mention.type, template)) ? [index] : [],
    );
    if (fitting.length === 0) return [];
    return mention.allCandidates().flatMap((candidate): Example[] => {
      const label = fitting.some((index) =>
        isKey(words, page, candidate.participant, keys[index]?.[candidate.slot] ?? new Set()),
      );
      if (!label && candidate.inFrame && isLeftOut(candidate.slot, candidate.participant)) return [];
      return [
        { features: featuresTold(candidate.slot, candidate.tell), label: label ? 1 : 0, weight: at === null ? 0.5 : 1 },
      ];
    });
  });
}

/** Each labelled mention against each group of mentions that the templates make of those before it. */
export function pairExamples(words: Wording, document: GoldDocument): Example[] {
  const keys = keysOf(words, document.row);
  const groups = new Map<number, MentionGroup>();
  const examples: Example[] = [];
  for (const mention of document.mentions) {
    const at = templateOf(words, document, keys, mention);
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

/** The templates that a group of mentions may tell: the one that its candidates speak for most, else all of its type. */
function templatesOf(
  words: Wording,
  { page, row }: GoldDocument,
  keys: Keys[],
  group: MentionGroup,
  type: IncidentType,
): number[] {
  const likely = group.mentions
    .flatMap((mention) => mention.allCandidates())
    .filter((one) => one.inFrame || one.score > 0);
  const scored = row.templates.flatMap((template, index) => {
    if (!fits(type, template)) return [];
    const matched = (slot: 'doer' | 'hit'): number =>
      new Set(
        likely
          .filter((one) => one.slot === slot && isKey(words, page, one.participant, keys[index]?.[slot] ?? new Set()))
          .map((one) => keyOf(page, one.participant)),
      ).size;
    return [{ index, score: 2 * Math.min(3, matched('hit')) + Math.min(2, matched('doer')) }];
  });
  const most = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === most).map(({ index }) => index);
}

interface Told {
  group: MentionGroup;
  type: IncidentType;
  templates: number[];
  keys: Keys[];
  standings: Standings;
}

/** The incidents of a report as the models so far read it, each with the templates that it may tell. */
function toldIn(words: Wording, document: GoldDocument, model: LinearModel): Told[] {
  const { page, mentions, row } = document;
  const keys = keysOf(words, row);
  const standings = standingsOf(page, mentions);
  return groupMentions(page, mentions, model).flatMap((group) => {
    const { type, aggregate } = composeIncident(page, group, standings);
    if (!isCounted(type) || aggregate) return [];
    return [{ group, type, keys, standings, templates: templatesOf(words, document, keys, group, type) }];
  });
}

/** Which entities of the report, and which weapons, took part in its incidents. */
export function castExamples(words: Wording, document: GoldDocument, model: LinearModel): Example[] {
  const { page } = document;
  return toldIn(words, document, model).flatMap(({ group, type, templates, keys, standings }) => {
    if (templates.length === 0 || !isCast(page, type)) return [];
    const { parts, means } = judged(page, group.mentions, type, standings);
    const weight = templates.length === 1 ? 1 : 0.5;
    const isIn = (slot: GoldSlot, is: (key: ReadonlySet<string>) => boolean): 0 | 1 =>
      templates.some((index) => is(keys[index]?.[slot] ?? new Set())) ? 1 : 0;
    return [
      ...parts.flatMap(({ of: part, role, tell }): Example[] => {
        const label = isIn(part.slot, (key) => isKey(words, page, part.participant, key));
        const framed = part.proposals.some((one) => one.inFrame);
        if (label === 0 && framed && isLeftOut(part.slot, part.participant)) return [];
        return [{ features: featuresTold(role, tell), label, weight }];
      }),
      ...means.map(({ of, role, tell }): Example => {
        const text = page.parsed.text.slice(of.span.start, of.span.end);
        return {
          features: featuresTold(role, tell),
          label: isIn('means', (key) => isKeyText(words, text, key)),
          weight,
        };
      }),
    ];
  });
}

/** How likely an incident as read is one that the report tells. */
export function incidentExamples(words: Wording, document: GoldDocument, model: LinearModel): Example[] {
  const { page, mentions } = document;
  const report = { mentions: mentions.length, incidents: groupMentions(page, mentions, model).length };
  return toldIn(words, document, model).flatMap(({ group, templates, keys, standings }): Example[] => {
    const incident = composeIncident(page, group, standings);
    const told = templates.some(
      (index) =>
        incident.targets.some((target) => isKey(words, page, target, keys[index]?.hit ?? new Set())) ||
        incident.perpetrators.some((one) => isKey(words, page, one, keys[index]?.doer ?? new Set())),
    );
    const bare = incident.targets.length === 0 && incident.perpetrators.length === 0 && templates.length > 0;
    // Fights between armed sides have no key by a rule of the task: they teach nothing about what is told.
    const fight =
      !isCast(page, incident.type) ||
      (incident.targets.length > 0 && incident.targets.every((one) => isLeftOut('hit', one)));
    if (!told && fight) return [];
    const features = incidentFeatures(page, incident, group, report);
    return [{ features, label: told ? 1 : 0, weight: bare ? 0.3 : 1 }];
  });
}

/**
 * What our own sentences say of the proposals at their mentions. They are short and whole, so they teach how what the tree
 * shows is to be read, and nothing of what may be told at a distance.
 */
export function ownFillerExamples({ sentence, mentions }: OwnDocument, weight: number): Example[] {
  return mentions.flatMap((mention) =>
    mention.allCandidates().flatMap(({ slot, participant, tell, inFrame }): Example[] => {
      const { start, end } = startsAt(participant);
      const label = isOwnFiller(sentence, slot, start, end) ? 1 : 0;
      return inFrame || label === 1 ? [{ features: featuresTold(slot, tell), label, weight }] : [];
    }),
  );
}

/** And of everyone in their incidents. */
export function ownCastExamples({ sentence, page, mentions }: OwnDocument, weight: number): Example[] {
  const type = mentions[0]?.type;
  if (type === undefined || !isCast(page, type)) return [];
  const { parts, means } = judged(page, mentions, type, standingsOf(page, mentions));
  return [
    ...parts.flatMap(({ of, role, tell }): Example[] => {
      const { start, end } = startsAt(of.participant);
      const label = isOwnFiller(sentence, of.slot, start, end) ? 1 : 0;
      return label === 1 || of.proposals.some((one) => one.inFrame)
        ? [{ features: featuresTold(role, tell), label, weight }]
        : [];
    }),
    ...means.map(({ of: { span }, role, tell }): Example => {
      const label = isOwnFiller(sentence, 'means', span.start, span.end) ? 1 : 0;
      return { features: featuresTold(role, tell), label, weight };
    }),
  ];
}

export interface OwnDocument {
  readonly sentence: OwnSentence;
  readonly page: Page;
  readonly mentions: readonly EventMention[];
}
