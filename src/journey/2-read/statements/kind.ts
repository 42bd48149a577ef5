/** The kind of a statement: from the word that reports it, and where that is plain, from what is said. */
import { matchHinted } from '../../../knowledge/phrase-table.ts';
import type { ContentSign, SpeechCue, SpeechWords } from '../../../knowledge/speech-words.ts';
import { WORD_HINT } from '../../../knowledge/word-hints.ts';
import type { Token } from '../../../model/sentence.ts';
import type { StatementKind } from '../../../model/worded-statement.ts';
import { namedIn } from './details.ts';

export interface KindGuess {
  readonly kind: StatementKind;
  /** 0 to 1. */
  readonly confidence: number;
  readonly because: string;
}

export function kindOf(reading: SpeechCue | null, content: readonly Token[], words: SpeechWords): KindGuess {
  const cue = reading?.kind ?? 'plain';
  if (OPEN.has(cue) && CONTENT_RULES.some((rule) => rule.kind === 'threat' && rule.holds(content, words)))
    return { kind: 'threat', confidence: 0.7, because: 'statement/threat-confirmed' };
  if (cue === 'commitment' && vowsHarm(content, words))
    return { kind: 'threat', confidence: 0.7, because: 'statement/vowed-against' };
  if (cue !== 'plain' && cue !== 'assessment' && cue !== 'announcement')
    return { kind: cue, confidence: 0.9, because: `statement/cue-${cue}` };
  const found = CONTENT_RULES.find((rule) => rule.holds(content, words));
  if (found !== undefined) return { kind: found.kind, confidence: 0.7, because: `statement/${found.id}` };
  return cue === 'plain'
    ? { kind: 'assessment', confidence: 0.6, because: 'statement/plain' }
    : { kind: cue, confidence: 0.8, because: `statement/cue-${cue}` };
}

/** "vowed to retaliate", "plans to impose sanctions": what is promised first is meant to hurt. */
function vowsHarm(content: readonly Token[], words: SpeechWords): boolean {
  const verb = content.findIndex((token) => token.pos === 'VERB');
  const isThreat = (token: Token | undefined): boolean => token !== undefined && words.signs.threat.has(token.lemma);
  if (isThreat(content[verb])) return true;
  return content[verb]?.lemma === 'impose' && content.slice(verb, verb + IMPOSED_REACH).some(isThreat);
}

/** How far behind "impose" the measure may stand. */
const IMPOSED_REACH = 5;

/** Cues that only say that something is so: what they confirm or promise may be a threat. */
const OPEN: ReadonlySet<SpeechCue['kind']> = new Set(['acknowledgement']);

interface ContentRule {
  readonly id: string;
  readonly kind: StatementKind;
  readonly holds: (content: readonly Token[], words: SpeechWords) => boolean;
}

const has = (content: readonly Token[], words: SpeechWords, sign: ContentSign): boolean =>
  content.some((token) => isSign(token, words, sign));

/** Most words are settled by their bit. */
const isSign = ({ hints, lower, lemma }: Token, { signs }: SpeechWords, sign: ContentSign): boolean =>
  (hints & WORD_HINT.content) !== 0 && (signs[sign].has(lower) || signs[sign].has(lemma));

const isNegated = (content: readonly Token[]): boolean =>
  content.some(
    (token) => token.lower === 'not' || token.lower === "n't" || token.lower === 'never' || token.lower === 'no',
  );

const near = (
  content: readonly Token[],
  words: SpeechWords,
  first: ContentSign,
  second: ContentSign,
  distance: number,
): boolean => {
  let at = Number.NEGATIVE_INFINITY;
  return content.some((token, index) => {
    if ((token.hints & WORD_HINT.content) === 0) return false;
    if (isSign(token, words, second) && index - at <= distance) return true;
    if (words.signs[first].has(token.lower)) at = index;
    return false;
  });
};

/** "We will", "we are ready to", "I promise": the speaker binds itself. */
const bindsSpeaker = (content: readonly Token[], words: SpeechWords): boolean =>
  near(content, words, 'first-person', 'commitment', 4);

const READY = new Set(['ready', 'willing', 'prepared', 'committed', 'determined', 'set', 'going']);
const WILL = new Set(['will', 'would', "'ll", 'shall']);

/** Where "it will", "Ankara is ready to", "they would" binds the subject of the content; -1 where nothing does. */
export function bindingWord(content: readonly Token[]): number {
  const word = content.findIndex(
    (token, index) =>
      index < 12 && (WILL.has(token.lower) || (READY.has(token.lower) && content[index + 1]?.lower === 'to')),
  );
  const subject = content.slice(0, Math.max(0, word));
  const isSomeone = subject.some(
    (token) => token.pos === 'PROPN' || (token.tag === 'PRP' && token.index <= (content[0]?.index ?? 0) + 2),
  );
  return isSomeone && !subject.some((token) => token.pos === 'VERB' || token.pos === 'SCONJ') ? word : -1;
}

const bindsSubject = (content: readonly Token[]): boolean => {
  const word = bindingWord(content);
  return word !== -1 && !isNegated(content.slice(word, word + 3));
};

/** "would not allow", "will never accept": the subject refuses. */
const refuses = (content: readonly Token[]): boolean => {
  const word = bindingWord(content);
  return word !== -1 && isNegated(content.slice(word, word + 3)) && content[word + 2]?.pos !== 'AUX';
};

/** "unless the road is opened": what is promised then is meant to press. */
const isUnless = (content: readonly Token[]): boolean => content.some((token) => token.lower === 'unless');

/** A verb in its bare form at the start asks something of someone ("Stop the shelling"). */
const isImperative = (content: readonly Token[]): boolean => {
  const first = content.find((token) => token.pos !== 'PUNCT' && token.pos !== 'INTJ');
  return first?.tag === 'VB' && first.pos === 'VERB';
};

const CONTENT_RULES: readonly ContentRule[] = [
  {
    id: 'denied',
    kind: 'denial',
    holds: (content, words) =>
      has(content, words, 'denial') &&
      content.length < 30 &&
      !bindsSpeaker(content, words) &&
      deniesSomething(content, words),
  },
  {
    id: 'bound-to-act-against',
    kind: 'threat',
    holds: (content, words) => bindsSpeaker(content, words) && has(content, words, 'threat'),
  },
  {
    id: 'bound-unless',
    kind: 'threat',
    holds: (content, words) => isUnless(content) && (bindsSpeaker(content, words) || bindsSubject(content)),
  },
  {
    id: 'speaker-bound',
    kind: 'commitment',
    holds: (content, words) => bindsSpeaker(content, words) && !isNegated(content.slice(0, 8)),
  },
  { id: 'patience-ends', kind: 'warning', holds: (content, words) => has(content, words, 'warning') },
  { id: 'must', kind: 'demand', holds: (content, words) => obliges(content, words) || isImperative(content) },
  {
    id: 'blames',
    kind: 'accusation',
    holds: (content, words) => has(content, words, 'accusation') && !isNegated(content),
  },
  { id: 'disapproves', kind: 'condemnation', holds: (content, words) => has(content, words, 'condemnation') },
  {
    id: 'gives-reason',
    kind: 'justification',
    holds: (content, words) => near(content, words, 'justification', 'justification', 8),
  },
  { id: 'refuses', kind: 'denial', holds: (content) => refuses(content) },
  {
    id: 'subject-threatens',
    kind: 'threat',
    holds: (content, words) => bindsSubject(content) && has(content, words, 'threat'),
  },
  { id: 'subject-bound', kind: 'commitment', holds: (content) => bindsSubject(content) },
  { id: 'excuses-act', kind: 'justification', holds: (content, words) => excusesAct(content, words) },
  { id: 'hopes', kind: 'expectation', holds: (content, words) => has(content, words, 'expectation') },
  { id: 'future', kind: 'announcement', holds: (content, words) => has(content, words, 'future') },
];

/** "acted in self-defence", "in response to fire", "fighters had been the target": what was done is excused. */
const excusesAct = (content: readonly Token[], words: SpeechWords): boolean =>
  content.some((_, at) => {
    const match = matchHinted(WORD_HINT.content, words.excuses, content, at);
    if (match === null) return false;
    if (match.entry === 'beside force') return namesForce(content, words);
    return match.entry === 'alone' || content[match.lastToken + 1]?.lower !== 'of';
  });

const namesForce = (content: readonly Token[], words: SpeechWords): boolean =>
  namedIn(content, words.subjects).includes('force') || namedIn(content, words.topics).includes('military_action');

export const OBLIGES = new Set(['must', 'should', 'ought', 'need', 'needs']);

/** "must", "should", "needs to" with a subject other than the speaker. */
function obliges(content: readonly Token[], words: SpeechWords): boolean {
  return content.some(
    (token, index) =>
      OBLIGES.has(token.lower) &&
      !content.slice(Math.max(0, index - 2), index).some((before) => words.signs['first-person'].has(before.lower)),
  );
}

/** "false", "baseless" and the like, or a negation beside a word of the charge. */
const deniesSomething = (content: readonly Token[], words: SpeechWords): boolean =>
  content.some((token) => words.signs.denial.has(token.lower) && token.lower !== 'never') ||
  (isNegated(content) && has(content, words, 'accusation'));
