/**
 * Two who stand side by side, and what they are told: "told the king and the queen that …", "appealed to both the army and the
 * rebels to …", "talks between the army and the rebels". The parser ties the second, and what is said, to the wrong word.
 */
import { type ArcDraft, SUBJECTS } from './settled-clauses.ts';

const OBJECTS: ReadonlySet<string> = new Set(['obj', 'iobj', 'obl']);
const JOINS: ReadonlySet<string> = new Set(['and', 'or']);
/** What a noun cannot be to a noun, and what stands beside a verb. */
const NO_NOUN: ReadonlySet<string> = new Set(['obj', 'iobj', 'obl', 'nsubj', 'ccomp', 'xcomp']);

const isNoun = ({ tags }: ArcDraft, word: number): boolean => tags(word).startsWith('NN');

/** The "and" that hangs on a word and stands before it; -1 where there is none. */
function joinBefore({ heads, words, relations }: ArcDraft, word: number, from: number): number {
  for (let at = word - 1; at > from; at -= 1)
    if (heads[at] === word && relations[at] === 'cc' && JOINS.has(words(at))) return at;
  return -1;
}

/**
 * The noun before the "and" to which a noun is joined, where the parser joins it to the verb ("appealed to the army and the rebels")
 * or calls it the noun's object ("between the army and the rebels"); null for any other word.
 */
export function partnerBefore(draft: ArcDraft, word: number): number | null {
  const { heads, relations } = draft;
  const head = heads[word] ?? -1;
  if (head < 0 || head > word || !isNoun(draft, word)) return null;
  const join = joinBefore(draft, word, head);
  if (join === -1) return null;
  if (isNoun(draft, head)) return NO_NOUN.has(relations[word] ?? '') || isBareComplement(draft, word) ? head : null;
  if (relations[word] !== 'conj' || !draft.tags(head).startsWith('VB') || hasSubject(draft, word)) return null;
  for (let at = join - 1; at > head; at -= 1) {
    if (heads[at] !== head) continue;
    return isNoun(draft, at) && OBJECTS.has(relations[at] ?? '') ? at : null;
  }
  return null;
}

/** "Both the army and the rebels denied it": of two subjects of one verb joined by an "and", the second hangs on the first; that one, else null. */
export function subjectJoined(draft: ArcDraft, word: number): number | null {
  const { heads, relations, words } = draft;
  const verb = heads[word] ?? -1;
  if (verb < word || !SUBJECTS.has(relations[word] ?? '') || !isNoun(draft, word)) return null;
  let join = word - 1;
  while (join > 0 && heads[join] === word) join -= 1;
  if (words(join) !== 'and') return null;
  const first = join - 1;
  return heads[first] === verb && relations[first] === relations[word] && isNoun(draft, first) ? first : null;
}

/** "between negotiators and the rebels": no preposition of its own makes it a complement. */
function isBareComplement({ heads, relations }: ArcDraft, word: number): boolean {
  if (relations[word] !== 'nmod') return false;
  for (let at = 0; at < word; at += 1) if (heads[at] === word && relations[at] === 'case') return false;
  return true;
}

function hasSubject({ heads, relations }: ArcDraft, word: number): boolean {
  for (let at = 0; at < word; at += 1) if (heads[at] === word && SUBJECTS.has(relations[at] ?? '')) return true;
  return false;
}

const TELLS: ReadonlySet<string> = new Set(
  [
    'tell',
    'told',
    'warn',
    'assure',
    'reassure',
    'inform',
    'notify',
    'remind',
    'caution',
    'persuade',
    'convince',
  ].flatMap((verb) => [verb, `${verb}s`, `${verb}ing`, `${verb}ed`, `${verb}d`]),
);
const OF_NOUN: ReadonlySet<string> = new Set(['acl:relcl', 'acl']);

/** What is told, the word "that" before it, and the verb that tells it. */
interface Told {
  readonly verb: number;
  readonly that: number;
}

/** "Warned the forces that it would cross": a clause with a subject of its own is what they are told, and describes nobody. */
export function toldThat(draft: ArcDraft, clause: number): Told | null {
  const { heads, relations, words } = draft;
  let noun = heads[clause] ?? -1;
  if (!OF_NOUN.has(relations[clause] ?? '') || noun < 0 || noun > clause) return null;
  const nearest = noun;
  while (noun >= 0 && relations[noun] === 'conj') noun = heads[noun] ?? -1;
  const verb = heads[noun] ?? -1;
  if (verb < 0 || verb > noun || !OBJECTS.has(relations[noun] ?? '') || !TELLS.has(words(verb))) return null;
  for (let that = nearest + 1; that < clause; that += 1) {
    if (heads[that] !== clause || words(that) !== 'that') continue;
    return SUBJECTS.has(relations[that] ?? '') || !hasSubject(draft, clause) ? null : { verb, that };
  }
  return null;
}

/** Two sides behind "between". */
interface Sides {
  readonly first: number;
  readonly second: number;
}

const IN_PHRASE: ReadonlySet<string> = new Set(['DT', 'JJ', 'PRP$', 'CD', 'NN', 'NNS', 'NNP', 'NNPS', 'HYPH', 'VBN']);

/** "Talks between the army and the rebels resumed": the second side, which the parser takes for a subject; null where it is joined. */
export function sidesBetween(draft: ArcDraft, between: number, count: number): Sides | null {
  const { heads, relations, tags, words } = draft;
  const first = heads[between] ?? -1;
  if (words(between) !== 'between' || relations[between] !== 'case' || first < between) return null;
  let join = first + 1;
  while (join < count && !JOINS.has(words(join))) {
    if (!(tags(join) === 'IN' || IN_PHRASE.has(tags(join)))) return null;
    join += 1;
  }
  let second = join;
  while (second + 1 < count && IN_PHRASE.has(tags(second + 1))) second += 1;
  if (second === join || !isNoun(draft, second) || !SUBJECTS.has(relations[second] ?? '')) return null;
  return tags(second + 1) === 'POS' || isBelow(draft, first, second) ? null : { first, second };
}

/** Hanging the upper on the lower word would close a circle. */
function isBelow({ heads }: ArcDraft, word: number, upper: number): boolean {
  for (let at = word; at >= 0; at = heads[at] ?? -1) if (at === upper) return true;
  return false;
}
