/**
 * Ways through a sentence's tree (Universal Dependencies v2), so that rules ask "who is the subject" and not "which arc".
 * Everything takes and gives token indices of one sentence; without a tree the answers are null or empty.
 */
import type { Sentence, Token } from '../../../model/sentence.ts';

/** Longest chain of verbs that is followed to a shared subject; real sentences have two or three. */
const longestChain = 12;

const tokenAt = (sentence: Sentence, i: number): Token | undefined => sentence.tokens[i];
const lowerOf = (sentence: Sentence, i: number): string => tokenAt(sentence, i)?.lower ?? '';

/** The head of a token; null for the root and without a tree. */
export function headOf(sentence: Sentence, i: number): number | null {
  const head = sentence.tree?.heads[i] ?? -1;
  return head < 0 ? null : head;
}

/** Relation of a token to its head, "" without a tree. */
export const relationOf = (sentence: Sentence, i: number): string => sentence.tree?.relations[i] ?? '';

/** Whether a relation is the one named or a subtype of it: "nsubj:pass" is an "nsubj". */
export const isRelation = (relation: string, name: string): boolean =>
  relation === name || (relation.charCodeAt(name.length) === COLON && relation.startsWith(name));
const COLON = 58;

const NONE: readonly number[] = [];

/** Dependents from left to right; with a relation, only those that have it or a subtype of it. */
export function dependents(sentence: Sentence, i: number, relation?: string): readonly number[] {
  const all = sentence.tree?.children[i] ?? NONE;
  if (relation === undefined || all.length === 0) return all;
  let found: number[] | null = null;
  for (const child of all) {
    if (!isRelation(relationOf(sentence, child), relation)) continue;
    if (found === null) found = [child];
    else found.push(child);
  }
  return found ?? NONE;
}

/** The first dependent with a relation or a subtype of it; -1 where there is none. */
function firstDependent(sentence: Sentence, i: number, relation: string): number {
  const all = sentence.tree?.children[i] ?? NONE;
  for (const child of all) if (isRelation(relationOf(sentence, child), relation)) return child;
  return -1;
}

const hasDependent = (sentence: Sentence, i: number, relation: string): boolean =>
  firstDependent(sentence, i, relation) !== -1;

/** Tokens `first` to `last`, inclusive. */
export interface TokenSpan {
  readonly first: number;
  readonly last: number;
}

/** First and last token of everything below `i`, except branches that `leavesOut` names. Linear in their number. */
function spanBelow(sentence: Sentence, i: number, leavesOut: (child: number, parent: number) => boolean): TokenSpan {
  if (dependents(sentence, i).length === 0) return { first: i, last: i };
  let first = i;
  let last = i;
  const waiting = [i];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at < first) first = at;
    else if (at > last) last = at;
    for (const child of dependents(sentence, at)) if (!leavesOut(child, at)) waiting.push(child);
  }
  return { first, last };
}

/** The token and everything that depends on it. */
export const subtreeSpan = (sentence: Sentence, i: number): TokenSpan => spanBelow(sentence, i, leavesNone);
const leavesNone = (): boolean => false;

/** Branches that are no part of the name of a thing: clauses, appositions, second conjuncts, asides, marks. */
const asideRelations =
  'acl appos conj parataxis punct cc advcl case mark cop aux nsubj csubj orphan discourse vocative list dislocated reparandum expl'.split(
    ' ',
  );

/**
 * The noun phrase of a head: determiners, modifiers, names and of-phrases, without its preposition, relative clauses,
 * appositions and further conjuncts. Marks inside it ("41-year-old") stay, marks at its ends do not.
 */
export function nounPhrase(sentence: Sentence, head: number): TokenSpan {
  const outer = (child: number, parent: number): boolean => {
    const relation = relationOf(sentence, child);
    if (parent !== head)
      return (
        relation === 'parataxis' || isRelation(relation, 'acl') || relation === 'appos' || isOuterMark(sentence, child)
      );
    if (isRelation(relation, 'nmod') && child > head) return !isNamePart(sentence, child);
    if (isRelation(relation, 'obl') || isRelation(relation, 'advmod')) return child > head;
    return asideRelations.some((name) => isRelation(relation, name)) && !isHyphen(sentence, child);
  };
  return trimmed(sentence, spanBelow(sentence, head, outer), head);
}

const isHyphen = (sentence: Sentence, i: number): boolean => lowerOf(sentence, i) === '-';
const isOuterMark = (sentence: Sentence, i: number): boolean =>
  ['(', '[', ',', ';', '--', '–', '—'].includes(lowerOf(sentence, i));

/** "the governor of the province", but not "a man with a rifle" nor "shelling in the north". */
const isNamePart = (sentence: Sentence, i: number): boolean =>
  isRelation(relationOf(sentence, i), 'nmod:poss') || caseOf(sentence, i) === 'of';

function trimmed(sentence: Sentence, span: TokenSpan, head: number): TokenSpan {
  let { first, last } = span;
  const isMark = (i: number) => tokenAt(sentence, i)?.pos === 'PUNCT';
  while (first < head && isMark(first)) first++;
  while (last > head && isMark(last)) last--;
  return { first, last };
}

/** The other members of a coordination that `i` begins, or those after it when it is itself a member; in text order. */
export function conjuncts(sentence: Sentence, i: number): readonly number[] {
  const own = joinedTo(sentence, i);
  if (own.length === 0) return own;
  const found = [...own];
  // The list grows while it is gone through: each that is found may have others joined to it.
  for (const one of found) found.push(...joinedTo(sentence, one));
  return found.length === 1 ? found : found.sort((a, b) => a - b);
}

function joinedTo(sentence: Sentence, i: number): readonly number[] {
  const own = dependents(sentence, i, 'conj');
  const others = doubled(sentence, i);
  return others.length === 0 ? own : [...own, ...others];
}

/** "The army and the Rapid Force traded fire": the parser hangs both names on the verb, the second with its "and". */
function doubled(sentence: Sentence, i: number): readonly number[] {
  const relation = relationOf(sentence, i);
  const head = sentence.tree?.heads[i] ?? -1;
  if (head < 0 || !(isRelation(relation, 'nsubj') || relation === 'obj')) return NONE;
  const alike = dependents(sentence, head, relation);
  if (alike.length < 2) return NONE;
  return alike.filter((other) => other > i && dependents(sentence, other, 'cc').some((mark) => mark > i));
}

/** The preposition of a noun ("in", "according to", "because of"), lower case; "" when it has none. */
export function caseOf(sentence: Sentence, noun: number): string {
  const first = dependents(sentence, noun, 'case').find((child) => tokenAt(sentence, child)?.tag !== 'POS');
  if (first === undefined) return '';
  const rest = dependents(sentence, first, 'fixed');
  if (rest.length === 0) return lowerOf(sentence, first);
  return [first, ...rest].map((part) => lowerOf(sentence, part)).join(' ');
}

/** Whether a verb's subject is the one it is done to: "was shelled", "shelled by", "killed in the blast", "was shot and killed". */
export function isPassive(sentence: Sentence, verb: number): boolean {
  let at = verb;
  for (let step = 0; step < longestChain; step++) {
    const own = ownVoice(sentence, at);
    if (own !== null) return own;
    const head = headOf(sentence, at);
    if (head === null || relationOf(sentence, at) !== 'conj' || !isParticiple(sentence, head)) return false;
    at = head;
  }
  return false;
}

const isParticiple = (sentence: Sentence, i: number): boolean => tokenAt(sentence, i)?.tag === 'VBN';

/** "villagers given food": of two objects one may stand in a passive too. */
const givesTwo = (sentence: Sentence, verb: number): boolean => GIVES_TWO.has(tokenAt(sentence, verb)?.lemma ?? '');
const GIVES_TWO = new Set('give send offer award grant deny pay show teach tell promise sell lend ask'.split(' '));

/** True or false where the verb itself shows it, null where only the verb it is joined to can tell. */
function ownVoice(sentence: Sentence, verb: number): boolean | null {
  const has = (name: string): boolean => hasDependent(sentence, verb, name);
  if (has('aux:pass') || has('csubj:pass') || has('obl:agent')) return true;
  // What has an object of its own is done by its subject, whatever the tagger makes of a simple past ("The army used rockets").
  if (has('obj') && !has('aux') && !givesTwo(sentence, verb)) return false;
  if (has('nsubj:pass')) return true;
  if (!isParticiple(sentence, verb)) return false;
  const relation = relationOf(sentence, verb);
  if (has('aux') || has('nsubj:outer')) return false;
  if (isRelation(relation, 'acl') && !isRelation(relation, 'acl:relcl')) return true;
  if (relation === 'amod' || relation === 'xcomp') return true;
  if (has('obj')) return false;
  if (relation === 'conj') return has('nsubj') ? false : null;
  // Headlines leave the auxiliary out: "Three killed in blast".
  return relation === 'root' || relation === 'advcl' || relation === 'ccomp' || relation === 'parataxis';
}

const relativePronouns = new Set(['who', 'which', 'that', 'whom']);

/** A relative pronoun's antecedent, else the token itself. */
function antecedent(sentence: Sentence, i: number, clause: number): number {
  const isRelative =
    relativePronouns.has(lowerOf(sentence, i)) && ['PRON', 'DET', 'SCONJ'].includes(tokenAt(sentence, i)?.pos ?? '');
  if (!isRelative || !isRelation(relationOf(sentence, clause), 'acl')) return i;
  return headOf(sentence, clause) ?? i;
}

/**
 * The grammatical subject of a verb (of a passive: the one it is done to): its own, or one it shares through a
 * coordination, a controlled infinitive or participle, or the noun that its clause describes. Null when there is none.
 */
export function subjectOf(sentence: Sentence, verb: number): number | null {
  let at = verb;
  for (let step = 0; step < longestChain; step++) {
    const own = dependents(sentence, at, 'nsubj').find((child) => relationOf(sentence, child) !== 'nsubj:outer');
    if (own !== undefined) return antecedent(sentence, own, clauseOf(sentence, at));
    const head = headOf(sentence, at);
    if (head === null) return null;
    const relation = relationOf(sentence, at);
    if (isRelation(relation, 'acl')) return head;
    if (relation === 'xcomp') {
      const object = firstDependent(sentence, head, 'obj');
      if (object !== -1 && object < at) return object;
    } else if (isFiniteClause(sentence, at, relation)) {
      return timedSubject(sentence, at, head);
    } else if (
      relation !== 'conj' &&
      relation !== 'aux' &&
      relation !== 'aux:pass' &&
      relation !== 'cop' &&
      !sharesSubject(sentence, at, relation)
    )
      return null;
    at = head;
  }
  return null;
}

/** "…, killing three", "after seizing the town": clauses without a subject of their own whose verb is not finite. */
const sharesSubject = (sentence: Sentence, verb: number, relation: string): boolean =>
  isRelation(relation, 'advcl') && ['VBG', 'VBN', 'VB'].includes(tokenAt(sentence, verb)?.tag ?? '');

/** An adverbial clause with a past tense, or with what looks like a participle but has an object, has a subject of its own. */
function isFiniteClause(sentence: Sentence, verb: number, relation: string): boolean {
  const tag = tokenAt(sentence, verb)?.tag;
  if (!isRelation(relation, 'advcl') || hasDependent(sentence, verb, 'aux')) return false;
  return tag === 'VBD' || (tag === 'VBN' && hasDependent(sentence, verb, 'obj'));
}

const TIME_MARKS = new Set(['after', 'before', 'since', 'until', 'as', 'because', 'when']);

/** "left after a raid on a lorry killed nine": the parser hangs the raid on "left", as if it were "after a raid"; it is who killed. */
function timedSubject(sentence: Sentence, verb: number, head: number): number | null {
  const before = dependents(sentence, head, 'obl').filter((noun) => noun < verb && noun > head);
  const noun = before.at(-1);
  return noun !== undefined && TIME_MARKS.has(caseOf(sentence, noun)) ? noun : null;
}

/** The first verb of a coordination, which carries the clause's relation to what it describes. */
function clauseOf(sentence: Sentence, verb: number): number {
  let at = verb;
  for (let step = 0; step < longestChain && relationOf(sentence, at) === 'conj'; step++)
    at = headOf(sentence, at) ?? at;
  return at;
}

/** Nouns after which a clause without a pronoun says when, where or why, and not what. */
const settingNouns = new Set(
  'day time year month week hour night morning moment place way reason point period occasion'.split(' '),
);

/** The direct object of a verb: its own, one shared with a joined verb ("shot and wounded three"), or the noun that its clause describes. */
export function objectOf(sentence: Sentence, verb: number): number | null {
  const objects = dependents(sentence, verb, 'obj');
  // "fired 138 tank and mortar shells": the parser takes the number for an object of its own.
  const own = objects.find((object) => tokenAt(sentence, object)?.pos !== 'NUM') ?? objects[0];
  if (own !== undefined) return antecedent(sentence, own, clauseOf(sentence, verb));
  if (isPassive(sentence, verb)) return null;
  return sharedObject(sentence, verb) ?? describedObject(sentence, verb);
}

function sharedObject(sentence: Sentence, verb: number): number | null {
  const head = headOf(sentence, verb);
  if (relationOf(sentence, verb) === 'conj' && head !== null && tokenAt(sentence, head)?.pos === 'VERB') {
    const object = firstDependent(sentence, head, 'obj');
    return object > verb ? object : null;
  }
  const next = firstDependent(sentence, verb, 'conj');
  if (next === -1 || next - verb > 3 || tokenAt(sentence, next)?.pos !== 'VERB') return null;
  if (hasDependent(sentence, next, 'nsubj')) return null;
  const object = firstDependent(sentence, next, 'obj');
  return object === -1 ? null : object;
}

/** "the village rebels seized": the described noun is the object when the clause has another subject and no object. */
function describedObject(sentence: Sentence, verb: number): number | null {
  if (relationOf(sentence, verb) !== 'acl:relcl') return null;
  const noun = headOf(sentence, verb);
  const subject = firstDependent(sentence, verb, 'nsubj');
  if (noun === null || subject === -1 || relativePronouns.has(lowerOf(sentence, subject))) return null;
  if (settingNouns.has(tokenAt(sentence, noun)?.lemma ?? '')) return null;
  const hasOther = dependents(sentence, verb).some(
    (child) =>
      ['ccomp', 'xcomp'].includes(relationOf(sentence, child)) ||
      ['where', 'when', 'why'].includes(lowerOf(sentence, child)),
  );
  return hasOther ? null : noun;
}

/** A noun beside a verb, with its preposition. */
export interface Oblique {
  /** Lower case, "" without one ("last Monday"); "by" for the doer of a passive. */
  readonly case: string;
  readonly head: number;
}

/** Prepositional and bare nouns that modify a verb (or, as nmod, a noun for an act), joined ones included; in text order. */
export function obliques(sentence: Sentence, verb: number): readonly Oblique[] {
  const found: Oblique[] = [];
  for (const child of dependents(sentence, verb)) {
    const relation = relationOf(sentence, child);
    if (!isRelation(relation, 'obl') && !(isRelation(relation, 'nmod') && relation !== 'nmod:poss')) continue;
    const own = caseOf(sentence, child);
    found.push({ case: own, head: child });
    for (const other of conjuncts(sentence, child)) found.push({ case: caseOf(sentence, other) || own, head: other });
  }
  return found.length < 2 ? found : found.sort((a, b) => a.head - b.head);
}

/** The verb that a token belongs to: itself, or the nearest one above it; null when there is none. */
export function nearestVerb(sentence: Sentence, i: number): number | null {
  let at: number | null = i;
  for (let step = 0; at !== null && step < sentence.tokens.length; step++) {
    if (tokenAt(sentence, at)?.pos === 'VERB') return at;
    at = headOf(sentence, at);
  }
  return null;
}

const negations = new Set(['not', "n't", 'never', 'no', 'neither', 'nor', 'without', 'nobody', 'none']);

/** The word that denies a verb or noun ("not", "no", "never", "without"); null when none does. */
export function negationOf(sentence: Sentence, i: number): number | null {
  const own = dependents(sentence, i).find((child) => negations.has(lowerOf(sentence, child)));
  if (own !== undefined) return own;
  const subject = firstDependent(sentence, i, 'nsubj');
  if (subject === -1) return null;
  if (['nobody', 'none'].includes(lowerOf(sentence, subject))) return subject;
  return dependents(sentence, subject, 'det').find((child) => lowerOf(sentence, child) === 'no') ?? null;
}
