/** The clause behind a verb of saying: as the parser gives it, behind "that", or the rest of the sentence. */
import type { SpeechCue } from '../../../knowledge/speech-words.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import { dependents, isRelation, nounPhrase, relationOf, subtreeSpan } from '../grammar/tree.ts';
import { frameStart, lastWord, readingWith, trimmed } from './content-frame.ts';
import type { Content, Cue } from './cue.ts';
import { hearersOf } from './hearers.ts';
import { hasTo } from './reported-infinitive.ts';
import { isClause, isFiniteTag, isVerbal } from './verb-form.ts';

/** "said that …": a clause, whatever the tree makes of it; the tree may still say where it ends. */
export function saidThat(cue: Cue): Content | null {
  const { tokens } = cue.sentence;
  const reading = readingWith(cue, 'clause');
  const at = cue.token + 1;
  if (reading === undefined || tokens[at]?.lower !== 'that' || isVerbal(tokens[at + 1]?.pos)) return null;
  const parsed = clauseContent(cue);
  if (parsed?.shape === 'clause' && parsed.first <= at + 2) return parsed;
  return hasFiniteVerb(tokens.slice(at + 1))
    ? trimmed(cue, { first: at + 1, last: lastWord(cue.sentence) }, reading, 'clause', [])
    : null;
}

const hasFiniteVerb = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => isFiniteTag(token.tag) || token.tag === 'MD');

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
    return trimmed(cue, { first, last: runOn(sentence, Math.max(span.last, ...joined)) }, reading, 'clause', hearers);
  }
  return trimmed(
    cue,
    // "…, provided that the snipers hold their fire, the delegate said": the parser hangs both on the cue.
    { first: span.first, last: clauses.length > 1 ? frameStart(cue) - 1 : Math.min(span.last, frameStart(cue) - 1) },
    reading,
    'before',
    hearers,
  );
}

const RUNS_ON = new Set(['if', 'because', 'unless', 'until']);

/** "… if the shelling stops", "…, and that the road is open": what the parser has cut off a clause goes to its sentence's end. */
function runOn(sentence: Sentence, last: number): number {
  const { tokens } = sentence;
  let at = last + 1;
  while (/^[,"”’'»]+$/.test(tokens[at]?.text ?? '')) at++;
  const isJoined = tokens[at]?.pos === 'CCONJ' && tokens[at + 1]?.lower === 'that';
  return isJoined || RUNS_ON.has(tokens[at]?.lower ?? '') ? lastWord(sentence) : last;
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
  const next = sentence.tokens[token + 1];
  if (next !== undefined && SUBJECT_STARTS.has(next.pos) && !isTimeWord(next.lower)) return token + 1;
  const cutOff = dependents(sentence, token).find(
    (child) => child > token && child < first && isRelation(relationOf(sentence, child), 'obj'),
  );
  return cutOff === undefined ? first : Math.max(token + 1, subtreeSpan(sentence, cutOff).first);
}

const SUBJECT_STARTS = new Set(['DET', 'PROPN', 'NOUN', 'NUM']);

/** "said Friday …", "said last week …": the time of saying is no part of the clause. */
const isTimeWord = (word: string): boolean =>
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|this|last|earlier|late|later)$/.test(word);

/** "reported at the time that …": the clause that the parser has tied to another word. */
export function thatContent(cue: Cue): Content | null {
  const { tokens } = cue.sentence;
  const reading = readingWith(cue, 'clause');
  const takesObject =
    reading === undefined || (!reading.frames.has('hearer') && dependents(cue.sentence, cue.token, 'obj').length > 0);
  if (reading === undefined || takesObject) return null;
  for (let at = cue.token + 1; at < Math.min(tokens.length - 2, cue.token + 11); at++) {
    const token = tokens[at];
    if (token === undefined || token.pos === 'VERB' || token.text === ';' || token.tag === '``') return null;
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
  if (
    reading === undefined ||
    next === undefined ||
    next.pos === 'ADP' ||
    next.pos === 'PUNCT' ||
    next.pos === 'CCONJ' ||
    next.tag === 'TO'
  )
    return null;
  const hearers = hearersOf(cue, reading);
  const first = Math.max(cue.token, ...hearers.map((hearer) => nounPhrase(cue.sentence, hearer).last)) + 1;
  const rest = tokens.slice(first);
  return rest.length > 3 && hasFiniteVerb(rest)
    ? trimmed(cue, { first, last: lastWord(cue.sentence) }, reading, 'clause', hearers)
    : null;
}
