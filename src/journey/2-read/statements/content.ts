/** What a cue reports, read off the tree: a clause, an infinitive, a noun it takes, and who is spoken to. */
import type { SpeechCue, SpeechFrame } from '../../../knowledge/speech-words.ts';
import type { Sentence, Token } from '../../../model/sentence.ts';
import { caseOf, dependents, isRelation, relationOf, subtreeSpan, type TokenSpan } from '../grammar/tree.ts';
import type { Content, Contents, Cue } from './cue.ts';
import { speakerToken } from './speaker.ts';

/** Null when the cue has no content of its own in its sentence. */
export function contentOf(page: { readonly contents: Contents }, cue: Cue): Content | null {
  const known = page.contents.get(cue);
  if (known !== undefined) return known;
  const content = readContent(cue);
  page.contents.set(cue, content);
  return content;
}

function readContent(cue: Cue): Content | null {
  return (
    asClause(cue) ??
    medial(cue) ??
    clauseContent(cue) ??
    infinitiveContent(cue) ??
    fronted(cue) ??
    thatContent(cue) ??
    prepositionContent(cue) ??
    objectContent(cue) ??
    restContent(cue)
  );
}

/** "As the envoy put it on Monday, the truce holds." and "The truce holds, as the envoy put it.": what the "as" does not introduce. */
function asClause(cue: Cue): Content | null {
  const { sentence, token } = cue;
  const { tokens } = sentence;
  const reading =
    readingWith(cue, 'clause') ??
    (tokens[token]?.lemma === 'put' && tokens[token + 1]?.lower === 'it' ? cue.readings[0] : undefined);
  if (reading === undefined) return null;
  let as = token - 1;
  while (as >= 0 && as > token - 9 && tokens[as]?.lower !== 'as' && tokens[as]?.pos !== 'VERB') as--;
  if (tokens[as]?.lower !== 'as') return null;
  if (as > 3)
    return tokens[as - 1]?.text === ',' && endsSoon(sentence, token)
      ? trimmed(cue, { first: 0, last: as - 2 }, reading, 'before', [])
      : null;
  const comma = tokens.findIndex((each) => each.index > token && each.text === ',');
  return comma === -1 || as > 1
    ? null
    : trimmed(cue, { first: comma + 1, last: lastWord(sentence) }, reading, 'clause', []);
}

/** "The truce, the ministry said on Monday, has ended.": the whole sentence but the cue's words between commas. */
function medial(cue: Cue): Content | null {
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
  if (before === 'whole') return null;
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

/** One noun phrase and nothing else: "the ministry", "he", "the head of the council". */
const isSubject = (between: readonly Token[]): boolean =>
  between.some((each) => each.pos === 'NOUN' || each.pos === 'PROPN' || each.tag === 'PRP') &&
  between.every(
    (each) => SUBJECT_PARTS.has(each.pos) || each.tag === 'PRP' || each.tag === 'PRP$' || each.lower === 'of',
  );

const SUBJECT_PARTS = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'ADV', 'AUX', 'NUM', 'PART']);

/** The comma before a short subject of the cue: "…, the ministry said". */
function leftComma(sentence: Sentence, verb: number): number {
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

function lastWord(sentence: Sentence): number {
  let last = sentence.tokens.length - 1;
  while (last > 0 && /^[.!?]$/.test(sentence.tokens[last]?.text ?? '')) last--;
  return last;
}

/** "reported at the time that …": the clause that the parser has tied to another word. */
function thatContent(cue: Cue): Content | null {
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
function restContent(cue: Cue): Content | null {
  const { tokens } = cue.sentence;
  const reading = cue.readings.find((each) => each.kind === 'plain' && each.frames.has('clause'));
  const next = tokens[cue.token + 1];
  const tag = tokens[cue.token]?.tag;
  const isAdded = tag === 'VBG' && tokens[cue.token - 1]?.text === ',';
  if (!isFiniteTag(tag) && !isAdded) return null;
  if (reading === undefined || next === undefined || next.pos === 'ADP' || next.pos === 'PUNCT' || next.pos === 'CCONJ')
    return null;
  const rest = tokens.slice(cue.token + 1);
  const isClause =
    rest.length > 3 &&
    rest.some((token) => token.tag === 'VBD' || token.tag === 'VBZ' || token.tag === 'VBP' || token.tag === 'MD');
  return isClause
    ? trimmed(cue, { first: cue.token + 1, last: lastWord(cue.sentence) }, reading, 'clause', hearersOf(cue, reading))
    : null;
}

const readingWith = (cue: Cue, frame: SpeechFrame): SpeechCue | undefined =>
  cue.readings.find((reading) => reading.frames.has(frame));

function clauseContent(cue: Cue): Content | null {
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

/** A bare noun is no clause, whatever the parser calls it. */
const isClause = (sentence: Sentence, token: number): boolean =>
  isVerbal(sentence.tokens[token]?.pos) ||
  dependents(sentence, token).some((child) => isVerbal(sentence.tokens[child]?.pos));

const isVerbal = (pos: string | undefined): boolean => pos === 'VERB' || pos === 'AUX';

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

/** The first token of the cue's own words: its subject's, when that stands before the verb. */
function frameStart(cue: Cue): number {
  const speaker = speakerToken(cue);
  return speaker === null || speaker > cue.token ? cue.token : subtreeSpan(cue.sentence, speaker).first;
}

function infinitiveContent(cue: Cue): Content | null {
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

const hasTo = (sentence: Sentence, verb: number): boolean =>
  dependents(sentence, verb).some((child) => child < verb && sentence.tokens[child]?.lower === 'to');

/** "The truce has ended, the ministry said on Monday.": the sentence before the comma is the content. */
function fronted(cue: Cue): Content | null {
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

const PREPOSITIONS = ['of', 'for', 'against', 'about', 'over', 'as', 'on', 'to'] as const;

function prepositionContent(cue: Cue): Content | null {
  const { sentence, token } = cue;
  for (const preposition of PREPOSITIONS) {
    const reading = cue.readings.find((each) => each.frames.has(preposition) && !isHearerMark(each, preposition));
    if (reading === undefined) continue;
    const child = dependents(sentence, token).find((each) => each > token && markOf(sentence, each) === preposition);
    if (child === undefined) continue;
    const span = subtreeSpan(sentence, child);
    const mark = dependents(sentence, child).find((each) => sentence.tokens[each]?.lower === preposition) ?? span.first;
    return trimmed(cue, { first: mark + 1, last: span.last }, reading, 'noun', hearersOf(cue, reading));
  }
  return null;
}

/** "called on Y", "appealed to Y": the word marks the one spoken to and not what is said. */
const isHearerMark = (reading: SpeechCue, preposition: string): boolean =>
  (preposition === 'on' && !reading.frames.has('accused') && reading.kind !== 'commitment') ||
  (preposition === 'to' && reading.kind === 'appeal');

function markOf(sentence: Sentence, token: number): string {
  const mark = dependents(sentence, token, 'mark')[0];
  return caseOf(sentence, token) || (mark === undefined ? '' : (sentence.tokens[mark]?.lower ?? ''));
}

function objectContent(cue: Cue): Content | null {
  const { sentence, token } = cue;
  const reading = readingWith(cue, 'object') ?? readingWith(cue, 'accused');
  const object = dependents(sentence, token, 'obj')[0];
  if (reading === undefined || object === undefined || object < token) return null;
  const isAccused = !reading.frames.has('object');
  return trimmed(
    cue,
    subtreeSpan(sentence, object),
    reading,
    'noun',
    isAccused ? [object] : reading.frames.has('accused') ? [object] : [],
  );
}

/** The ones spoken to ("told Y", "said to Y", "called on Y") or spoken of as culprits ("accused Y of"). */
export function hearersOf(cue: Cue, reading: SpeechCue): number[] {
  const { sentence, token } = cue;
  const takesObject = reading.frames.has('hearer') || reading.frames.has('accused');
  const objects = takesObject
    ? dependents(sentence, token).filter(
        (child) =>
          child > token && (['obj', 'iobj'].includes(relationOf(sentence, child)) || isMisreadHearer(sentence, child)),
      )
    : [];
  if (objects.length > 0) return objects.slice(0, 1);
  const marks = reading.frames.has('on') ? ['on', 'upon'] : ['to'];
  return dependents(sentence, token)
    .filter((child) => isRelation(relationOf(sentence, child), 'obl') && marks.includes(caseOf(sentence, child)))
    .slice(0, 1);
}

/** A bare noun behind "told" that the parser takes for a clause. */
const isMisreadHearer = (sentence: Sentence, child: number): boolean =>
  ['ccomp', 'xcomp'].includes(relationOf(sentence, child)) &&
  !isClause(sentence, child) &&
  ['NOUN', 'PROPN', 'PRON'].includes(sentence.tokens[child]?.pos ?? '');

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
const isFiniteTag = (tag: string | undefined): boolean => tag === 'VBD' || tag === 'VBZ' || tag === 'VBP';

const LEADING = new Set(['that', ',', ':', 'to', '--', '-', '—']);

/** Without "that", commas and the closing stop; null when nothing is left. */
function trimmed(
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
