/** What the lexicon and the rules know of a word, worked out once per lexicon, so that a word costs one look-up. */
import type { TimeWord, TimeWords } from '../../../knowledge/time-words.ts';
import { startsWithDigit } from '../numbers/read-number.ts';
import type { TimeRule, TimeStart } from './rule.ts';
import { timeRules } from './time-rules.ts';

/** What is known of a word. */
export interface KnownWord {
  readonly entry: TimeWord | null;
  /** Rules that can begin at it; undefined for nearly all words. */
  readonly rules: readonly TimeRule[] | undefined;
}

interface Dispatch {
  readonly byWord: ReadonlyMap<string, KnownWord>;
  readonly digits: KnownWord;
}

const dispatches = new WeakMap<TimeWords, Dispatch>();

export function dispatchOf(lexicon: TimeWords): Dispatch {
  const known = dispatches.get(lexicon);
  if (known !== undefined) return known;
  const digits = { entry: null, rules: rulesFrom(new Set(['number'])) };
  const made: Dispatch = { byWord: wordTable(lexicon, digits), digits };
  dispatches.set(lexicon, made);
  return made;
}

export function knownWord({ byWord, digits }: Dispatch, word: string): KnownWord {
  const found = byWord.get(word);
  if (found !== undefined) return found;
  return isNumberLike(word) ? digits : UNKNOWN;
}

/** "18:00", "'98". */
const isNumberLike = (word: string): boolean => startsWithDigit(word) || word.charCodeAt(0) === 39 || word === '’';

const UNKNOWN: KnownWord = { entry: null, rules: undefined };

const rulesFrom = (kinds: ReadonlySet<TimeStart>): readonly TimeRule[] =>
  timeRules.filter((rule) => rule.starts.some((start) => kinds.has(start)));

/** Written numbers and words that begin no role of the lexicon but one of a number's. */
const NUMBER_LIKE = ['half', 'another', 'fiscal', 'quarter', 'q1', 'q2', 'q3', 'q4', 'fy'];
const ARTICLES = ['the', 'a', 'an'];

function wordTable(lexicon: TimeWords, digits: KnownWord): ReadonlyMap<string, KnownWord> {
  const kinds = new Map<string, Set<TimeStart>>();
  const add = (word: string, kind: TimeStart): void => {
    kinds.set(word, (kinds.get(word) ?? new Set()).add(kind));
  };
  for (const [word, entry] of lexicon.words) for (const kind of kindsOf(entry)) add(word, kind);
  const { numbers, vagueAmounts, pairs } = lexicon;
  for (const word of [...numbers.words.keys(), ...numbers.ordinals.keys(), ...vagueAmounts, ...pairs, ...NUMBER_LIKE])
    add(word, 'number');
  for (const word of ARTICLES) add(word, 'article');
  const tables = [
    lexicon.sunMoments,
    lexicon.hijriMonths,
    lexicon.holidays,
    lexicon.references,
    lexicon.anchors,
    lexicon.openLengths,
  ];
  for (const table of tables) for (const word of table.keys()) add(word, 'phrase');
  const known = new Map<string, KnownWord>();
  for (const word of new Set([...lexicon.words.keys(), ...kinds.keys()])) {
    const entry = lexicon.words.get(word) ?? null;
    const own = rulesFrom(kinds.get(word) ?? new Set());
    const rules = own.length > 0 ? own : isNumberLike(word) ? digits.rules : undefined;
    if (entry !== null || rules !== undefined) known.set(word, { entry, rules });
  }
  return known;
}

function kindsOf(entry: TimeWord): TimeStart[] {
  const kinds: TimeStart[] = [];
  if (entry.month !== null) kinds.push('month');
  if (entry.weekday !== null || entry.pluralWeekday !== null) kinds.push('weekday');
  if (entry.unit !== null) kinds.push('unit');
  if (entry.season !== null) kinds.push('season');
  if (entry.partOfDay !== null) kinds.push('part');
  if (entry.dayShift !== null) kinds.push('day-word');
  if (entry.clock !== null) kinds.push('clock');
  if (entry.turn !== null) kinds.push('turn');
  if (entry.repeat || entry.repetition !== null) kinds.push('repeat');
  if (entry.reference !== null) kinds.push('reference');
  return kinds;
}
