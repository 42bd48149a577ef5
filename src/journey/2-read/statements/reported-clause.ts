/** The clause behind a verb of saying: as the parser gives it, behind "that", or the rest of the sentence. */
import type { SpeechCue } from '../../../knowledge/speech-words.ts';
import { dependents, isRelation, relationOf, subtreeSpan } from '../grammar/tree.ts';
import { frameStart, lastWord, readingWith, trimmed } from './content-frame.ts';
import type { Content, Cue } from './cue.ts';
import { hearersOf } from './hearers.ts';
import { hasTo } from './reported-infinitive.ts';
import { isClause, isFiniteTag } from './verb-form.ts';

export function clauseContent(cue: Cue): Content | null {
  const { sentence, token } = cue;
  const reading = readingWith(cue, 'clause');
  const clauses = dependents(sentence, token, 'ccomp').filter(
    (each) => isClause(sentence, each) && !hasTo(sentence, each),
  );
  const clause = clauses.find((each) => each > token) ?? clauses[0];
  if (reading === undefined || clause === undefined) return null;
  const span = subtreeSpan(sentence, clause);
  const hearers = hearersOf(cue, reading);
  if (clause > token) {
    // "said that … and that …": the parser may hang both on the cue.
    const joined = clauses
      .filter((each) => each >= clause && (each === clause || dependents(sentence, each, 'cc').length > 0))
      .map((each) => Math.max(each, subtreeSpan(sentence, each).last));
    const open = clauseStart(cue, reading, span.first);
    const first = Math.max(open, token + 1, ...hearers.map((hearer) => subtreeSpan(sentence, hearer).last + 1));
    return trimmed(cue, { first, last: Math.max(span.last, ...joined) }, reading, 'clause', hearers);
  }
  return trimmed(
    cue,
    { first: span.first, last: Math.min(span.last, frameStart(cue) - 1) },
    reading,
    'before',
    hearers,
  );
}

/**
 * Where the clause begins: after its "that", and where the parser has cut off a part of its subject as an object of a verb
 * that takes none ("said the plan to meet was …"), with that part.
 */
function clauseStart(cue: Cue, reading: SpeechCue, first: number): number {
  const { sentence, token } = cue;
  for (let at = token + 1; at < first; at++)
    if (sentence.tokens[at]?.lower === 'that' && sentence.tokens[at]?.pos === 'SCONJ') return at + 1;
  if (reading.frames.has('hearer')) return first;
  const cutOff = dependents(sentence, token).find(
    (child) => child > token && child < first && isRelation(relationOf(sentence, child), 'obj'),
  );
  return cutOff === undefined ? first : Math.max(token + 1, subtreeSpan(sentence, cutOff).first);
}

/** "reported at the time that …": the clause that the parser has tied to another word. */
export function thatContent(cue: Cue): Content | null {
  const { tokens } = cue.sentence;
  const reading = readingWith(cue, 'clause');
  const takesObject =
    reading === undefined || (!reading.frames.has('hearer') && dependents(cue.sentence, cue.token, 'obj').length > 0);
  if (reading === undefined || takesObject) return null;
  for (let at = cue.token + 1; at < Math.min(tokens.length - 2, cue.token + 11); at++) {
    const token = tokens[at];
    if (token === undefined || token.pos === 'VERB' || token.text === ';') return null;
    if (token.lower === 'that' && token.tag !== 'DT')
      return trimmed(cue, { first: at + 1, last: lastWord(cue.sentence) }, reading, 'clause', hearersOf(cue, reading));
  }
  return null;
}

/** A plain verb of saying with a verb after it, of which the parser has made nothing. */
export function restContent(cue: Cue): Content | null {
  const { tokens } = cue.sentence;
  const reading = cue.readings.find((each) => each.kind === 'plain' && each.frames.has('clause'));
  const next = tokens[cue.token + 1];
  const tag = tokens[cue.token]?.tag;
  const isAdded = tag === 'VBG' && tokens[cue.token - 1]?.text === ',';
  if (!isFiniteTag(tag) && !isAdded) return null;
  if (reading === undefined || next === undefined || next.pos === 'ADP' || next.pos === 'PUNCT' || next.pos === 'CCONJ')
    return null;
  const rest = tokens.slice(cue.token + 1);
  const isSaid =
    rest.length > 3 &&
    rest.some((token) => token.tag === 'VBD' || token.tag === 'VBZ' || token.tag === 'VBP' || token.tag === 'MD');
  return isSaid
    ? trimmed(cue, { first: cue.token + 1, last: lastWord(cue.sentence) }, reading, 'clause', hearersOf(cue, reading))
    : null;
}
