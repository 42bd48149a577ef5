/** Features by which one of two trees is chosen. The templates are data (choice-templates.ts); here their facts are worked out. */
import type { Turn } from './alternatives.ts';
import { arcTemplates, turnTemplates } from './choice-templates.ts';
import { compileTemplates, fillKeys, mixFacts, pairRoom, saltsOf } from './feature-templates.ts';
import { certain } from './move-path.ts';
import { noWord, type ParserState } from './parser-state.ts';
import { between, distanceBucket, few, ofKid } from './state-facts.ts';

/** In the order that `setWords` and `setKids` write them. */
const arcFacts = [
  ...['dep.word', 'dep.fine', 'dep.coarse', 'dep.tag', 'dep.pos', 'dep.second'],
  ...['head.word', 'head.fine', 'head.coarse', 'head.tag', 'head.pos', 'grand.word', 'grand.tag', 'grand.fine'],
  ...['side', 'grand.side', 'distance', 'relation', 'head.relation', 'marks', 'verbs', 'conjunctions', 'mode'],
  ...['beforeDep.tag', 'afterDep.tag', 'beforeHead.tag', 'afterHead.tag', 'beforeDep.word'],
  ...['sister.word', 'sister.tag', 'sister.relation', 'outer.word', 'outer.tag', 'outer.relation'],
  ...['depLeft.tag', 'depLeft.word', 'depLeft.relation', 'depRight.tag', 'depRight.word', 'depRight.relation'],
  ...['dep.case', 'dep.mark', 'head.case', 'dep.lefts', 'dep.rights', 'dep.frame', 'head.lefts', 'head.rights'],
  ...['head.frame', 'dep.leftCount', 'dep.rightCount', 'head.leftCount', 'head.rightCount'],
];

/** In the order that `turnFeatures` writes them. */
const turnFacts = [
  ...['moves', 'lead', 'least', 'otherLeast', 'length', 'balance'],
  ...['top.word', 'top.tag', 'next.word', 'next.tag'],
];

const arcs = compileTemplates(arcTemplates, arcFacts);
const turns = compileTemplates(turnTemplates, turnFacts);
const arcSalts = saltsOf(arcFacts);
const turnSalts = saltsOf(turnFacts);
const arcValues = new Int32Array(arcFacts.length + pairRoom);
const turnValues = new Int32Array(turnFacts.length + pairRoom);

/** Trees that differ in more words are compared by the first of these. */
const mostWords = 40;

/** Room for the keys of one tree's words. */
export const maxChoiceFeatures = mostWords * arcTemplates.length + turnTemplates.length;

/** Words whose head or relation differs, written into `words`; gives their number. */
export function differingWords({ tree, otherTree }: Turn, words: Int32Array): number {
  let n = 0;
  const { count } = tree.input;
  for (let word = 1; word <= count && n < words.length; word++) {
    if (tree.heads[word] !== otherTree.heads[word] || tree.relations[word] !== otherTree.relations[word])
      words[n++] = word;
  }
  return n;
}

export const roomForWords = (): Int32Array => new Int32Array(mostWords);

/** Fills `keys` from `from` with the features of one word in a tree; gives the end. */
export function wordFeatures(tree: ParserState, word: number, keys: Int32Array, from: number): number {
  const n = setWords(tree, word, arcValues);
  setKids(tree, word, arcValues, n);
  mixFacts(arcValues, arcSalts, 0, arcFacts.length);
  return fillKeys(arcs, arcValues, keys, from);
}

/** The word, its head and the head's head, and what stands around them. */
function setWords(tree: ParserState, word: number, facts: Int32Array): number {
  const { words, fines, coarses, tags, pos, seconds, mode, edge } = tree.input;
  const { marksBefore, verbsBefore, conjunctionsBefore } = tree.input;
  const { heads, relations } = tree;
  const head = heads[word] as number;
  const grand = head === 0 ? edge : (heads[head] as number);
  const low = Math.min(head, word);
  const high = Math.max(head, word);
  const tagAt = (at: number) => (at < 1 ? noWord : (tags[at] as number));
  let n = 0;
  facts[n++] = words[word] as number;
  facts[n++] = fines[word] as number;
  facts[n++] = coarses[word] as number;
  facts[n++] = tags[word] as number;
  facts[n++] = pos[word] as number;
  facts[n++] = seconds[word] as number;
  facts[n++] = words[head] as number;
  facts[n++] = fines[head] as number;
  facts[n++] = coarses[head] as number;
  facts[n++] = tags[head] as number;
  facts[n++] = pos[head] as number;
  facts[n++] = words[grand] as number;
  facts[n++] = tags[grand] as number;
  facts[n++] = fines[grand] as number;
  facts[n++] = head > word ? 0 : 1;
  facts[n++] = grand > head ? 0 : 1;
  facts[n++] = distanceBucket(high - low);
  facts[n++] = relations[word] as number;
  facts[n++] = head === 0 ? noWord : (relations[head] as number);
  facts[n++] = between(marksBefore, low, high);
  facts[n++] = between(verbsBefore, low, high);
  facts[n++] = between(conjunctionsBefore, low, high);
  facts[n++] = mode;
  facts[n++] = tagAt(word - 1);
  facts[n++] = tagAt(word + 1);
  facts[n++] = tagAt(head - 1);
  facts[n++] = tagAt(head + 1);
  facts[n++] = ofKid(words, word - 1);
  return n;
}

/** Dependents of the word and of its head. */
function setKids(tree: ParserState, word: number, facts: Int32Array, from: number): void {
  const { words, tags } = tree.input;
  const { heads, relations, left1, right1, leftRelations, rightRelations, leftCount, rightCount, caseWord } = tree;
  const head = heads[word] as number;
  const [sister, outer] =
    head > word
      ? [after(tree, word, head), before(tree, word, head, 0)]
      : [before(tree, word, head, head), after(tree, word, head)];
  const depLeft = left1[word] as number;
  const depRight = right1[word] as number;
  let n = from;
  facts[n++] = ofKid(words, sister);
  facts[n++] = ofKid(tags, sister);
  facts[n++] = ofKid(relations, sister);
  facts[n++] = ofKid(words, outer);
  facts[n++] = ofKid(tags, outer);
  facts[n++] = ofKid(relations, outer);
  facts[n++] = ofKid(tags, depLeft);
  facts[n++] = ofKid(words, depLeft);
  facts[n++] = ofKid(relations, depLeft);
  facts[n++] = ofKid(tags, depRight);
  facts[n++] = ofKid(words, depRight);
  facts[n++] = ofKid(relations, depRight);
  facts[n++] = ofKid(words, caseWord[word] as number);
  facts[n++] = ofKid(words, tree.markWord[word] as number);
  facts[n++] = ofKid(words, caseWord[head] as number);
  facts[n++] = leftRelations[word] as number;
  facts[n++] = rightRelations[word] as number;
  facts[n++] = frame(tree, word);
  facts[n++] = leftRelations[head] as number;
  facts[n++] = rightRelations[head] as number;
  facts[n++] = frame(tree, head);
  facts[n++] = few(leftCount[word] as number);
  facts[n++] = few(rightCount[word] as number);
  facts[n++] = few(leftCount[head] as number);
  facts[n++] = few(rightCount[head] as number);
}

/** The next dependent of `head` after `word` and before it. */
function after({ heads, input }: ParserState, word: number, head: number): number {
  for (let at = word + 1; at <= input.count; at++) if (heads[at] === head) return at;
  return 0;
}

function before({ heads }: ParserState, word: number, head: number, end: number): number {
  for (let at = word - 1; at > end; at--) if (heads[at] === head) return at;
  return 0;
}

/** The relations of a word's dependents on both sides, as one number. */
const frame = ({ leftRelations, rightRelations }: ParserState, word: number): number =>
  (leftRelations[word] as number) ^ Math.imul(rightRelations[word] as number, 0x2545f491);

/** Fills `keys` from the start with the features of the move at which two parses part; gives their number. */
export function turnFeatures({ path, otherPath, from, to, tree }: Turn, keys: Int32Array): number {
  const { words, tags } = tree.input;
  const least = leastLead(path, from + 1, to);
  const otherLeast = leastLead(otherPath, from + 1, to);
  const balance = sumOfLeads(otherPath, from + 1, to) - sumOfLeads(path, from, to);
  const lead = path.leads[from] as number;
  const top = path.tops[from] as number;
  const next = path.nexts[from] as number;
  const facts = turnValues;
  let n = 0;
  facts[n++] = (path.moves[from] as number) * 3 + (path.others[from] as number);
  facts[n++] = leadBucket(lead);
  facts[n++] = leadBucket(least);
  facts[n++] = leadBucket(otherLeast);
  facts[n++] = distanceBucket(to - from);
  facts[n++] = Math.max(-10, Math.min(10, Math.round(balance / 75)));
  facts[n++] = words[top] as number;
  facts[n++] = tags[top] as number;
  facts[n++] = words[next] as number;
  facts[n++] = tags[next] as number;
  mixFacts(facts, turnSalts, 0, turnFacts.length);
  return fillKeys(turns, facts, keys, 0);
}

const leadBounds = [10, 25, 45, 70, 100, 150, 220, 350, certain];

const leadBucket = (lead: number): number => leadBounds.findIndex((bound) => lead <= bound);

function leastLead({ leads }: Turn['path'], from: number, to: number): number {
  let least = certain;
  for (let at = from; at < to; at++) least = Math.min(least, leads[at] as number);
  return least;
}

/** Leads above this all mean the same. */
const largestLead = 350;

function sumOfLeads({ leads }: Turn['path'], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += Math.min(largestLead, leads[at] as number);
  return sum;
}
