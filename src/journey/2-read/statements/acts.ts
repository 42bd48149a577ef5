/**
 * Acts that are done by being declared: an authority lifts, bans, imposes, recognises, resigns. What is done is the content, and
 * who does it speaks; the code of the lexicon says which act it is.
 */
import type { SpeechCue } from '../../../knowledge/speech-words.ts';
import type { ActorName } from '../../../model/actor-name.ts';
import type { StatementParty } from '../../../model/worded-statement.ts';
import {
  caseOf,
  dependents,
  headOf,
  isPassive,
  isRelation,
  relationOf,
  subjectOf,
  subtreeSpan,
} from '../grammar/tree.ts';
import type { Content, Cue } from './cue.ts';
import { partyAt, type StatementPage } from './page.ts';
import { partiesAt, speakerOf } from './speaker.ts';

export interface Act {
  readonly content: Content;
  readonly speaker: StatementParty;
  /** The other side, where the subject of a passive names both. */
  readonly others: readonly StatementParty[];
  /** "will lift": not done yet. */
  readonly isAhead: boolean;
}

/** Null where the cue is no such act, is only wished for, or names nobody who could do it. */
export function actOf(page: StatementPage, cue: Cue): Act | null {
  const reading = cue.readings.find((each) => each.frames.has('act'));
  if (reading === undefined || !isUndertaken(page, cue)) return null;
  const told = latestTo(page, cue) ?? speakerOf(page, cue);
  const sides = told === null ? sidesOfSubject(page, cue, reading) : [];
  const speaker = told ?? sides[0] ?? null;
  if (speaker === null || isThing(cue, speaker) || (reading.official && !isOfficial(page, speaker))) return null;
  const others = sides.slice(1);
  return {
    content: contentOf(cue, reading),
    speaker,
    others,
    isAhead: auxiliaries(cue).some((word) => AHEAD.has(word)),
  };
}

const BETWEEN: ReadonlySet<string> = new Set(['between']);
const TO: ReadonlySet<string> = new Set(['to']);

/** "Relations between X and Y were severed" by both; "X's offer to Y was turned down" by Y. */
function sidesOfSubject(page: StatementPage, { sentence, token }: Cue, { cameo }: SpeechCue): StatementParty[] {
  const subject = isPassive(sentence, token) ? subjectOf(sentence, token) : null;
  if (subject === null) return [];
  const behind = (marks: ReadonlySet<string>): StatementParty[] =>
    dependents(sentence, subject, 'nmod')
      .filter((child) => marks.has(caseOf(sentence, child)))
      .flatMap((child) => partiesAt(page, sentence, child));
  const both = behind(BETWEEN);
  if (both.length > 1) return both;
  return cameo?.startsWith('12') === true ? behind(TO).slice(0, 1) : [];
}

function contentOf(cue: Cue, reading: SpeechCue): Content {
  const { sentence, token } = cue;
  const span = subtreeSpan(sentence, token);
  const first = isPassive(sentence, token) ? span.first : token;
  let last = Math.max(span.last, token);
  while (last > token && sentence.tokens[last]?.pos === 'PUNCT') last--;
  return { first, last, reading, shape: 'act', hearers: [] };
}

const AHEAD = new Set(['will', "'ll", 'shall', 'would']);

const auxiliaries = ({ sentence, token }: Cue): string[] =>
  dependents(sentence, token)
    .filter((child) => isRelation(relationOf(sentence, child), 'aux'))
    .map((child) => sentence.tokens[child]?.lower ?? '');

/** "decided to lift" is done; "urged the court to lift", "to lift the ban, …" is not. */
function isUndertaken(page: StatementPage, cue: Cue): boolean {
  const { sentence, token } = cue;
  // "before allowing aid in", "without lifting the ban".
  if (dependents(sentence, token, 'mark').some((mark) => UNDONE.has(sentence.tokens[mark]?.lower ?? ''))) return false;
  const isInfinitive = dependents(sentence, token).some(
    (child) => child < token && sentence.tokens[child]?.lower === 'to',
  );
  const head = headOf(sentence, token);
  // "stopped buying oil": the stop is the act.
  if (relationOf(sentence, token) === 'xcomp' && STOPS.has(sentence.tokens[head ?? -1]?.lemma ?? '')) return false;
  // "ruled out paying": only spoken of.
  if (isSpokenOf(page, cue)) return false;
  // A bare form is finite only beside an auxiliary ("will lift", "did not lift"); else it is an order or a misread noun.
  if (!isInfinitive)
    return sentence.tokens[token]?.tag !== 'VB' || auxiliaries(cue).some((word) => BEARS.has(word)) || isPastAlike(cue);
  if (latestTo(page, cue) !== null) return true;
  // "voted to recognise": the infinitive right behind its verb, whatever the parser calls it.
  return (
    (relationOf(sentence, token) === 'xcomp' || head === token - 2) &&
    page.words.undertakes.has(sentence.tokens[head ?? -1]?.lemma ?? '')
  );
}

/** "ruled out paying compensation", "is considering buying": a gerund below another verb than "began" or "continued". */
const isSpokenOf = ({ words }: StatementPage, { sentence, token }: Cue): boolean =>
  sentence.tokens[token]?.tag === 'VBG' &&
  /^[xc]comp$/.test(relationOf(sentence, token)) &&
  !dependents(sentence, token).some((child) => /^(?:aux|nsubj)/.test(relationOf(sentence, child))) &&
  sentence.tokens[headOf(sentence, token) ?? -1]?.pos === 'VERB' &&
  !words.undertakes.has(sentence.tokens[headOf(sentence, token) ?? -1]?.lemma ?? '');

/** "Talks opened at the border": a noun that names nobody declares nothing. */
const isThing = ({ sentence }: Cue, { mention, state, span }: StatementParty): boolean => {
  if (mention !== null || state !== undefined) return false;
  const last = sentence.tokens.findLast(({ end }) => end <= span.end);
  return last !== undefined && last.start >= span.start && last.pos === 'NOUN';
};

const IN_ORDER: ReadonlySet<string> = new Set(['first', 'second', 'third', 'latest', 'last', 'next', 'only', 'newest']);

/** "became the latest state to recognise the government": who became it did it. */
function latestTo(page: StatementPage, { sentence, token }: Cue): StatementParty | null {
  const noun = headOf(sentence, token);
  if (noun === null || relationOf(sentence, token) !== 'acl') return null;
  const isInOrder = dependents(sentence, noun).some((child) => IN_ORDER.has(sentence.tokens[child]?.lower ?? ''));
  const above = relationOf(sentence, noun) === 'xcomp' || relationOf(sentence, noun) === 'obj';
  const verb = above ? headOf(sentence, noun) : noun;
  const subject = !isInOrder || verb === null ? null : subjectOf(sentence, verb);
  return subject === null ? null : partyAt(page, sentence, subject);
}

/** "Norway cut its ties", "let convoys in": told as done, though the form is the bare one. */
const isPastAlike = ({ sentence, token }: Cue): boolean =>
  PAST_ALIKE.has(sentence.tokens[token]?.lower ?? '') && dependents(sentence, token, 'nsubj').length > 0;
const PAST_ALIKE: ReadonlySet<string> = new Set(['cut', 'let', 'shut', 'put', 'quit', 'set']);

const STOPS: ReadonlySet<string> = new Set(['stop', 'halt', 'cease', 'suspend']);
const UNDONE: ReadonlySet<string> = new Set(['before', 'without']);
const BEARS = new Set([...AHEAD, 'do', 'does', 'did']);

const OFFICIAL: ReadonlySet<ActorName['role']> = new Set([
  'state',
  'political',
  'international_organisation',
  'military',
  'police',
  'militia',
  'non_state_armed_group',
]);

/** A government, a party, an organisation, a force, or who belongs to one. */
export function isOfficial(page: StatementPage, { mention }: StatementParty): boolean {
  const actor = mention === null ? undefined : page.actors[page.chains.representative[mention] ?? mention];
  return actor !== undefined && (OFFICIAL.has(actor.role) || actor.office || actor.affiliation !== null);
}
