/**
 * Acts that a report names only beside what it tells: what somebody condemns, is accused of or demands an end to, and what the
 * told act comes after. They stay incidents; in schemes that count who did what to whom the sentence is one event, not two.
 */
import type { Reading } from '../../../model/reading.ts';
import type { Sentence } from '../../../model/sentence.ts';
import type { WordedIncident } from '../../../model/worded-incident.ts';
import type { WordedStatement } from '../../../model/worded-statement.ts';
import { statementsAt } from '../statements-at.ts';

/** Kinds whose content is what somebody is spoken against or asked for. */
const SPOKEN_OF: ReadonlySet<WordedStatement['kind']> = new Set([
  'accusation',
  'condemnation',
  'demand',
  'appeal',
  'denial',
  'justification',
  'threat',
]);

/** "apologised for the deaths". */
const APOLOGY = '055';

/**
 * "Militiamen massacred villagers, survivors said": its own words make the clause a charge or an excuse, and who vouches for it comes last. That
 * is the act told, and nothing spoken of it.
 */
export const isVouchedFor = ({ because }: WordedStatement): boolean =>
  because.includes('statement/before') &&
  (because.includes('statement/blames') || because.includes('statement/gives-reason'));

/** Every word that tells of the act stands inside such statements: "condemned the raid", "accused them of shelling the town". */
export const isSpokenOf = (reading: Reading, { trigger, perpetrators }: WordedIncident): boolean =>
  trigger.length > 0 &&
  trigger.every((span) =>
    statementsAt(reading)
      .over(span)
      .some(
        ({ of }) =>
          (SPOKEN_OF.has(of.kind) || of.cueCameo === APOLOGY) && !(perpetrators.length > 0 && isVouchedFor(of)),
      ),
  );

/** "met to discuss the war": what people meet for is the meeting. */
export const isPurposeOfTalks = (reading: Reading, incident: WordedIncident): boolean =>
  incident.type === 'talks' &&
  incident.because.includes('modality/purpose') &&
  reading.incidents.some(
    (other) =>
      other !== incident && other.type === 'talks' && other.sentences.some((at) => incident.sentences.includes(at)),
  );

const BEFORE: ReadonlySet<string> = new Set([
  'after',
  'following',
  'since',
  'amid',
  'despite',
  'before',
  'during',
  'over',
]);

/** "met a week after the raid": a noun that says when or in what circumstances another act was done, and is told nowhere else. */
export function isOccasion(reading: Reading, incident: WordedIncident): boolean {
  const { trigger, sentences } = incident;
  const [span] = trigger;
  const sentence = reading.parsed.sentences[sentences[0] ?? -1];
  if (span === undefined || trigger.length > 1 || sentences.length > 1 || sentence?.tree == null) return false;
  const at = sentence.tokens.findIndex(({ end }) => end === span.end);
  if (!(sentence.tokens[at]?.pos === 'NOUN' ? isBehindTime(sentence, at) : isOfBefore(sentence, at))) return false;
  return (
    reading.incidents.some((other) => other !== incident && other.sentences.includes(sentence.index)) ||
    reading.statements.some((statement) => statement.sentence === sentence.index)
  );
}

/** "the minister, whom they had seized in May", "two kidnapped men": told as known from before. */
const isOfBefore = ({ tokens, tree }: Sentence, verb: number): boolean =>
  tree?.relations[verb] === 'amod' ||
  (tree?.relations[verb] === 'acl:relcl' &&
    (tree.children[verb] ?? []).some((child) => tree.relations[child] === 'aux' && tokens[child]?.lower === 'had'));

/** "in the wake of", "on the eve of". */
const MOMENTS: ReadonlySet<string> = new Set(['wake', 'aftermath', 'eve', 'anniversary']);

function isBehindTime({ tokens, tree }: Sentence, noun: number): boolean {
  const children = tree?.children[noun] ?? [];
  if (MOMENTS.has(tokens[tree?.heads[noun] ?? -1]?.lemma ?? '')) return true;
  return children.some((child) => tree?.relations[child] === 'case' && BEFORE.has(tokens[child]?.lower ?? ''));
}
