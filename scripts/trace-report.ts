/**
 * The whole reading of one report as readable lines: sentences with tags and tree, what was found in them, triggers that opened
 * an event and those that did not, candidates with their scores, how each mention was joined to the events before it, what was
 * coded and what was dropped, each with its reason.
 */
import type { EventMention, HarmFact, MentionGroup } from '../src/journey/2-read/incidents/event-mention.ts';
import { readMentions } from '../src/journey/2-read/incidents/incidents.ts';
import { puttingOf } from '../src/journey/2-read/incidents/modality.ts';
import type { Page } from '../src/journey/2-read/incidents/page.ts';
import { pairFeatures } from '../src/journey/2-read/incidents/pair-features.ts';
import { groupMentions } from '../src/journey/2-read/incidents/same-event.ts';
import { triggersOf } from '../src/journey/2-read/incidents/triggers.ts';
import { readingInput } from '../src/journey/2-read/read.ts';
import { code } from '../src/journey/journey.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { featuresTold, type LinearModel, scoreOf, type Telling } from '../src/knowledge/linear-model.ts';
import type { Report } from '../src/model/report.ts';
import type { Located, Sentence } from '../src/model/sentence.ts';
import type { Span } from '../src/model/span.ts';

interface Trace {
  readonly report: Report;
  readonly knowledge: Knowledge;
  readonly page: Page;
  readonly mentions: readonly EventMention[];
}

export function traceLines(report: Report, knowledge: Knowledge): string[] {
  const { page, mentions } = readMentions(readingInput(report, knowledge));
  const trace: Trace = { report, knowledge, page, mentions };
  return [
    ...page.parsed.sentences.flatMap((sentence) => sentenceLines(trace, sentence)),
    '',
    'events, and how each mention was joined',
    ...groupLines(trace),
    '',
    'statements',
    ...page.statements.map(
      (one) =>
        `  ${one.kind}: ${one.speaker?.text ?? 'nobody named'}: ${words(trace, one.span)}  ${one.because.join(' ')}`,
    ),
    '',
    'coding',
    ...codingLines(trace),
  ];
}

const words = ({ report }: Trace, { start, end }: Span): string => report.text.slice(start, end).replace(/\s+/g, ' ');

function sentenceLines(trace: Trace, sentence: Sentence): string[] {
  const { page, mentions } = trace;
  const found = (
    [
      ['actors', page.actors],
      ['places', page.places],
      ['times', page.times],
      ['numbers', page.quantities],
    ] as const
  ).flatMap(([name, list]) => foundLine(trace, name, list, sentence.index));
  return [
    '',
    `[${sentence.index}] ${sentence.kind}${sentence.tree === null ? ', not parsed: no word to code' : ''} ${words(trace, sentence)}`,
    ...(sentence.tree === null ? [] : [`    tree     ${treeOf(sentence)}`]),
    ...found,
    ...mentions.filter((one) => one.sentence === sentence.index).flatMap((one) => mentionLines(trace, one)),
    ...declinedLines(trace, sentence),
  ];
}

function foundLine(trace: Trace, name: string, list: readonly Located[], sentence: number): string[] {
  const here = list.filter((one) => one.sentence === sentence);
  return here.length === 0 ? [] : [`    ${name.padEnd(8)} ${here.map((one) => words(trace, one)).join(' | ')}`];
}

function treeOf({ tree, tokens }: Sentence): string {
  return tokens
    .map(
      ({ text, tag, index }) =>
        `${text}/${tag}(${tree?.relations[index] ?? ''} ${tokens[tree?.heads[index] ?? -1]?.text ?? 'root'})`,
    )
    .join(' ');
}

function mentionLines(trace: Trace, mention: EventMention): string[] {
  const { page } = trace;
  const sum = mention.aggregate ? ' sum of several events' : '';
  const near = (list: readonly { index: number; distance: number }[], names: readonly Span[]): string =>
    list
      .flatMap(({ index, distance }) =>
        names.slice(index, index + 1).map((one) => `${words(trace, one)} (${distance.toFixed(1)})`),
      )
      .join(' | ');
  return [
    `    event    ${words(trace, mention.span)}: ${mention.type} ${mention.modality}${sum}  ${mention.because.join(' ')}`,
    ...mention.allCandidates().map(({ slot, inFrame, score, participant, tell }) => {
      const taken = [...mention.perpetrators, ...mention.targets].some(({ token }) => token === participant.token);
      return `             ${taken ? 'taken  ' : 'dropped'} ${slot} ${inFrame ? 'in frame' : 'nearby  '} ${score.toFixed(2).padStart(6)}  ${participant.name}  ${heaviest(page.fillers, slot, tell)}`;
    }),
    ...mention.harm.map((fact) => `             harm    ${harmOf(trace, fact)}`),
    ...(mention.places.length === 0 ? [] : [`             where   ${near(mention.places, page.places)}`]),
    ...(mention.times.length === 0 ? [] : [`             when    ${near(mention.times, page.times)}`]),
  ];
}

const MOST_NAMED = 3;

/** The features that count most for or against a proposal. */
function heaviest(model: LinearModel, role: string, tell: Telling): string {
  const weighed = Object.entries(featuresTold(role, tell)).map(([name, value]) => ({
    name,
    weight: (model.weights.get(name) ?? 0) * value,
  }));
  return weighed
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_NAMED)
    .map(({ name, weight }) => `${name} ${weight.toFixed(1)}`)
    .join(' ');
}

function harmOf(trace: Trace, fact: HarmFact): string {
  const whose = fact.sufferers.map(({ name }) => name).join(', ');
  const notes = [
    fact.quantity?.relation ?? '',
    fact.total ? 'total' : '',
    fact.isSum ? 'of a longer time' : '',
    fact.isEarlier ? 'long before the report' : '',
    fact.isOfTold ? 'of those told of' : '',
  ].filter((note) => note !== '');
  return `${fact.measure} ${fact.quantity?.text ?? ''} ${whose} by "${words(trace, fact.span)}" [${fact.sentence}] ${notes.join(', ')}`;
}

/** Words that may start an event and did not: which readings they have, and what each would have needed. */
function declinedLines({ page, mentions }: Trace, sentence: Sentence): string[] {
  const line = page.lines[sentence.index];
  if (line === undefined || sentence.tree === null) return [];
  const opened = new Set(mentions.filter((one) => one.sentence === sentence.index).map(({ token }) => token));
  return triggersOf(page, line)
    .filter(({ token }) => !opened.has(token))
    .map(({ token, readings }) => {
      const needs = readings.map(({ type, needs: need }) => `${type}${need === null ? '' : ` needs ${need}`}`);
      const { because } = puttingOf(page, line, token);
      return `    declined ${[`${sentence.tokens[token]?.text ?? ''}: ${needs.join('; ')}`, ...because].join('  ')}`;
    });
}

const LEAST_SHOWN = -3;

/** Each mention in turn with the events it was compared with: the score of being one with them, and what spoke for it. */
function groupLines({ page, mentions, knowledge, ...rest }: Trace): string[] {
  const trace: Trace = { page, mentions, knowledge, ...rest };
  const name = (mention: EventMention): string => `${words(trace, mention.span)}[${mention.sentence}]`;
  const groups = groupMentions(page, mentions, knowledge.sameEvent);
  return groups.flatMap((group, at) => [
    `  ${at + 1}  ${group.mentions.map(name).join(' + ')}  ${[...new Set(group.because)].join(' ')}`,
    ...group.mentions.slice(0, 1).flatMap((first) => apartLines(trace, groups.slice(0, at), first)),
  ]);
}

/** Why the first mention of an event was not joined to one before it. */
function apartLines({ page, knowledge }: Trace, earlier: readonly MentionGroup[], mention: EventMention): string[] {
  return earlier.flatMap((group, at) => {
    const before = group.mentions.filter(({ id }) => id < mention.id);
    if (before.length === 0) return [];
    const features = pairFeatures(page, { mentions: before, because: [] }, mention);
    if (features === null) return [`       not with ${at + 1}: the two cannot be one event`];
    const score = scoreOf(knowledge.sameEvent, features);
    if (score < LEAST_SHOWN) return [];
    return [`       not with ${at + 1}: ${score.toFixed(2)}  ${Object.keys(features).join(' ')}`];
  });
}

function codingLines(trace: Trace): string[] {
  const { incidents, explain } = code(trace.report, trace.knowledge, { explain: true });
  const coded = incidents.map((one) => {
    const harm = Object.entries(one.harm).map(
      ([measure, { min, best, max }]) => `${measure} ${min}/${best ?? '?'}/${max ?? 'open'}`,
    );
    const setting = `${one.place?.name ?? 'nowhere known'}, ${one.time?.start ?? '?'} to ${one.time?.end ?? '?'}`;
    return `  ${one.id} ${one.type} ${one.modality} ${one.confidence} ${harm.join(', ')} (${setting})  ${one.because.join(' ')}`;
  });
  const dropped = (explain?.incidents ?? [])
    .filter(({ printed }) => !printed)
    .map(({ trigger, because }) => `  dropped  ${trigger}: merely imagined, or too unlikely  ${because.join(' ')}`);
  return [...coded, ...dropped];
}
