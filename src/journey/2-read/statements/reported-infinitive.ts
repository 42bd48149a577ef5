/** What is asked, promised or threatened with "to": "told Y to stop", "vowed to leave". */
import type { SpeechCue } from '../../../knowledge/speech-words.ts';
import type { Sentence } from '../../../model/sentence.ts';
import { dependents, relationOf, subtreeSpan } from '../grammar/tree.ts';
import { lastWord, readingWith, trimmed } from './content-frame.ts';
import type { Content, Cue } from './cue.ts';
import { hearersOf } from './hearers.ts';

export function infinitiveContent(cue: Cue): Content | null {
  const { sentence, token } = cue;
  const reading = readingWith(cue, 'infinitive') ?? readingWith(cue, 'on');
  if (reading === undefined) return null;
  const clause =
    dependents(sentence, token).find(
      (child) =>
        child > token &&
        ['xcomp', 'advcl', 'ccomp', 'acl'].includes(relationOf(sentence, child)) &&
        hasTo(sentence, child),
    ) ?? infinitiveOfHearer(cue);
  if (clause === undefined) return nearInfinitive(cue, reading);
  const span = subtreeSpan(sentence, clause);
  const to = dependents(sentence, clause).find((child) => sentence.tokens[child]?.lower === 'to') ?? clause;
  return trimmed(
    cue,
    { first: Math.max(to + 1, token + 1), last: span.last },
    reading,
    'infinitive',
    hearersOf(cue, reading),
  );
}

/** "threatened on Monday to leave": a to-clause that the parser has tied to another word. */
function nearInfinitive(cue: Cue, reading: SpeechCue): Content | null {
  const { tokens } = cue.sentence;
  // Those spoken to and a time may stand between.
  const window = reading.frames.has('hearer') ? 14 : 5;
  for (let at = cue.token + 1; at < Math.min(tokens.length - 1, cue.token + window); at++) {
    const token = tokens[at];
    if (token === undefined || token.pos === 'VERB' || token.pos === 'PUNCT') return null;
    if (token.tag === 'TO' && tokens[at + 1]?.tag === 'VB')
      return trimmed(
        cue,
        { first: at + 1, last: lastWord(cue.sentence) },
        reading,
        'infinitive',
        hearersOf(cue, reading),
      );
  }
  return null;
}

/** "told the army to stop", parsed as a description of the army. */
function infinitiveOfHearer({ sentence, token }: Cue): number | undefined {
  const hearers = dependents(sentence, token).filter((child) => ['obj', 'iobj'].includes(relationOf(sentence, child)));
  return hearers.flatMap((hearer) => dependents(sentence, hearer, 'acl')).find((child) => hasTo(sentence, child));
}

export const hasTo = (sentence: Sentence, verb: number): boolean =>
  dependents(sentence, verb).some((child) => child < verb && sentence.tokens[child]?.lower === 'to');
