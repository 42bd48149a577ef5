/** Objects and relative pronouns that the words beside them give to another verb or noun than the parser does. */
import { type ArcDraft, SAYS, SPANS, SUBJECTS } from './settled-clauses.ts';
import { FINITE } from './tagged.ts';

/** "Ambushed a convoy and killed five soldiers": what stands right behind the second verb is its object, when the first has its own; that verb, else null. */
export function verbOfObject({ heads, relations, tags }: ArcDraft, word: number): number | null {
  const first = heads[word] ?? -1;
  if (relations[word] !== 'obj' || first < 0 || first > word) return null;
  let second = word - 1;
  while (second > first && heads[second] === word) second -= 1;
  if (second <= first || heads[second] !== first || relations[second] !== 'conj' || !VERBS.has(tags(second)))
    return null;
  for (let at = first + 1; at < second; at += 1) if (heads[at] === first && relations[at] === 'obj') return second;
  return null;
}
const VERBS: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'VBN', 'VB', 'VBG']);

/** A relative pronoun behind a preposition and its clause. */
interface Relative {
  readonly preposition: number;
  readonly subject: number;
  readonly clause: number;
  /** What the clause tells of. */
  readonly noun: number;
  /** The verb that the noun is the subject of, where the parser gave it to the clause; null where it stands elsewhere. */
  readonly verb: number | null;
}

/** "The raid, in which commander Hall killed two, …": "which" is no determiner of who acts; asked of the pronoun. */
export function relativeBehind(draft: ArcDraft, pronoun: number): Relative | null {
  const { heads, relations, tags, words } = draft;
  if (tags(pronoun) !== 'WDT' || relations[pronoun] !== 'det') return null;
  const subject = heads[pronoun] ?? -1;
  const preposition = pronoun - 1;
  if (subject < pronoun || heads[preposition] !== subject || relations[preposition] !== 'case') return null;
  const clause = SUBJECTS.has(relations[subject] ?? '') ? (heads[subject] ?? -1) : verbAfter(draft, subject);
  if (clause < subject) return null;
  const before = words(preposition - 1) === ',' ? preposition - 2 : preposition - 1;
  const given = subjectGiven(draft, clause, before);
  const verb = given === null ? -1 : (heads[clause] ?? -1);
  // What hangs below the clause may not come to hang above it.
  if (given !== null && verb > clause && !isBelow(draft, verb, subject))
    return { preposition, subject, clause, noun: given, verb };
  const noun = given ?? before;
  const isFree = !isBelow(draft, noun, clause) && !isBelow(draft, noun, subject);
  return tags(noun).startsWith('NN') && isFree ? { preposition, subject, clause, noun, verb: null } : null;
}

/** The finite verb right behind a noun phrase; -1 where something else follows. */
function verbAfter(draft: ArcDraft, noun: number): number {
  let at = noun + 1;
  while (isBelow(draft, at, noun) && draft.words(at) !== ',') at += 1;
  return FINITE.has(draft.tags(at)) ? at : -1;
}

/** A noun at or before `from` that the parser made a further subject of the clause. */
function subjectGiven({ heads, relations }: ArcDraft, clause: number, from: number): number | null {
  for (let noun = from; noun >= 0; noun -= 1)
    if (heads[noun] === clause && SUBJECTS.has(relations[noun] ?? '')) return noun;
  return null;
}

function isBelow({ heads }: ArcDraft, word: number, above: number): boolean {
  for (let at = heads[word] ?? -1; at >= 0; at = heads[at] ?? -1) if (at === above) return true;
  return false;
}

const SPEAKER_PHRASE: ReadonlySet<string> = new Set([
  'NN',
  'NNS',
  'NNP',
  'NNPS',
  'JJ',
  'DT',
  'CD',
  'CC',
  'POS',
  'PRP$',
  'HYPH',
]);

/** "… routing the rebels, analysts and officials say": those behind the last comma say it, and are no members of a series; the words of theirs that hang outside. */
export function sayersBefore({ heads, relations, tags, words }: ArcDraft, verb: number): number[] {
  if (!SAYS.has(words(verb)) || !FINITE.has(tags(verb)) || verb < 3) return [];
  let first = verb;
  while (first > 0 && SPEAKER_PHRASE.has(tags(first - 1))) first -= 1;
  if (first === verb || words(first - 1) !== ',') return [];
  const outside: number[] = [];
  for (let word = first; word < verb; word += 1) {
    const head = heads[word] ?? -1;
    if (head === verb) return [];
    if (head < first && relations[word] !== 'punct') outside.push(word);
  }
  return outside.length > 0 && outside.every((word) => relations[word] === 'conj') ? outside : [];
}

/** "The gunman, a former student, killed 17": what stands between commas without an "and" is the same one by another word. */
export function isOtherWord({ heads, relations, tags, words }: ArcDraft, word: number): boolean {
  const noun = heads[word] ?? -1;
  if (
    relations[word] !== 'conj' ||
    tags(word) !== 'NN' ||
    noun < 0 ||
    words(noun + 1) !== ',' ||
    words(word + 1) !== ','
  )
    return false;
  const opens = words(noun + 2);
  if (opens !== 'a' && opens !== 'an') return false;
  for (let at = noun + 2; at < word; at += 1) if (words(at) === ',' || words(at) === 'and') return false;
  for (let at = word + 2; at < heads.length; at += 1) if (heads[at] === noun && relations[at] === 'conj') return false;
  return FINITE.has(tags(word + 2)) || tags(word + 2) === 'MD';
}

/** "Soldiers later killed five": whom the parser hangs on the adverb is the subject of the verb behind it; the verb, else null. */
export function verbBehindAdverb({ heads, relations, tags, words }: ArcDraft, word: number): number | null {
  const adverb = heads[word] ?? -1;
  if (relations[word] !== 'obl:unmarked' || adverb !== word + 1 || !tags(adverb).startsWith('RB')) return null;
  const verb = heads[adverb] ?? -1;
  if (verb !== adverb + 1 || !FINITE.has(tags(verb)) || !tags(word).startsWith('NN') || SPANS.has(words(word)))
    return null;
  for (let at = 0; at < heads.length; at += 1) if (heads[at] === verb && SUBJECTS.has(relations[at] ?? '')) return null;
  return verb;
}
