/**
 * "A mayor, two councillors, a teacher and four policemen": members of a series hang on its first. The treebank holds few of
 * them and the parser loses them, most of all in the middle, where every member may be somebody who was killed.
 */
import { type ArcDraft, SUBJECTS } from './settled-clauses.ts';
import { FINITE } from './tagged.ts';

export interface Arc {
  readonly word: number;
  readonly head: number;
  readonly relation: string;
}

interface Member {
  readonly first: number;
  /** Last word of the noun phrase itself. */
  readonly last: number;
  /** Last word with what follows the noun: "of the town", "carrying petrol", ", 34". */
  readonly end: number;
}

interface Series {
  readonly members: readonly Member[];
  readonly end: number;
}

const NOUNS: ReadonlySet<string> = new Set(['NN', 'NNS', 'NNP', 'NNPS']);
const BEFORE_NOUNS: ReadonlySet<string> = new Set([
  'DT',
  'PRP$',
  'CD',
  'JJ',
  'JJR',
  'JJS',
  'POS',
  'HYPH',
  'PDT',
  'VBN',
]);
const JOINS: ReadonlySet<string> = new Set(['and', 'or']);
const INSIDE: ReadonlySet<string> = new Set(['of', 'in', 'at', 'from', 'near', 'for', 'with', 'on']);
const OPENING: ReadonlySet<string> = new Set(['that', ':', '"', '“', '--', '–', '—', '-']);

/** Most complements that a member may have. */
const MOST_COMPLEMENTS = 2;
const FEWEST_MEMBERS = 3;

/** The arcs that a sentence of `count` words should have for its series to be whole; none where the tree has them. */
export function seriesArcs(draft: ArcDraft, count: number): Arc[] {
  const arcs: Arc[] = [];
  for (let word = 0; word < count; ) {
    const series = mayOpen(draft, word) ? seriesAt(draft, word, count) : null;
    if (series === null) word += 1;
    else {
      arcs.push(...joined(draft, series, count));
      word = series.end + 1;
    }
  }
  return arcs;
}

const isInPhrase = (tag: string): boolean => NOUNS.has(tag) || BEFORE_NOUNS.has(tag);

/** A noun phrase begins here: the word before is no part of one; "have kidnapped several mayors": nor is a participle that is the verb. */
const mayOpen = (draft: ArcDraft, word: number): boolean =>
  isInPhrase(draft.tags(word)) &&
  draft.tags(word) !== 'POS' &&
  !isVerb(draft, word) &&
  (word === 0 || !isInPhrase(draft.tags(word - 1)) || isVerb(draft, word - 1));

const isVerb = ({ tags, words }: ArcDraft, word: number): boolean => tags(word) === 'VBN' && HAVE.has(words(word - 1));
const HAVE: ReadonlySet<string> = new Set(['have', 'has', 'had', "'ve"]);

function seriesAt(draft: ArcDraft, from: number, count: number): Series | null {
  const members: Member[] = [];
  let next = from;
  for (;;) {
    const member = memberAt(draft, next, count);
    if (member === null) return null;
    if (!isOtherName(draft, members.at(-1), member)) members.push(member);
    const after = member.end + 1;
    const isComma = draft.words(after) === ',';
    const mark = isComma ? after + 1 : after;
    if (after >= count) return null;
    if (JOINS.has(draft.words(mark))) {
      const last = memberAt(draft, mark + 1, count);
      if (last === null || members.length + 1 < FEWEST_MEMBERS) return null;
      return { members: [...members, last], end: last.end };
    }
    if (!isComma) return null;
    next = mark;
  }
}

/** A noun phrase with what it carries behind it; null where none begins. */
function memberAt(draft: ArcDraft, first: number, count: number): Member | null {
  const last = phraseEnd(draft, first, count);
  if (last === -1) return null;
  let end = last;
  for (let complements = 0; complements < MOST_COMPLEMENTS; complements += 1) {
    const longer = complementEnd(draft, end, count);
    if (longer === end) break;
    end = longer;
  }
  return { first, last, end: agedEnd(draft, end) };
}

/** The last noun of the phrase that begins at `first`; -1 where there is none. */
function phraseEnd({ tags }: ArcDraft, first: number, count: number): number {
  if (first >= count || tags(first) === 'POS') return -1;
  let last = -1;
  for (let word = first; word < count && isInPhrase(tags(word)); word += 1) if (NOUNS.has(tags(word))) last = word;
  return last !== -1 && !isInPhrase(tags(last + 1)) ? last : -1;
}

/** "… of the town", "… carrying petrol". */
function complementEnd(draft: ArcDraft, end: number, count: number): number {
  const tag = draft.tags(end + 1);
  const isOpened = (tag === 'IN' && INSIDE.has(draft.words(end + 1))) || tag === 'VBG';
  const inner = isOpened ? phraseEnd(draft, end + 2, count) : -1;
  return inner === -1 ? end : inner;
}

/** "Omar Hadi, 34, …". */
const agedEnd = ({ tags, words }: ArcDraft, end: number): number =>
  words(end + 1) === ',' && tags(end + 2) === 'CD' && (words(end + 3) === ',' || JOINS.has(words(end + 3)))
    ? end + 2
    : end;

const isNamed = ({ tags }: ArcDraft, { first, last }: Member): boolean =>
  tags(last).startsWith('NNP') && tags(first).startsWith('NNP');

/** "The mayor, Alan Brook, and …", "Alan Brook, a teacher, and …": one of them by another word. */
function isOtherName(draft: ArcDraft, before: Member | undefined, member: Member): boolean {
  if (before === undefined) return false;
  const isSingle = (one: Member): boolean => draft.tags(one.last) === 'NN' && draft.tags(one.first) !== 'CD';
  return isNamed(draft, before)
    ? !isNamed(draft, member) && isSingle(member)
    : isNamed(draft, member) && isSingle(before) && draft.tags(before.first) === 'DT';
}

/** The word of a member that hangs on something outside it; -1 where the tree tears the member apart. */
function headOf({ heads }: ArcDraft, { first, last }: Member): number {
  for (let word = last; word >= first; word -= 1) {
    const head = heads[word] as number;
    if (head < first || head > last) return word;
  }
  return -1;
}

function joined(draft: ArcDraft, { members, end }: Series, count: number): Arc[] {
  const own = members.map((member) => headOf(draft, member));
  const [first = -1] = own;
  const opening = members[0]?.first ?? 0;
  const isSubject = FINITE.has(draft.tags(end + 1)) && end + 1 < count;
  const isClause = opening === 0 || OPENING.has(draft.words(opening - 1));
  if (own.includes(-1) || (isSubject && !isClause)) return [];
  const arcs = topOf(draft, members, own, isSubject ? end + 1 : -1);
  if (arcs === null) return [];
  own.slice(1).forEach((head, at) => {
    const member = members[at + 1] as Member;
    if (draft.relations[head] === 'conj' && own.includes(draft.heads[head] as number)) return;
    arcs.push(
      { word: head, head: first, relation: 'conj' },
      ...marks(draft, member, head),
      ...clause(draft, member, head),
    );
  });
  return arcs;
}

/** Where the first member hangs: on what any of them is the subject of, else where it hangs already, unless that is another member. */
function topOf(draft: ArcDraft, members: readonly Member[], own: readonly number[], verb: number): Arc[] | null {
  const [first = -1] = own;
  const { heads, relations } = draft;
  const subject = verb === -1 ? undefined : own.find((head) => SUBJECTS.has(relations[head] ?? ''));
  const isInside = (word: number): boolean => members.some((each) => each.first <= word && word <= each.end);
  const top =
    subject ?? (isInside(heads[first] as number) ? own.find((head) => !isInside(heads[head] as number)) : first);
  if (top === undefined) return null;
  const head = heads[top] as number;
  // A member that the first one hangs below would close a circle.
  for (let up = head; up >= 0; up = heads[up] as number) if (own.includes(up)) return null;
  return top === first ? [] : [{ word: first, head, relation: relations[top] ?? 'dep' }];
}

/** The comma and the "and" before a member hang on it. */
function marks({ words }: ArcDraft, { first }: Member, head: number): Arc[] {
  const arcs: Arc[] = [];
  let before = first - 1;
  if (JOINS.has(words(before))) {
    arcs.push({ word: before, head, relation: 'cc' });
    before -= 1;
  }
  if (words(before) === ',') arcs.push({ word: before, head, relation: 'punct' });
  return arcs;
}

/** "a truck carrying petrol": the truck was taken for the subject of a clause of its own. */
function clause({ heads, tags }: ArcDraft, { last, end }: Member, head: number): Arc[] {
  const verb = heads[head] as number;
  return verb > last && verb <= end && tags(verb) === 'VBG' ? [{ word: verb, head, relation: 'acl' }] : [];
}
