/** Cues that comment on the sentence around them: "The truce, the ministry said, has ended.", "…, the ministry said.", "As X put it, …". */
import type { Sentence, Token } from '../../../model/sentence.ts';
import { dependents, isRelation, relationOf } from '../grammar/tree.ts';
import { frameStart, lastWord, readingWith, trimmed } from './content-frame.ts';
import type { Content, Cue } from './cue.ts';
import { hearersOf } from './hearers.ts';
import { speakerToken } from './speaker.ts';

/** "As the envoy put it on Monday, the truce holds." and "The truce holds, as the envoy put it.": what the "as" does not introduce. */
export function asClause(cue: Cue): Content | null {
  const { sentence, token } = cue;
  const { tokens } = sentence;
  const reading =
    readingWith(cue, 'clause') ??
    (tokens[token]?.lemma === 'put' && tokens[token + 1]?.lower === 'it' ? cue.readings[0] : undefined);
  if (reading === undefined) return null;
  let as = token - 1;
  while (as >= 0 && as > token - 9 && tokens[as]?.lower !== 'as' && tokens[as]?.pos !== 'VERB') as--;
  if (tokens[as]?.lower !== 'as') return null;
  let comma = as - 1;
  while (tokens[comma]?.tag === "''") comma--;
  if (as > 3)
    return tokens[comma]?.text === ',' && endsSoon(sentence, token)
      ? trimmed(cue, { first: 0, last: as - 1 }, reading, 'before', [])
      : null;
  const next = tokens.findIndex((each) => each.index > token && each.text === ',');
  return next === -1 || as > 1
    ? null
    : trimmed(cue, { first: next + 1, last: lastWord(sentence) }, reading, 'clause', []);
}

/** "The truce, the ministry said on Monday, has ended.": the whole sentence but the cue's words between commas. */
export function medial(cue: Cue): Content | null {
  const { sentence, token } = cue;
  const { tokens } = sentence;
  const reading = readingWith(cue, 'clause');
  const tag = tokens[token]?.tag;
  if (reading === undefined || (tag !== 'VBD' && tag !== 'VBZ' && tag !== 'VBP')) return null;
  const open = leftComma(sentence, token);
  if (open < 1 || dependents(sentence, token, 'obj').length > 0 || !isSubject(tokens.slice(open + 1, token)))
    return null;
  const close = rightComma(sentence, token);
  if (close === -1 || close >= tokens.length - 2) return null;
  const before = hasSubjectVerb(sentence, 0, open - 1);
  if (before === 'whole' && !GOES_ON.has(tokens[close + 1]?.lower ?? '')) return null;
  // "In the past year, the ministry said, the truce has held.": only what follows is said for certain.
  if (before === 'aside') return trimmed(cue, { first: close + 1, last: lastWord(sentence) }, reading, 'clause', []);
  return {
    first: 0,
    last: lastWord(sentence),
    reading,
    shape: 'around',
    hearers: [],
    hole: { first: open, last: close },
  };
}

/** "The truce holds, the ministry said, but …": what is said goes on behind the cue. */
const GOES_ON = new Set(['because', 'but', 'and', 'if', 'unless', 'although', 'though', 'so', 'or']);

/** One noun phrase and nothing else: "the ministry", "he", "the head of the council". */
const isSubject = (between: readonly Token[]): boolean =>
  between.some((each) => each.pos === 'NOUN' || each.pos === 'PROPN' || each.tag === 'PRP') &&
  between.every(
    (each) => SUBJECT_PARTS.has(each.pos) || each.tag === 'PRP' || each.tag === 'PRP$' || each.lower === 'of',
  );

const SUBJECT_PARTS = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'ADV', 'AUX', 'NUM', 'PART']);

/** The comma before a short subject of the cue: "…, the ministry said". */
export function leftComma(sentence: Sentence, verb: number): number {
  for (let at = verb - 1; at >= Math.max(1, verb - 8); at--) {
    const token = sentence.tokens[at];
    if (token?.text === ',') return at;
    if (token === undefined || token.pos === 'VERB' || token.pos === 'CCONJ' || token.pos === 'SCONJ') return -1;
  }
  return -1;
}

/** The comma right after the cue or after a time or place that follows it. */
function rightComma(sentence: Sentence, verb: number): number {
  for (let at = verb + 1; at <= Math.min(sentence.tokens.length - 1, verb + 8); at++) {
    const token = sentence.tokens[at];
    if (token?.text === ',') return at;
    if (
      token === undefined ||
      token.pos === 'VERB' ||
      token.pos === 'AUX' ||
      token.pos === 'SCONJ' ||
      token.text === '.'
    )
      return -1;
  }
  return -1;
}

/** Whether the words before the cue are a whole clause, only its subject (then the cue stands in its midst), or an aside before it. */
function hasSubjectVerb(sentence: Sentence, first: number, last: number): 'open' | 'aside' | 'whole' {
  const part = sentence.tokens.slice(first, last + 1);
  const hasFinite = part.some(
    (token) => token.tag === 'VBD' || token.tag === 'VBZ' || token.tag === 'VBP' || token.tag === 'MD',
  );
  const opensAside =
    part[0]?.pos === 'SCONJ' || part[0]?.pos === 'ADP' || part[0]?.tag === 'VBG' || part[0]?.pos === 'ADV';
  return hasFinite || part.length > 14 ? 'whole' : opensAside ? 'aside' : 'open';
}

/** "The truce has ended, the ministry said on Monday.": the sentence before the comma is the content. */
export function fronted(cue: Cue): Content | null {
  const { sentence, token } = cue;
  const reading = readingWith(cue, 'clause');
  if (reading === undefined) return null;
  const start = frameStart(cue);
  const speaker = speakerToken(cue);
  if (speaker === null) return null;
  const comma = sentence.tokens[start - 1];
  if (comma?.text !== ',' || start < 4 || !endsSoon(sentence, Math.max(token, speaker))) return null;
  const isHead =
    relationOf(sentence, token) === 'root' ||
    relationOf(sentence, token) === 'parataxis' ||
    isRelation(relationOf(sentence, token), 'conj');
  return isHead ? trimmed(cue, { first: 0, last: start - 2 }, reading, 'before', hearersOf(cue, reading)) : null;
}

/** After a final cue come only a time, a place or an occasion: no further verb of a main clause. */
function endsSoon(sentence: Sentence, from: number): boolean {
  const rest = sentence.tokens.slice(from + 1);
  return (
    rest.length <= 16 &&
    !rest.some(
      (token) =>
        token.text === ':' ||
        (token.pos === 'VERB' && (token.tag === 'VBD' || token.tag === 'VBZ' || token.tag === 'VBP')),
    )
  );
}
