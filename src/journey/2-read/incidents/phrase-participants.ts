/** What a noun phrase makes a participant of by its own words, where no actor is mentioned: a state, a thing, a name, people. */
import type { Sentence } from '../../../model/sentence.ts';
import type { WordedParticipant } from '../../../model/worded-incident.ts';
import { nounPhrase } from '../grammar/tree.ts';
import type { Line, Page } from './page.ts';

/** What a place in a frame may be filled by; `party`: who stands on the other side of an act that is no violence. */
export type Slot = 'doer' | 'sufferer' | 'hit' | 'party';

/** "Russian raids": the state behind the adjective, where only its forces can be meant. */
export function stateAt(page: Page, line: Line, token: number, state: string): WordedParticipant | null {
  const participant = phraseAt(line, token, { kind: 'organisation', role: 'state', object: null, protected: false });
  if (participant === null) return null;
  const before = line.sentence.tokens.slice(Math.max(0, token - DOUBT_REACH), token).map(({ text }) => text);
  return {
    ...participant,
    actor: page.register.manyForces.has(state) ? null : state,
    attribution: isDoubtful(line, before) ? 'suspected' : 'stated',
  };
}

/** "a suspected joint Norwegian raid": so many words before the state may a doubt stand. */
const DOUBT_REACH = 2;

/** "suspected militants", "alleged rebels": the wording itself says that it is not sure. */
export const isDoubtful = (line: Line, words: readonly string[]): boolean =>
  words.some((word) => line.grammar.doubted.has(word.toLowerCase()));

export function thingAt(
  line: Line,
  token: number,
  object: string | null,
  isProtected: boolean,
): WordedParticipant | null {
  return phraseAt(line, token, { kind: 'object', role: 'unknown', object, protected: isProtected });
}

/** A name that no list knows: a person where people suffer, else a thing. */
export function nameAt(line: Line, token: number, slot: Slot): WordedParticipant | null {
  const kind = slot === 'sufferer' ? 'person' : slot === 'doer' ? 'organisation' : 'object';
  return phraseAt(line, token, {
    kind,
    role: slot === 'sufferer' ? 'person' : 'unknown',
    object: null,
    protected: false,
  });
}

/** A noun that names people though no actor is mentioned there ("her dad"). */
export function nounAsPeople(line: Line, token: number): WordedParticipant | null {
  const plural = line.sentence.tokens[token]?.tag === 'NNS' || isThoseIn(line.sentence, token);
  return phraseAt(line, token, {
    kind: plural ? 'group_of_people' : 'person',
    role: 'unknown',
    object: null,
    protected: false,
  });
}

/** "evacuated the wounded", "food for the displaced": a state that stands for the people in it. */
export function isThoseIn({ tokens, tree }: Sentence, token: number): boolean {
  const [before, word, next] = [tokens[token - 1], tokens[token], tokens[token + 1]];
  const isState = word?.pos === 'ADJ' || word?.tag === 'VBN';
  return (
    isState &&
    before?.lower === 'the' &&
    tree?.heads[token - 1] === token &&
    next?.pos !== 'NOUN' &&
    next?.pos !== 'PROPN'
  );
}

function phraseAt(
  line: Line,
  token: number,
  known: {
    kind: WordedParticipant['kind'];
    role: WordedParticipant['role'];
    object: string | null;
    protected: boolean;
  },
): WordedParticipant | null {
  const { tokens } = line.sentence;
  const phrase = nounPhrase(line.sentence, token);
  let first = phrase.first;
  while (first < token && line.grammar.leading.has(tokens[first]?.lower ?? '')) first += 1;
  const start = tokens[first];
  const end = tokens[Math.max(phrase.last, token)];
  const head = tokens[token];
  if (start === undefined || end === undefined || head === undefined) return null;
  return {
    ...known,
    actor: null,
    name: wordsOf(line, first, Math.max(phrase.last, token)),
    mention: null,
    damage: null,
    attribution: 'stated',
    either: null,
    subset: null,
    head: head.lemma,
    sentence: line.sentence.index,
    token,
    spans: [{ start: start.start, end: end.end }],
  };
}

/** The words of tokens `first`..`last` with single spaces where the text has any. */
function wordsOf(line: Line, first: number, last: number): string {
  const { tokens } = line.sentence;
  let words = '';
  let previousEnd = -1;
  for (let index = first; index <= last; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (previousEnd !== -1 && token.start > previousEnd) words += ' ';
    words += token.text;
    previousEnd = token.end;
  }
  return words;
}
