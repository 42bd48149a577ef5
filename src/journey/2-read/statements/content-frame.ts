/** What the shapes of content share: the reading that takes a shape, where the cue's own words begin, where content ends. */
import type { SpeechCue, SpeechFrame } from '../../../knowledge/speech-words.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import { subtreeSpan, type TokenSpan } from '../grammar/tree.ts';
import type { Content, Cue } from './cue.ts';
import { speakerToken } from './speaker.ts';
import { isFiniteTag, isTold, verbGroupStart } from './verb-form.ts';

export const readingWith = (cue: Cue, frame: SpeechFrame): SpeechCue | undefined =>
  cue.readings.find((reading) => reading.frames.has(frame));

/** The first token of the cue's own words: its subject's, when that stands before the verb. */
export function frameStart(cue: Cue): number {
  const speaker = speakerToken(cue);
  return speaker === null || speaker > cue.token ? cue.token : subtreeSpan(cue.sentence, speaker).first;
}

export function lastWord(sentence: Sentence): number {
  let last = sentence.tokens.length - 1;
  while (last > 0 && /^[.!?]$/.test(sentence.tokens[last]?.text ?? '')) last--;
  return last;
}

/** The last token of what a verb takes: up to a comma, colon, bracket or dash outside marks, or the next clause. */
export function phraseEnd({ tokens }: Sentence, from: number): number {
  let inQuotes = false;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.tag === '``') inQuotes = true;
    else if (token.tag === "''") {
      if (inQuotes && /^[,.;!?]$/.test(tokens[at - 1]?.text ?? '')) return at;
      inQuotes = false;
    } else if (!inQuotes && at > from && endsPhrase(tokens, at)) return at - 1;
  }
  return tokens.length - 1;
}

function endsPhrase(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || /^(?:[,;:.(]|--|[–—])$/.test(token.text)) return true;
  if (token.tag === 'WP' || token.tag === 'WDT' || token.pos === 'SCONJ') return token.lower !== 'as';
  if (tokens[at - 1]?.tag === "''" && (isFiniteTag(token.tag) || token.tag === 'MD')) return true;
  return token.pos === 'CCONJ' && tokens[at + 1]?.pos === 'VERB';
}

/**
 * The last token before the main clause goes on, for a cue that stands in a clause set apart: "While the envoy said the road
 * was open, no truck passed", "Mora, who said the road was open, left".
 */
function asideEnd({ sentence, token }: Cue): number {
  const { tokens } = sentence;
  const isRelative = isRelativeCue(sentence, token);
  const opening = tokens.find((each) => each.pos !== 'PUNCT' && each.lower !== 'even');
  const isSubordinate =
    opening !== undefined &&
    OPENS_ASIDE.has(opening.lower) &&
    !tokens.slice(opening.index, token).some((each) => each.text === ',');
  if (!isRelative && !isSubordinate) return tokens.length;
  for (let at = token + 1; at < tokens.length - 1; at++)
    if (tokens[at]?.text === ',' && (isSubordinate ? opensMainClause(tokens, at + 1) : isMainVerb(tokens, at + 1)))
      return at;
  return tokens.length;
}

const OPENS_ASIDE = new Set([
  'while',
  'although',
  'though',
  'when',
  'where',
  'after',
  'as',
  'since',
  'because',
  'whereas',
]);

/** "Mora, who said": the pronoun stands behind a comma and right before the verb. */
function isRelativeCue(sentence: Sentence, verb: number): boolean {
  const pronoun = verbGroupStart(sentence, verb) - 1;
  const tag = sentence.tokens[pronoun]?.tag;
  return (tag === 'WP' || tag === 'WDT') && sentence.tokens[pronoun - 1]?.text === ',';
}

/** Marks that close may stand between the comma and what follows. */
function afterMarks(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at]?.tag === "''") at++;
  return at;
}

function isMainVerb(tokens: readonly Token[], from: number): boolean {
  const at = afterMarks(tokens, from);
  const token = tokens[tokens[at]?.pos === 'ADV' ? at + 1 : at];
  return isFiniteTag(token?.tag) || token?.tag === 'MD';
}

/** A subject and its verb follow within a few words. */
function opensMainClause(tokens: readonly Token[], from: number): boolean {
  const first = tokens[afterMarks(tokens, from)];
  if (first === undefined || !['DET', 'NOUN', 'PROPN', 'PRON', 'ADJ'].includes(first.pos)) return false;
  if (first.tag === 'WP' || first.tag === 'WDT') return false;
  for (let at = first.index + 1; at < Math.min(tokens.length, first.index + SUBJECT_TOKENS); at++) {
    const token = tokens[at];
    if (token?.pos === 'PUNCT' || token?.pos === 'CCONJ') return false;
    if (isFiniteTag(token?.tag) || token?.tag === 'MD') return true;
  }
  return false;
}

const SUBJECT_TOKENS = 8;

/** Where another statement of the same speaker begins: ", adding that …", "and called it …"; the token before it. */
function nextCueComma(cue: Cue, from: number): number {
  const { tokens } = cue.sentence;
  for (const peer of cue.peers) {
    if (peer.token <= from) continue;
    let before = peer.token - 1;
    while (before > from && MARKS.has(tokens[before]?.text ?? '')) before--;
    const isAdded =
      tokens[before]?.text === ',' &&
      tokens[peer.token]?.lower.endsWith('ing') &&
      peer.readings.some((reading) => reading.frames.has('clause'));
    const isJoined =
      (tokens[before]?.lower === 'and' || tokens[before]?.lower === 'but') &&
      isSameForm(cue.sentence, cue.token, peer.token);
    if (isAdded || isJoined) return before;
  }
  return tokens.length;
}

/** Both finite, or both bare: "is telling … and says …", "to accuse … and encourage …". */
const isSameForm = (sentence: Sentence, first: number, second: number): boolean =>
  isTold(sentence, first) || isProgressive(sentence, first)
    ? isFiniteTag(sentence.tokens[second]?.tag)
    : sentence.tokens[first]?.tag === 'VB' && sentence.tokens[second]?.tag === 'VB';

/** "is telling". */
const isProgressive = ({ tokens }: Sentence, verb: number): boolean =>
  tokens[verb]?.tag === 'VBG' && tokens[verb - 1]?.pos === 'AUX';

const MARKS = new Set(['"', '“', '”', "''", '``', "'", '’']);

const LEADING = new Set(['that', ',', ':', 'to', '--', '-', '—']);

/** Without "that", commas and the closing stop; null when nothing is left. */
export function trimmed(
  cue: Cue,
  span: TokenSpan,
  reading: SpeechCue,
  shape: Content['shape'],
  hearers: readonly number[],
): Content | null {
  const { tokens } = cue.sentence;
  let { first, last } = span;
  if (shape !== 'before') last = Math.min(last, nextCueComma(cue, first) - 1);
  const aside = asideEnd(cue) - 1;
  if (aside >= first) last = Math.min(last, aside);
  while (first < last && LEADING.has(tokens[first]?.lower ?? '')) first++;
  while (last > first && /^[.,;:!?–—-]+$/.test(tokens[last]?.text ?? '')) last--;
  return first > last || (first <= cue.token && cue.token <= last) ? null : { first, last, reading, shape, hearers };
}
