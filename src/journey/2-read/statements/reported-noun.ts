/** What a cue takes as its object or behind a preposition: "denied the raid", "accused Y of closing the road". */
import type { SpeechCue } from '../../../knowledge/speech-words.ts';
import type { Sentence } from '../../../model/sentence.ts';
import { caseOf, dependents, obliques, subjectOf, subtreeSpan } from '../grammar/tree.ts';
import { readingWith, trimmed } from './content-frame.ts';
import type { Content, Cue } from './cue.ts';
import { hearersOf } from './hearers.ts';
import { isSufferedCue } from './speaker.ts';

const PREPOSITIONS = ['of', 'for', 'against', 'about', 'over', 'as', 'on', 'upon', 'to', 'with'] as const;

export function prepositionContent(cue: Cue): Content | null {
  const { sentence, token } = cue;
  for (const preposition of PREPOSITIONS) {
    const reading = cue.readings.find((each) => each.frames.has(preposition) && !isHearerMark(each, preposition));
    if (reading === undefined) continue;
    // "warned the council of raids": the parser may tie what is said to the one spoken to.
    const agents = obliques(sentence, token).filter((side) => side.case === 'by');
    const child = [token, ...hearersOf(cue, reading), ...agents.map(({ head }) => head)]
      .flatMap((head) => dependents(sentence, head))
      .find((each) => each > token && markOf(sentence, each) === preposition);
    if (child === undefined) continue;
    const span = subtreeSpan(sentence, child);
    const mark = dependents(sentence, child).find((each) => sentence.tokens[each]?.lower === preposition) ?? span.first;
    return trimmed(cue, { first: mark + 1, last: span.last }, reading, 'noun', hearersOf(cue, reading));
  }
  return null;
}

/** "called on Y", "appealed to Y": the word marks the one spoken to and not what is said. */
const isHearerMark = (reading: SpeechCue, preposition: string): boolean =>
  (preposition === 'on' && reading.kind === 'appeal') || (preposition === 'to' && reading.kind === 'appeal');

function markOf(sentence: Sentence, token: number): string {
  const mark = dependents(sentence, token, 'mark')[0];
  return caseOf(sentence, token) || (mark === undefined ? '' : (sentence.tokens[mark]?.lower ?? ''));
}

/** "insisted on its demand that …": what the reading takes behind "on" comes before a clause that stands further off. */
export function insistedOn(cue: Cue): Content | null {
  const reading = cue.readings.find(({ kind, frames }) => kind === 'demand' && frames.has('on'));
  return reading === undefined || cue.sentence.tokens[cue.token + 1]?.lower !== 'on'
    ? null
    : prepositionContent({ ...cue, readings: [reading] });
}

/** "denied having sold arms", "admitted shelling the town". */
export function gerundContent(cue: Cue): Content | null {
  const { sentence, token } = cue;
  const reading = readingWith(cue, 'object');
  const next = sentence.tokens[token + 1];
  if (reading === undefined || next?.tag !== 'VBG' || isSufferedCue(cue)) return null;
  const last = subtreeSpan(sentence, next.index).last;
  return trimmed(cue, { first: next.index, last }, reading, 'noun', []);
}

export function objectContent(cue: Cue): Content | null {
  const { sentence, token } = cue;
  const reading = readingWith(cue, 'object') ?? readingWith(cue, 'accused');
  if (reading === undefined) return null;
  const isPassive = isSufferedCue(cue);
  const object = isPassive ? subjectOf(sentence, token) : dependents(sentence, token, 'obj')[0];
  // A passive tells who said it behind "by"; without that nobody is known to have.
  const isNamed = !isPassive || obliques(sentence, token).some((side) => side.case === 'by');
  if (object === undefined || object === null || !isNamed || object < token !== isPassive) return null;
  const isAccused = !reading.frames.has('object');
  return trimmed(
    cue,
    subtreeSpan(sentence, object),
    reading,
    'noun',
    isAccused ? [object] : reading.frames.has('accused') ? [object] : [],
  );
}
