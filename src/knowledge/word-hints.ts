/**
 * Which lists of the lexicon a word may open an entry of, as bits worked out once per word: nearly all words of a text open
 * none, and a rule that asks the bit first leaves them without a look-up.
 */
import type { ActorWords } from './actor-words.ts';
import { type ActorRegister, foldName } from './actors.ts';
import type { IncidentWords } from './incident-words.ts';
import type { QuantityWords } from './quantity-words.ts';
import type { SpeechWords } from './speech-words.ts';
import type { TimeWords } from './time-words.ts';
import { rememberedByWord } from './word-memory.ts';

/** One bit per list; `Token.hints` holds them. */
export const WORD_HINT = {
  /** Opens a name of the register of actors. */
  actorName: 1,
  /** A nationality of the register, or any other adjective of a state. */
  stateAdjective: 1 << 1,
  title: 1 << 2,
  ofNoun: 1 << 3,
  /** Shows that its sentence may hold an expression of time. */
  time: 1 << 4,
  number: 1 << 5,
  /** A word or lemma of a trigger, as a verb or a noun. */
  trigger: 1 << 6,
  topic: 1 << 7,
  weapon: 1 << 8,
  object: 1 << 9,
  /** A verb or noun of speech, or the opening of a phrase that names a source. */
  speech: 1 << 10,
} as const;

/** The tables that hints are read off. */
interface HintedTables {
  readonly actors: ActorRegister;
  readonly actorWords: ActorWords;
  readonly timeWords: TimeWords;
  readonly quantityWords: QuantityWords;
  readonly incidentWords: IncidentWords;
  readonly speechWords: SpeechWords;
}

/** Bits of `WORD_HINT` for a lower-cased word with its lemma. A set bit says "may open an entry", a clear one "does not". */
export type WordHints = (lower: string, lemma: string) => number;

export function wordHints(tables: HintedTables): WordHints {
  const ofForm = rememberedByWord((word) => hintsOf([...FORM_LISTS, ...SHARED_LISTS], word, tables));
  const ofLemma = rememberedByWord((word) => hintsOf(SHARED_LISTS, word, tables));
  return (lower, lemma) => ofForm(lower) | ofLemma(lemma);
}

type Holds = (word: string, tables: HintedTables) => boolean;
type HintList = readonly [hint: number, holds: Holds];

/** Looked up by word form only. */
const FORM_LISTS: readonly HintList[] = [
  [WORD_HINT.actorName, (word, { actors }) => actors.beginnings.has(foldName(word))],
  [
    WORD_HINT.stateAdjective,
    (word, { actors }) => actors.names.get(foldName(word))?.some((name) => name.as === 'adjective') === true,
  ],
  [WORD_HINT.title, (word, { actorWords }) => actorWords.titles.has(word)],
  [WORD_HINT.time, (word, { timeWords }) => timeWords.words.get(word)?.core === true || writesTime(word)],
  [WORD_HINT.number, (word, { quantityWords }) => quantityWords.starts.has(word) || /^[0-9]/.test(word)],
  [WORD_HINT.speech, (word, { speechWords }) => speechWords.forms.has(word)],
];

/** Looked up by lemma, or by lemma and form alike. */
const SHARED_LISTS: readonly HintList[] = [
  [WORD_HINT.ofNoun, (word, { actorWords }) => actorWords.ofNouns.has(word)],
  [WORD_HINT.trigger, (word, { incidentWords: { verbs, nouns } }) => verbs.has(word) || nouns.has(word)],
  [WORD_HINT.topic, (word, { incidentWords }) => incidentWords.topics.has(word)],
  [WORD_HINT.weapon, (word, { incidentWords }) => incidentWords.weapons.has(word)],
  [WORD_HINT.object, (word, { incidentWords }) => incidentWords.objects.has(word)],
  [
    WORD_HINT.speech,
    (word, { speechWords: { verbs, nouns, sources } }) => verbs.has(word) || nouns.has(word) || sources.has(word),
  ],
];

const hintsOf = (lists: readonly HintList[], word: string, tables: HintedTables): number =>
  lists.reduce((bits, [hint, holds]) => (holds(word, tables) ? bits | hint : bits), 0);

/** Written dates, years and clock times ("'98", "18:00", "2016"), "mid-June", and decades ("the nineties", "nineteen ninety"). */
function writesTime(word: string): boolean {
  const first = word.charAt(0);
  if (word.length > 2 && (first === "'" || /[0-9]/.test(first))) return true;
  return (
    word.startsWith('mid-') ||
    word === 'nineteen' ||
    word === 'twenty' ||
    word.endsWith('ties') ||
    (first === 'q' && word.length === 2)
  );
}
