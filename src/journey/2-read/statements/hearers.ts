/** Who is spoken to, or spoken against, at a cue. */
import type { SpeechCue } from '../../../knowledge/speech-words.ts';
import type { Sentence } from '../../../model/sentence.ts';
import { caseOf, dependents, isRelation, relationOf, subjectOf } from '../grammar/tree.ts';
import type { Cue } from './cue.ts';
import { isSufferedCue } from './speaker.ts';
import { isClause } from './verb-form.ts';

/** The ones spoken to ("told Y", "said to Y", "called on Y") or spoken of as culprits ("accused Y of"). */
export function hearersOf(cue: Cue, reading: SpeechCue): number[] {
  const { sentence, token } = cue;
  const takesObject = reading.frames.has('hearer') || reading.frames.has('accused');
  const objects = takesObject
    ? dependents(sentence, token).filter(
        (child) =>
          child > token &&
          !isSelf(sentence, child) &&
          (['obj', 'iobj'].includes(relationOf(sentence, child)) || isMisreadHearer(sentence, child)),
      )
    : [];
  if (objects.length > 0) return objects.slice(0, 1);
  // "was urged by the council to": the subject is the one spoken to.
  if (takesObject && isSufferedCue(cue)) {
    const subject = subjectOf(sentence, token);
    if (subject !== null) return [subject];
  }
  const marks = marksOf(reading);
  return dependents(sentence, token)
    .filter((child) => isRelation(relationOf(sentence, child), 'obl') && marks.includes(caseOf(sentence, child)))
    .slice(0, 1);
}

/** "called on Y", "agreed with Y on Z" and "to Z", "pledged to Y": before whom the one spoken to stands. */
function marksOf({ kind, frames }: SpeechCue): readonly string[] {
  if (kind === 'commitment' && frames.has('to')) return ['with'];
  return frames.has('on') ? ['on', 'upon'] : ['to'];
}

/** "committed itself to". */
const isSelf = ({ tokens }: Sentence, token: number): boolean => /sel(?:f|ves)$/.test(tokens[token]?.lower ?? '');

/** A bare noun behind "told" that the parser takes for a clause. */
const isMisreadHearer = (sentence: Sentence, child: number): boolean =>
  ['ccomp', 'xcomp'].includes(relationOf(sentence, child)) &&
  !isClause(sentence, child) &&
  ['NOUN', 'PROPN', 'PRON'].includes(sentence.tokens[child]?.pos ?? '');
