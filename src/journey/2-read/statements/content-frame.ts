/** What the shapes of content share: the reading that takes a shape, where the cue's own words begin, where content ends. */

import type { SpeechCue, SpeechFrame } from '../../../knowledge/speech-words.ts';
import type { Sentence } from '../../../model/sentence.ts';
import { subtreeSpan, type TokenSpan } from '../grammar/tree.ts';
import type { Content, Cue } from './cue.ts';
import { speakerToken } from './speaker.ts';
import { isFiniteTag } from './verb-form.ts';

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
      tokens[peer.token]?.tag === tokens[cue.token]?.tag &&
      isFiniteTag(tokens[peer.token]?.tag);
    if (isAdded || isJoined) return before;
  }
  return tokens.length;
}

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
  while (first < last && LEADING.has(tokens[first]?.lower ?? '')) first++;
  while (last > first && /^[.,;:!?–—-]+$/.test(tokens[last]?.text ?? '')) last--;
  return first > last || (first <= cue.token && cue.token <= last) ? null : { first, last, reading, shape, hearers };
}
