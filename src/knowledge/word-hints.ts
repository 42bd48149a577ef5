/**
 * Which lists of the lexicon a word may open an entry of, as bits worked out once per word: nearly all words of a text open
 * none, and a rule that asks the bit first leaves them without a look-up.
 */
import type { ActorWords } from './actor-words.ts';
import { type ActorRegister, foldName } from './actors.ts';
import type { Figures } from './figures.ts';
import type { HarmWords } from './harm-words.ts';
import type { IncidentWords } from './incident-words.ts';
import type { QuantityWords } from './quantity-words.ts';
import type { SpeechWords } from './speech-words.ts';
import type { TimeWords } from './time-words.ts';

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
  /** Tells, or helps to tell, of harm to people. */
  harm: 1 << 11,
  /** Shows the kind of a statement by standing in its content, or opens a phrase for what the content is about. */
  content: 1 << 12,
  /** Opens a phrase by which a trigger's sentence is judged: what it needs, what makes it a figure of speech, who is unknown. */
  beside: 1 << 13,
} as const;

/** The tables that hints are read off. */
interface HintedTables {
  readonly actors: ActorRegister;
  readonly actorWords: ActorWords;
  readonly timeWords: TimeWords;
  readonly quantityWords: QuantityWords;
  readonly incidentWords: IncidentWords;
  readonly speechWords: SpeechWords;
  readonly harmWords: HarmWords;
  readonly figures: Figures;
}

/** Bits of `WORD_HINT` for a lower-cased word with its lemma. A set bit says "may open an entry", a clear one "does not". */
export type WordHints = (lower: string, lemma: string) => number;

/** Lists every key of the tables once, so that a word costs one look-up and its lemma, where it is another, a second. */
export function wordHints(tables: HintedTables): WordHints {
  const { actors, actorWords, timeWords, quantityWords, incidentWords, speechWords, harmWords } = tables;
  const lemmas = new HintTable();
  lemmas.add(WORD_HINT.ofNoun, actorWords.ofNouns.keys());
  lemmas.add(WORD_HINT.trigger, incidentWords.verbs.keys());
  lemmas.add(WORD_HINT.trigger, incidentWords.nouns.keys());
  lemmas.add(WORD_HINT.topic, incidentWords.topics.keys());
  lemmas.add(WORD_HINT.weapon, incidentWords.weapons.keys());
  lemmas.add(WORD_HINT.object, incidentWords.objects.keys());
  lemmas.add(WORD_HINT.speech, speechWords.verbs.keys());
  lemmas.add(WORD_HINT.speech, speechWords.nouns.keys());
  lemmas.add(WORD_HINT.speech, speechWords.sources.keys());
  const { signs, topics, subjects, excuses, conditionPhrases } = speechWords;
  lemmas.add(WORD_HINT.content, signs.keys());
  for (const table of [topics, subjects, excuses, conditionPhrases]) lemmas.add(WORD_HINT.content, table.keys());
  const { needs, unclaimed } = incidentWords;
  for (const table of [...needs.values(), unclaimed, ...tables.figures.all.map(({ anywhere }) => anywhere)])
    lemmas.add(WORD_HINT.beside, table.keys());
  const { byVerb, verbPhrases, byNoun, strikes, toDeath, wounds, lives, losesLives, condition } = harmWords;
  for (const list of [byVerb, verbPhrases, byNoun, strikes, toDeath, wounds, lives, losesLives, condition])
    lemmas.add(WORD_HINT.harm, list.keys());
  const forms = new HintTable(lemmas);
  forms.add(WORD_HINT.harm, harmWords.byState.keys());
  forms.add(WORD_HINT.title, actorWords.titles.keys());
  forms.add(WORD_HINT.number, quantityWords.starts);
  forms.add(WORD_HINT.speech, speechWords.forms.keys());
  forms.add(
    WORD_HINT.time,
    [...timeWords.words].flatMap(([word, { core }]) => (core ? [word] : [])),
  );
  const names = new HintTable();
  names.add(WORD_HINT.actorName, actors.beginnings);
  names.add(
    WORD_HINT.stateAdjective,
    [...actors.names].flatMap(([name, entries]) => (entries.some((entry) => entry.as === 'adjective') ? [name] : [])),
  );
  return (lower, lemma) => {
    const own = forms.of(lower) | names.of(isFolded(lower) ? lower : foldName(lower)) | shapeHints(lower);
    return lemma === lower ? own : own | lemmas.of(lemma);
  };
}

class HintTable {
  private readonly bits: Map<string, number>;

  constructor(base?: HintTable) {
    this.bits = new Map(base?.bits);
  }

  add(hint: number, words: Iterable<string>): void {
    for (const word of words) this.bits.set(word, this.of(word) | hint);
  }

  of(word: string): number {
    return this.bits.get(word) ?? 0;
  }
}

/** Letters and digits of ASCII only: the word is its own folded name. */
function isFolded(lower: string): boolean {
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    if (!((code >= 97 && code <= 122) || isDigit(code))) return false;
  }
  return true;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Numbers, written dates, years and clock times ("'98", "18:00"), "mid-June", and decades ("the nineties", "nineteen ninety"). */
function shapeHints(lower: string): number {
  const first = lower.charCodeAt(0);
  if (isDigit(first)) return lower.length > 2 ? WORD_HINT.number | WORD_HINT.time : WORD_HINT.number;
  const isTime =
    first === APOSTROPHE
      ? lower.length > 2
      : lower.startsWith('mid-') ||
        lower === 'nineteen' ||
        lower === 'twenty' ||
        lower.endsWith('ties') ||
        (first === LETTER_Q && lower.length === 2);
  return isTime ? WORD_HINT.time : 0;
}

const APOSTROPHE = 39;
const LETTER_Q = 113;
