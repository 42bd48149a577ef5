/**
 * Reads the same sentence with the parties exchanged, and compares what is coded: type, certainty, completeness and
 * confidence of each incident, kind of each statement, and that culprit and target are exchanged with the names.
 */
import { code } from '../src/journey/journey.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import type { CodedReport } from '../src/model/coded-report.ts';
import { plainReport } from '../test/plain-report.ts';

/** Names of the two sides as reports write them inside a sentence, alike in kind: an army with an army, aircraft with aircraft. */
export interface NamePair {
  readonly one: string;
  readonly other: string;
}

const NAME_PAIRS: readonly NamePair[] = [
  { one: 'the Syrian army', other: 'the Free Syrian Army' },
  { one: 'Ukrainian forces', other: 'separatist forces' },
  { one: 'the Sudanese army', other: 'the Rapid Support Forces' },
  { one: 'government troops', other: 'rebel troops' },
  { one: 'Russian forces', other: 'Ukrainian forces' },
  { one: 'Turkish forces', other: 'Kurdish forces' },
  { one: 'Israel', other: 'Hezbollah' },
  { one: 'the Yemeni government', other: 'the Houthi movement' },
];

/** {A} and {B} are exchanged. Our own sentences, one for each way of putting an act or a word. */
const SENTENCES: readonly string[] = [
  '{A} shelled a village held by {B} on Tuesday, killing four people.',
  '{A} bombed a market on Friday. At least nine civilians were killed.',
  '{A} attacked a checkpoint of {B} on Sunday, wounding six fighters.',
  '{A} fired rockets at a position of {B} on Monday.',
  '{A} seized a town from {B} on Wednesday.',
  '{A} stopped an aid convoy on Thursday.',
  '{A} released twelve prisoners on Saturday.',
  '{A} denied that it had shelled the hospital.',
  '{A} threatened to attack {B} if the truce ended.',
  '{A} plans to withdraw from the town next week.',
  '{A} allegedly killed three civilians on Monday.',
  '{A} said that {B} had shelled a school on Sunday.',
  '{A} accused {B} of breaking the ceasefire.',
  '{A} called on {B} to respect the ceasefire.',
  'Two people were killed on Monday when {A} shelled the town.',
  'Residents said {A} had looted shops on Tuesday.',
  'A convoy of {B} was hit by a bomb on Friday. {A} claimed responsibility.',
  '{A} and {B} clashed near the town on Saturday.',
  '{A} shot two protesters dead on Sunday.',
  'A drone of {A} struck a car on Monday, wounding the driver.',
  '{A} said it would respect the ceasefire.',
  '{A} handed over the bodies of three soldiers to {B} on Thursday.',
  '{B} was accused of shelling a clinic, a charge it denied.',
  'Three farmers were killed on Tuesday by a mine that {A} had laid.',
  '{A} said it had killed five fighters in an ambush on Sunday.',
  '{A} shelled a village in response to an attack by {B} in which three people died.',
  'A woman was wounded in the town on Monday, but {A} denied firing first.',
  'Both {A} and {B} denied that they had shelled the school.',
  '{A} shot a boy on Friday; he died in hospital.',
  'Fighting between {A} and {B} killed nine people and wounded dozens on Monday.',
];

export interface AuditDifference {
  readonly sentence: string;
  readonly pair: NamePair;
  readonly message: string;
}

export interface AuditReport {
  readonly compared: number;
  /** Sentences whose coding differs in more than confidence. */
  readonly coding: readonly AuditDifference[];
  /** Sentences coded alike, of which one is held for surer by more than a hundredth. */
  readonly confidence: readonly AuditDifference[];
}

export function readingAudit(knowledge: Knowledge, published: string): AuditReport {
  const coding: AuditDifference[] = [];
  const confidence: AuditDifference[] = [];
  for (const pair of NAME_PAIRS) {
    for (const sentence of SENTENCES) {
      const here = read(sentence, pair.one, pair.other, published, knowledge);
      const there = read(sentence, pair.other, pair.one, published, knowledge);
      const difference = (of: (report: CodedReport) => string): AuditDifference => ({
        sentence,
        pair,
        message: `${of(here)} became ${of(there)}`,
      });
      if (codingOf(here) !== codingOf(there)) coding.push(difference(codingOf));
      else if (gapOf(here, there) > LARGEST_GAP) confidence.push(difference(confidenceOf));
    }
  }
  return { compared: NAME_PAIRS.length * SENTENCES.length, coding, confidence };
}

/** As printed for readers, to two decimals. */
const LARGEST_GAP = 0.0101;

function read(sentence: string, a: string, b: string, published: string, knowledge: Knowledge): CodedReport {
  const opening = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
  const text = sentence.replace(/\{A\}/g, (_, offset: number) => (offset === 0 ? opening(a) : a)).replaceAll('{B}', b);
  return code(plainReport(text, published), knowledge);
}

/** What must not depend on who is named. */
function codingOf(report: CodedReport): string {
  const incidents = report.incidents.map(({ type, modality, completed, aggregate, perpetrators, targets, harm }) => {
    const manner = `${modality}${completed ? '' : ' not completed'}${aggregate ? ' aggregate' : ''}`;
    return `${type} ${manner} by ${perpetrators.length} on ${targets.length} killed ${harm.killed?.min ?? 'not told'}`;
  });
  const statements = report.statements.map(
    ({ kind, speaker }) => `${kind} by ${speaker === null ? 'nobody' : 'somebody'}`,
  );
  return [...incidents, ...statements].join('; ') || 'nothing';
}

const confidences = (report: CodedReport): number[] =>
  [...report.incidents, ...report.statements].map(({ confidence }) => confidence);

const confidenceOf = (report: CodedReport): string =>
  `confidence ${confidences(report)
    .map((one) => one.toFixed(2))
    .join(', ')}`;

const gapOf = (here: CodedReport, there: CodedReport): number =>
  Math.max(0, ...confidences(here).map((one, index) => Math.abs(one - (confidences(there)[index] ?? 0))));
